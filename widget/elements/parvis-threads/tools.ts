import { html, nothing } from 'lit'
import type { BoardJson } from '../../../server/boards/json.ts'
import type { Kind, Sort } from '../../../server/words.ts'
import { type Context, nameOf } from '../../context.ts'
import { type ListPlace, listPath } from '../../controllers/navigation.ts'
import { icon, iconDown, iconFilter, iconPlus, iconSearch } from '../../ui/icons.ts'

const sorts: Sort[] = ['trending', 'top', 'new', 'active']

/** What visitors may begin in a board; announcements are the team's. */
export const openKind = (board: BoardJson): Kind | undefined =>
  board.kinds.find((kind) => kind !== 'announcement')

/** Search, and the way to post. */
export const tools = (ctx: Context, board: BoardJson, typed: (text: string, now: boolean) => unknown) => {
  const { words } = ctx
  const label = words.search[board.kinds[0] ?? 'idea']
  return html`<form class="tools" role="search" @submit=${(event: Event) => {
    event.preventDefault()
    typed((event.currentTarget as HTMLFormElement).querySelector('input')!.value, true)
  }}>
    <label class="field">${icon(iconSearch)}<span class="vh">${label}</span><input type="search" placeholder=${label} enterkeyhint="search" maxlength="200" autocomplete="off" @input=${(event: InputEvent) => typed((event.target as HTMLInputElement).value, false)} /></label>
    ${createLink(ctx, board)}
  </form>`
}

export const createLink = (ctx: Context, board: BoardJson) => {
  const kind = openKind(board)
  const path = `/new?board=${board.slug}`
  return kind
    ? html`<a class="btn pri" href=${ctx.href(path)} data-to=${path}>${icon(iconPlus)}${ctx.words.create[kind]}</a>`
    : nothing
}

/** What was found has an order of its own. Sort as links where there is room, as a select where there is not; filters likewise behind a button. */
export const sortAndFilter = (
  ctx: Context,
  board: BoardJson,
  place: ListPlace,
  open: boolean,
  toggle: () => void,
) => {
  const { words, opening, locale } = ctx
  const current = place.sort ?? board.defaultSort
  const path = (change: Partial<ListPlace>) => listPath({ ...place, ...change })
  const go = (change: Partial<ListPlace>) => ctx.go(path(change))
  const statuses = board.kinds.includes('idea') ? opening.statuses : []
  const offered = sorts.filter((sort) => sort !== 'top' || sort === current || board.kinds.includes('idea'))
  return html`<div class="sort">
    ${
      place.q
        ? nothing
        : html`<div class="wide">${offered.map((sort) => {
            const to = path({ sort: sort === board.defaultSort ? undefined : sort })
            return html`<a href=${ctx.href(to)} data-to=${to} aria-current=${sort === current ? 'true' : nothing}>${words.sorts[sort]}</a>`
          })}</div>
    <div class="narrow">${menu(
      words.sort,
      current,
      offered.map((sort) => [sort, words.sorts[sort]]),
      (sort) => go({ sort: sort as Sort }),
    )}</div>`
    }
    <button class="menu narrow" type="button" aria-expanded=${open} @click=${toggle}>${icon(iconFilter)}${words.filters}</button>
    <div class="filters ${open ? '' : 'shut'}">
      ${board.kinds.length > 1 ? menu(words.kind, place.kind, [['', words.kind], ...board.kinds.map((kind): Option => [kind, words.kinds[kind]])], (kind) => go({ kind: kind as Kind })) : nothing}
      ${statuses.length ? menu(words.status, place.status, [['', words.status], ...options(statuses, locale)], (status) => go({ status })) : nothing}
      ${opening.tags.length ? menu(words.tag, place.tag, [['', words.tag], ...options(opening.tags, locale)], (tag) => go({ tag })) : nothing}
    </div>
  </div>`
}

type Option = [slug: string, name: string]

const options = (things: BoardJson[] | Context['opening']['tags'], locale: Context['locale']): Option[] =>
  things.map((one) => [one.slug, nameOf(one, locale)])

/** A native select that looks like a word with a caret. */
const menu = (label: string, value: string | undefined, choices: Option[], choose: (value: string) => void) =>
  html`<label class="menu"><span class=${value ? '' : 'vh'}>${label}</span><select class=${value ? 'on' : ''} @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>${choices.map(
    ([slug, name]) => html`<option value=${slug} .selected=${slug === (value ?? '')}>${name}</option>`,
  )}</select>${icon(iconDown, 's')}</label>`
