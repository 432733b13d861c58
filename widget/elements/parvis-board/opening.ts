import type { OpeningJson } from '../../../server/sites/json.ts'
import type { Api } from '../../api.ts'
import type { Context, Later } from '../../context.ts'
import type { Journey } from '../../controllers/journey.ts'
import { type ListPlace, listPath, placeOf } from '../../controllers/navigation.ts'

interface Host {
  board: string | undefined
  name: string | null
  readonly journey: Journey
  readonly renderRoot: HTMLElement | DocumentFragment
  later(): Promise<Later>
}

/** One answer: the site, its boards, and the list that is shown or behind what is shown. */
export const readOpening = async (host: Host, api: Api) => {
  const place = placeOf(host.journey.path)
  const { board = host.board, q: _, ...wish } = place.view === 'list' ? place : ({} as ListPlace)
  const query = new URLSearchParams(listPath(wish).slice(2))
  if (board) query.set('board', board)
  const opening = await api.ask<OpeningJson>(`opening?${query}`)
  const opened = listPath({ ...wish, board: opening.board ?? undefined })
  return { opening, opened, start: host.board ?? opening.boards[0]?.slug }
}

/** What views do it with; the same for as long as the site is. */
export const meansOf = (host: Host, base: string) => {
  const { journey } = host
  return {
    say: undefined,
    later: undefined,
    unread: 0,
    base,
    name: host.name ?? '',
    href: (path) => journey.href(path),
    go: (path, replace) => journey.go(path, replace),
    arrived: (heading) =>
      journey.travel?.arrived(heading ?? host.renderRoot.querySelector<HTMLElement>('#title')),
    act: async (name, ...given) =>
      ((await host.later()).deeds[name] as (...all: unknown[]) => never)(host, ...given),
  } satisfies Partial<Context>
}
