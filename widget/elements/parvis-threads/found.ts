import { css, html, type LitElement, nothing } from 'lit'
import type { ListedThreadJson } from '../../../server/threads/json.ts'
import type { Context } from '../../context.ts'
import type { ListPlace } from '../../controllers/navigation.ts'
import { listBar } from '../../live/live_list.ts'

type List = Parameters<typeof listBar>[0] &
  LitElement & { near: boolean | undefined; place: ListPlace; ctx: Context }

/** What stands above the rows: what is new, and of a search that found nothing that these are only near. */
export const aboveList = (list: List) => {
  const { adoptedStyleSheets } = list.renderRoot as ShadowRoot
  if (!adoptedStyleSheets.includes(foundStyles.styleSheet!)) adoptedStyleSheets.push(foundStyles.styleSheet!)
  const { place, ctx, near, rows } = list
  return html`${listBar(list)}${near && place.q && rows?.length ? html`<p class="near" dir="auto">${ctx.say?.near(place.q)}</p>` : nothing}`
}

/** Title and text of a row; one that was found has a piece of its text instead, with what matched marked. */
export const rowText = ({ title, excerpt, found }: ListedThreadJson): [title: unknown, text: unknown] =>
  found ? [marked(found.title), found.text.join('') ? marked(found.text) : excerpt] : [title, excerpt]

const marked = (pieces: string[]) =>
  pieces.map((piece, index) => (index % 2 ? html`<mark>${piece}</mark>` : piece))

const foundStyles = css`
  mark { background: var(--accent-wash); color: inherit; border-radius: 2px; box-shadow: inset 0 -2px 0 var(--accent-line); }
  .near { padding-block: var(--s3); color: var(--text-2); text-wrap: pretty; overflow-wrap: anywhere; }
  .empty h3 { overflow-wrap: anywhere; }
  .empty .steps { display: flex; flex-wrap: wrap; justify-content: center; gap: var(--s2); }
  @media (forced-colors: active) { mark { background: Mark; color: MarkText; } }
`
