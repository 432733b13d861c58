import { audit } from '../audit/audit.ts'
import type { World } from '../context.ts'
import { type Decision, decide } from '../decisions/decide.ts'
import { Problem } from '../errors.ts'
import { inTransaction } from '../lib/in_transaction.ts'
import type { Site, Step } from '../sites/queries.ts'
import { stageById } from '../sites/words.ts'
import { holdIdeasOf, holdItem } from './hold.ts'
import { holdStage, positionIn } from './order.ts'
import { takeAlong } from './step.ts'

/**
 * Puts an item into a stage, before another item or at the end. A published item that comes into another
 * stage takes its ideas along, and their voters and followers are told once for all.
 */
export async function placeItem(
  world: World,
  site: Site,
  number: number,
  place: { stage: Step; before: number | null },
  by: string,
): Promise<{ decision: Decision; told: number }> {
  if (place.before === number) throw new Problem('conflict', 'An item cannot stand before itself.')
  return inTransaction(world, site.id, async (trx) => {
    await holdStage(trx, site.id, place.stage.id)
    const item = await holdItem(trx, site.id, { number })
    const position = await positionIn(trx, site.id, place.stage.id, place.before, item.id)
    await trx
      .updateTable('roadmap_items')
      .set({ stage_id: place.stage.id, position })
      .where('site_id', '=', site.id)
      .where('id', '=', item.id)
      .execute()
    const wish = {
      kind: 'stage' as const,
      item_id: item.id,
      from_id: item.stage_id,
      to_id: place.stage.id,
      from_position: item.position,
    }
    const [decision] = await decide(trx, site.id, [wish], by, world.clock.now())
    const from = stageById(site, item.stage_id)?.slug
    await audit(trx, site.id, by, 'items.place', 'item', String(number), { from, to: place.stage.slug })
    if (!item.published_at || item.stage_id === place.stage.id) return { decision: decision!, told: 0 }
    const ideas = await holdIdeasOf(trx, site.id, item.id)
    return { decision: decision!, told: await takeAlong(trx, site, item, place.stage, ideas, decision!) }
  })
}
