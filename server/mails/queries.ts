import { sql } from 'kysely'
import { type Db, hot } from '../../db/connect.ts'
import { type Reader, visibleTo } from '../context.ts'
import { type NotificationRow, newsColumns, stillReadable } from '../notifications/queries.ts'
import { belongs, companyOfMember } from '../segments/matches.ts'
import type { Segment } from '../sites/queries.ts'
import type { Locale, Role } from '../words.ts'
import type { Cadence } from './cadence.ts'

export interface ClaimedMail {
  id: string
  site_id: string
  member_id: string
  cadence: Exclude<Cadence, 'none'>
  attempts: number
}

/** Mails of all sites that are due, a few of each, so that no site waits for another's. */
export async function dueMails(
  db: Db,
  now: Date,
  abandoned: Date,
): Promise<{ site_id: string; id: string }[]> {
  const { rows } = await sql<{ site_id: string; id: string }>`
    select m.site_id, m.id from sites s cross join lateral (
      (select site_id, id, due_at from mails where site_id = s.id and state = 'waiting' and due_at <= ${now} order by due_at limit 50)
      union all
      (select site_id, id, due_at from mails where site_id = s.id and state = 'sending' and due_at <= ${now} and claimed_at < ${abandoned}
        order by due_at limit 10)) m
    order by m.due_at limit 300`.execute(db)
  return rows
}

/** Takes a due mail, so that nobody else sends it; undefined where somebody else has. */
export async function claimMail(
  db: Db,
  siteId: string,
  id: string,
  now: Date,
  abandoned: Date,
): Promise<ClaimedMail | undefined> {
  const { rows } = await sql<ClaimedMail>`
    update mails set state = 'sending', claimed_at = ${now}, attempts = attempts + 1
    where site_id = ${siteId} and id = ${id} and due_at <= ${now}
      and (state = 'waiting' or state = 'sending' and claimed_at < ${abandoned})
    returning id, site_id, member_id, cadence, attempts`.execute(db)
  return rows[0]
}

export interface Recipient {
  email: string | null
  locale: Locale | null
  role: Role
  suspended: boolean
  follows: Cadence
  mentions: Cadence
  statuses: Cadence
  officials: Cadence
  assignments: Cadence
  unsubscribe_key: string
  segments: string[]
}

/** Who a mail goes to, as they are by now: address, language, choices, and what they may read. */
export async function findRecipient(
  db: Db,
  siteId: string,
  memberId: string,
  guards: Segment[],
  now: Date,
): Promise<Recipient | undefined> {
  await sql`insert into telling_choices (site_id, member_id) values (${siteId}, ${memberId}) on conflict do nothing`.execute(
    db,
  )
  const memberships = guards.map(({ id, rule }) => sql`case when ${belongs(rule)} then ${id}::text end`)
  const held = guards.length ? sql`array_remove(array[${sql.join(memberships)}], null)` : sql`array[]::text[]`
  const { rows } = await sql<Recipient>`
    select coalesce(m.email, ac.email) as email, m.locale, m.role, c.follows, c.mentions, c.statuses, c.officials, c.assignments,
      c.unsubscribe_key,
      exists (select from sanctions x where x.site_id = m.site_id and x.member_id = m.id and x.kind = 'suspension'
        and x.lifted_at is null and (x.until is null or x.until > ${now})) as suspended, ${held} as segments
    from members m
    join telling_choices c on c.site_id = m.site_id and c.member_id = m.id
    left join accounts ac on ac.id = m.account_id
    ${companyOfMember}
    where m.site_id = ${siteId} and m.id = ${memberId} and m.erased_at is null`.execute(db)
  return rows[0]
}

/** Puts into a mail what its reader is to be told by now, the oldest first; what was in it stays. */
export async function gatherNews(
  db: Db,
  mail: ClaimedMail,
  kinds: string[],
  now: Date,
  since: Date,
): Promise<void> {
  await sql`
    update notifications n set mail_id = ${mail.id} from (
      select id from notifications where site_id = ${mail.site_id} and member_id = ${mail.member_id}
        and mail_kind = any(${kinds}::text[]) and mail_kind is not null and mail_id is null
        and tell_at <= ${now} and tell_at > ${since}
      order by tell_at limit 500) few
    where n.site_id = ${mail.site_id} and n.id = few.id`.execute(db)
}

/** When the earliest is to be told of the news that a mail left, which came too late for it; undefined where there are none. */
export async function newsLeft(
  db: Db,
  mail: ClaimedMail,
  kinds: string[],
  since: Date,
): Promise<Date | undefined> {
  const { rows } = await sql<{ at: Date | null }>`
    select min(tell_at) as at from notifications where site_id = ${mail.site_id} and member_id = ${mail.member_id}
      and mail_kind = any(${kinds}::text[]) and mail_kind is not null and mail_id is null and tell_at > ${since}`.execute(
    db,
  )
  return rows[0]?.at ?? undefined
}

/** Lets another mail gather after one, unless one does by now. */
export async function gatherAnother(db: Db, mail: ClaimedMail, now: Date, due: Date): Promise<void> {
  await sql`
    insert into mails (site_id, id, member_id, cadence, due_at, created_at)
    values (${mail.site_id}, gen_random_uuid(), ${mail.member_id}, ${mail.cadence}, ${due}, ${now})
    on conflict do nothing`.execute(db)
}

export interface LetterRow extends NotificationRow {
  thread_id: string | null
  mail_kind: string
  html: string | null
}

// A list of what was told may say what was so; a mail that says it days later says that it is so, in the thread that the
// reply is in by now: one that was merged keeps its own marks beside.
const stillAnswers = `(n.kind <> 'official' or exists (
    select from official_replies k where k.site_id = n.site_id and k.post_id = n.post_id and k.thread_id = p.thread_id))
  and (n.kind not in ('accepted', 'answered') or exists (
    select from accepted_replies k where k.site_id = n.site_id and k.post_id = n.post_id and k.thread_id = p.thread_id))`

const inMail = `
select x.*, n.thread_id, n.mail_kind, left(p.html, 4000) as html from (${newsColumns('$4')}
  where n.site_id = $1 and n.member_id = $2 and n.mail_id = $3 and n.mail_kind = any($5::text[])
    and (n.read_at is null or n.mail_kind = 'decisions') and ${stillReadable('$4')} and ${stillAnswers}) x
join notifications n on n.site_id = $1 and n.id = x.id
left join posts p on p.site_id = n.site_id and p.id = n.post_id
order by n.tell_at, n.id limit 500`

/** What stands in a mail: of the news in it, what its reader did not read elsewhere and may still read. */
export function newsInMail(db: Db, mail: ClaimedMail, reader: Reader, kinds: string[]): Promise<LetterRow[]> {
  return hot<LetterRow>(db, inMail, [mail.site_id, mail.member_id, mail.id, visibleTo(reader), kinds])
}

/**
 * Lets a mail wait again, or leaves it as failed. Where another one gathers for its reader meanwhile, that one takes
 * over what was in it.
 */
export async function putBack(
  db: Db,
  mail: Pick<ClaimedMail, 'site_id' | 'id'>,
  to: { state: 'waiting' | 'failed'; dueAt: Date; reason: string | null; attempts?: number },
): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    update mails m set state = ${to.state}, due_at = ${to.dueAt}, reason = ${to.reason},
      attempts = coalesce(${to.attempts ?? null}::int, m.attempts)
    where m.site_id = ${mail.site_id} and m.id = ${mail.id} and m.state in ('sending', 'failed')
      and (${to.state} = 'failed' or not exists (select from mails o where o.site_id = m.site_id
        and o.member_id = m.member_id and o.cadence = m.cadence and o.state = 'waiting'))
    returning m.id`.execute(db)
  if (rows.length) return
  await sql`
    with freed as (update notifications set mail_id = null where site_id = ${mail.site_id} and mail_id = ${mail.id})
    delete from mails where site_id = ${mail.site_id} and id = ${mail.id} and state in ('sending', 'failed')`.execute(
    db,
  )
}
