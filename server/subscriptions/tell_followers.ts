import { sql } from 'kysely'
import type { World } from '../context.ts'
import { later } from '../lib/clock.ts'
import { undoSeconds, withNews } from '../notifications/tell.ts'

/** What followers are to be told: of a reply in a thread, of the one that answers it, or of a new thread on a board. */
export interface FollowersNews {
  siteId: string
  kind: 'reply' | 'answered' | 'thread'
  /** Of a thread, where it is new. */
  boardId?: string
  threadId: string
  postId: string
  actorId: string
  /** When they may read it, ISO 8601. */
  at: string
}

/** How many followers one statement tells. */
export const followersAtOnce = 500

/**
 * Tells all who follow a thread or a board of what is new there, a few hundred at a time, so that no statement and no
 * transaction grows with their number. Who was told already, as one who was answered or mentioned, as a voter, or by an earlier
 * run of the same job, is not told again. Whether they may still read it is asked where they read it.
 */
export async function tellFollowers(world: World, news: FollowersNews): Promise<void> {
  let after: string | null = '00000000-0000-0000-0000-000000000000'
  while (after) after = await tellSome(world, news, after)
}

/** Tells those next to come after a member, by id. The last of them; null where there may be no more. */
async function tellSome(world: World, news: FollowersNews, after: string): Promise<string | null> {
  const { siteId, kind, threadId, postId, actorId } = news
  const followers =
    kind === 'thread'
      ? sql`select member_id from board_subscriptions
          where site_id = ${siteId} and board_id = ${news.boardId} and member_id > ${after}`
      : sql`select member_id from thread_subscriptions
          where site_id = ${siteId} and thread_id = ${threadId} and following and member_id > ${after}`
  const few = sql`${followers} order by member_id limit ${followersAtOnce}`
  const untold = sql`
    select f.member_id, null::uuid as thread_id from (${few}) f
    where f.member_id <> ${actorId}
      and exists (select from posts p where p.site_id = ${siteId} and p.id = ${postId} and p.deleted_at is null)
      and ${kind === 'answered' ? stillAnswers(news) : untoldOf(siteId, postId)}`
  const told = { kind, key: `${kind}:${postId}`, threadId, postId, actorId }
  const { rows } = await sql<{ last: string | null; seen: number }>`
    ${withNews(siteId, untold, told, new Date(news.at))}
    select count(*)::int as seen, (array_agg(member_id order by member_id desc))[1] as last from (${few}) f`.execute(
    world.db,
  )
  const { seen, last } = rows[0]!
  return seen < followersAtOnce ? null : last
}

/** Nobody who was told of the reply or thread as something else, or was mentioned in it. */
const untoldOf = (siteId: string, postId: string) => sql`not exists (select from notifications n
        where n.site_id = ${siteId} and n.member_id = f.member_id
          and n.key in (${`official:${postId}`}, ${`mention:${postId}`}))`

/**
 * That it was not taken back meanwhile, nor accepted anew, which has a job of its own. It answers the thread that it is
 * in: one that was merged keeps its own mark beside. Whose reply it is was told that it is theirs.
 */
const stillAnswers = ({ siteId, postId, at }: FollowersNews) => sql`exists (select from accepted_replies k
        join posts p on p.site_id = k.site_id and p.id = k.post_id
        where k.site_id = ${siteId} and k.post_id = ${postId} and k.thread_id = p.thread_id and p.author_id is distinct from f.member_id
          and k.marked_at = ${later(new Date(at), -undoSeconds)})`
