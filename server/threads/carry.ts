import { sql } from 'kysely'
import type { Trx } from '../lib/in_transaction.ts'

/** What a merge gave the target that it did not have: tags, an official and an accepted reply, a place on the roadmap. */
export interface Carried {
  tags: string[]
  official: string | null
  accepted: string | null
  item: string | null
}

/** Carries over what stands beside a merged thread. The source keeps its own rows, for an exact undo. */
export async function carryOver(
  trx: Trx,
  siteId: string,
  sourceId: string,
  targetId: string,
  by: string,
  at: Date,
  itemId: string | null,
): Promise<Carried> {
  const tags = await sql<{ tag_id: string }>`
    insert into thread_tags (site_id, thread_id, tag_id)
    select site_id, ${targetId}, tag_id from thread_tags where site_id = ${siteId} and thread_id = ${sourceId}
    on conflict do nothing returning tag_id`.execute(trx)
  await sql`
    insert into thread_subscriptions (site_id, thread_id, member_id, following, changed_at)
    select site_id, ${targetId}, member_id, true, ${at} from thread_subscriptions
    where site_id = ${siteId} and thread_id = ${sourceId} and following
    on conflict do nothing`.execute(trx)
  return {
    tags: tags.rows.map((row) => row.tag_id),
    official: await carryMark(trx, siteId, sourceId, targetId, 'official_replies'),
    accepted: await carryMark(trx, siteId, sourceId, targetId, 'accepted_replies'),
    item: itemId && (await carryPlace(trx, siteId, sourceId, targetId, itemId, by, at)),
  }
}

async function carryMark(
  trx: Trx,
  siteId: string,
  sourceId: string,
  targetId: string,
  marks: 'official_replies' | 'accepted_replies',
): Promise<string | null> {
  const { rows } = await sql<{ post_id: string }>`
    insert into ${sql.table(marks)} (site_id, thread_id, post_id, marked_by, marked_at)
    select site_id, ${targetId}, post_id, marked_by, marked_at from ${sql.table(marks)}
    where site_id = ${siteId} and thread_id = ${sourceId}
    on conflict do nothing returning post_id`.execute(trx)
  return rows[0]?.post_id ?? null
}

/** The roadmap item that a thread is on, held. Everyone holds items before the ideas on them. */
export async function holdPlace(trx: Trx, siteId: string, threadId: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select i.id from roadmap_ideas ri join roadmap_items i on i.site_id = ri.site_id and i.id = ri.item_id
    where ri.site_id = ${siteId} and ri.thread_id = ${threadId} and i.archived_at is null
    for no key update of i`.execute(trx)
  return rows[0]?.id ?? null
}

/**
 * A merged idea is on no card, so its demand would leave the roadmap with it: the target takes its place,
 * unless it is on an item already. It follows the item's steps as the source did, but not where that would
 * need a change of its status, which no merge decides.
 */
async function carryPlace(
  trx: Trx,
  siteId: string,
  sourceId: string,
  targetId: string,
  itemId: string,
  by: string,
  at: Date,
): Promise<string | null> {
  const { rows } = await sql<{ item_id: string }>`
    insert into roadmap_ideas (site_id, thread_id, item_id, added_by, added_at, detached_at)
    select ri.site_id, ${targetId}, ri.item_id, ${by}, ${at},
      case when i.published_at is not null and s.status_id is distinct from t.status_id then ${at} else ri.detached_at end
    from roadmap_ideas ri
    join roadmap_items i on i.site_id = ri.site_id and i.id = ri.item_id and i.archived_at is null
    join threads s on s.site_id = ri.site_id and s.id = ri.thread_id
    join threads t on t.site_id = ri.site_id and t.id = ${targetId}
    where ri.site_id = ${siteId} and ri.thread_id = ${sourceId} and ri.item_id = ${itemId}
    on conflict do nothing returning item_id`.execute(trx)
  return rows[0]?.item_id ?? null
}
