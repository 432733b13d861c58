import { html, nothing } from 'lit'
import type { Context } from '../../context.ts'
import type { ComposeWords } from '../../translations/en/compose.ts'
import { icon } from '../../ui/icons.ts'
import { iconSaved } from '../../ui/view_icons.ts'

/** What is said below a text: how much room is left where that is little, else when it was kept. */
export function hint(ctx: Context, words: ComposeWords, over: number, keptAt: number | undefined) {
  if (over > -500) return words.left(ctx.words.number(Math.max(0, -over)))
  if (!keptAt) return nothing
  const time = new Date(keptAt).toLocaleTimeString(ctx.region, { timeStyle: 'short' })
  return html`${icon(iconSaved)}<span>${words.draftKept(time)}</span>`
}
