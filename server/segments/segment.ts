import { audit } from '../audit/audit.ts'
import { slugsToTry } from '../boards/slug.ts'
import type { World } from '../context.ts'
import { Problem } from '../errors.ts'
import { newId } from '../lib/ids.ts'
import { inTransaction, type Trx } from '../lib/in_transaction.ts'
import { positionBetween } from '../lib/positions.ts'
import { lockStructure } from '../sites/lock.ts'
import type { Segment } from '../sites/queries.ts'
import type { NewSegment, SegmentEdit } from './input.ts'

const most = 50

/** Makes a segment after the others. Returns its slug, made from its name where none is given. */
export async function makeSegment(
  world: World,
  siteId: string,
  draft: NewSegment,
  by: string,
): Promise<string> {
  return inTransaction(
    world,
    siteId,
    async (trx) => {
      await lockStructure(trx, siteId)
      const { count, last } = await trx
        .selectFrom('segments')
        .select((row) => [row.fn.countAll<number>().as('count'), row.fn.max('position').as('last')])
        .where('site_id', '=', siteId)
        .executeTakeFirstOrThrow()
      if (count >= most) throw new Problem('conflict', `A community has at most ${most} segments.`)
      const slug = await insertSegment(trx, siteId, draft, positionBetween(last, null))
      await audit(trx, siteId, by, 'segment.make', 'segment', slug, { name: draft.name, rule: draft.rule })
      return slug
    },
    'structure',
  )
}

async function insertSegment(trx: Trx, siteId: string, draft: NewSegment, position: string): Promise<string> {
  for (const slug of slugsToTry(draft.slug, draft.name, 'segment')) {
    const made = await trx
      .insertInto('segments')
      .values({
        site_id: siteId,
        id: newId(),
        slug,
        name: draft.name,
        names: JSON.stringify(draft.names ?? {}),
        rule: JSON.stringify(draft.rule),
        position,
      })
      .onConflict((conflict) => conflict.columns(['site_id', 'slug']).doNothing())
      .returning('slug')
      .executeTakeFirst()
    if (made) return made.slug
  }
  throw new Problem('conflict', 'There is a segment with this slug already.')
}

/** Changes a segment from the revision that was read. Who reads its boards changes with the next request. */
export async function editSegment(
  world: World,
  siteId: string,
  segment: Segment,
  edit: SegmentEdit,
  revision: number,
  by: string,
): Promise<void> {
  await inTransaction(
    world,
    siteId,
    async (trx) => {
      const changed = await trx
        .updateTable('segments')
        .set((row) => ({
          name: edit.name,
          names: edit.names && JSON.stringify(edit.names),
          rule: edit.rule && JSON.stringify(edit.rule),
          revision: row('revision', '+', 1),
        }))
        .where('site_id', '=', siteId)
        .where('id', '=', segment.id)
        .where('revision', '=', revision)
        .returning('id')
        .executeTakeFirst()
      if (!changed) throw new Problem('stale_revision')
      await audit(trx, siteId, by, 'segment.edit', 'segment', segment.slug, { ...edit })
    },
    'structure',
  )
}

/** Deletes a segment that no board is kept for any more, an archived one counted: it may be restored. */
export async function deleteSegment(
  world: World,
  siteId: string,
  segment: Segment,
  by: string,
): Promise<void> {
  await inTransaction(
    world,
    siteId,
    async (trx) => {
      // A board that is being given to it now has locked the structure too, and is then counted.
      await lockStructure(trx, siteId)
      const boards = await trx
        .selectFrom('boards')
        .select(['name', 'archived_at'])
        .where('site_id', '=', siteId)
        .where('segment_id', '=', segment.id)
        .orderBy('position')
        .limit(20)
        .execute()
      if (boards.length) throw new Problem('in_use', inUse(boards))
      const { numDeletedRows } = await trx
        .deleteFrom('segments')
        .where('site_id', '=', siteId)
        .where('id', '=', segment.id)
        .executeTakeFirstOrThrow()
      if (!numDeletedRows) throw new Problem('not_found')
      await audit(trx, siteId, by, 'segment.delete', 'segment', segment.slug, { name: segment.name })
    },
    'structure',
  )
}

function inUse(boards: { name: string; archived_at: Date | null }[]): string {
  const named = boards.map(({ name, archived_at }) => `“${name}”${archived_at ? ' (archived)' : ''}`)
  return `Only this segment may read ${named.join(', ')}. Open ${boards.length === 1 ? 'that board' : 'those boards'} to others first.`
}
