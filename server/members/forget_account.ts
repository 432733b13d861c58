import { sql } from 'kysely'
import type { Trx } from '../lib/in_transaction.ts'
import { endSessions } from '../sessions/staff_sessions.ts'

/**
 * Deletes the account by which somebody who is being erased was on a team, with all that opened it. Which it was, says
 * its address: the one by which the team put them there, in a row that nothing signs in, or one that they proved here. It
 * stays while it is on the team of any site, where it is theirs and its owner's, and where it runs the installation.
 */
export async function forgetAccount(trx: Trx, siteId: string, memberId: string): Promise<void> {
  // Held before it is looked whether a team has it: whoever puts it on one at this moment is waited for, or waits.
  const { rows } = await sql<{ id: string }>`
    select id from accounts where not operator and email in (
      select lower(i.email) from identities i where i.site_id = ${siteId} and i.member_id = ${memberId}
      union all
      select lower(m.email) from members m where m.site_id = ${siteId} and m.id = ${memberId}
        and not exists (select from identities i where i.site_id = m.site_id and i.member_id = m.id))
    order by id for update`.execute(trx)
  if (!rows.length) return
  const { rows: left } = await sql<{ id: string }>`
    select id from accounts where id = any(${rows.map(({ id }) => id)}::uuid[])
      and not exists (select from members m where m.account_id = accounts.id)`.execute(trx)
  const ids = left.map(({ id }) => id)
  if (!ids.length) return
  await endSessions(trx, sql`account_id = any(${ids}::uuid[])`)
  await trx.deleteFrom('accounts').where('id', 'in', ids).execute()
}
