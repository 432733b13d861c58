import { sql } from 'kysely'
import type { Database } from '../../db/connect.ts'

/** Changes of a site of which only a part is there. Whatever a change writes is there together or not at all. */
export async function halves(database: Database, siteId: string): Promise<string[]> {
  const { rows } = await sql<{ what: string }>`
    select 'thread ' || t.number || ' lacks a part' as what from threads t
    left join posts p on p.site_id = t.site_id and p.id = t.opening_id and p.thread_id = t.id
    left join thread_counters c on c.site_id = t.site_id and c.thread_id = t.id
    left join thread_documents d on d.site_id = t.site_id and d.thread_id = t.id
    where t.site_id = ${siteId} and (p.id is null or c.thread_id is null or d.thread_id is null or 1 <> (
      select count(*) from activity a where a.site_id = t.site_id and a.thread_id = t.id and a.kind = 'thread'))
    union all
    select 'reply ' || p.id || ' is not told' from posts p where p.site_id = ${siteId} and p.kind = 'reply' and 1 <> (
      select count(*) from activity a where a.site_id = p.site_id and a.post_id = p.id and a.kind = 'reply')
    union all
    select 'the feed counts wrongly' from feeds f where f.site_id = ${siteId} and (
      f.last_seq <> (select count(*) from activity where site_id = f.site_id)
      or f.last_thread <> (select coalesce(max(number), 0) from threads where site_id = f.site_id)
      or f.last_item <> (select count(*) from roadmap_items where site_id = f.site_id)
      or f.last_ruling <> (select count(*) from rulings where site_id = f.site_id))
    union all
    select 'not every reply that was taken away is told' from sites s where s.id = ${siteId} and
      (select count(*) from posts p where p.site_id = s.id and p.deleted_at is not null)
      <> (select count(*) from activity a where a.site_id = s.id and a.kind = 'deleted')
    union all
    select 'idea ' || t.number || ' has a status that nobody decided' from threads t where t.site_id = ${siteId}
    and t.status_id <> coalesce(
      (select d.to_id from decisions d where d.site_id = t.site_id and d.thread_id = t.id and d.kind = 'status'
        order by d.created_at desc, d.id desc limit 1),
      (select s.id from statuses s where s.site_id = t.site_id and s.slug = 'open'))
    union all
    select 'the merge of ' || t.number || ' is half there' from threads t where t.site_id = ${siteId}
    and (select count(*) from merges m where m.site_id = t.site_id and m.source_id = t.id and m.target_id = t.merged_into)
      <> case when t.merged_into is null then 0 else 1 end
    union all
    select 'a merge lost votes of ' || t.number from merges m
    join threads t on t.site_id = m.site_id and t.id = m.source_id
    where m.site_id = ${siteId} and m.votes_added + m.votes_shared <> (
      select count(*) from votes v where v.site_id = m.site_id and v.thread_id = m.source_id)`.execute(
    database.db,
  )
  return [...rows.map((row) => row.what), ...(await halfDecided(database, siteId))]
}

/** What the team decided of which a part is missing: the change itself, the ledger's line, the log of acts, the story. */
async function halfDecided(database: Database, siteId: string): Promise<string[]> {
  const { rows } = await sql<{ what: string }>`
    select 'the ledger and the log of acts differ in ' || action as what from (
      select 'threads.status' as action, count(*) as made from decisions
        where site_id = ${siteId} and kind = 'status' and cause is null
      union all select 'items.publish', count(*) from decisions
        where site_id = ${siteId} and kind = 'publication' and to_id is not null
      union all select 'items.unpublish', count(*) from decisions
        where site_id = ${siteId} and kind = 'publication' and to_id is null
      union all select 'items.create', count(*) from roadmap_items where site_id = ${siteId}
      union all select 'posts.hide', count(*) from rulings where site_id = ${siteId}) done
    where made <> (select count(*) from audit_entries a where a.site_id = ${siteId} and a.action = done.action)
    union all
    select 'item ' || i.number || ' is not as its last decision says' from roadmap_items i
    where i.site_id = ${siteId} and (i.published_at is not null) <> coalesce(
      (select d.to_id is not null from decisions d where d.site_id = i.site_id and d.item_id = i.id
        and d.kind = 'publication' order by d.created_at desc, d.id desc limit 1), false)
    union all
    select 'item ' || i.number || ' came out without ' || t.number from roadmap_items i
    join roadmap_ideas r on r.site_id = i.site_id and r.item_id = i.id and r.detached_at is null
    join threads t on t.site_id = r.site_id and t.id = r.thread_id and t.merged_into is null
    join stages g on g.site_id = i.site_id and g.id = i.stage_id
    join statuses s on s.site_id = t.site_id and s.id = t.status_id
    where i.site_id = ${siteId} and i.published_at is not null and s.category <> g.category
    union all
    select 'ruling ' || r.number || ' is half there' from rulings r
    join posts p on p.site_id = r.site_id and p.id = r.post_id
    join thread_counters c on c.site_id = p.site_id and c.thread_id = p.thread_id
    where r.site_id = ${siteId} and ((p.kind = 'opening' and c.listed) or 1 <> (
      select count(*) from activity a where a.site_id = r.site_id and a.post_id = p.id and a.kind = 'hidden'))`.execute(
    database.db,
  )
  return rows.map((row) => row.what)
}
