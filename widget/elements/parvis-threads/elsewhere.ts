import { html, type LitElement, nothing } from 'lit'
import type { ListedThreadJson, ThreadPageJson } from '../../../server/threads/json.ts'
import { boardPath, type Context, nameOf } from '../../context.ts'
import type { ListPlace } from '../../controllers/navigation.ts'

// Where else a search finds something. It is asked where the open board has few, once the list is there.

type List = LitElement & {
  ctx: Context
  place: ListPlace
  board: { slug: string }
  busy: boolean
  rows: ListedThreadJson[] | undefined
}

/** A board with more than that has enough of its own to look through. */
const few = 10
const asked = new WeakMap<List, { on: string; key: string; boards: Set<string> }>()

/** The other boards in which a search finds something, as links to what it finds there. */
export const elsewhere = (list: List) => {
  const { ctx, place, board, rows } = list
  const { q } = place
  if (!q || !ctx.say || !rows || rows.length >= few || ctx.opening.boards.length < 2) return nothing
  // Who signs in may read other boards.
  const key = `${board.slug} ${ctx.opening.boards.map(({ slug }) => slug)} ${q}`
  const known = asked.get(list)
  if (known?.key !== key && !list.busy) void ask(list, key, q)
  // The links go with the board they stood on: one that was followed would keep the focus, and lead to yet another.
  const boards = known?.on === board.slug ? known.boards : undefined
  const found = others(list, boards)
  return html`<p class="near">${found.length ? ctx.say.elsewhere : nothing}${found.map((one, index) => {
    const path = `${boardPath(ctx, one.slug)}?q=${encodeURIComponent(q)}`
    return html`${index ? ', ' : ' '}<a href=${ctx.href(path)} data-to=${path}>${nameOf(one, ctx.locale)}</a>`
  })}</p>`
}

/** The open boards of these but the one that is shown. */
const others = ({ ctx, board }: List, boards: Set<string> | undefined) =>
  ctx.opening.boards.filter(({ slug }) => boards?.has(slug) && slug !== board.slug)

async function ask(list: List, key: string, q: string): Promise<void> {
  const mine = { on: list.board.slug, key, boards: new Set<string>() }
  const before = asked.get(list)
  // What another board holds stays shown until the answer to the new words is there.
  asked.set(list, before?.on === mine.on ? { ...mine, boards: before.boards } : mine)
  try {
    const { items, near } = await list.ctx.api.ask<ThreadPageJson>(
      `threads?limit=50&q=${encodeURIComponent(q)}`,
    )
    if (!near) for (const { board } of items) mine.boards.add(board)
  } catch {
    // It is a hint, and what was asked for is there.
  }
  if (asked.get(list)?.key !== key) return
  asked.set(list, mine)
  list.requestUpdate()
  const { ctx } = list
  const names = others(list, mine.boards).map((one) => nameOf(one, ctx.locale))
  if (names.length) void ctx.act('announceToo', `${ctx.say!.elsewhere} ${names.join(', ')}`)
}
