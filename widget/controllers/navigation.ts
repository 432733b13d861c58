import type { Kind, Sort } from '../../server/words.ts'

// Where one is inside the widget is a path, such as `/t/12-slug`, kept in one query
// parameter of the host's own address. Everything else in that address is the host's.

export interface ListPlace {
  view: 'list'
  /** Undefined: the board that the widget starts with. */
  board?: string | undefined
  sort?: Sort | undefined
  kind?: Kind | undefined
  status?: string | undefined
  tag?: string | undefined
  q?: string | undefined
}

export type Place =
  | ListPlace
  | { view: 'thread'; number: number; post?: string | undefined }
  | { view: 'new'; board?: string | undefined }
  | { view: 'roadmap' }
  | { view: 'me'; part: string }
  | { view: 'member'; id: string }

const filters = ['sort', 'kind', 'status', 'tag', 'q'] as const

/** The place that a path names; what it does not know is the list. */
export const placeOf = (path: string): Place => {
  const [way = '', query] = path.split('?')
  const [, first, second = '', third] = way.split('/')
  const params = Object.fromEntries(new URLSearchParams(query))
  const number = Number.parseInt(second, 10)
  if (first === 't' && number > 0) return { view: 'thread', number, post: third }
  if (first === 'new') return { view: 'new', board: params.board }
  if (first === 'roadmap') return { view: 'roadmap' }
  if (first === 'me') return { view: 'me', part: second }
  if (first === 'm') return { view: 'member', id: second }
  const place: ListPlace = { view: 'list', board: first === 'b' ? second : undefined }
  for (const filter of filters) if (params[filter]) place[filter] = params[filter] as never
  return place
}

/** The path of a list. */
export const listPath = (place: Omit<ListPlace, 'view'>): string => {
  const query = new URLSearchParams()
  for (const filter of filters) if (place[filter]) query.set(filter, place[filter])
  return (place.board ? `/b/${place.board}` : '/') + (query.size ? `?${query}` : '')
}

/** Whether a list leaves out something of its board. */
export const isFiltered = ({ kind, status, tag, q }: ListPlace): boolean => !!(kind || status || tag || q)

/** The path of a thread; the words of its title are for people only. */
export const threadPath = (thread: { number: number; title: string }, post?: string): string => {
  const words = thread.title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
  const slug = words
    ?.join('-')
    .slice(0, 60)
    .replace(/[-\ud800-\udbff]$/, '')
  return `/t/${thread.number}${slug ? `-${slug}` : ''}${post ? `/${post}` : ''}`
}

/**
 * Reads and writes the one parameter of a widget, in the query or, as its tag may ask, behind the `#`; other widgets
 * and the host keep theirs.
 */
export class Navigation {
  readonly #parameter: string
  readonly #part: 'hash' | 'search'

  constructor(name: string | null, address: string | null) {
    this.#parameter = name ? `parvis-${name}` : 'parvis'
    this.#part = address === 'hash' ? 'hash' : 'search'
  }

  /** Links of mails and public pages name the place in the query, whatever the tag asks for. */
  get path(): string {
    return this.#read(location[this.#part]) ?? this.#read(location.search) ?? '/'
  }

  #read(part: string): string | null {
    return new URLSearchParams(part.slice(1)).get(this.#parameter)
  }

  /** The address of a path on the host's page. The host's other parameters stay as they are, to the byte. */
  href(path: string): string {
    const place = `${this.#parameter}=${encodeURIComponent(path).replace(/%(?:2F|3F|3D)/g, decodeURIComponent)}`
    const written = (part: 'hash' | 'search', sign: string) => {
      const pairs = location[part].slice(1).split('&')
      const kept = pairs.filter((pair) => pair && pair.split('=')[0] !== this.#parameter)
      if (path !== '/' && part === this.#part) kept.push(place)
      return kept.length ? sign + kept.join('&') : ''
    }
    return (
      location.href.split(/[?#]/)[0] +
      written('search', '?') +
      (this.#part === 'hash' ? written('hash', '#') : location.hash)
    )
  }

  /** The host's own history state is carried along, since its router may live in it. */
  write(path: string, replace: boolean): void {
    try {
      history[replace ? 'replaceState' : 'pushState'](history.state, '', this.href(path))
    } catch {
      // A frame without an address of its own (`srcdoc`) has no history to write: one moves without.
    }
  }
}
