import { sql } from 'kysely'
import { audit } from '../audit/audit.ts'
import type { World } from '../context.ts'
import { newId } from '../lib/ids.ts'
import { inTransaction, type Trx } from '../lib/in_transaction.ts'
import type { Site, Step } from '../sites/queries.ts'
import { type HeldIdea, holdIdeas, refused } from './hold.ts'
import { holdStage, positionIn } from './order.ts'

export interface ItemDraft {
  title: string
  summary: string
  stage: Step
  /** Numbers of ideas that the item gathers. */
  threads: number[]
  expectedOn: string | null
  at?: Date
}

/**
 * Makes a roadmap item at the end of its stage. It is private: nothing of it is in an idea, a story or a feed
 * until it is published. Returns its number.
 */
export function createItem(world: World, site: Site, draft: ItemDraft, by: string): Promise<number> {
  return inTransaction(world, site.id, (trx) =>
    insertItem(trx, site, draft, by, draft.at ?? world.clock.now()),
  )
}

/** The rows of a new item, inside a transaction of the caller. */
export async function insertItem(
  trx: Trx,
  site: Site,
  draft: ItemDraft,
  by: string,
  at: Date,
): Promise<number> {
  await holdStage(trx, site.id, draft.stage.id)
  const ideas = await holdIdeas(trx, site.id, draft.threads, 'threads')
  const position = await positionIn(trx, site.id, draft.stage.id, null, null)
  const id = newId()
  const number = await nextNumber(trx, site.id)
  await trx
    .insertInto('roadmap_items')
    .values({
      site_id: site.id,
      id,
      number,
      title: draft.title,
      summary: draft.summary,
      stage_id: draft.stage.id,
      position,
      owner_id: by,
      expected_on: draft.expectedOn,
      created_at: at,
      created_by: by,
    })
    .execute()
  await hang(trx, site.id, id, ideas, 'threads', by, at)
  const threads = ideas.map((idea) => idea.number)
  await audit(trx, site.id, by, 'items.create', 'item', String(number), { title: draft.title, threads })
  return number
}

async function nextNumber(trx: Trx, siteId: string): Promise<number> {
  const { rows } = await sql<{ last_item: number }>`
    update feeds set last_item = last_item + 1 where site_id = ${siteId} returning last_item`.execute(trx)
  return rows[0]!.last_item
}

/** Hangs ideas, whose rows the caller holds, on an item. One that hangs elsewhere is a conflict that names it. */
export async function hang(
  trx: Trx,
  siteId: string,
  itemId: string,
  ideas: HeldIdea[],
  path: string,
  by: string,
  at: Date,
): Promise<void> {
  if (!ideas.length) return
  const hung = await trx
    .insertInto('roadmap_ideas')
    .values(
      ideas.map((idea) => ({
        site_id: siteId,
        thread_id: idea.id,
        item_id: itemId,
        added_by: by,
        added_at: at,
      })),
    )
    .onConflict((conflict) => conflict.columns(['site_id', 'thread_id']).doNothing())
    .returning('thread_id')
    .execute()
  const done = new Set(hung.map((row) => row.thread_id))
  const elsewhere = ideas.filter((idea) => !done.has(idea.id)).map((idea) => idea.number)
  if (elsewhere.length) throw refused('conflict', path, elsewhere, 'On an item already:')
}
