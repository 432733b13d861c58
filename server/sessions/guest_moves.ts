import { sql } from 'kysely'
import type { Trx } from '../lib/in_transaction.ts'
import { holdAllOfGuest } from './guest_hold.ts'
import { wait } from './identify.ts'

/**
 * Every reference to a member, and what becomes of a guest's when their person turns out to be known: given over,
 * united with what the member has, gone with the guest, or the team's (or their keys') alone. A test compares it with the database.
 */
export const references = {
  given: [
    'threads.author_id',
    'posts.author_id',
    'images.member_id',
    'revisions.editor_id',
    'accepted_replies.marked_by',
    'activity.actor_id',
    'notifications.actor_id',
  ],
  united: [
    'votes.member_id',
    'reactions.member_id',
    'reports.member_id',
    'notifications.member_id',
    'member_days.member_id',
    'sanctions.member_id',
    'thread_subscriptions.member_id',
    'thread_visits.member_id',
    'board_subscriptions.member_id',
  ],
  gone: [
    'identities.member_id',
    'sessions.member_id',
    'idempotency_keys.member_id',
    'telling_choices.member_id',
    'mails.member_id',
  ],
  team: [
    'api_keys.ended_by',
    'api_keys.id',
    'api_keys.made_by',
    'assignments.assigned_by',
    'assignments.member_id',
    'audit_entries.actor_id',
    'decisions.decided_by',
    'invitations.invited_by',
    'merges.merged_by',
    'notes.author_id',
    'official_replies.marked_by',
    'openid_declined.member_id',
    'openid_links.member_id',
    'openid_requests.member_id',
    'reports.closed_by',
    'roadmap_ideas.added_by',
    'roadmap_items.created_by',
    'roadmap_items.owner_id',
    'rulings.lifted_by',
    'rulings.ruled_by',
    'sanctions.imposed_by',
    'sanctions.lifted_by',
    'votes.cast_by',
  ],
}

/**
 * Gives all that a guest did to a member, each vote counted once, and deletes the guest. False where they are no
 * guest any more.
 */
export async function uniteGuest(
  trx: Trx,
  siteId: string,
  guestId: string,
  memberId: string,
): Promise<boolean> {
  // Two guests who turn out to be one person come one after the other.
  await wait(trx, `${siteId} guest ${memberId}`)
  if (!(await holdAllOfGuest(trx, siteId, guestId))) return false
  await uniteVotes(trx, siteId, guestId, memberId)
  await uniteReactions(trx, siteId, guestId, memberId)
  await uniteReports(trx, siteId, guestId, memberId)
  await giveOver(trx, siteId, guestId, memberId)
  await uniteSanctions(trx, siteId, guestId, memberId)
  await uniteNotifications(trx, siteId, guestId, memberId)
  await uniteSubscriptions(trx, siteId, guestId, memberId)
  await sql`insert into member_days (site_id, member_id, day) select site_id, ${memberId}, day from member_days
    where site_id = ${siteId} and member_id = ${guestId} on conflict do nothing`.execute(trx)
  await trx.deleteFrom('members').where('site_id', '=', siteId).where('id', '=', guestId).execute()
  return true
}

async function uniteVotes(trx: Trx, siteId: string, guestId: string, memberId: string): Promise<void> {
  await sql`
    with doubles as (
      delete from votes g using votes m where g.site_id = ${siteId} and g.member_id = ${guestId}
        and m.site_id = g.site_id and m.thread_id = g.thread_id and m.member_id = ${memberId}
      returning g.thread_id)
    update thread_counters c set vote_count = c.vote_count - 1 from doubles d
    where c.site_id = ${siteId} and c.thread_id = d.thread_id`.execute(trx)
  await sql`update votes set member_id = ${memberId}
    where site_id = ${siteId} and member_id = ${guestId}`.execute(trx)
}

/** What both gave the same post is given once. */
async function uniteReactions(trx: Trx, siteId: string, guestId: string, memberId: string): Promise<void> {
  await sql`
    with doubles as (
      delete from reactions g using reactions m where g.site_id = ${siteId} and g.member_id = ${guestId}
        and m.site_id = g.site_id and m.post_id = g.post_id and m.name = g.name and m.member_id = ${memberId}
      returning g.post_id, g.name),
    fewer as (select post_id, array_agg(name) as names from doubles group by 1)
    update reaction_counts c set counts = (
      select coalesce(jsonb_object_agg(x.key, x.value::int - (x.key = any(f.names))::int)
        filter (where x.value::int > (x.key = any(f.names))::int), '{}') from jsonb_each_text(c.counts) x)
    from fewer f where c.site_id = ${siteId} and c.post_id = f.post_id`.execute(trx)
  await sql`update reactions set member_id = ${memberId}
    where site_id = ${siteId} and member_id = ${guestId}`.execute(trx)
}

/** Of two reports of one revision by one person, the member's stays. */
async function uniteReports(trx: Trx, siteId: string, guestId: string, memberId: string): Promise<void> {
  await sql`
    delete from reports g using reports m where g.site_id = ${siteId} and g.member_id = ${guestId}
      and m.site_id = g.site_id and m.post_id = g.post_id and m.revision = g.revision and m.member_id = ${memberId}`.execute(
    trx,
  )
  await sql`update reports set member_id = ${memberId}
    where site_id = ${siteId} and member_id = ${guestId}`.execute(trx)
}

async function giveOver(trx: Trx, siteId: string, guestId: string, memberId: string): Promise<void> {
  for (const reference of references.given) {
    const [table, column] = reference.split('.') as [string, string]
    await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${memberId}
      where site_id = ${siteId} and ${sql.ref(column)} = ${guestId}`.execute(trx)
  }
}

/** Nobody gets out of a sanction by signing in: where both are under one, the one that holds longer does. */
async function uniteSanctions(trx: Trx, siteId: string, guestId: string, memberId: string): Promise<void> {
  await sql`
    with both_under as (
      select g.id as guests, m.id as members, g.until is null or g.until > m.until as longer from sanctions g
      join sanctions m on m.site_id = g.site_id and m.member_id = ${memberId} and m.kind = g.kind and m.lifted_at is null
      where g.site_id = ${siteId} and g.member_id = ${guestId} and g.lifted_at is null)
    update sanctions x set lifted_at = greatest(x.created_at, now()) from both_under b
    where x.site_id = ${siteId} and x.id = case when b.longer then b.members else b.guests end`.execute(trx)
  await sql`update sanctions set member_id = ${memberId}
    where site_id = ${siteId} and member_id = ${guestId}`.execute(trx)
}

/** What both were told is told once, and nobody is told of what they did themselves. */
async function uniteNotifications(
  trx: Trx,
  siteId: string,
  guestId: string,
  memberId: string,
): Promise<void> {
  await sql`
    delete from notifications g where g.site_id = ${siteId} and g.member_id = ${guestId} and exists (
      select from notifications m where m.site_id = g.site_id and m.member_id = ${memberId} and m.key = g.key)`.execute(
    trx,
  )
  // A guest was told on the screen; the member is not told again by mail.
  await sql`update notifications set member_id = ${memberId}, mail_kind = null
    where site_id = ${siteId} and member_id = ${guestId}`.execute(trx)
  await sql`delete from notifications
    where site_id = ${siteId} and member_id = ${memberId} and actor_id = ${memberId}`.execute(trx)
}

/** What either follows is followed; what the member let go of stays so. How the guest wished to be told goes with them. */
async function uniteSubscriptions(
  trx: Trx,
  siteId: string,
  guestId: string,
  memberId: string,
): Promise<void> {
  await sql`
    insert into thread_subscriptions (site_id, thread_id, member_id, following, changed_at)
    select site_id, thread_id, ${memberId}, following, changed_at from thread_subscriptions
    where site_id = ${siteId} and member_id = ${guestId} on conflict do nothing`.execute(trx)
  await sql`
    insert into board_subscriptions (site_id, board_id, member_id, changed_at)
    select site_id, board_id, ${memberId}, changed_at from board_subscriptions
    where site_id = ${siteId} and member_id = ${guestId} on conflict do nothing`.execute(trx)
  await sql`
    insert into thread_visits as v (site_id, member_id, thread_id, read_until)
    select site_id, ${memberId}, thread_id, read_until from thread_visits
    where site_id = ${siteId} and member_id = ${guestId}
    on conflict (site_id, member_id, thread_id) do update set read_until = greatest(v.read_until, excluded.read_until)`.execute(
    trx,
  )
}
