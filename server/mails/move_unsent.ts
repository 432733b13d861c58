import { sql } from 'kysely'
import type { Db } from '../../db/connect.ts'
import { type Cadence, dueAt } from './cadence.ts'
import type { ClaimedMail } from './queries.ts'

/** Mails that were tried in vain: all of a member's that nobody is sending, or the one that is being tried now. */
interface Unsent {
  siteId: string
  memberId: string
  mailId?: string
}

const due = (cadence: Exclude<Cadence, 'none'>, now: Date) => sql`${dueAt(cadence, now)}::timestamptz`

/**
 * Takes out of mails that were tried in vain what their reader chose to get otherwise by now: it comes in the mail of
 * that cadence, or in none. A mail that failed for good, and in which nothing is left, is no mail any more. They are held,
 * so that none of them is sent meanwhile.
 */
export async function moveUnsent(db: Db, { siteId, memberId, mailId }: Unsent, now: Date): Promise<void> {
  const those = mailId ? sql`m.id = ${mailId}` : sql`m.state in ('waiting', 'failed')`
  const { rows } = await sql<{ freed: number }>`
    with held as materialized (
      select m.* from mails m
      where m.site_id = ${siteId} and m.member_id = ${memberId} and m.attempts > 0 and ${those} for no key update),
    freed as (
      update notifications n set mail_id = null,
        mail_kind = case when to_jsonb(c) ->> n.mail_kind = 'none' then null else n.mail_kind end
      from held m join telling_choices c on c.site_id = m.site_id and c.member_id = m.member_id
      where n.site_id = m.site_id and n.mail_id = m.id and n.mail_kind <> 'decisions'
        and to_jsonb(c) ->> n.mail_kind <> m.cadence
      returning to_jsonb(c) ->> n.mail_kind as cadence),
    gathering as (
      insert into mails (site_id, id, member_id, cadence, due_at, created_at)
      select ${siteId}, gen_random_uuid(), ${memberId}, cadence,
        case cadence when 'week' then ${due('week', now)} when 'day' then ${due('day', now)} else ${due('soon', now)} end, ${now}
      from freed where cadence is not null group by cadence
      on conflict do nothing)
    select count(*)::int as freed from freed`.execute(db)
  if (!rows[0]?.freed) return
  await sql`
    delete from mails m where m.site_id = ${siteId} and m.member_id = ${memberId} and m.state = 'failed'
      and not exists (select from notifications n where n.site_id = m.site_id and n.mail_id = m.id)`.execute(
    db,
  )
}

/**
 * Takes out of a mail that was tried before, and is tried again, what it is not about any more. What is left out because
 * its reader is suspended by now, or has no address, waits as what they are told meanwhile does.
 */
export async function leaveOut(
  db: Db,
  { site_id: siteId, member_id: memberId, id }: ClaimedMail,
  kinds: string[],
  now: Date,
): Promise<void> {
  await moveUnsent(db, { siteId, memberId, mailId: id }, now)
  await sql`update notifications set mail_id = null
    where site_id = ${siteId} and mail_id = ${id} and mail_kind <> all(${kinds}::text[])`.execute(db)
}
