import { html, nothing } from 'lit'
import type { BoardJson } from '../../../server/boards/json.ts'
import { boardPath, type Context } from '../../context.ts'
import { isFiltered, type ListPlace, listPath } from '../../controllers/navigation.ts'
import { followInWords } from './below_list.ts'
import { createLink } from './tools.ts'

/** What an empty list is for, and the first step. */
export const emptyList = (ctx: Context, board: BoardJson, place: ListPlace) => {
  const { say } = ctx
  if (!say) return html``
  if (place.q) return nothingFound(ctx, board, place, place.q)
  const filtered = isFiltered(place)
  const [what, hint] = filtered ? say.nothing : say.empty[board.kinds[0] ?? 'idea']
  return html`<div class="empty">
    <h3>${what}</h3>
    <p class="q">${hint}</p>
    ${filtered ? way(ctx, boardPath(ctx, board.slug), say.clear) : [createLink(ctx, board), followInWords(ctx, board.slug)]}
  </div>`
}

/** What else to try: without the filters, without the words, or to begin it oneself with the button above. */
const nothingFound = (ctx: Context, board: BoardJson, place: ListPlace, q: string) => {
  const say = ctx.say!
  const narrowed = isFiltered({ ...place, q: undefined })
  return html`<div class="empty">
    <h3 dir="auto">${say.nothingFor(q)}</h3>
    <p class="q">${say.otherWords}</p>
    <div class="steps">
      ${narrowed ? way(ctx, listPath({ board: place.board, q }), say.searchAll) : nothing}
      ${way(ctx, listPath({ ...place, q: undefined }), say.clearSearch)}
      ${narrowed ? nothing : createLink(ctx, board)}
    </div>
  </div>`
}

const way = (ctx: Context, path: string, words: string) =>
  html`<a class="btn" href=${ctx.href(path)} data-to=${path}>${words}</a>`
