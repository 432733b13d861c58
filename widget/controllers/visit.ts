import type { Host } from '../context.ts'
import { learnVisits } from './followed.ts'
import { overlay } from './person.ts'

/**
 * How far somebody has read: up to a reply of somebody else, or the opening; which replies answered the thread; and
 * whether they opened it just now. `rest`: what is new goes on beyond what they see.
 */
export interface Visit {
  last: { id: string; createdAt: string } | undefined
  answers: string[]
  opened: boolean
  rest: boolean
}

/** Says how far somebody has read in a thread. Missing, it only marks too much as new. */
export const visit = async (
  host: Host,
  thread: number,
  { last, answers, opened, rest }: Visit,
): Promise<void> => {
  const { api, session } = host.community!
  if (!session.token) return
  try {
    await api.ask(`threads/${thread}/visit`, {
      method: 'PUT',
      body: { ...(last && { post: last.id }), answers, opened },
    })
    learnVisits(session, [{ thread, readUntil: last?.createdAt ?? '', fresh: rest }])
    if (host.ctx) host.ctx = { ...host.ctx }
    // What was told of it waits no more.
    if (host.ctx?.unread) await overlay(host, [thread])
  } catch {
    // What is personal can be missing; the page stays whole without it.
  }
}
