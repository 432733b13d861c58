import { sql } from 'kysely'
import { audit } from '../audit/audit.ts'
import type { World } from '../context.ts'
import { type Decision, decide } from '../decisions/decide.ts'
import { Problem } from '../errors.ts'
import { inTransaction, type Trx } from '../lib/in_transaction.ts'
import type { Site } from '../sites/queries.ts'
import { type HeldItem, holdIdeasOf, holdItem, stageOf } from './hold.ts'
import { takeAlong } from './step.ts'

/** Shows an item to everyone. Its ideas follow its stage from here on; their voters and followers are told once for all. */
export async function publishItem(
  world: World,
  site: Site,
  number: number,
  by: string,
): Promise<{ decision: Decision; told: number }> {
  return inTransaction(world, site.id, async (trx) => {
    const item = await holdItem(trx, site.id, { number })
    if (item.published_at) throw new Problem('conflict', 'It is published already.')
    const stage = stageOf(site, item)
    const now = world.clock.now()
    await setPublished(trx, site.id, item.id, now)
    const wish = { kind: 'publication' as const, item_id: item.id, to_id: item.stage_id }
    const [decision] = await decide(trx, site.id, [wish], by, now)
    await audit(trx, site.id, by, 'items.publish', 'item', String(number), { title: item.title })
    const ideas = await holdIdeasOf(trx, site.id, item.id)
    return { decision: decision!, told: await takeAlong(trx, site, item, stage, ideas, decision!) }
  })
}

/** Makes an item private again, without a trace of it in what others read. Statuses stay as they are. */
export async function unpublishItem(world: World, site: Site, number: number, by: string): Promise<void> {
  await inTransaction(world, site.id, async (trx) => {
    const item = await holdItem(trx, site.id, { number })
    if (!item.published_at) throw new Problem('conflict', 'It is not published.')
    await withdraw(trx, site, item, by, world.clock.now())
    await audit(trx, site.id, by, 'items.unpublish', 'item', String(number), { title: item.title })
  })
}

/** The change itself, inside a transaction that holds the item. */
export async function withdraw(trx: Trx, site: Site, item: HeldItem, by: string, now: Date): Promise<void> {
  await setPublished(trx, site.id, item.id, null)
  await decide(trx, site.id, [{ kind: 'publication', item_id: item.id, from_id: item.stage_id }], by, now)
  await forgetInStories(trx, site.id, item.id)
}

export async function setPublished(trx: Trx, siteId: string, itemId: string, at: Date | null): Promise<void> {
  await trx
    .updateTable('roadmap_items')
    .set({ published_at: at })
    .where('site_id', '=', siteId)
    .where('id', '=', itemId)
    .execute()
}

// What names the item: the lines in stories, and what was told of it. An idea's change of status does not.
async function forgetInStories(trx: Trx, siteId: string, itemId: string): Promise<void> {
  await sql`update activity set public = false where site_id = ${siteId} and kind = 'roadmap' and public
    and decision_id in (select d.id from decisions d where d.site_id = ${siteId} and d.item_id = ${itemId})`.execute(
    trx,
  )
  await sql`delete from notifications where site_id = ${siteId} and kind = 'roadmap'
    and decision_id in (select d.id from decisions d where d.site_id = ${siteId} and d.item_id = ${itemId})`.execute(
    trx,
  )
}
