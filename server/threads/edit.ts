import { record } from '../activity/record.ts'
import type { World } from '../context.ts'
import { Problem } from '../errors.ts'
import { holdImages, namesImages, releaseImages } from '../images/render.ts'
import { excerptOf } from '../lib/excerpt.ts'
import { inTransaction, type Trx } from '../lib/in_transaction.ts'
import { rendererVersion } from '../lib/markdown.ts'
import { tellMentioned } from '../mentions/tell.ts'
import { isHidden } from '../moderation/hold.ts'
import { holdAdmission } from '../sanctions/hold_admission.ts'
import type { Site } from '../sites/queries.ts'
import type { Locale } from '../words.ts'
import type { ThreadFull } from './queries.ts'
import { renderWritten } from './render.ts'

export interface WordsEdit {
  title: string
  body: string
  language: Locale
}

/** Rewrites a thread's title, opening text and language from a known revision, and keeps what was there before. */
export async function editThread(
  world: World,
  site: Site,
  thread: ThreadFull,
  edit: WordsEdit,
  editorId: string,
  revision: number,
): Promise<void> {
  const authorId = thread.author_member ?? editorId
  const text = {
    boardId: thread.board_id,
    body: edit.body,
    authorId,
    askerId: editorId,
    postId: thread.opening_id,
  }
  const rendered = await renderWritten(world, site, text)
  // A language that is put right is no edit of what somebody wrote.
  const reworded = edit.title !== thread.title || edit.body !== thread.body
  await inTransaction(world, site.id, async (trx) => {
    const now = world.clock.now()
    const updated = await trx
      .updateTable('threads')
      .set({
        title: edit.title,
        excerpt: excerptOf(rendered.text),
        language: edit.language,
        revision: revision + 1,
      })
      .where('site_id', '=', site.id)
      .where('id', '=', thread.id)
      .where('revision', '=', revision)
      .returning('id')
      .executeTakeFirst()
    if (!updated) throw new Problem('stale_revision')
    await holdAdmission(world, trx, site, { boardId: thread.board_id, authorId: editorId })
    // One that was hidden already is open to the team's change of language, and to nobody's change of words.
    if (!thread.ruling_at && (await isHidden(trx, site.id, thread.opening_id))) {
      throw new Problem('stale_revision')
    }
    if (reworded) await keepRevision(trx, site.id, thread.opening_id, thread.title, editorId, now)
    if (namesImages(thread.body)) await releaseImages(trx, site.id, thread.opening_id, rendered.images, now)
    await holdImages(trx, site.id, thread.opening_id, rendered.images, thread.author_member ?? editorId)
    await trx
      .updateTable('posts')
      .set({
        body: edit.body,
        html: rendered.html,
        renderer: rendererVersion,
        revision: revision + 1,
        ...(reworded ? { edited_at: now } : {}),
      })
      .where('site_id', '=', site.id)
      .where('id', '=', thread.opening_id)
      .execute()
    await trx
      .updateTable('thread_documents')
      .set({ title: edit.title, body: rendered.text, language: edit.language })
      .where('site_id', '=', site.id)
      .where('thread_id', '=', thread.id)
      .execute()
    const told = { id: thread.opening_id, threadId: thread.id, actorId: editorId }
    // Of what is hidden nobody is told.
    if (!thread.ruling_at) await tellMentioned(trx, site.id, told, rendered.mentioned, now)
    record(trx, {
      kind: 'edited',
      boardId: thread.board_id,
      threadId: thread.id,
      postId: thread.opening_id,
      actorId: editorId,
      at: now,
    })
  })
}

/** Keeps the text of a post as it stands, before it is rewritten. */
export async function keepRevision(
  trx: Trx,
  siteId: string,
  postId: string,
  title: string | null,
  editorId: string,
  at: Date,
): Promise<void> {
  await trx
    .insertInto('revisions')
    .columns(['site_id', 'post_id', 'revision', 'title', 'body', 'html', 'editor_id', 'created_at'])
    .expression((from) =>
      from
        .selectFrom('posts')
        .select((pick) => [
          'site_id',
          'id',
          'revision',
          pick.val(title).as('title'),
          'body',
          'html',
          pick.val(editorId).$castTo<string>().as('editor_id'),
          pick.cast<Date>(pick.val(at), 'timestamptz').as('created_at'),
        ])
        .where('site_id', '=', siteId)
        .where('id', '=', postId),
    )
    .execute()
}
