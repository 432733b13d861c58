import { sql } from 'kysely'
import type { Trx } from '../lib/in_transaction.ts'
import { holdThreadsOf, renewFoundWords } from '../threads/found_words.ts'
import { type Text, withoutMentions } from './nameless.ts'

/** How many posts lose a name with the member; the job that follows finds the others. */
const most = 200

/**
 * Takes the name of somebody who is being erased out of the posts that told them of it, of what was quoted in the same
 * threads, and of what they wrote of themselves, so that it is gone there with them. The posts are held before the
 * member is, as everywhere.
 */
export async function forgetMentions(trx: Trx, siteId: string, memberId: string): Promise<void> {
  const told = sql`(select n.post_id, n.thread_id from notifications n
    where n.site_id = ${siteId} and n.member_id = ${memberId} and n.kind = 'mention')`
  const drawnFor = ` data-member="${memberId}"`
  const { rows } = await sql<Kept>`
    select p.id, null::int as revision, p.body, p.html from (
      select post_id from ${told} n
      union select p.id from posts p where p.site_id = ${siteId} and p.thread_id in (select n.thread_id from ${told} n)
        and strpos(p.html, ${drawnFor}) > 0
      union select p.id from posts p where p.site_id = ${siteId} and p.author_id = ${memberId}
        and strpos(p.html, ${drawnFor}) > 0
      limit ${most}) told
    join posts p on p.site_id = ${siteId} and p.id = told.post_id`.execute(trx)
  if (!rows.length) return
  const ids = rows.map(({ id }) => id)
  const { rows: earlier } = await sql<Kept>`select post_id as id, revision, body, html from revisions
    where site_id = ${siteId} and post_id = any(${ids}::uuid[])`.execute(trx)
  const without = (one: Kept) => ({ of: one, now: withoutMentions(one, memberId) })
  await keepWithout(trx, siteId, 'posts', rows.map(without))
  await keepWithout(trx, siteId, 'revisions', earlier.map(without))
}

/** Where words of a post stand. */
export type Shelf = 'posts' | 'revisions' | 'notes'

export interface Kept extends Text {
  id: string
  revision: number | null
}

export interface Renewal {
  of: Kept
  now: Text
}

/**
 * Keeps texts without a name, also among what lists show and searches find. One that was rewritten meanwhile is left as
 * it is now, to be read anew.
 */
export async function keepWithout(
  trx: Trx,
  siteId: string,
  shelf: Shelf,
  renewals: Renewal[],
): Promise<void> {
  const changed = renewals.filter(({ of, now }) => of.body !== now.body || of.html !== now.html)
  if (!changed.length) return
  const ids = changed.map(({ of }) => of.id)
  if (shelf === 'posts') await holdThreadsOf(trx, siteId, ids)
  for (const { of, now } of changed.toSorted((one, other) => (one.of.id < other.of.id ? -1 : 1))) {
    const own =
      shelf === 'revisions'
        ? sql`post_id = ${of.id} and revision = ${of.revision}`
        : sql`id = ${of.id} and body = ${of.body}`
    const { numAffectedRows } =
      await sql`update ${sql.table(shelf)} set body = ${now.body}, html = ${now.html}
      where site_id = ${siteId} and ${own}`.execute(trx)
    if (shelf === 'posts' && numAffectedRows) await renewFoundWords(trx, siteId, of.id, now.html)
  }
}
