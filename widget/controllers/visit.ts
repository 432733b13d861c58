import type { Host } from '../context.ts'
import { learnVisits } from './followed.ts'

/** Says how far somebody has read in a thread: up to a reply, or its opening. Missing, it only marks too much as new. */
export const visit = async (
  host: Host,
  thread: number,
  last: { post: string; at: string } | undefined,
): Promise<void> => {
  const { api, session } = host.community!
  if (!session.token) return
  try {
    await api.ask(`threads/${thread}/visit`, { method: 'PUT', body: last ? { post: last.post } : {} })
    learnVisits(session, [{ thread, readUntil: last?.at ?? '', fresh: false }])
    if (host.ctx) host.ctx = { ...host.ctx }
  } catch {
    // What is personal can be missing; the page stays whole without it.
  }
}
