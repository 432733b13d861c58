import { sql } from 'kysely'
import { record } from '../activity/record.ts'
import type { World } from '../context.ts'
import { Problem } from '../errors.ts'
import { holdImages } from '../images/render.ts'
import { excerptOf } from '../lib/excerpt.ts'
import { newId } from '../lib/ids.ts'
import { inTransaction, type Trx } from '../lib/in_transaction.ts'
import { type Rendered, rendererVersion } from '../lib/markdown.ts'
import { tellMentioned } from '../mentions/tell.ts'
import { holdAdmission } from '../sanctions/hold_admission.ts'
import type { Board, Site } from '../sites/queries.ts'
import { startFollowing } from '../subscriptions/take_part.ts'
import type { Locale } from '../words.ts'
import type { NewThread } from './input.ts'
import { renderWritten } from './render.ts'

export interface ThreadDraft {
  board: Board
  kind: NewThread['kind']
  title: string
  body: string
  tagIds: string[]
  language: Locale
  authorId: string
  /** False where the author is nobody who could want it, such as an API key. */
  votes?: boolean
  /** Whether it takes no replies. */
  locked?: boolean
  /** The status an idea begins with; the first of category `open` where none is given. */
  statusId?: string
  at?: Date
}

/** Posts a thread with its opening text. An idea begins with its author's vote, a key's with none. Returns its number. */
export async function postThread(
  world: World,
  site: Site,
  draft: ThreadDraft,
): Promise<{ id: string; number: number }> {
  const { body, authorId } = draft
  const rendered = await renderWritten(world, site, { boardId: draft.board.id, body, authorId })
  return inTransaction(world, site.id, async (trx) => {
    await holdAdmission(world, trx, site, { boardId: draft.board.id, authorId })
    const at = draft.at ?? world.clock.now()
    const { postId, ...thread } = await insertThread(trx, site, draft, rendered, at)
    const { authorId: actorId, board } = draft
    await tellMentioned(trx, site.id, { id: postId, threadId: thread.id, actorId }, rendered.mentioned, at)
    await holdImages(trx, site.id, postId, rendered.images, actorId)
    const others = await startFollowing(trx, site.id, { id: thread.id, boardId: board.id }, actorId, at)
    const about = { siteId: site.id, boardId: board.id, threadId: thread.id, postId, actorId }
    if (others) await world.jobs.send(trx, 'followers', { ...about, kind: 'thread', at: at.toISOString() })
    return thread
  })
}

/** The rows of a new thread, inside a transaction of the caller. */
export async function insertThread(
  trx: Trx,
  site: Site,
  draft: ThreadDraft,
  rendered: Rendered,
  at: Date,
): Promise<{ id: string; number: number; postId: string }> {
  const id = newId()
  const openingId = newId()
  const number = await nextNumber(trx, site.id)
  const isIdea = draft.kind === 'idea'
  const first = site.statuses.find((status) => status.category === 'open') ?? site.statuses[0]
  if (isIdea && !first) throw new Problem('conflict', 'This site has no status for a new idea.')
  await trx
    .insertInto('threads')
    .values({
      site_id: site.id,
      id,
      number,
      board_id: draft.board.id,
      kind: draft.kind,
      title: draft.title,
      excerpt: excerptOf(rendered.text),
      language: draft.language,
      author_id: draft.authorId,
      status_id: isIdea ? (draft.statusId ?? first!.id) : null,
      opening_id: openingId,
      created_at: at,
      locked_at: draft.locked ? at : null,
    })
    .execute()
  await trx
    .insertInto('posts')
    .values({
      site_id: site.id,
      id: openingId,
      thread_id: id,
      kind: 'opening',
      author_id: draft.authorId,
      body: draft.body,
      html: rendered.html,
      renderer: rendererVersion,
      created_at: at,
    })
    .execute()
  const voted = isIdea && (draft.votes ?? true)
  await insertBeside(trx, site, draft, { id, number, rendered, at, voted })
  record(trx, {
    kind: 'thread',
    boardId: draft.board.id,
    threadId: id,
    postId: openingId,
    actorId: draft.authorId,
    at,
  })
  return { id, number, postId: openingId }
}

async function nextNumber(trx: Trx, siteId: string): Promise<number> {
  const { rows } = await sql<{ last_thread: number }>`
    update feeds set last_thread = last_thread + 1 where site_id = ${siteId} returning last_thread`.execute(
    trx,
  )
  return rows[0]!.last_thread
}

async function insertBeside(
  trx: Trx,
  site: Site,
  draft: ThreadDraft,
  made: { id: string; number: number; rendered: Rendered; at: Date; voted: boolean },
): Promise<void> {
  const thread = { site_id: site.id, thread_id: made.id }
  await trx
    .insertInto('thread_counters')
    .values({
      ...thread,
      board_id: draft.board.id,
      number: made.number,
      kind: draft.kind,
      vote_count: made.voted ? 1 : 0,
      created_second: Math.floor(made.at.getTime() / 1000),
      active_at: made.at,
    })
    .execute()
  await trx
    .insertInto('thread_documents')
    .values({ ...thread, language: draft.language, title: draft.title, body: made.rendered.text })
    .execute()
  if (draft.tagIds.length) {
    await trx
      .insertInto('thread_tags')
      .values(draft.tagIds.map((tag_id) => ({ ...thread, tag_id })))
      .execute()
  }
  if (made.voted) {
    await trx
      .insertInto('votes')
      .values({ ...thread, member_id: draft.authorId, created_at: made.at })
      .execute()
  }
}

/** The ids of tags by their slugs; an unknown one is said. */
export function tagIdsOf(site: Site, slugs: string[]): string[] {
  return [...new Set(slugs)].map((slug) => {
    const tag = site.tags.find((one) => one.slug === slug)
    if (!tag)
      throw new Problem('invalid_input', undefined, {
        errors: [{ path: 'tags', message: `There is no tag "${slug}".` }],
      })
    return tag.id
  })
}
