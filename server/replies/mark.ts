import { type RawBuilder, sql } from 'kysely'
import { record } from '../activity/record.ts'
import type { World } from '../context.ts'
import { Problem } from '../errors.ts'
import { inTransaction, type Trx } from '../lib/in_transaction.ts'
import { holdThread, requireReply } from './hold.ts'

/** What one reply of a thread can have: a row of `accepted_replies` or `official_replies`, and the news of it. */
export interface Mark {
  kind: 'accepted' | 'official'
  /** Only a question's reply can have it. */
  ofQuestions: boolean
  /** Who may have been told that a reply has it, as rows of `member_id`. */
  told(siteId: string, threadId: string, postId: string): RawBuilder<unknown>
}

/** Under which the news of a mark reach a person once. */
export const newsOf = (mark: Mark, postId: string) => `${mark.kind}:${postId}`

interface Place {
  siteId: string
  threadId: string
}

/**
 * Gives a reply of the thread the mark, in place of any other; `given` tells of it and writes it down. The one that has
 * it already changes nothing. Where the mark is of questions, what is none takes none: 409.
 */
export async function giveMark(
  world: World,
  mark: Mark,
  { siteId, threadId }: Place,
  postId: string,
  by: string,
  given: (trx: Trx, reply: { author_id: string | null }, at: Date) => Promise<void>,
): Promise<void> {
  await inTransaction(world, siteId, async (trx) => {
    const { kind } = await holdThread(trx, siteId, threadId)
    if (mark.ofQuestions && kind !== 'question') throw new Problem('not_a_question')
    const reply = await requireReply(trx, siteId, threadId, postId)
    if ((await markedReply(trx, mark, { siteId, threadId })) === postId) return
    const at = world.clock.now()
    await setMark(trx, mark, { siteId, threadId }, postId, by, at)
    await given(trx, reply, at)
    record(trx, { kind: mark.kind, threadId, postId, actorId: by, at })
  })
}

/** No reply of the thread has the mark any more; those who were not told yet will not be. Twice is once. */
export async function takeMark(
  world: World,
  mark: Mark,
  { siteId, threadId }: Place,
  by: string,
  taken: (trx: Trx, postId: string) => Promise<void>,
): Promise<void> {
  await inTransaction(world, siteId, async (trx) => {
    await holdThread(trx, siteId, threadId)
    const at = world.clock.now()
    const postId = await unsetMark(trx, mark, { siteId, threadId }, at)
    if (!postId) return
    await taken(trx, postId)
    record(trx, { kind: mark.kind, threadId, actorId: by, at })
  })
}

/** Puts the mark on a reply and takes it from any other, inside a transaction of the caller that holds the thread. */
export async function setMark(
  trx: Trx,
  mark: Mark,
  { siteId, threadId }: Place,
  postId: string,
  by: string,
  at: Date,
): Promise<void> {
  await unsetMark(trx, mark, { siteId, threadId }, at)
  await trx
    .insertInto(`${mark.kind}_replies`)
    .values({ site_id: siteId, thread_id: threadId, post_id: postId, marked_by: by, marked_at: at })
    .execute()
}

async function markedReply(trx: Trx, mark: Mark, { siteId, threadId }: Place): Promise<string | undefined> {
  const row = await trx
    .selectFrom(`${mark.kind}_replies`)
    .select('post_id')
    .where('site_id', '=', siteId)
    .where('thread_id', '=', threadId)
    .executeTakeFirst()
  return row?.post_id
}

/** Takes the mark away, and the news of it from those who could not read it yet. Which reply had it, if any. */
async function unsetMark(
  trx: Trx,
  mark: Mark,
  { siteId, threadId }: Place,
  now: Date,
): Promise<string | undefined> {
  const gone = await trx
    .deleteFrom(`${mark.kind}_replies`)
    .where('site_id', '=', siteId)
    .where('thread_id', '=', threadId)
    .returning('post_id')
    .executeTakeFirst()
  if (!gone) return undefined
  await sql`
    delete from notifications n using (${mark.told(siteId, threadId, gone.post_id)}) reader
    where n.site_id = ${siteId} and n.member_id = reader.member_id and n.key = ${newsOf(mark, gone.post_id)}
      and n.tell_at > ${now}`.execute(trx)
  return gone.post_id
}
