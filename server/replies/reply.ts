import { sql } from 'kysely'
import { record } from '../activity/record.ts'
import { audit } from '../audit/audit.ts'
import type { World } from '../context.ts'
import { Problem } from '../errors.ts'
import { holdImages } from '../images/render.ts'
import { newId } from '../lib/ids.ts'
import { inTransaction, type Trx } from '../lib/in_transaction.ts'
import { type Rendered, rendererVersion } from '../lib/markdown.ts'
import { tellMentioned } from '../mentions/tell.ts'
import { isGone, isHidden } from '../moderation/hold.ts'
import { tell } from '../notifications/tell.ts'
import { holdAdmission } from '../sanctions/hold_admission.ts'
import type { Site } from '../sites/queries.ts'
import { joinThread } from '../subscriptions/take_part.ts'
import type { ThreadFull } from '../threads/queries.ts'
import { renderWritten } from '../threads/render.ts'
import { markOfficial } from './official.ts'
import { mostBelow } from './queries.ts'

export interface ReplyDraft {
  body: string
  /** The reply that this one answers. One that is nested itself is answered beside it, below the same reply. */
  parentId: string | null
  official: boolean
  authorId: string
  byStaff: boolean
}

/** Adds a reply to a thread and tells who asked for one. Returns its id. */
export async function postReply(
  world: World,
  site: Site,
  thread: ThreadFull,
  draft: ReplyDraft,
): Promise<string> {
  const rendered = await renderWritten(world, site, { ...draft, boardId: thread.board_id })
  return inTransaction(world, site.id, async (trx) => {
    await lockOpenThread(trx, site.id, thread)
    await holdAdmission(world, trx, site, { boardId: thread.board_id, authorId: draft.authorId })
    const parent = draft.parentId ? await findParent(trx, site.id, thread.id, draft.parentId) : null
    const now = world.clock.now()
    const id = await insertReply(
      trx,
      site.id,
      thread,
      { ...draft, parentId: parent?.below ?? null },
      rendered,
      now,
    )
    const post = { id, threadId: thread.id, actorId: draft.authorId }
    const mentioned = await tellMentioned(trx, site.id, post, rendered.mentioned, now)
    await holdImages(trx, site.id, id, rendered.images, draft.authorId)
    if (draft.official) {
      await markOfficial(trx, site, thread, id, draft.authorId, now)
      await audit(trx, site.id, draft.authorId, 'threads.official', 'thread', String(thread.number), {
        reply: id,
      })
    }
    record(trx, {
      kind: 'reply',
      boardId: thread.board_id,
      threadId: thread.id,
      postId: id,
      actorId: draft.authorId,
      at: now,
    })
    // An official answer is told to the thread's author as that, and not as a reply besides.
    const asker = draft.official ? null : thread.author_member
    const answered = [asker, parent?.author_id].filter((one) => !one || !mentioned.includes(one))
    await tellReply(world, trx, site.id, thread, id, draft.authorId, answered, now)
    return id
  })
}

// Whoever is answered is told at once; all others who follow the thread by a job, since there may be thousands.
async function tellReply(
  world: World,
  trx: Trx,
  siteId: string,
  thread: { id: string; board_id: string },
  postId: string,
  actorId: string,
  answered: (string | null | undefined)[],
  now: Date,
): Promise<void> {
  const { id: threadId, board_id: boardId } = thread
  const readers = answered.filter((one) => typeof one === 'string' && one !== actorId) as string[]
  const { asked, others } = await joinThread(trx, siteId, threadId, actorId, readers, now)
  await tell(trx, siteId, asked, { kind: 'reply', key: `reply:${postId}`, threadId, postId, actorId }, now)
  if (!others) return
  const news = { siteId, kind: 'reply', boardId, threadId, postId, actorId, at: now.toISOString() } as const
  await world.jobs.send(trx, 'followers', news)
}

// The row is held so that neither a merge nor a ruling slips between the check and the reply. Not shared: two
// that shared it and then both marked the first answer would wait for each other.
async function lockOpenThread(
  trx: Trx,
  siteId: string,
  opened: { id: string; opening_id: string },
): Promise<void> {
  const thread = await trx
    .selectFrom('threads')
    .select(['merged_into', 'locked_at'])
    .where('site_id', '=', siteId)
    .where('id', '=', opened.id)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!thread) throw new Problem('not_found')
  if (thread.merged_into) throw new Problem('thread_merged')
  if (thread.locked_at || (await isGone(trx, siteId, opened.opening_id))) throw new Problem('thread_locked')
}

/**
 * The reply that is answered, and the one that both stand below: itself, where it is not nested. Where as many stand
 * there as are read, the next goes on at the end of the thread, where it is seen.
 */
async function findParent(trx: Trx, siteId: string, threadId: string, parentId: string) {
  const parent = await trx
    .selectFrom('posts')
    .select(['id', 'author_id', 'parent_id'])
    .select(
      sql<boolean>`${mostBelow} = (select count(*) from (select from posts n
        where n.site_id = ${siteId} and n.parent_id = coalesce(posts.parent_id, posts.id) and n.deleted_at is null
        limit ${mostBelow}) b)`.as('full'),
    )
    .where('site_id', '=', siteId)
    .where('thread_id', '=', threadId)
    .where('id', '=', parentId)
    .where('kind', '=', 'reply')
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  if (!parent || (await isHidden(trx, siteId, parentId)))
    throw new Problem('invalid_input', undefined, {
      errors: [{ path: 'parent', message: 'There is no such reply in this thread.' }],
    })
  return { author_id: parent.author_id, below: parent.full ? null : (parent.parent_id ?? parent.id) }
}

/** The rows of a reply, inside a transaction of the caller. */
export async function insertReply(
  trx: Trx,
  siteId: string,
  thread: { id: string },
  draft: ReplyDraft,
  rendered: Rendered,
  at: Date,
): Promise<string> {
  const id = newId()
  await trx
    .insertInto('posts')
    .values({
      site_id: siteId,
      id,
      thread_id: thread.id,
      kind: 'reply',
      parent_id: draft.parentId,
      author_id: draft.authorId,
      body: draft.body,
      html: rendered.html,
      renderer: rendererVersion,
      created_at: at,
    })
    .execute()
  await sql`update thread_counters set reply_count = reply_count + 1, active_at = greatest(active_at, ${at})
    where site_id = ${siteId} and thread_id = ${thread.id}`.execute(trx)
  await markResponse(trx, siteId, thread.id, draft, at)
  return id
}

// The clock of first answers: anybody's but the author's, and the team's.
async function markResponse(
  trx: Trx,
  siteId: string,
  threadId: string,
  draft: ReplyDraft,
  at: Date,
): Promise<void> {
  await sql`update threads set
      first_response_at = coalesce(first_response_at, ${at}),
      first_official_response_at = case when ${draft.byStaff} then coalesce(first_official_response_at, ${at}) else first_official_response_at end
    where site_id = ${siteId} and id = ${threadId} and author_id is distinct from ${draft.authorId}
      and (first_response_at is null or (${draft.byStaff} and first_official_response_at is null))`.execute(
    trx,
  )
}
