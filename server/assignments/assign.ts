import { callDesks } from '../activity/desk.ts'
import { audit } from '../audit/audit.ts'
import type { World } from '../context.ts'
import { Problem } from '../errors.ts'
import { inTransaction, type Trx } from '../lib/in_transaction.ts'
import { tell } from '../notifications/tell.ts'
import type { Site } from '../sites/queries.ts'

/** Assigns a thread to someone of the team, in place of anyone else, and tells them. Twice is once. */
export async function assignThread(
  world: World,
  site: Site,
  thread: { id: string; number: number },
  memberId: string,
  by: string,
): Promise<void> {
  await inTransaction(world, site.id, async (trx) => {
    await requireStaff(trx, site.id, memberId)
    const now = world.clock.now()
    const assignment = { member_id: memberId, assigned_by: by, assigned_at: now }
    const before = await heldBy(trx, site.id, thread.id)
    const changed = await trx
      .insertInto('assignments')
      .values({ site_id: site.id, thread_id: thread.id, ...assignment })
      .onConflict((conflict) =>
        conflict
          .columns(['site_id', 'thread_id'])
          .doUpdateSet(assignment)
          .where('assignments.member_id', '<>', memberId),
      )
      .returning('member_id')
      .executeTakeFirst()
    if (!changed) return
    await forgetTold(trx, site.id, memberId, thread.id)
    if (memberId !== by) {
      const news = {
        kind: 'assigned',
        key: `assigned:${thread.id}`,
        threadId: thread.id,
        actorId: by,
      } as const
      await tell(trx, site.id, [memberId], news, now)
    }
    for (const one of [memberId, before]) if (one) await callDesks(world, trx, site.id, `news:${one}`)
    await audit(trx, site.id, by, 'threads.assign', 'thread', String(thread.number), { member: memberId })
  })
}

// Held, so that nobody leaves the team meanwhile.
async function requireStaff(trx: Trx, siteId: string, memberId: string): Promise<void> {
  const person = await trx
    .selectFrom('members')
    .select('id')
    .where('site_id', '=', siteId)
    .where('id', '=', memberId)
    .where('role', 'in', ['owner', 'admin', 'moderator', 'product'])
    .where('erased_at', 'is', null)
    .forShare()
    .executeTakeFirst()
  if (person) return
  throw new Problem('invalid_input', undefined, {
    errors: [{ path: 'member', message: 'There is no such person in the team.' }],
  })
}

async function heldBy(trx: Trx, siteId: string, threadId: string): Promise<string | undefined> {
  const held = await trx
    .selectFrom('assignments')
    .select('member_id')
    .where('site_id', '=', siteId)
    .where('thread_id', '=', threadId)
    .executeTakeFirst()
  return held?.member_id
}

/** What a person was told when they had the thread before, so that they are told anew. */
async function forgetTold(trx: Trx, siteId: string, memberId: string, threadId: string): Promise<void> {
  await trx
    .deleteFrom('notifications')
    .where('site_id', '=', siteId)
    .where('member_id', '=', memberId)
    .where('key', '=', `assigned:${threadId}`)
    .execute()
}

/** Nobody has the thread any more. Twice is once. */
export async function unassignThread(
  world: World,
  site: Site,
  thread: { id: string; number: number },
  by: string,
): Promise<void> {
  await inTransaction(world, site.id, async (trx) => {
    const gone = await trx
      .deleteFrom('assignments')
      .where('site_id', '=', site.id)
      .where('thread_id', '=', thread.id)
      .returning('member_id')
      .executeTakeFirst()
    if (!gone) return
    await callDesks(world, trx, site.id, `news:${gone.member_id}`)
    const detail = { member: gone.member_id }
    await audit(trx, site.id, by, 'threads.unassign', 'thread', String(thread.number), detail)
  })
}
