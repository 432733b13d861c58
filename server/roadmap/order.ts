import { sql } from 'kysely'
import { Problem } from '../errors.ts'
import type { Trx } from '../lib/in_transaction.ts'
import { positionBetween, positions } from '../lib/positions.ts'
import { mostPerStage } from './queries.ts'

// A position this long says that many moves went to one spot; the stage is then spaced out anew.
const longest = 60

/** Holds a stage, so that items come into it one after the other. */
export async function holdStage(trx: Trx, siteId: string, stageId: string): Promise<void> {
  const stage = await trx
    .selectFrom('stages')
    .select('id')
    .where('site_id', '=', siteId)
    .where('id', '=', stageId)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!stage) throw new Problem('conflict', 'This stage is no longer there.')
}

/**
 * The position for an item in a stage that the caller holds: right before another item, or at the end.
 * `moving` is the item itself, which does not count as a neighbour.
 */
export async function positionIn(
  trx: Trx,
  siteId: string,
  stageId: string,
  before: number | null,
  moving: string | null,
): Promise<string> {
  const others = await othersIn(trx, siteId, stageId, moving)
  if (others.length >= mostPerStage)
    throw new Problem('conflict', `A stage takes ${mostPerStage} items at most.`)
  const index = before === null ? others.length : others.findIndex((one) => one.number === before)
  if (index < 0) throw new Problem('conflict', `Item ${before} is no longer in this stage.`)
  const made = positionBetween(others[index - 1]?.position ?? null, others[index]?.position ?? null)
  if (made.length <= longest) return made
  return spaceOut(trx, siteId, others, index)
}

/** The position an item had in a stage that the caller holds, or the one right after whoever took it. */
export async function positionAgain(
  trx: Trx,
  siteId: string,
  stageId: string,
  position: string,
  moving: string,
): Promise<string> {
  const others = await othersIn(trx, siteId, stageId, moving)
  const taken = others.findIndex((one) => one.position === position)
  return taken < 0 ? position : positionBetween(position, others[taken + 1]?.position ?? null)
}

interface Neighbour {
  id: string
  number: number
  position: string
}

async function othersIn(
  trx: Trx,
  siteId: string,
  stageId: string,
  moving: string | null,
): Promise<Neighbour[]> {
  const rows = await trx
    .selectFrom('roadmap_items')
    .select(['id', 'number', 'position'])
    .where('site_id', '=', siteId)
    .where('stage_id', '=', stageId)
    .where('archived_at', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .limit(mostPerStage + 1)
    .execute()
  return rows.filter((row) => row.id !== moving)
}

/** Gives all items of a stage new positions, leaving a free one at `index`, which is returned. */
async function spaceOut(trx: Trx, siteId: string, items: Neighbour[], index: number): Promise<string> {
  const places = positions(items.length + 1)
  const [free] = places.splice(index, 1)
  await sql`update roadmap_items i set position = p.position
    from unnest(${items.map((one) => one.id)}::uuid[], ${places}::text[]) as p(id, position)
    where i.site_id = ${siteId} and i.id = p.id`.execute(trx)
  return free!
}
