import { html, nothing } from 'lit'
import type { Context } from '../../context.ts'
import type { ComposeWords } from '../../translations/en/compose.ts'
import { icon } from '../../ui/icons.ts'
import { iconSaved } from '../../ui/view_icons.ts'
import type { KeptDraft } from './kept_draft.ts'

/** What is said below a text: how much room is left where that is little, else when it was kept. */
export function hint(ctx: Context, words: ComposeWords, left: number, { at, fleeting }: KeptDraft) {
  if (left < 500) return room(ctx, words, Math.max(0, left))
  if (!at) return nothing
  if (fleeting) return html`<span>${words.draftFleeting}</span>`
  const time = new Date(at).toLocaleTimeString(ctx.region, { timeStyle: 'short' })
  return html`${icon(iconSaved)}<span>${words.draftKept(time)}</span>`
}

const room = (ctx: Context, words: ComposeWords, left: number) => words.left(ctx.words.number(left), left)

export const tooLong = (ctx: Context, words: ComposeWords, left: number) =>
  words.tooLong(ctx.words.number(-left), -left)

/** So much room is left when it is said to who does not see it: not at every key, and when nothing is. */
const steps = [499, 100, 20, -1]
const passed = (left: number) => steps.filter((step) => left <= step).length

/** What is said of the room that is left, where a change of the text took it past a step. */
export function roomSaid(
  ctx: Context,
  words: ComposeWords,
  before: number,
  left: number,
): string | undefined {
  if (passed(left) <= passed(before)) return undefined
  return left < 0 ? tooLong(ctx, words, left) : room(ctx, words, left)
}
