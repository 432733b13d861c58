import type { Session } from './session.ts'

/** The threads that whoever is signed in follows, as far as they were asked about. */
const known = new WeakMap<Session, Set<number>>()

export const follows = (session: Session, number: number): boolean => !!known.get(session)?.has(number)

/** Of the threads asked about, these are followed. */
export const learnFollowed = (session: Session, asked: number[], followed: number[]): void => {
  const mine = new Set(known.get(session))
  for (const number of asked) mine.delete(number)
  for (const number of followed) mine.add(number)
  known.set(session, mine)
}

export const forgetFollowed = (session: Session): void => void known.delete(session)
