import type { VoteJson } from '../../server/threads/json.ts'
import { codeOf, Problem } from '../api.ts'
import type { Host } from '../context.ts'
import { findOut } from './lost_vote.ts'
import { asMember } from './sign_in.ts'
import { announce, refuse, tell } from './speech.ts'
import type { Votes } from './votes.ts'

interface Row {
  number: number
  votes: number
}

/** Votes or takes the vote back; a visitor signs in first, and then it goes through by itself. */
export const vote = async (host: Host, row: Row): Promise<void> => {
  const { session, votes } = host.community!
  const want = session.token ? !votes.has(row.number) : true
  try {
    if (!(await asMember(host, () => cast(votes, row, want)))) return
    say(host, row)
  } catch (error) {
    refuse(host, error)
    if (codeOf(error) === 'offline') await settleLost(host, row)
  }
}

const say = (host: Host, row: Row): void => {
  const { votes } = host.community!
  const voted = votes.has(row.number)
  const count = votes.count(row)
  announce(host, (words) => words[voted ? 'voted' : 'unvoted'](count))
  tell(host, 'parvis-vote', { number: row.number, voted, votes: count })
}

/** A vote whose answer was lost may count all the same: shows what the server knows of it, and says where that is another. */
const settleLost = async (host: Host, row: Row): Promise<void> => {
  const { session, votes } = host.community!
  const voter = session.member?.id
  const settled = () => settledAt.get(votes)?.get(row.number)
  const before = settled()
  const over = () =>
    !voter ||
    !host.isConnected ||
    session.member?.id !== voter ||
    votes.wanted.has(row.number) ||
    settled() !== before
  const shown = votes.has(row.number)
  const now = await findOut(votes, row.number, over)
  if (!now) return
  settle(votes, row.number, now, true)
  if (now.voted !== shown) say(host, row)
}

/** When a vote was last settled, on the clock of the page: what was asked for before does not know it. */
const settledAt = new WeakMap<Votes, Map<number, number>>()

/**
 * Resolves to true when the server agrees with what was wanted last, to false at once where
 * an earlier call is under way and will see to it. Throws the server's refusal, undone.
 */
const cast = async (votes: Votes, row: Row, want: boolean): Promise<boolean> => {
  const { number } = row
  const under = votes.wanted.has(number)
  const known: VoteJson = { votes: votes.count(row), voted: votes.has(number) }
  votes.wanted.set(number, want)
  show(votes, number, { votes: known.votes + Number(want) - Number(known.voted), voted: want })
  if (under) return false
  const { bearer } = votes.api
  const voter = bearer.member?.id
  try {
    for (let sent: boolean | undefined; sent !== votes.wanted.get(number); ) {
      if (bearer.member?.id !== voter) throw new Problem('other_writer')
      sent = votes.wanted.get(number)!
      Object.assign(known, await send(votes, number, sent))
    }
  } finally {
    votes.wanted.delete(number)
    settle(votes, number, known, bearer.member?.id === voter)
  }
  return true
}

/** A vote may be sent twice and counts once: one whose answer was lost on the way is sent again at once. */
const send = async ({ api }: Votes, number: number, sent: boolean): Promise<VoteJson> => {
  const voter = api.bearer.member?.id
  const ask = () => api.ask<VoteJson>(`threads/${number}/vote`, { method: sent ? 'PUT' : 'DELETE' })
  try {
    return await ask()
  } catch (error) {
    if (codeOf(error) !== 'offline' || api.bearer.member?.id !== voter) throw error
    return ask()
  }
}

/** What became of a vote. Where somebody else is there by now, the count alone is theirs too. */
const settle = (votes: Votes, number: number, known: VoteJson, same: boolean): void => {
  const settled = settledAt.get(votes) ?? new Map()
  if (same) settledAt.set(votes, settled.set(number, performance.now()))
  show(votes, number, same ? known : { ...known, voted: false })
}

/** What is so, or will be once the server has agreed. */
const show = (votes: Votes, number: number, { votes: count, voted }: VoteJson): void => {
  votes.counts.set(number, count)
  if (voted) votes.mine.add(number)
  else votes.mine.delete(number)
  changed(votes)
}

/** Of the threads asked about, these have my vote. `askedAt` is on the clock of the page. */
export const learnMine = (votes: Votes, asked: number[], voted: number[], askedAt: number): void => {
  const settled = settledAt.get(votes)
  for (const number of asked) {
    if (votes.wanted.has(number) || (settled?.get(number) ?? 0) > askedAt) continue
    if (voted.includes(number)) votes.mine.add(number)
    else votes.mine.delete(number)
  }
  changed(votes)
}

/** Somebody else is there; a vote that is under way is theirs. */
export const forgetMine = (votes: Votes): void => {
  for (const number of votes.mine) if (!votes.wanted.has(number)) votes.mine.delete(number)
  changed(votes)
}

const changed = (votes: Votes): void => {
  votes.dispatchEvent(new Event('change'))
}
