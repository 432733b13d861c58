import { sql } from 'kysely'
import { excerptOf, wordsOf } from '../lib/excerpt.ts'
import type { Trx } from '../lib/in_transaction.ts'

/** Brings what lists show and searches find of an opening up to its HTML. Of a reply, which keeps no such, nothing. */
export async function renewFoundWords(
  trx: Trx,
  siteId: string,
  openingId: string,
  html: string,
): Promise<void> {
  const words = wordsOf(html)
  await sql`
    with t as (update threads set excerpt = ${excerptOf(words)}
      where site_id = ${siteId} and opening_id = ${openingId} returning id)
    update thread_documents d set body = ${words} from t
    where d.site_id = ${siteId} and d.thread_id = t.id`.execute(trx)
}

/** An edit holds the thread before its opening, and so does whatever else rewrites openings. */
export const holdThreadsOf = (trx: Trx, siteId: string, posts: string[]) =>
  sql`select from threads where site_id = ${siteId} and opening_id = any(${posts}::uuid[])
    order by id for no key update`.execute(trx)
