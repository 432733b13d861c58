import { sql } from 'kysely'
import { Problem } from '../errors.ts'
import type { Trx } from '../lib/in_transaction.ts'
import { takenAway } from '../moderation/hold.ts'
import type { Site, Step } from '../sites/queries.ts'
import { stageById } from '../sites/words.ts'

// Rows are held in one order everywhere, so that no two changes wait for each other in a ring: a decision to
// take back, the stage, the item, the ideas by id, and last the site's feed. What hangs on an item changes
// only under the idea's own row.

/** An item as it stands, held until the end of the transaction. */
export interface HeldItem {
  id: string
  number: number
  title: string
  stage_id: string
  position: string
  revision: number
  published_at: Date | null
}

export async function holdItem(
  trx: Trx,
  siteId: string,
  by: { number: number } | { id: string },
): Promise<HeldItem> {
  const item = await trx
    .selectFrom('roadmap_items')
    .select(['id', 'number', 'title', 'stage_id', 'position', 'revision', 'published_at'])
    .where('site_id', '=', siteId)
    .where((column) => ('id' in by ? column('id', '=', by.id) : column('number', '=', by.number)))
    .where('archived_at', 'is', null)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!item) throw new Problem('not_found')
  return item
}

/** The stage that an item is in. */
export function stageOf(site: Site, item: { stage_id: string }): Step {
  const stage = stageById(site, item.stage_id)
  if (!stage) throw new Problem('conflict', 'This stage is no longer there.')
  return stage
}

export interface HeldIdea {
  id: string
  number: number
  kind: string
  board_id: string
  status_id: string | null
  merged_into: string | null
}

/** Ideas by their numbers; a problem that names what cannot hang on an item. */
export async function holdIdeas(
  trx: Trx,
  siteId: string,
  numbers: number[],
  path: string,
): Promise<HeldIdea[]> {
  const asked = [...new Set(numbers)]
  if (!asked.length) return []
  const { rows } = await sql<HeldIdea>`
    select t.id, t.number, t.kind, t.board_id, t.status_id, t.merged_into
    from threads t join boards b on b.site_id = t.site_id and b.id = t.board_id and b.archived_at is null
    where t.site_id = ${siteId} and t.number = any(${asked}::int[])
    order by t.id for no key update of t`.execute(trx)
  const known = new Set(rows.map((row) => row.number))
  const unknown = asked.filter((number) => !known.has(number))
  if (unknown.length) throw refused('invalid_input', path, unknown, 'There is no thread')
  const others = rows.filter((row) => row.kind !== 'idea')
  if (others.length) throw refused('conflict', path, numbersOf(others), 'Only ideas go to the roadmap, not')
  const merged = rows.filter((row) => row.merged_into)
  if (merged.length) throw refused('thread_merged', path, numbersOf(merged), 'Merged into another:')
  const ids = rows.map((row) => row.id)
  const gone = await takenAway(trx, siteId, ids)
  if (gone.length) throw refused('conflict', path, gone, 'Deleted by the author:')
  return rows
}

const numbersOf = (rows: { number: number }[]) => rows.map((row) => row.number).sort((a, b) => a - b)

/** A problem whose detail and errors name threads by number. */
export function refused(
  code: 'invalid_input' | 'conflict' | 'thread_merged',
  path: string,
  numbers: number[],
  words: string,
): Problem {
  const errors = numbers.map((number) => ({ path, message: `${words} ${number}.` }))
  return new Problem(code, `${words} ${numbers.join(', ')}.`, { errors })
}

/** The ideas of an item, each row held; `attached` says which follow its steps. Merged ones are left out. */
export async function holdIdeasOf(
  trx: Trx,
  siteId: string,
  itemId: string,
): Promise<(HeldIdea & { attached: boolean })[]> {
  const { rows } = await sql<HeldIdea>`
    select t.id, t.number, t.kind, t.board_id, t.status_id, t.merged_into
    from threads t where t.site_id = ${siteId}
      and t.id in (select ri.thread_id from roadmap_ideas ri where ri.site_id = ${siteId} and ri.item_id = ${itemId})
    order by t.id for no key update of t`.execute(trx)
  // Asked only now: a status set by hand while this waited for its row has taken the idea off.
  const hanging = await trx
    .selectFrom('roadmap_ideas')
    .select(['thread_id', 'detached_at'])
    .where('site_id', '=', siteId)
    .where('item_id', '=', itemId)
    .execute()
  const byId = new Map(hanging.map((row) => [row.thread_id, row]))
  return rows
    .filter((row) => byId.has(row.id) && !row.merged_into)
    .map((row) => ({ ...row, attached: byId.get(row.id)!.detached_at === null }))
}
