import type { Db } from '../../db/connect.ts'
import type { Board } from '../sites/queries.ts'

const most = 100

export type ArchivedBoard = Board & { archived_at: Date }

/** The boards that were archived, the latest first; no more than a page of them. */
export async function archivedBoards(db: Db, siteId: string): Promise<ArchivedBoard[]> {
  const rows = await db
    .selectFrom('boards')
    .select([
      'id',
      'slug',
      'name',
      'names',
      'purposes',
      'kinds',
      'visibility',
      'default_sort',
      'icon',
      'position',
    ])
    .select(['revision', 'archived_at', 'segment_id', 'readers'])
    .where('site_id', '=', siteId)
    .where('archived_at', 'is not', null)
    .orderBy('archived_at', 'desc')
    .orderBy('slug')
    .limit(most)
    .execute()
  return rows as ArchivedBoard[]
}
