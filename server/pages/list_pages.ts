import { html } from 'hono/html'
import type { Board } from '../sites/queries.ts'
import type { ThreadPageJson } from '../threads/json.ts'
import type { Sort } from '../words.ts'
import { pageLink } from './addresses.ts'
import { boardIcon } from './board_icons.ts'
import { type Drawing, nameIn, titleOf } from './drawing.ts'
import type { Page } from './frame.ts'
import { icon } from './icons.ts'
import { threadList } from './parts.ts'

const order: Sort[] = ['trending', 'top', 'new', 'active']

/** What a visitor may read of a site, and where they are in it. */
export interface ListView {
  boards: Board[]
  /** The board that is shown; nothing where none is public. */
  board: Board | undefined
  sort: Sort
  /** What leaves out part of the board, and how far on it is. */
  filters: Record<string, string>
  list: ThreadPageJson
}

/** The start: the site's boards, the first one's threads, and what is newest in all of them. */
export function startPage(drawing: Drawing, view: ListView, newest: ThreadPageJson, aside: boolean): Page {
  const { site, locale, words } = drawing
  const purpose = site.texts.purposes?.[locale]
  return {
    path: '/',
    description: purpose ?? titleOf(drawing),
    aside,
    feeds: [{ title: site.name, path: '/feed.atom' }],
    living: true,
    main: html`${overview(drawing, view, titleOf(drawing), purpose, '/')}
${view.board ? listOf(drawing, view) : html`<p class="empty">${words.noBoards}</p>`}
${
  newest.items.length && view.boards.length > 1
    ? html`<section><h2 class="sec">${words.newest}</h2>${threadList(drawing, newest.items, { votes: false, level: 3 })}</section>`
    : ''
}`,
  }
}

export function boardPage(drawing: Drawing, view: ListView & { board: Board }): Page {
  const { config, site, locale } = drawing
  const { board, filters } = view
  const name = nameIn(drawing, board)
  const purpose = board.purposes[locale]
  const path = `/b/${board.slug}`
  return {
    path,
    title: name,
    description: purpose ?? `${name} · ${titleOf(drawing)}`,
    aside: Object.keys(filters).some((filter) => filter !== 'sort'),
    next: view.list.next ? pageLink(config, site, path, { ...filters, cursor: view.list.next }) : undefined,
    feeds: [{ title: `${name} · ${site.name}`, path: `${path}/feed.atom` }],
    living: !filters.cursor,
    main: html`${overview(drawing, view, html`${titleOf(drawing)}<span class="vh">: ${name}</span>`, purpose, path)}
${listOf(drawing, view)}`,
  }
}

/** Title, purpose and tabs, which lists and the roadmap have in common. */
export function overview(
  drawing: Drawing,
  { boards, board }: Pick<ListView, 'boards' | 'board'>,
  title: unknown,
  purpose: string | undefined,
  path: string,
) {
  const { config, site, locale, words } = drawing
  const promise = site.texts.promises?.[locale]
  const current = (on: boolean) => (on ? html` aria-current="page"` : '')
  return html`<div class="head"><h1>${title}</h1>
${purpose ? html`<p class="purpose" dir="auto">${purpose}</p>` : ''}
${promise && path !== '/roadmap' ? html`<p class="clock">${icon('clock')}<span>${words.promise[0]}<b>${promise}</b>${words.promise[1]}</span></p>` : ''}</div>
<nav class="tabs" aria-label="${words.boards}">
${boards.map((one) => html`<a href="${pageLink(config, site, `/b/${one.slug}`)}"${current(one.slug === board?.slug)}>${boardIcon(one.icon)}${nameIn(drawing, one)}</a>`)}
<a href="${pageLink(config, site, '/roadmap')}"${current(path === '/roadmap')}>${words.roadmap}</a>
</nav>`
}

function listOf(drawing: Drawing, { board, sort, filters, list }: ListView) {
  const { config, site, words } = drawing
  const path = `/b/${board!.slug}`
  const { cursor, sort: _, ...kept } = filters
  const first = pageLink(config, site, path, { ...kept, ...(filters.sort ? { sort } : {}) })
  const next = list.next && pageLink(config, site, path, { ...filters, cursor: list.next })
  const votes = board!.kinds.includes('idea')
  return html`<nav class="sort" aria-label="${words.sort}">${order
    .filter((one) => votes || one !== 'top' || one === sort)
    .map((one) => {
      const link = pageLink(config, site, path, { ...kept, sort: one })
      return html`<a href="${link}" rel="nofollow"${one === sort ? html` aria-current="true"` : ''}>${words.sorts[one]}</a>`
    })}</nav>
${list.items.length ? threadList(drawing, list.items, { votes, sort }) : html`<p class="empty">${words.nothing}</p>`}
<p class="more">${cursor ? html`<a class="btn" href="${first}">${words.fromStart}</a>` : ''}${next ? html`<a class="btn" rel="next" href="${next}">${words.next}</a>` : ''}</p>`
}
