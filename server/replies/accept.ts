import { sql } from 'kysely'
import { record } from '../activity/record.ts'
import { audit } from '../audit/audit.ts'
import type { World } from '../context.ts'
import { Problem } from '../errors.ts'
import { inTransaction, type Trx } from '../lib/in_transaction.ts'
import { tell, tellAt } from '../notifications/tell.ts'
import type { Site } from '../sites/queries.ts'
import { holdThread, requireReply } from './hold.ts'

/** Who accepts: somebody of the team is written down in the log too. */
export interface Accepter {
  id: string
  staff: boolean
}

/**
 * Makes a reply the one that answers a question, in place of any other, and tells its author. The one that it is
 * already changes nothing. What is no question takes none: 409.
 */
export async function acceptReply(
  world: World,
  site: Site,
  question: { id: string; number: number },
  postId: string,
  by: Accepter,
): Promise<void> {
  await inTransaction(world, site.id, async (trx) => {
    const { kind } = await holdThread(trx, site.id, question.id)
    if (kind !== 'question') throw new Problem('not_a_question')
    const reply = await requireReply(trx, site.id, question.id, postId)
    if ((await acceptedOf(trx, site.id, question.id)) === postId) return
    const now = world.clock.now()
    await takeBack(trx, site.id, question.id, now)
    await trx
      .insertInto('accepted_replies')
      .values({
        site_id: site.id,
        thread_id: question.id,
        post_id: postId,
        marked_by: by.id,
        marked_at: now,
      })
      .execute()
    const threadId = question.id
    if (reply.author_id && reply.author_id !== by.id) {
      const news = { kind: 'accepted', key: `accepted:${postId}`, threadId, postId, actorId: by.id } as const
      await tell(trx, site.id, [reply.author_id], news, tellAt(now))
    }
    record(trx, { kind: 'accepted', threadId, postId, actorId: by.id, at: now })
    if (by.staff) await log(trx, site.id, by.id, 'threads.accept', question.number, postId)
  })
}

/** No reply answers the question any more; an author who was not told yet will not be. Twice is once. */
export async function dropAccepted(
  world: World,
  site: Site,
  question: { id: string; number: number },
  by: Accepter,
): Promise<void> {
  await inTransaction(world, site.id, async (trx) => {
    await holdThread(trx, site.id, question.id)
    const now = world.clock.now()
    const postId = await takeBack(trx, site.id, question.id, now)
    if (!postId) return
    record(trx, { kind: 'accepted', threadId: question.id, actorId: by.id, at: now })
    if (by.staff) await log(trx, site.id, by.id, 'threads.unaccept', question.number, postId)
  })
}

function log(trx: Trx, siteId: string, by: string, action: string, number: number, reply: string) {
  return audit(trx, siteId, by, action, 'thread', String(number), { reply })
}

async function acceptedOf(trx: Trx, siteId: string, threadId: string): Promise<string | undefined> {
  const row = await trx
    .selectFrom('accepted_replies')
    .select('post_id')
    .where('site_id', '=', siteId)
    .where('thread_id', '=', threadId)
    .executeTakeFirst()
  return row?.post_id
}

/** Takes the mark away, and the news of it from an author who could not read it yet. Which reply had it, if any. */
async function takeBack(trx: Trx, siteId: string, threadId: string, now: Date): Promise<string | undefined> {
  const gone = await trx
    .deleteFrom('accepted_replies')
    .where('site_id', '=', siteId)
    .where('thread_id', '=', threadId)
    .returning('post_id')
    .executeTakeFirst()
  if (!gone) return undefined
  await sql`
    delete from notifications n using posts p
    where p.site_id = ${siteId} and p.id = ${gone.post_id} and n.site_id = p.site_id and n.member_id = p.author_id
      and n.key = ${`accepted:${gone.post_id}`} and n.tell_at > ${now}`.execute(trx)
  return gone.post_id
}
