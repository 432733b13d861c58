import { sql } from 'kysely'
import { later } from '../lib/clock.ts'
import { newId } from '../lib/ids.ts'
import type { Trx } from '../lib/in_transaction.ts'

/** Staff acts can be taken back for this long before anyone is told. */
export const undoSeconds = 12

export interface News {
  kind: 'status' | 'roadmap' | 'reply' | 'thread' | 'official' | 'merged' | 'ruling' | 'suspension'
  /** The same news reaches a person once, however many of their votes lead to it. */
  key: string
  threadId?: string
  itemId?: string
  postId?: string
  decisionId?: string
  rulingId?: string
  sanctionId?: string
  actorId?: string
}

/** Tells some members; `at` is when they may read it. Returns how many are told. */
export async function tell(
  trx: Trx,
  siteId: string,
  memberIds: string[],
  news: News,
  at: Date,
): Promise<number> {
  const readers = [...new Set(memberIds)]
  if (!readers.length) return 0
  const told = await trx
    .insertInto('notifications')
    .values(
      readers.map((member_id) => ({
        site_id: siteId,
        id: newId(),
        member_id,
        ...columns(news),
        tell_at: at,
      })),
    )
    .onConflict((conflict) => conflict.columns(['site_id', 'member_id', 'key']).doNothing())
    .returning('id')
    .execute()
  return told.length
}

/**
 * Tells everyone who voted for any of the threads, and their authors, once each; not the actor, and no API key. One
 * statement, whatever their number. `at` is when they may read it.
 */
export async function tellVoters(
  trx: Trx,
  siteId: string,
  threadIds: string[],
  news: News,
  at: Date,
): Promise<number> {
  if (!threadIds.length) return 0
  const row = columns(news)
  const { rows } = await sql<{ told: number }>`
    with readers as (
      select distinct on (member_id) member_id, thread_id from (
        select v.member_id, v.thread_id from votes v where v.site_id = ${siteId} and v.thread_id = any(${threadIds}::uuid[])
        union all
        select t.author_id, t.id from threads t join members a on a.site_id = t.site_id and a.id = t.author_id and a.role <> 'key'
          where t.site_id = ${siteId} and t.id = any(${threadIds}::uuid[])
      ) both_kinds where member_id is distinct from ${row.actor_id}::uuid order by member_id, thread_id),
    told as (
      insert into notifications (site_id, id, member_id, key, kind, thread_id, item_id, post_id, decision_id, ruling_id, actor_id, tell_at)
      select ${siteId}, gen_random_uuid(), member_id, ${row.key}, ${row.kind}, coalesce(${row.thread_id}::uuid, thread_id), ${row.item_id}::uuid,
        ${row.post_id}::uuid, ${row.decision_id}::uuid, ${row.ruling_id}::uuid, ${row.actor_id}::uuid, ${at}
      from readers on conflict (site_id, member_id, key) do nothing returning 1)
    select count(*) as told from told`.execute(trx)
  return rows[0]?.told ?? 0
}

function columns(news: News) {
  return {
    key: news.key,
    kind: news.kind,
    thread_id: news.threadId ?? null,
    item_id: news.itemId ?? null,
    post_id: news.postId ?? null,
    decision_id: news.decisionId ?? null,
    ruling_id: news.rulingId ?? null,
    sanction_id: news.sanctionId ?? null,
    actor_id: news.actorId ?? null,
  }
}

export function tellAt(now: Date): Date {
  return later(now, undoSeconds)
}
