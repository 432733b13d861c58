import { sql } from 'kysely'
import type { Trx } from '../lib/in_transaction.ts'

/** What stands for the name of somebody who is erased, in every language. */
const nobody = '…'
const most = 1000

/**
 * Takes the name of somebody who is being erased out of the posts that mention them: those that told them of it, what
 * was quoted in the same threads, and what they wrote of themselves. The posts are held before the member is, as
 * everywhere.
 */
export async function forgetMentions(trx: Trx, siteId: string, memberId: string): Promise<void> {
  const told = sql`(select n.post_id, n.thread_id from notifications n
    where n.site_id = ${siteId} and n.member_id = ${memberId} and n.kind = 'mention')`
  const drawnFor = ` data-member="${memberId}"`
  const { rows } = await sql<{ id: string; thread_id: string; name: string }>`
    select p.id, p.thread_id, m.name from (
      select post_id from ${told} n
      union select p.id from posts p where p.site_id = ${siteId} and p.thread_id in (select n.thread_id from ${told} n)
        and strpos(p.html, ${drawnFor}) > 0
      union select p.id from posts p where p.site_id = ${siteId} and p.author_id = ${memberId}
        and strpos(p.html, ${drawnFor}) > 0
      limit ${most}) told
    join posts p on p.site_id = ${siteId} and p.id = told.post_id
    join members m on m.site_id = ${siteId} and m.id = ${memberId}`.execute(trx)
  const [first] = rows
  if (!first) return
  const ids = rows.map(({ id }) => id)
  const written = `@\\[[^\\]\\n]{1,200}\\]\\(member:${memberId}\\)`
  const without = `@[${nobody}](member:${memberId})`
  const drawn = `<bdi( data-member="${memberId}")?>@${first.name ? quoted(first.name) : '[^<]*'}</bdi>`
  await sql`select from posts where site_id = ${siteId} and id = any(${ids}::uuid[]) order by id for no key update`.execute(
    trx,
  )
  await sql`update posts set body = regexp_replace(body, ${written}, ${without}, 'gi'),
      html = regexp_replace(html, ${drawn}, ${`<bdi>@${nobody}</bdi>`}, 'g')
    where site_id = ${siteId} and id = any(${ids}::uuid[])`.execute(trx)
  await sql`update revisions set body = regexp_replace(body, ${written}, ${without}, 'gi')
    where site_id = ${siteId} and post_id = any(${ids}::uuid[])`.execute(trx)
  // The words of openings without their markup, which lists show and searches find.
  const threads = sql`(select t.id from threads t where t.site_id = ${siteId} and t.opening_id = any(${ids}::uuid[]))`
  const [name, none] = [`@${first.name}`, `@${nobody}`]
  await sql`update threads set excerpt = replace(excerpt, ${name}, ${none})
    where site_id = ${siteId} and id in ${threads}`.execute(trx)
  // A space may stand in any name there (`withPauses`).
  const spaced = [...name].map((letter) => letter.replace(/[\\^$.|?*+()[\]{}]/, '\\$&')).join(' ?')
  await sql`update thread_documents set body = regexp_replace(body, ${spaced}, ${none}, 'g')
    where site_id = ${siteId} and thread_id in ${threads}`.execute(trx)
}

/** A name as it stands in HTML, as a regular expression of the database's. */
const quoted = (name: string) =>
  name
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[\\^$.|?*+()[\]{}]/g, '\\$&')
