import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Env } from '../context.ts'
import { Problem } from '../errors.ts'
import { Cursor, Slug } from '../input.ts'
import { isId } from '../lib/ids.ts'
import { findPost, type PostFull } from '../replies/queries.ts'
import { canReadEdits } from '../revisions/policy.ts'
import type { Board } from '../sites/queries.ts'
import { boardsFor } from '../sites/words.ts'
import { findThread, type ThreadFull } from '../threads/queries.ts'
import { whereMerged } from '../votes/merged.ts'
import { KindJson, SortJson } from '../words.ts'

// What an address of a public page names. What it does not name, or a visitor may not read, is not found.

/** The boards that a visitor may read. */
export function publicBoards(c: Context<Env>): Board[] {
  const { site, viewer } = c.var
  return boardsFor(site, viewer)
}

export function publicBoard(c: Context<Env>): Board {
  const board = publicBoards(c).find((one) => one.slug === c.req.param('board'))
  if (!board) throw new Problem('not_found')
  return board
}

/** What a list may be asked for. Whatever else stands in an address is somebody's campaign, and is not heeded. */
const PageQuery = z.object({
  kind: KindJson.optional(),
  status: Slug.optional(),
  tag: Slug.optional(),
  sort: SortJson.optional(),
  cursor: Cursor,
})

export function queryOf(c: Context<Env>): z.infer<typeof PageQuery> {
  const query = PageQuery.safeParse(c.req.query())
  if (!query.success) throw new Problem('not_found')
  return query.data
}

/** The number at the beginning of `12-title`. */
export function numberIn(part: string | undefined): number {
  const number = /^([1-9]\d{0,8})(?:-|$)/.exec(part ?? '')?.[1]
  if (!number) throw new Problem('not_found')
  return Number(number)
}

/**
 * The thread of a number, or the one that it was merged into in the end. One whose author took its words away
 * has a page for the replies of others.
 */
export async function namedThread(c: Context<Env>, number: number): Promise<ThreadFull> {
  const { world, site, viewer } = c.var
  const asked = await findThread(world.db, viewer, number)
  const end = asked?.merged_into && (await whereMerged(world.db, [{ siteId: site.id, number }]))
  const thread = end ? await findThread(world.db, viewer, end.get(`${site.id} ${number}`) ?? 0) : asked
  if (!thread || (thread.deleted_at && !thread.reply_count) || thread.merged_into)
    throw new Problem('not_found')
  return thread
}

/**
 * One whose opening text was hidden has no page of its own: its title is part of what was hidden, and search engines
 * are to forget it.
 */
export async function publicThread(c: Context<Env>, number: number): Promise<ThreadFull> {
  const thread = await namedThread(c, number)
  if (thread.ruling_at) throw new Problem('not_found')
  return thread
}

/** A post in a thread that has a page, of which a visitor may read how it was edited. */
export async function publicPost(c: Context<Env>, id: string): Promise<PostFull> {
  const { world, viewer } = c.var
  const post = isId(id) ? await findPost(world.db, viewer, id) : undefined
  if (!post || !canReadEdits(viewer, post)) throw new Problem('not_found')
  const thread = await publicThread(c, post.number)
  if (thread.id !== post.thread_id) throw new Problem('not_found')
  return post
}
