import { sql } from 'kysely'
import { record } from '../activity/record.ts'
import type { World } from '../context.ts'
import { Problem } from '../errors.ts'
import { holdImages, namesImages, releaseImages } from '../images/render.ts'
import { inTransaction } from '../lib/in_transaction.ts'
import { rendererVersion } from '../lib/markdown.ts'
import { tellMentioned } from '../mentions/tell.ts'
import { isHidden } from '../moderation/hold.ts'
import { holdAdmission } from '../sanctions/hold_admission.ts'
import type { Site } from '../sites/queries.ts'
import { keepRevision } from '../threads/edit.ts'
import { renderWritten } from '../threads/render.ts'
import { leaveLists } from '../threads/take_words.ts'
import type { PostFull } from './queries.ts'

/** Rewrites a reply from a known revision, and keeps what was there before. */
export async function editReply(
  world: World,
  site: Site,
  post: PostFull,
  body: string,
  editorId: string,
  revision: number,
): Promise<void> {
  const text = { boardId: post.board_id, body, authorId: editorId, postId: post.id }
  const rendered = await renderWritten(world, site, text)
  await inTransaction(world, site.id, async (trx) => {
    const now = world.clock.now()
    const held = await trx
      .selectFrom('posts')
      .select('revision')
      .where('site_id', '=', site.id)
      .where('id', '=', post.id)
      .where('deleted_at', 'is', null)
      .forUpdate()
      .executeTakeFirst()
    if (held?.revision !== revision || (await isHidden(trx, site.id, post.id))) {
      throw new Problem('stale_revision')
    }
    await holdAdmission(world, trx, site, { boardId: post.board_id, authorId: editorId })
    await keepRevision(trx, site.id, post.id, null, editorId, now)
    if (namesImages(post.body)) await releaseImages(trx, site.id, post.id, rendered.images, now)
    await holdImages(trx, site.id, post.id, rendered.images, editorId)
    await trx
      .updateTable('posts')
      .set({ body, html: rendered.html, renderer: rendererVersion, revision: revision + 1, edited_at: now })
      .where('site_id', '=', site.id)
      .where('id', '=', post.id)
      .execute()
    const told = { id: post.id, threadId: post.thread_id, actorId: editorId }
    await tellMentioned(trx, site.id, told, rendered.mentioned, now)
    record(trx, {
      kind: 'edited',
      boardId: post.board_id,
      threadId: post.thread_id,
      postId: post.id,
      actorId: editorId,
      at: now,
    })
  })
}

/** Takes a reply away, at its author's wish. Where others answered it, its place stays. Twice is once. */
export async function deleteReply(world: World, site: Site, post: PostFull): Promise<void> {
  await inTransaction(world, site.id, async (trx) => {
    const deleted = await trx
      .updateTable('posts')
      .set({ deleted_at: world.clock.now() })
      .where('site_id', '=', site.id)
      .where('id', '=', post.id)
      .where('deleted_at', 'is', null)
      .returning('thread_id') // A merge may have moved it since it was found.
      .executeTakeFirst()
    if (!deleted) return
    if (namesImages(post.body)) await releaseImages(trx, site.id, post.id, [], world.clock.now())
    for (const marks of ['official_replies', 'accepted_replies'] as const) {
      await trx.deleteFrom(marks).where('site_id', '=', site.id).where('post_id', '=', post.id).execute()
    }
    await sql`update thread_counters set reply_count = reply_count - 1
      where site_id = ${site.id} and thread_id = ${deleted.thread_id}`.execute(trx)
    await leaveLists(trx, site.id, [deleted.thread_id])
    record(trx, { kind: 'deleted', threadId: deleted.thread_id, at: world.clock.now() })
  })
}
