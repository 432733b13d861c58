import { sql } from 'kysely'
import type { Trx } from '../lib/in_transaction.ts'

/**
 * Takes away what was answered to others and is kept for a day for a repeat, where it tells of somebody who is being
 * erased: by their id, their address or their name, of which some may be another's. That the request was made is still
 * known, so that a repeat is told to look whether it was carried out, and does nothing twice. A short name is looked for
 * by itself alone, since it is a part of many words.
 */
export async function forgetAnswers(trx: Trx, siteId: string, memberId: string): Promise<void> {
  await sql`
    with told as (
      select ${memberId} as words
      union select lower(to_jsonb(name)::text) from members
        where site_id = ${siteId} and id = ${memberId} and name <> ''
      union select lower(trim(both '"' from to_jsonb(name)::text)) from members
        where site_id = ${siteId} and id = ${memberId} and length(name) >= 4
      union select lower(email) from members where site_id = ${siteId} and id = ${memberId} and email <> ''
      union select lower(email) from identities
        where site_id = ${siteId} and member_id = ${memberId} and email is not null)
    update idempotency_keys k set status = null, answer = null
    where k.site_id = ${siteId} and k.answer is not null
      and exists (select from told where strpos(lower(k.answer::text), told.words) > 0)`.execute(trx)
}
