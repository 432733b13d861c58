import { sql } from 'kysely'
import type { World } from '../context.ts'
import { inTransaction } from '../lib/in_transaction.ts'
import { type Kept, keepWithout, type Renewal, type Shelf } from './forget.ts'
import { quotedFrom, saysWhoWrote, withoutAttributions, withoutMentions } from './nameless.ts'
import { withoutPageLinks } from './page_links.ts'
import { type Place, placeOf } from './quoted_place.ts'

/** How many texts are looked through at once. */
const atOnce = 1000
const shelves: Shelf[] = ['posts', 'revisions', 'notes']

/**
 * Takes the name of somebody who is erased out of all texts of a site that mention them, link to their page, or say
 * above a quotation of theirs who wrote it, wherever those stand. It looks through all of them, some at a time: no index finds such, and one
 * that did would cost each post more than a reading for each who leaves. Twice is once.
 */
export async function forgetEverywhere(world: World, siteId: string, memberId: string): Promise<void> {
  const { rows } = await sql<{ slug: string; origins: string[] }>`
    select slug, array(select origin from site_origins o where o.site_id = sites.id) as origins
    from sites where id = ${siteId}`.execute(world.db)
  const [site] = rows
  if (!site) return
  const pages = new URL(`s/${site.slug}`, world.config.publicUrl)
  const where = (address: string) => placeOf(address, site.origins, pages)
  for (const shelf of shelves)
    for (let after: Last | undefined = first; after; )
      after = await forgetSome(world, { siteId, memberId }, shelf, after, where)
}

interface Last {
  id: string
  revision: number
}
const first: Last = { id: '00000000-0000-0000-0000-000000000000', revision: 0 }

/** Looks through those next after one, and says which was the last; undefined where there are no more. */
async function forgetSome(
  world: World,
  { siteId, memberId }: { siteId: string; memberId: string },
  shelf: Shelf,
  after: Last,
  where: (address: string) => Place | undefined,
): Promise<Last | undefined> {
  const id = sql.ref(shelf === 'revisions' ? 'post_id' : 'id')
  const revision = shelf === 'revisions' ? sql`revision` : sql`0`
  // A mention has their id, and so has a link to their page.
  const leads = sql`strpos(lower(body), ${memberId}) > 0`
  const { rows } = await sql<Kept & { revision: number; worth: boolean }>`
    select id, revision, worth, case when worth then body else '' end as body, case when worth then html else '' end as html
    from (select ${id} as id, ${revision} as revision, body, html, ${leads} or body ~ ${saysWhoWrote} as worth
      from ${sql.table(shelf)} where site_id = ${siteId}
        and ${shelf === 'revisions' ? sql`(post_id, revision) > (${after.id}, ${after.revision})` : sql`id > ${after.id}`}
      order by 1, 2 limit ${atOnce}) few order by id, revision`.execute(world.db)
  const worth = rows.filter((row) => row.worth)
  const theirs = await placesOf(
    world,
    siteId,
    memberId,
    worth.flatMap(({ body }) => quotedFrom(body)).flatMap((address) => where(address) ?? []),
  )
  const isTheirs = (address: string) => {
    const place = where(address)
    return place !== undefined && theirs.has(nameOf(place))
  }
  const renewals = worth
    .map((of): Renewal => {
      const linked = withoutPageLinks(withoutMentions(of, memberId), memberId)
      return { of, now: withoutAttributions(linked, isTheirs) }
    })
    .filter(({ of, now }) => of.body !== now.body || of.html !== now.html)
  // What is kept of the site is dropped only where something of it changed.
  if (renewals.length) await inTransaction(world, siteId, (trx) => keepWithout(trx, siteId, shelf, renewals))
  return rows.length < atOnce ? undefined : rows.at(-1)
}

const nameOf = (place: Place) => ('post' in place ? place.post : String(place.thread))

/** Those among some places where the words are the member's. */
async function placesOf(
  { db }: World,
  siteId: string,
  memberId: string,
  places: Place[],
): Promise<Set<string>> {
  if (!places.length) return new Set()
  const posts = places.flatMap((place) => ('post' in place ? place.post : []))
  const threads = places.flatMap((place) => ('thread' in place ? place.thread : []))
  const { rows } = await sql<{ name: string }>`
    select id::text as name from posts
    where site_id = ${siteId} and id = any(${posts}::uuid[]) and author_id = ${memberId}
    union select number::text from threads
    where site_id = ${siteId} and number = any(${threads}::int[]) and author_id = ${memberId}`.execute(db)
  return new Set(rows.map(({ name }) => name))
}
