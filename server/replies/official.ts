import { sql } from 'kysely'
import { audit } from '../audit/audit.ts'
import type { World } from '../context.ts'
import type { Trx } from '../lib/in_transaction.ts'
import { tellAt, tellConcerned } from '../notifications/tell.ts'
import type { Site } from '../sites/queries.ts'
import { giveMark, type Mark, newsOf, setMark, takeMark } from './mark.ts'

const official: Mark = {
  kind: 'official',
  ofQuestions: false,
  told: (siteId, threadId) => sql`
    select member_id from votes where site_id = ${siteId} and thread_id = ${threadId}
    union select author_id from threads where site_id = ${siteId} and id = ${threadId}`,
}

/** Makes a new reply the thread's official one, in place of any other, inside a transaction of the caller. */
export async function markOfficial(
  trx: Trx,
  site: Site,
  thread: { id: string },
  postId: string,
  by: string,
  at: Date,
): Promise<void> {
  await setMark(trx, official, { siteId: site.id, threadId: thread.id }, postId, by, at)
  await announce(trx, site, thread, postId, by, at)
}

/** Chooses a reply of the thread as its official one. */
export async function chooseOfficial(
  world: World,
  site: Site,
  thread: { id: string; number: number },
  postId: string,
  by: string,
): Promise<void> {
  const place = { siteId: site.id, threadId: thread.id }
  await giveMark(world, official, place, postId, by, async (trx, _, at) => {
    await announce(trx, site, thread, postId, by, at)
    await audit(trx, site.id, by, 'threads.official', 'thread', String(thread.number), { reply: postId })
  })
}

/** No reply is the official one any more. */
export async function dropOfficial(
  world: World,
  site: Site,
  thread: { id: string; number: number },
  by: string,
): Promise<void> {
  await takeMark(world, official, { siteId: site.id, threadId: thread.id }, by, (trx, reply) =>
    audit(trx, site.id, by, 'threads.unofficial', 'thread', String(thread.number), { reply }),
  )
}

/** Stops the clock of the team's first answer, and tells voters and author, once. */
async function announce(
  trx: Trx,
  site: Site,
  { id: threadId }: { id: string },
  postId: string,
  actorId: string,
  at: Date,
): Promise<void> {
  await sql`update threads set first_official_response_at = coalesce(first_official_response_at, ${at})
    where site_id = ${site.id} and id = ${threadId}`.execute(trx)
  const news = { kind: 'official', key: newsOf(official, postId), threadId, postId, actorId } as const
  await tellConcerned(trx, site.id, [threadId], news, tellAt(at))
}
