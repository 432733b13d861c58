import type { OverlayJson } from '../../server/members/json.ts'
import type { ReactionName } from '../../server/reactions/json.ts'
import type { Session } from './session.ts'

/** A thread by its number, a board by its slug. */
export type Followed = number | string

/** What whoever is signed in follows, as far as it was asked about. */
const known = new WeakMap<Session, Set<Followed>>()

export const follows = (session: Session, what: Followed): boolean => !!known.get(session)?.has(what)

/** When it was chosen here to follow something or not, on the clock of the page. */
const chosenAt = new WeakMap<Session, Map<Followed, number>>()

/** Of what was asked about at a moment of the page's clock, this is followed; what was chosen since then is newer. */
export const learnFollowed = (
  session: Session,
  asked: Followed[],
  followed: Followed[],
  askedAt: number,
): void => {
  const mine = new Set(known.get(session))
  const chosen = chosenAt.get(session)
  const older = (what: Followed) => (chosen?.get(what) ?? 0) <= askedAt
  for (const what of asked) if (older(what)) mine.delete(what)
  for (const what of followed) if (older(what)) mine.add(what)
  known.set(session, mine)
}

/** Whoever is there has just chosen to follow something, or not to. */
export const chooseFollowed = (session: Session, what: Followed, want: boolean): void => {
  const now = performance.now()
  learnFollowed(session, [what], want ? [what] : [], now)
  chosenAt.set(session, new Map(chosenAt.get(session)).set(what, now))
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

/** What was chosen here of reactions, by post and name, and when, on the clock of the page. */
const reactedAt = new WeakMap<
  Session,
  Map<string, { post: string; name: ReactionName; want: boolean; at: number }>
>()

/** So they reacted to posts, as it was asked at a moment of the page's clock; what was chosen since then is newer. */
export const learnReacted = (session: Session, to: OverlayJson['reacted'], askedAt: number): void => {
  const all = { ...reacted.get(session), ...to }
  for (const { post, name, want, at } of reactedAt.get(session)?.values() ?? [])
    if (at > askedAt) all[post] = withName(all[post] ?? none, name, want)
  reacted.set(session, all)
}

/** Whoever is there has just reacted to a post, or taken that back. */
export const chooseReacted = (session: Session, post: string, name: ReactionName, want: boolean): void => {
  const mine = withName(reactedTo(session, post), name, want)
  reacted.set(session, { ...reacted.get(session), [post]: mine })
  const chosen = new Map(reactedAt.get(session))
  reactedAt.set(session, chosen.set(`${post} ${name}`, { post, name, want, at: performance.now() }))
}

const withName = (names: ReactionName[], name: ReactionName, want: boolean): ReactionName[] => {
  const others = names.filter((one) => one !== name)
  return want ? [...others, name] : others
}

/** Somebody else is there now. */
export const forgetPersonal = (session: Session): void => {
  known.delete(session)
  chosenAt.delete(session)
  visited.delete(session)
  reacted.delete(session)
  reactedAt.delete(session)
}
