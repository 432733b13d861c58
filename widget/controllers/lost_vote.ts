import type { OverlayJson } from '../../server/members/json.ts'
import type { ThreadJson, VoteJson } from '../../server/threads/json.ts'
import type { Votes } from './votes.ts'

const patience = 10_000
const firstPause = 2000
const tries = 8

/** Whose vote is being found out about, by thread. */
const asking = new WeakMap<Votes, Set<number>>()

/**
 * What became of a vote whose answer was lost: asked again and again until the server tells, for some minutes at most.
 * `over` says whether that is known otherwise by now, or nobody's affair any more; then, and where it stays unknown, it
 * resolves to undefined.
 */
export const findOut = async (
  votes: Votes,
  number: number,
  over: () => boolean,
): Promise<VoteJson | undefined> => {
  const under = asking.get(votes) ?? new Set()
  asking.set(votes, under)
  if (under.has(number)) return undefined
  under.add(number)
  try {
    for (let tried = 0; tried < tries && !over(); tried++) {
      const now = navigator.onLine ? await readVote(votes, number).catch(() => undefined) : undefined
      if (now) return over() ? undefined : now
      await rest(firstPause * 2 ** tried)
    }
  } finally {
    under.delete(number)
  }
}

const readVote = async ({ api }: Votes, number: number): Promise<VoteJson> => {
  const signal = AbortSignal.timeout(patience)
  const [{ voted }, { votes }] = await Promise.all([
    api.ask<OverlayJson>(`me/overlay?threads=${number}`, { signal }),
    api.ask<ThreadJson>(`threads/${number}`, { signal }),
  ])
  return { votes, voted: voted.includes(number) }
}

/** Resolves after a while, or at once when the network is back. */
const rest = (milliseconds: number): Promise<void> =>
  new Promise((done) => {
    const over = () => {
      clearTimeout(timer)
      removeEventListener('online', over)
      done()
    }
    const timer = setTimeout(over, milliseconds)
    addEventListener('online', over)
  })
