import { audit } from '../audit/audit.ts'
import type { World } from '../context.ts'
import { Problem } from '../errors.ts'
import { newId } from '../lib/ids.ts'
import { inTransaction, type Trx } from '../lib/in_transaction.ts'
import { positionBetween } from '../lib/positions.ts'
import { lockStructure } from '../sites/lock.ts'
import type { Board } from '../sites/queries.ts'
import type { Kind } from '../words.ts'
import type { BoardEdit, NewBoard } from './input.ts'
import { refuseOpening, wouldGetOut } from './privacy.ts'
import { slugsToTry } from './slug.ts'

const most = 50

/** Makes a board after the others. Returns its slug, made from its name where none is given. */
export async function makeBoard(world: World, siteId: string, draft: NewBoard, by: string): Promise<string> {
  return inTransaction(
    world,
    siteId,
    async (trx) => {
      await lockStructure(trx, siteId)
      const slug = await insertBoard(trx, siteId, draft, await placeForOneMore(trx, siteId))
      await audit(trx, siteId, by, 'board.make', 'board', slug, {
        name: draft.name,
        kinds: draft.kinds,
        visibility: draft.visibility,
        segment: draft.segment,
      })
      return slug
    },
    'structure',
  )
}

/** The place after the last board, where there is room for one more. The caller has locked the structure. */
export async function placeForOneMore(trx: Trx, siteId: string): Promise<string> {
  const { count, last } = await trx
    .selectFrom('boards')
    .select((row) => [row.fn.countAll<number>().as('count'), row.fn.max('position').as('last')])
    .where('site_id', '=', siteId)
    .where('archived_at', 'is', null)
    .executeTakeFirstOrThrow()
  if (count >= most) throw new Problem('conflict', `A community has at most ${most} boards.`)
  return positionBetween(last, null)
}

// An archived board keeps its slug: its old addresses must not lead into another one.
async function insertBoard(trx: Trx, siteId: string, draft: NewBoard, position: string): Promise<string> {
  for (const slug of slugsToTry(draft.slug, draft.name, 'board')) {
    const made = await trx
      .insertInto('boards')
      .values({
        site_id: siteId,
        id: newId(),
        slug,
        name: draft.name,
        names: JSON.stringify(draft.names ?? {}),
        purposes: JSON.stringify(draft.purposes ?? {}),
        kinds: draft.kinds,
        ...((await readersOf(trx, siteId, draft)) ?? { visibility: 'public' }),
        default_sort: draft.defaultSort ?? 'trending',
        icon: draft.icon ?? null,
        position,
      })
      .onConflict((conflict) => conflict.columns(['site_id', 'slug']).doNothing())
      .returning('slug')
      .executeTakeFirst()
    if (made) return made.slug
  }
  throw new Problem('conflict', 'There is, or was, a board at this address already.')
}

/** Changes a board from the revision that was read. */
export async function editBoard(
  world: World,
  siteId: string,
  board: Board,
  edit: BoardEdit,
  revision: number,
  by: string,
): Promise<void> {
  await inTransaction(
    world,
    siteId,
    async (trx) => {
      await lockStructure(trx, siteId)
      const removed = board.kinds.filter((kind) => edit.kinds && !edit.kinds.includes(kind))
      if (removed.length) await refuseWhileHolding(trx, siteId, board.id, removed)
      const readers = await readersOf(trx, siteId, edit)
      const before =
        readers &&
        (await trx
          .selectFrom('boards')
          .select(['visibility', 'segment_id'])
          .where('site_id', '=', siteId)
          .where('id', '=', board.id)
          .executeTakeFirst())
      const changed = await trx
        .updateTable('boards')
        .set((row) => ({
          name: edit.name,
          names: edit.names && JSON.stringify(edit.names),
          purposes: edit.purposes && JSON.stringify(edit.purposes),
          kinds: edit.kinds,
          ...readers,
          default_sort: edit.defaultSort,
          icon: edit.icon,
          revision: row('revision', '+', 1),
        }))
        .where('site_id', '=', siteId)
        .where('id', '=', board.id)
        .where('revision', '=', revision)
        .where('archived_at', 'is', null)
        .returning('id')
        .executeTakeFirst()
      if (!changed) throw new Problem('stale_revision')
      // Once the board is held: a merge holds it too.
      if (readers && wouldGetOut(before, readers)) await refuseOpening(trx, siteId, board.id, readers)
      await audit(trx, siteId, by, 'board.edit', 'board', board.slug, { ...edit })
    },
    'structure',
  )
}

/** Who may read a board from now on, where that is said. The structure is locked, so the segment stays. */
async function readersOf(
  trx: Trx,
  siteId: string,
  { visibility, segment }: Pick<BoardEdit, 'visibility' | 'segment'>,
): Promise<{ visibility: string; segment_id: string | null } | undefined> {
  if (visibility !== 'segment') return visibility && { visibility, segment_id: null }
  const named = await trx
    .selectFrom('segments')
    .select('id')
    .where('site_id', '=', siteId)
    .where('slug', '=', segment ?? '')
    .executeTakeFirst()
  if (named) return { visibility, segment_id: named.id }
  const message = segment === undefined ? 'must be named' : 'There is no such segment.'
  throw new Problem('invalid_input', undefined, { errors: [{ path: 'segment', message }] })
}

async function refuseWhileHolding(trx: Trx, siteId: string, boardId: string, removed: Kind[]): Promise<void> {
  const held = await trx
    .selectFrom('threads')
    .select('kind')
    .where('site_id', '=', siteId)
    .where('board_id', '=', boardId)
    .where('kind', 'in', removed)
    .limit(1)
    .executeTakeFirst()
  if (held)
    throw new Problem(
      'in_use',
      `This board holds threads of the kind “${held.kind}”, so it must go on taking them.`,
    )
}
