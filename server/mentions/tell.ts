import { sql } from 'kysely'
import type { Trx } from '../lib/in_transaction.ts'
import { withNews } from '../notifications/tell.ts'
import { mostMentioned } from './render.ts'

interface Post {
  id: string
  threadId: string
  actorId: string
}

/**
 * Tells those whom a post mentions, once each, whatever else they are told of it and however often it is edited. Called
 * before others are told of the post, and in an edit while the post is held, so that no edit tells more than there may
 * be. Who were told now.
 */
export async function tellMentioned(
  trx: Trx,
  siteId: string,
  post: Post,
  mentioned: string[],
  at: Date,
): Promise<string[]> {
  const among = mentioned.filter((id) => id !== post.actorId)
  if (!among.length) return []
  const key = `mention:${post.id}`
  const readers = sql`
    select m.id as member_id, null::uuid as thread_id from members m
    where m.site_id = ${siteId} and m.id = any(${among}::uuid[]) and not exists (
      select from notifications n where n.site_id = m.site_id and n.member_id = m.id and n.key = ${key})
    order by array_position(${among}::uuid[], m.id)
    limit greatest(0, ${mostMentioned} - (select count(*) from notifications n
      where n.site_id = ${siteId} and n.post_id = ${post.id} and n.kind = 'mention'))`
  const news = {
    kind: 'mention',
    key,
    threadId: post.threadId,
    postId: post.id,
    actorId: post.actorId,
  } as const
  const { rows } = await sql<{ member_id: string }>`
    ${withNews(siteId, readers, news, at)} select member_id from told`.execute(trx)
  return rows.map((row) => row.member_id)
}
