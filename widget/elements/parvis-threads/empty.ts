import { html } from 'lit'
import type { BoardJson } from '../../../server/boards/json.ts'
import { boardPath, type Context } from '../../context.ts'
import { isFiltered, type ListPlace } from '../../controllers/navigation.ts'
import { createLink } from './tools.ts'

/** What an empty list is for, and the first step. */
export const emptyList = (ctx: Context, board: BoardJson, place: ListPlace) => {
  const { say } = ctx
  if (!say) return html``
  const filtered = isFiltered(place)
  const [what, hint] = filtered ? say.nothing : say.empty[board.kinds[0] ?? 'idea']
  const path = boardPath(ctx, board.slug)
  return html`<div class="empty">
    <h3>${what}</h3>
    <p class="q">${hint}</p>
    ${filtered ? html`<a class="btn" href=${ctx.href(path)} data-to=${path}>${say.clear}</a>` : createLink(ctx, board)}
  </div>`
}
