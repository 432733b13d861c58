import { sql } from 'kysely'
import { audit } from '../audit/audit.ts'
import type { World } from '../context.ts'
import type { Trx } from '../lib/in_transaction.ts'
import { tell, tellAt } from '../notifications/tell.ts'
import type { Site } from '../sites/queries.ts'
import { giveMark, type Mark, newsOf, takeMark } from './mark.ts'

/** Who accepts: somebody of the team is written down in the log too. */
export interface Accepter {
  id: string
  staff: boolean
}

const accepted: Mark = {
  kind: 'accepted',
  ofQuestions: true,
  told: (siteId, _, postId) =>
    sql`select author_id as member_id from posts where site_id = ${siteId} and id = ${postId}`,
}

/** Makes a reply the one that answers a question, and tells its author and those who follow the question. */
export async function acceptReply(
  world: World,
  site: Site,
  question: { id: string; number: number },
  postId: string,
  by: Accepter,
): Promise<void> {
  const place = { siteId: site.id, threadId: question.id }
  await giveMark(world, accepted, place, postId, by.id, async (trx, { author_id: author }, at) => {
    if (author && author !== by.id) {
      const post = { threadId: question.id, postId, actorId: by.id }
      const news = { kind: 'accepted', key: newsOf(accepted, postId), ...post } as const
      await tell(trx, site.id, [author], news, tellAt(at))
    }
    await tellOthers(world, trx, { ...place, postId, actorId: by.id }, tellAt(at))
    if (!by.staff) return
    await audit(trx, site.id, by.id, 'threads.accept', 'thread', String(question.number), { reply: postId })
  })
}

// By a job, since they may be thousands, and not before it can no longer be taken back.
async function tellOthers(
  world: World,
  trx: Trx,
  news: { siteId: string; threadId: string; postId: string; actorId: string },
  at: Date,
): Promise<void> {
  const { rows } = await sql`select from thread_subscriptions where site_id = ${news.siteId}
    and thread_id = ${news.threadId} and following and member_id <> ${news.actorId} limit 1`.execute(trx)
  if (rows.length)
    await world.jobs.send(trx, 'followers', { ...news, kind: 'answered', at: at.toISOString() }, at)
}

/** No reply answers the question any more. */
export async function dropAccepted(
  world: World,
  site: Site,
  question: { id: string; number: number },
  by: Accepter,
): Promise<void> {
  await takeMark(world, accepted, { siteId: site.id, threadId: question.id }, by.id, async (trx, reply) => {
    if (!by.staff) return
    await audit(trx, site.id, by.id, 'threads.unaccept', 'thread', String(question.number), { reply })
  })
}
