import { sql } from 'kysely'
import type { Trx } from '../lib/in_transaction.ts'

// What an author takes away for good, with one post or as they are erased: words, title, images and what was known by them.

/** What a thread is called whose author took their words away while those of others stand below it. */
const titles = sql`case t.language when 'fr' then 'Retiré par son auteur' when 'de' then 'Vom Verfasser entfernt'
  else 'Removed by its author' end`

export interface Taken {
  id: string
  thread_id: string
  kind: 'opening' | 'reply'
  stood: boolean
}

/** Empties posts. Whether one stood is asked once it is held: its author may have deleted it just now. */
export async function takeWords(trx: Trx, siteId: string, ids: string[], now: Date): Promise<Taken[]> {
  const { rows } = await sql<Taken>`
    with held as materialized (
      select site_id, id, thread_id, kind, deleted_at is null as stood from posts
      where site_id = ${siteId} and id = any(${ids}::uuid[]) order by id for no key update),
    emptied as (
      update posts p set body = '', html = '', edited_at = null, deleted_at = coalesce(p.deleted_at, ${now})
      from held h where p.site_id = h.site_id and p.id = h.id)
    select id, thread_id, kind, stood from held`.execute(trx)
  await sql`update images set post_id = null, waiting_since = ${now}
    where site_id = ${siteId} and post_id = any(${ids}::uuid[])`.execute(trx)
  for (const table of ['revisions', 'official_replies', 'accepted_replies'])
    await sql`delete from ${sql.table(table)}
      where site_id = ${siteId} and post_id = any(${ids}::uuid[])`.execute(trx)
  return rows
}

/** Counts the replies anew from which words were just taken, and which stood until then. */
export async function countAgain(trx: Trx, siteId: string, threads: string[], taken: Taken[]): Promise<void> {
  const gone = taken.filter(({ kind, stood }) => kind === 'reply' && stood).map((post) => post.thread_id)
  await sql`select from thread_counters where site_id = ${siteId} and thread_id = any(${threads}::uuid[])
    order by thread_id for no key update`.execute(trx)
  await sql`update thread_counters c set reply_count = c.reply_count - g.replies
    from (select id, count(*)::int as replies from unnest(${gone}::uuid[]) as u(id) group by id) g
    where c.site_id = ${siteId} and c.thread_id = g.id`.execute(trx)
}

/** Whether somebody else has a reply that stands in a thread `t`. */
const answered = (memberId: string) => sql`exists (select from posts r
  where r.site_id = t.site_id and r.thread_id = t.id and r.kind = 'reply' and r.deleted_at is null
    and r.author_id is distinct from ${memberId})`

/**
 * Takes the titles of those that open a thread, so that who read it before edits it no more. One in which somebody else
 * replied stays in the lists.
 */
export async function takeTitles(trx: Trx, siteId: string, memberId: string, taken: Taken[]): Promise<void> {
  const openings = taken.filter(({ kind }) => kind === 'opening').map(({ thread_id }) => thread_id)
  if (!openings.length) return
  // A merged thread's title also stands in the story of the one that it went into.
  await sql`
    update activity a set detail = jsonb_set(a.detail, '{thread,title}', '""')
    from threads t
    where t.site_id = ${siteId} and t.id = any(${openings}::uuid[]) and a.site_id = t.site_id
      and a.thread_id = t.merged_into and a.kind = 'merged' and a.detail -> 'thread' ->> 'number' = t.number::text`.execute(
    trx,
  )
  await sql`update threads t set title = ${titles}, excerpt = '', revision = t.revision + 1
    where t.site_id = ${siteId} and t.id = any(${openings}::uuid[])`.execute(trx)
  await sql`update thread_counters c set listed = c.listed and ${answered(memberId)}
    from threads t where t.site_id = ${siteId} and t.id = any(${openings}::uuid[])
      and c.site_id = t.site_id and c.thread_id = t.id`.execute(trx)
  await sql`delete from thread_documents
    where site_id = ${siteId} and thread_id = any(${openings}::uuid[])`.execute(trx)
}

/** Threads that stayed in the lists for what others replied, and in which no reply stands any more, leave them. */
export async function leaveLists(trx: Trx, siteId: string, threads: string[]): Promise<void> {
  await sql`update thread_counters c set listed = false from threads t, posts o
    where c.site_id = ${siteId} and c.thread_id = any(${threads}::uuid[]) and c.listed and c.reply_count = 0
      and t.site_id = c.site_id and t.id = c.thread_id and o.site_id = t.site_id and o.id = t.opening_id
      and o.deleted_at is not null`.execute(trx)
}
