import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import { audit } from '../audit/audit.ts'
import type { World } from '../context.ts'
import { Problem } from '../errors.ts'
import { dropImagesOf } from '../images/sweep.ts'
import { later } from '../lib/clock.ts'
import { inTransaction, type Trx } from '../lib/in_transaction.ts'
import { forgetMentions } from '../mentions/forget.ts'
import { forgetEverywhere } from '../mentions/forget_everywhere.ts'
import { isBusy } from '../sessions/guest_hold.ts'
import { removeSomePosts } from './erase_posts.ts'
import { forgetAccount } from './forget_account.ts'
import { forgetAddresses } from './forget_addresses.ts'
import { forgetAnswers } from './forget_answers.ts'

/** What becomes of the posts of somebody who is erased. */
export type PostsChoice = 'keep' | 'remove'

export interface Erasure {
  siteId: string
  memberId: string
  posts: PostsChoice
}

/** Who of the team does it at the member's request, and why; nothing where members erase themselves. */
interface AtRequest {
  by: string
  reason: string
}

const tries = 20
/** What was under way in their name while they were erased is over by then. */
const sweepAfterSeconds = 60

/**
 * Erases a member: from the commit on nobody is told who they were, nothing lets them in, and no mail goes to them.
 * Their votes stay, nameless and counted, and so do their posts where they chose that. The first 200 posts go in the
 * same transaction, the others in a job that begins again where it stopped, and so does their name in what others wrote.
 * Twice is once.
 */
export async function eraseMember(world: World, erasure: Erasure, request?: AtRequest): Promise<void> {
  for (let left = tries; ; left--) {
    try {
      return await eraseOnce(world, erasure, request)
    } catch (error) {
      if (!isBusy(error)) throw error
      if (left === 0) throw new Problem('unavailable', undefined, { headers: { 'retry-after': '2' } })
      await setTimeout(5 + Math.random() * 30)
    }
  }
}

async function eraseOnce(world: World, erasure: Erasure, request: AtRequest | undefined): Promise<void> {
  const { siteId, memberId, posts } = erasure
  const now = world.clock.now()
  await inTransaction(
    world,
    siteId,
    async (trx) => {
      // Threads, posts and counters are held before the member, in the order in which everyone holds them.
      await removeSomePosts(trx, erasure, now)
      await forgetMentions(trx, siteId, memberId)
      if (!(await holdErasable(trx, siteId, memberId))) return
      await forgetPerson(world, trx, siteId, memberId, now)
      // The entry names nobody: by the time that it is read, its subject is an id that leads to no person.
      const detail = { posts, ...(request ? { reason: request.reason } : {}) }
      const action = request ? 'members.erase' : 'members.leave'
      await audit(trx, siteId, request?.by ?? null, action, 'member', memberId, detail)
      await world.jobs.send(trx, 'erasures', erasure)
      await world.jobs.send(trx, 'erasures', erasure, later(now, sweepAfterSeconds))
    },
    'structure',
  )
}

/**
 * Goes on with the posts of somebody who is erased, takes what a request under way then still left of theirs, and their
 * name out of what others wrote.
 */
export async function finishErasure(world: World, erasure: Erasure): Promise<void> {
  const { siteId, memberId } = erasure
  for (let more = true; more; ) {
    more = await inTransaction(world, siteId, async (trx) => {
      const { rows } = await sql`select from members
        where site_id = ${siteId} and id = ${memberId} and erased_at is not null`.execute(trx)
      if (!rows.length) return false
      const left = await removeSomePosts(trx, erasure, world.clock.now())
      if (!left) await forgetPerson(world, trx, siteId, memberId, world.clock.now())
      return left
    })
  }
  await forgetIfErased(world, erasure)
}

async function forgetIfErased(world: World, { siteId, memberId }: Erasure): Promise<void> {
  const erased = await world.db
    .selectFrom('members')
    .select('id')
    .where('site_id', '=', siteId)
    .where('id', '=', memberId)
    .where('erased_at', 'is not', null)
    .executeTakeFirst()
  if (erased) await forgetEverywhere(world, siteId, memberId)
}

/** False where they are erased already. Who has a role has it taken away first: a site keeps its owner. */
async function holdErasable(trx: Trx, siteId: string, memberId: string): Promise<boolean> {
  const held = await trx
    .selectFrom('members')
    .select(['role', 'erased_at'])
    .where('site_id', '=', siteId)
    .where('id', '=', memberId)
    .forUpdate()
    .executeTakeFirst()
  if (!held) throw new Problem('not_found')
  if (held.erased_at) return false
  if (held.role !== 'member' && held.role !== 'guest')
    throw new Problem('conflict', 'Somebody of the team is erased once they are taken off the team.')
  return true
}

async function forgetPerson(
  world: World,
  trx: Trx,
  siteId: string,
  memberId: string,
  now: Date,
): Promise<void> {
  await forgetAddresses(world, trx, siteId, memberId)
  await forgetAnswers(trx, siteId, memberId)
  await forgetAccount(trx, siteId, memberId)
  await forgetWhoTheyWere(trx, siteId, memberId, now)
  await forgetWhatWasTheirs(trx, siteId, memberId)
}

async function forgetWhoTheyWere(trx: Trx, siteId: string, memberId: string, now: Date): Promise<void> {
  const before = await trx
    .selectFrom('members')
    .select('picture_id')
    .where('site_id', '=', siteId)
    .where('id', '=', memberId)
    .executeTakeFirstOrThrow()
  await trx
    .updateTable('members')
    .set({ name: '', email: null, avatar_url: null, picture_id: null, locale: null, company_id: null })
    .set({ attributes: '{}', account_id: null, role: 'member', votes_shown: false })
    .set((row) => ({ erased_at: row.fn.coalesce('erased_at', row.val(now)) }))
    .where('site_id', '=', siteId)
    .where('id', '=', memberId)
    .execute()
  if (before.picture_id)
    await trx
      .deleteFrom('pictures')
      .where('site_id', '=', siteId)
      .where('id', '=', before.picture_id)
      .execute()
  // What the log tells of somebody who was on the team once named them.
  await sql`update audit_entries set detail = detail - 'name' - 'email'
    where site_id = ${siteId} and subject_kind = 'member' and subject = ${memberId}
      and detail ?| array['name', 'email']`.execute(trx)
}

/** What lets them in, what they are told, and what they follow. A test compares the list with the database. */
export const goesWithMember = [
  'identities',
  'sessions',
  'idempotency_keys',
  'telling_choices',
  'mails',
  'notifications',
  'thread_subscriptions',
  'board_subscriptions',
  'thread_visits',
  'member_days',
  'assignments',
  'openid_links',
  'openid_declined',
  'openid_requests',
] as const

/** What stays, and names an erased member: nobody. */
export const staysNameless = ['votes', 'reactions', 'reports', 'sanctions', 'images'] as const

async function forgetWhatWasTheirs(trx: Trx, siteId: string, memberId: string): Promise<void> {
  for (const table of goesWithMember)
    await sql`delete from ${sql.table(table)}
      where site_id = ${siteId} and member_id = ${memberId}`.execute(trx)
  await dropImagesOf(trx, siteId, memberId)
}
