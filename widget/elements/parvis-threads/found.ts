import { css, html, type LitElement, nothing } from 'lit'
import type { ListedThreadJson } from '../../../server/threads/json.ts'
import type { Context } from '../../context.ts'
import { type ListPlace, threadPath } from '../../controllers/navigation.ts'
import { listBar } from '../../live/live_list.ts'
import { elsewhere } from './elsewhere.ts'
import { fullDates } from './full_dates.ts'

type List = Parameters<typeof listBar>[0] &
  LitElement & { near: boolean | undefined; busy: boolean; place: ListPlace; ctx: Context }

/** What stands above the rows: what is new, where else a search finds something, and of one that found nothing here that these are only near. */
export const aboveList = (list: List) => {
  const { adoptedStyleSheets } = list.renderRoot as ShadowRoot
  if (!adoptedStyleSheets.includes(foundStyles.styleSheet!)) adoptedStyleSheets.push(foundStyles.styleSheet!)
  fullDates(list)
  const { place, ctx, near, rows } = list
  return html`${listBar(list)}${elsewhere(list)}${near && place.q && rows?.length ? html`<p class="near" dir="auto">${ctx.say?.near(place.q)}</p>` : nothing}`
}

/** Title and text of a row; one that was found has a piece of its text instead, with what matched marked. */
export const rowText = (ctx: Context, row: ListedThreadJson): [title: unknown, text: unknown] => {
  const { title, excerpt, found } = row
  if (!found) return [title, excerpt]
  const text = found.text.join('') ? marked(found.text) : excerpt
  return [marked(found.title), found.reply ? html`${byReply(ctx, row, found.reply)}${text}` : text]
}

/** That it was found by a reply, which leads there. */
const byReply = (
  ctx: Context,
  row: ListedThreadJson,
  { id, author }: { id: string; author: string | null },
) => {
  const path = threadPath(row, id)
  return html`<a class="by" lang=${ctx.locale} href=${ctx.href(path)} data-to=${path}>${ctx.say?.inReply(author)}</a> `
}

const marked = (pieces: string[]) =>
  pieces.map((piece, index) => (index % 2 ? html`<mark>${piece}</mark>` : piece))

const foundStyles = css`
  mark { background: var(--accent-wash); color: inherit; border-radius: 2px; box-shadow: inset 0 -2px 0 var(--accent-line); }
  .ex .by { position: relative; color: var(--accent); text-decoration: underline; text-decoration-color: var(--accent-line); text-underline-offset: 3px; }
  .near { padding-block: var(--s3); color: var(--text-2); text-wrap: pretty; overflow-wrap: anywhere; }
  .near:empty { padding: 0; }
  .near a { display: inline-block; min-height: 24px; padding-block: 2px; color: var(--accent); text-decoration: underline; text-decoration-color: var(--accent-line); text-underline-offset: 3px; }
  .empty h3 { overflow-wrap: anywhere; }
  .empty .steps { display: flex; flex-wrap: wrap; justify-content: center; gap: var(--s2); }
  @media (forced-colors: active) { mark { background: Mark; color: MarkText; } }
`
