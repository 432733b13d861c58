import type { OpeningJson } from '../server/sites/json.ts'
import type { Category, Locale, Names } from '../server/words.ts'
import type { Community } from './controllers/community.ts'
import { listPath } from './controllers/navigation.ts'
import type { Acts } from './translations/en/acts.ts'
import type { Core } from './translations/en/core.ts'

/** What was not needed for the first view. */
export type Later = typeof import('./acts.ts')
export type Deeds = Later['deeds']
type Given<Deed> = Deed extends (host: Host, ...given: infer Rest) => unknown ? Rest : never

/** The widget's element, as its acts know it. */
export interface Host extends HTMLElement {
  readonly updateComplete: Promise<boolean>
  ctx: Context | undefined
  /** What a screen reader is told. */
  said: string
  /** What could not be done, for everyone to see. */
  notice: string
  /** A dialog on top of everything. */
  dialog: unknown
  readonly community: Community | undefined
  readonly root: HTMLElement | null
  theme: string | null
  open(): Promise<void>
  /** Speaks another language; one that is given is remembered on the device. */
  speak(chosen?: Locale): Promise<void>
  fit(): void
}

/**
 * What every view is given. A new object whenever something in it changed, so that
 * views draw again.
 */
export interface Context extends Community {
  opening: OpeningJson
  /** The board that the widget starts with. */
  start: string | undefined
  /** The list whose first page came with the opening, as a path. */
  opened: string
  locale: Locale
  /** The locale for dates, with its region: `en-GB`. */
  region: string
  words: Core
  /** The words for what is done, and the rest of the widget: there a moment after the first view is painted. */
  say: Acts | undefined
  later: Later | undefined
  unread: number
  /** The server's address, for pictures. */
  base: string
  /** The widget's name, which keeps apart what two widgets of a page remember. */
  name: string
  href(path: string): string
  /** Goes to a path, as a click on a link does; `replace` leaves no step behind. */
  go(path: string, replace?: boolean): void
  /** A view calls this when what its place names is on screen, with the heading to focus after a step forward. */
  arrived(heading?: HTMLElement | null): void
  /** Does one of the widget's acts: `announce`, `refuse`, `signIn`, `vote`, `overlay`… */
  act<Name extends keyof Deeds>(
    name: Name,
    ...given: Given<Deeds[Name]>
  ): Promise<Awaited<ReturnType<Deeds[Name]>>>
}

/** The name of a status, board or tag in the reader's language. */
export const nameOf = (thing: { name: string; names: Names } | undefined, locale: Locale): string =>
  thing ? (thing.names[locale] ?? thing.name) : ''

/** Category and name of a status by its slug. */
export const statusOf = (ctx: Context, slug: string | null): [Category | undefined, string] => {
  const status = ctx.opening.statuses.find((one) => one.slug === slug)
  return [status?.category, nameOf(status, ctx.locale)]
}

/** The path of a board's list; the board that the widget starts with has the shortest. */
export const boardPath = (ctx: Context, board: string | null | undefined): string =>
  listPath({ board: !board || board === ctx.start ? undefined : board })
