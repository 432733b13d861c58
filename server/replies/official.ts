import { sql } from 'kysely'
import { record } from '../activity/record.ts'
import { audit } from '../audit/audit.ts'
import type { World } from '../context.ts'
import { inTransaction, type Trx } from '../lib/in_transaction.ts'
import { tellAt, tellVoters } from '../notifications/tell.ts'
import type { Site } from '../sites/queries.ts'
import { holdThread, requireReply } from './hold.ts'

/**
 * Makes a reply the thread's official one, in place of any other, and tells its voters and author once, at
 * `told`.
 */
export async function markOfficial(
  trx: Trx,
  site: Site,
  thread: { id: string },
  postId: string,
  by: string,
  at: Date,
  told = at,
): Promise<void> {
  await takeMarkBack(trx, site.id, thread.id, at)
  await trx
    .insertInto('official_replies')
    .values({ site_id: site.id, thread_id: thread.id, post_id: postId, marked_by: by, marked_at: at })
    .execute()
  await sql`update threads set first_official_response_at = coalesce(first_official_response_at, ${at})
    where site_id = ${site.id} and id = ${thread.id}`.execute(trx)
  await tellVoters(
    trx,
    site.id,
    [thread.id],
    { kind: 'official', key: `official:${postId}`, threadId: thread.id, postId, actorId: by },
    told,
  )
}

/** Chooses a reply of the thread as its official one. The one that it is already changes nothing. */
export async function chooseOfficial(
  world: World,
  site: Site,
  thread: { id: string; number: number },
  postId: string,
  by: string,
): Promise<void> {
  await inTransaction(world, site.id, async (trx) => {
    await holdThread(trx, site.id, thread.id)
    await requireReply(trx, site.id, thread.id, postId)
    if ((await officialOf(trx, site.id, thread.id)) === postId) return
    const now = world.clock.now()
    await markOfficial(trx, site, thread, postId, by, now, tellAt(now))
    await audit(trx, site.id, by, 'threads.official', 'thread', String(thread.number), { reply: postId })
    record(trx, { kind: 'official', threadId: thread.id, postId, actorId: by, at: now })
  })
}

/** No reply is the official one any more; those who were not told yet will not be. Twice is once. */
export async function dropOfficial(
  world: World,
  site: Site,
  thread: { id: string; number: number },
  by: string,
): Promise<void> {
  await inTransaction(world, site.id, async (trx) => {
    await holdThread(trx, site.id, thread.id)
    const postId = await takeMarkBack(trx, site.id, thread.id, world.clock.now())
    if (!postId) return
    record(trx, { kind: 'official', threadId: thread.id, actorId: by, at: world.clock.now() })
    await audit(trx, site.id, by, 'threads.unofficial', 'thread', String(thread.number), { reply: postId })
  })
}

async function officialOf(trx: Trx, siteId: string, threadId: string): Promise<string | undefined> {
  const row = await trx
    .selectFrom('official_replies')
    .select('post_id')
    .where('site_id', '=', siteId)
    .where('thread_id', '=', threadId)
    .executeTakeFirst()
  return row?.post_id
}

/** Takes the mark away, and the news of it from those who could not read it yet. Which reply had it, if any. */
async function takeMarkBack(
  trx: Trx,
  siteId: string,
  threadId: string,
  now: Date,
): Promise<string | undefined> {
  const gone = await trx
    .deleteFrom('official_replies')
    .where('site_id', '=', siteId)
    .where('thread_id', '=', threadId)
    .returning('post_id')
    .executeTakeFirst()
  if (!gone) return undefined
  await sql`
    delete from notifications n using (
      select member_id from votes where site_id = ${siteId} and thread_id = ${threadId}
      union select author_id from threads where site_id = ${siteId} and id = ${threadId}) reader
    where n.site_id = ${siteId} and n.member_id = reader.member_id and n.key = ${`official:${gone.post_id}`}
      and n.tell_at > ${now}`.execute(trx)
  return gone.post_id
}
