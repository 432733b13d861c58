import { sql } from 'kysely'
import { audit } from '../audit/audit.ts'
import type { World } from '../context.ts'
import { Problem } from '../errors.ts'
import { inTransaction, type Trx } from '../lib/in_transaction.ts'
import { takeStepBack } from '../roadmap/take_back.ts'
import type { Site } from '../sites/queries.ts'
import type { Decision } from './decide.ts'
import { holdDecision, isTakenBack } from './queries.ts'
import { holdThreads, movedOn, reverse } from './reverse.ts'
import { tellStatus } from './status.ts'

/**
 * Takes a decision back while nobody was told of it. Twice is once. Refused when the time is over, when
 * something was decided on top of it, and for what only follows from another decision.
 */
export async function takeBack(world: World, site: Site, decision: Decision, by: string): Promise<void> {
  await inTransaction(world, site.id, async (trx) => {
    await holdDecision(trx, site.id, decision.id)
    if (await isTakenBack(trx, site.id, decision.id)) return
    const now = world.clock.now()
    if (decision.cause || decision.reverses) {
      throw new Problem('conflict', 'This follows from another decision; take that one back.')
    }
    if (now >= decision.tell_at) throw new Problem('too_late')
    if (decision.kind === 'status') await takeStatusBack(trx, site, decision, by, now)
    else await takeStepBack(trx, site, decision, by, now)
  })
}

async function takeStatusBack(
  trx: Trx,
  site: Site,
  decision: Decision,
  by: string,
  now: Date,
): Promise<void> {
  await holdThreads(trx, site.id, [decision.thread_id!])
  if (await movedOn(trx, site.id, [decision]))
    throw new Problem('conflict', 'Its status was decided again since.')
  if (decision.detached) await attachAgain(trx, site.id, decision)
  await reverse(trx, site.id, [decision], by, now)
  await tellStatus(trx, site.id, decision.thread_id!, decision.created_at, now)
  const thread = await trx
    .selectFrom('threads')
    .select('number')
    .where('site_id', '=', site.id)
    .where('id', '=', decision.thread_id)
    .executeTakeFirstOrThrow()
  await audit(trx, site.id, by, 'decisions.undo', 'thread', String(thread.number), { kind: decision.kind })
}

// The idea follows its item again. Had the item moved meanwhile, it would follow it in the wrong status.
async function attachAgain(trx: Trx, siteId: string, decision: Decision): Promise<void> {
  const { rows } = await sql`
    select from roadmap_ideas ri join decisions d on d.site_id = ri.site_id and d.item_id = ri.item_id
    where ri.site_id = ${siteId} and ri.thread_id = ${decision.thread_id} and d.kind <> 'status'
      and d.from_id is distinct from d.to_id and (d.created_at, d.id) > (${decision.created_at}, ${decision.id}::uuid)
    limit 1`.execute(trx)
  if (rows.length) throw new Problem('conflict', 'The roadmap item of this idea moved since.')
  await trx
    .updateTable('roadmap_ideas')
    .set({ detached_at: null })
    .where('site_id', '=', siteId)
    .where('thread_id', '=', decision.thread_id!)
    .execute()
}
