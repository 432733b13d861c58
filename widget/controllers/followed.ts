import type { OverlayJson } from '../../server/members/json.ts'
import type { ReactionName } from '../../server/reactions/json.ts'
import type { Session } from './session.ts'

/** A thread by its number, a board by its slug. */
export type Followed = number | string

/** What whoever is signed in follows, as far as it was asked about. */
const known = new WeakMap<Session, Set<Followed>>()

export const follows = (session: Session, what: Followed): boolean => !!known.get(session)?.has(what)

/** Of what was asked about, this is followed. */
export const learnFollowed = (session: Session, asked: Followed[], followed: Followed[]): void => {
  const mine = new Set(known.get(session))
  for (const what of asked) mine.delete(what)
  for (const what of followed) mine.add(what)
  known.set(session, mine)
}

type Visit = Omit<OverlayJson['visits'][number], 'thread'>

/** How far they read in threads that they opened, and whether somebody replied since. */
const visited = new WeakMap<Session, Map<number, Visit>>()

export const visitOf = (session: Session, number: number): Visit | undefined =>
  visited.get(session)?.get(number)

export const learnVisits = (session: Session, visits: OverlayJson['visits']): void => {
  const mine = new Map(visited.get(session))
  for (const { thread, ...visit } of visits) mine.set(thread, visit)
  visited.set(session, mine)
}

/** How they reacted to posts, as far as they were asked about. */
const reacted = new WeakMap<Session, OverlayJson['reacted']>()
const none: never[] = []

export const reactedTo = (session: Session, post: string): ReactionName[] =>
  reacted.get(session)?.[post] ?? none

export const learnReacted = (session: Session, to: OverlayJson['reacted']): void => {
  reacted.set(session, { ...reacted.get(session), ...to })
}

/** Somebody else is there now. */
export const forgetPersonal = (session: Session): void => {
  known.delete(session)
  visited.delete(session)
  reacted.delete(session)
}
