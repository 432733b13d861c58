import { audit } from '../audit/audit.ts'
import type { World } from '../context.ts'
import { Problem } from '../errors.ts'
import { inTransaction, type Trx } from '../lib/in_transaction.ts'
import type { Site } from '../sites/queries.ts'
import { holdIdeasOf, holdItem } from './hold.ts'
import type { ItemEdit } from './input.ts'
import { withdraw } from './publish.ts'

/** Changes an item's words, date or owner, from a known revision. */
export async function editItem(
  world: World,
  site: Site,
  number: number,
  edit: ItemEdit,
  revision: number,
  by: string,
): Promise<void> {
  await inTransaction(world, site.id, async (trx) => {
    const item = await holdItem(trx, site.id, { number })
    if (item.revision !== revision) throw new Problem('stale_revision')
    if (edit.owner) await requireTeam(trx, site.id, edit.owner)
    await trx
      .updateTable('roadmap_items')
      .set({
        title: edit.title,
        summary: edit.summary,
        expected_on: edit.expectedOn,
        owner_id: edit.owner,
        revision: revision + 1,
      })
      .where('site_id', '=', site.id)
      .where('id', '=', item.id)
      .execute()
    await audit(trx, site.id, by, 'items.edit', 'item', String(number), { ...edit })
  })
}

async function requireTeam(trx: Trx, siteId: string, memberId: string): Promise<void> {
  const owner = await trx
    .selectFrom('members')
    .select('id')
    .where('site_id', '=', siteId)
    .where('id', '=', memberId)
    .where('role', 'in', ['owner', 'admin', 'moderator', 'product'])
    .where('erased_at', 'is', null)
    .executeTakeFirst()
  if (owner) return
  throw new Problem('invalid_input', undefined, {
    errors: [{ path: 'owner', message: 'Nobody of the team.' }],
  })
}

/** Puts an item away: it is private again, and its ideas are free for another. */
export async function archiveItem(world: World, site: Site, number: number, by: string): Promise<void> {
  await inTransaction(world, site.id, async (trx) => {
    const item = await holdItem(trx, site.id, { number })
    const now = world.clock.now()
    if (item.published_at) await withdraw(trx, site, item, by, now)
    const ideas = await holdIdeasOf(trx, site.id, item.id)
    await trx
      .deleteFrom('roadmap_ideas')
      .where('site_id', '=', site.id)
      .where('item_id', '=', item.id)
      .execute()
    await trx
      .updateTable('roadmap_items')
      .set({ archived_at: now })
      .where('site_id', '=', site.id)
      .where('id', '=', item.id)
      .execute()
    const threads = ideas.map((idea) => idea.number)
    await audit(trx, site.id, by, 'items.archive', 'item', String(number), { title: item.title, threads })
  })
}
