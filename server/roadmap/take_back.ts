import { audit } from '../audit/audit.ts'
import type { Decision } from '../decisions/decide.ts'
import { causedBy, lastStepOf } from '../decisions/queries.ts'
import { holdThreads, movedOn, reverse } from '../decisions/reverse.ts'
import { Problem } from '../errors.ts'
import type { Trx } from '../lib/in_transaction.ts'
import type { Site } from '../sites/queries.ts'
import { type HeldItem, holdItem } from './hold.ts'
import { unhang } from './ideas.ts'
import { holdStage, positionAgain } from './order.ts'
import { setPublished } from './publish.ts'
import { tellStepAgain } from './step.ts'

/**
 * Takes a step of an item back, with all that it brought its ideas: the item is where and what it was. A
 * conflict where something was decided on top of it.
 */
export async function takeStepBack(
  trx: Trx,
  site: Site,
  step: Decision,
  by: string,
  now: Date,
): Promise<void> {
  if (step.kind === 'stage') await holdStage(trx, site.id, step.from_id!)
  const item = await holdItem(trx, site.id, { id: step.item_id! })
  if ((await lastStepOf(trx, site.id, item.id))?.id !== step.id || !step.to_id) {
    throw new Problem('conflict', 'This item was decided on again since.')
  }
  const followed = await causedBy(trx, site.id, step.id)
  const threadIds = followed.map((one) => one.thread_id!)
  await holdThreads(trx, site.id, step.thread_id ? [...threadIds, step.thread_id] : threadIds)
  if (await movedOn(trx, site.id, followed)) {
    throw new Problem('conflict', 'The status of one of its ideas was decided again since.')
  }
  await putBack(trx, site, item, step)
  await reverse(trx, site.id, [step, ...followed], by, now)
  if (step.kind === 'stage' && item.published_at) await tellStepAgain(trx, site.id, item, step, now)
  await audit(trx, site.id, by, 'decisions.undo', 'item', String(item.number), { kind: step.kind })
}

async function putBack(trx: Trx, site: Site, item: HeldItem, step: Decision): Promise<void> {
  if (step.thread_id) return unhang(trx, site.id, item.id, step.thread_id)
  if (step.kind === 'publication') return setPublished(trx, site.id, item.id, null)
  const position = await positionAgain(trx, site.id, step.from_id!, step.from_position!, item.id)
  await trx
    .updateTable('roadmap_items')
    .set({ stage_id: step.from_id!, position })
    .where('site_id', '=', site.id)
    .where('id', '=', item.id)
    .execute()
}
