import { type RawBuilder, sql } from 'kysely'
import { later } from '../lib/clock.ts'
import type { Trx } from '../lib/in_transaction.ts'
import { dueAt, type MailKind } from '../mails/cadence.ts'
import { concernedBy } from './concerned.ts'
import type { NewsKind } from './kinds.ts'

/** Staff acts can be taken back for this long before anyone is told. */
export const undoSeconds = 12

export interface News {
  kind: NewsKind
  /** The same news reaches a person once, however many of their votes lead to it. */
  key: string
  threadId?: string
  itemId?: string
  postId?: string
  decisionId?: string
  rulingId?: string
  sanctionId?: string
  actorId?: string
}

const mailKindOf: Record<NewsKind, MailKind> = {
  reply: 'follows',
  mention: 'mentions',
  thread: 'follows',
  status: 'statuses',
  roadmap: 'statuses',
  merged: 'statuses',
  official: 'officials',
  accepted: 'follows',
  answered: 'follows',
  assigned: 'assignments',
  ruling: 'decisions',
  suspension: 'decisions',
}

/** Tells some members; `at` is when they may read it. Returns how many are told. */
export async function tell(
  trx: Trx,
  siteId: string,
  memberIds: string[],
  news: News,
  at: Date,
): Promise<number> {
  const readers = [...new Set(memberIds)]
  if (!readers.length) return 0
  const among = sql`select member_id, null::uuid as thread_id from unnest(${readers}::uuid[]) member_id`
  const { rows } = await sql<{ told: number }>`
    ${withNews(siteId, among, news, at)} select count(*) as told from told`.execute(trx)
  return rows[0]?.told ?? 0
}

/**
 * Tells everyone whom it concerns what became of the threads: who voted for any, wrote or follows one, once each; not the
 * actor, and nobody whom the post mentions and who is told of it just now. An official reply is told to its followers as
 * any reply is. One statement, whatever their number. `at` is when they may read it.
 */
export async function tellConcerned(
  trx: Trx,
  siteId: string,
  threadIds: string[],
  news: News,
  at: Date,
): Promise<number> {
  if (!threadIds.length) return 0
  const concerned = sql`
    select * from (${concernedBy(siteId, threadIds, news.actorId, news.kind !== 'official')}) c where not exists (
      select from notifications n where n.site_id = ${siteId} and n.member_id = c.member_id
        and n.key = ${`mention:${news.postId ?? ''}`} and n.tell_at >= ${later(at, -undoSeconds)})`
  const { rows } = await sql<{ told: number }>`
    ${withNews(siteId, concerned, news, at)} select count(*) as told from told`.execute(trx)
  return rows[0]?.told ?? 0
}

/**
 * The beginning of a statement that tells readers, rows of `member_id` and `thread_id`, once each: `told` holds those
 * who are told now, none of them erased. Each of them who has an address, and wants mail of this kind, gets a mail that gathers it,
 * unless one is gathering for them.
 */
export function withNews(
  siteId: string,
  readers: RawBuilder<unknown>,
  news: News,
  at: Date,
): RawBuilder<unknown> {
  const kind = mailKindOf[news.kind]
  const cadence = kind === 'decisions' ? sql`'soon'` : sql`coalesce(c.${sql.ref(kind)}, 'soon')`
  return sql`
    with readers as (${readers}),
    told as (
      insert into notifications (site_id, id, member_id, key, kind, thread_id, item_id, post_id, decision_id, ruling_id,
        sanction_id, actor_id, tell_at, mail_kind, read_at)
      select ${siteId}, gen_random_uuid(), readers.member_id, ${news.key}, ${news.kind}, coalesce(${news.threadId ?? null}::uuid, thread_id),
        ${news.itemId ?? null}::uuid, ${news.postId ?? null}::uuid, ${news.decisionId ?? null}::uuid, ${news.rulingId ?? null}::uuid,
        ${news.sanctionId ?? null}::uuid, ${news.actorId ?? null}::uuid, ${at}, ${kind}, ${readAlready(siteId, news)}
      from readers cross join lateral (
        select from members r where r.site_id = ${siteId} and r.id = readers.member_id and r.erased_at is null offset 0) known
      on conflict (site_id, member_id, key) do nothing returning member_id),
    mailed as (
      insert into mails (site_id, id, member_id, cadence, due_at, created_at)
      select m.site_id, gen_random_uuid(), m.id, ${cadence}, case ${cadence}
        when 'week' then ${dueAt('week', at)}::timestamptz when 'day' then ${dueAt('day', at)}::timestamptz else ${dueAt('soon', at)}::timestamptz end, ${at}
      from told join members m on m.site_id = ${siteId} and m.id = told.member_id and m.role not in ('guest', 'key')
      left join accounts ac on ac.id = m.account_id
      left join telling_choices c on c.site_id = m.site_id and c.member_id = m.id
      where coalesce(m.email, ac.email) is not null and ${cadence} <> 'none'
      on conflict do nothing)`
}

// Followers are told by a job: who has the thread open may have read by then what they are told of.
function readAlready(siteId: string, { kind, threadId, postId }: News): RawBuilder<unknown> {
  if (kind !== 'reply' && kind !== 'thread') return sql`null::timestamptz`
  return sql`(select v.read_until from thread_visits v join posts p on p.site_id = v.site_id and p.id = ${postId}
    where v.site_id = ${siteId} and v.member_id = readers.member_id and v.thread_id = ${threadId} and v.read_until >= p.created_at)`
}

export function tellAt(now: Date): Date {
  return later(now, undoSeconds)
}
