import { sql } from 'kysely'
import type { World } from '../context.ts'
import type { Trx } from '../lib/in_transaction.ts'

/**
 * Takes the addresses of somebody who is being erased out of what was sent there and is to be: codes, and mails of the
 * queue with their text, sent, waiting or failed; and their name out of the invitations that they sent to others. A mail
 * that is under way may still arrive.
 */
export async function forgetAddresses(
  world: World,
  trx: Trx,
  siteId: string,
  memberId: string,
): Promise<void> {
  const { rows } = await sql<{ email: string }>`
    select email from identities where site_id = ${siteId} and member_id = ${memberId} and email is not null
    union select email from members where site_id = ${siteId} and id = ${memberId} and email is not null`.execute(
    trx,
  )
  const addresses = [...new Set(rows.flatMap(({ email }) => [email, email.toLowerCase()]))]
  // The queue first: who notes a failure holds the job before, and finds it gone.
  const jobs = await world.jobs.forget(trx, 'mail', { siteId, by: memberId })
  for (const to of addresses) jobs.push(...(await world.jobs.forget(trx, 'mail', { siteId, to })))
  await sql`
    with codes as (delete from sign_in_codes where site_id = ${siteId} and email = any(${addresses}::text[])),
    failing as (delete from failing_jobs
      where site_id = ${siteId} and (id = any(${jobs}::uuid[]) or lower(recipient) = any(${addresses}::text[]))),
    invited as (update invitations set email = '' where site_id = ${siteId} and lower(email) = any(${addresses}::text[]))
    delete from mailbox where site_id = ${siteId} and lower(recipient) = any(${addresses}::text[])`.execute(
    trx,
  )
}
