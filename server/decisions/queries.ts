import type { Db } from '../../db/connect.ts'
import type { Decision } from './decide.ts'

/** What is decided on: an idea's status by hand, or an item's stage. */
export type Subject = { threadId: string } | { itemId: string }

const columns = [
  'id',
  'kind',
  'thread_id',
  'item_id',
  'from_id',
  'to_id',
  'note',
  'decided_by',
  'reverses',
  'cause',
  'from_position',
  'detached',
  'created_at',
  'tell_at',
] as const

export async function findDecision(db: Db, siteId: string, id: string): Promise<Decision | undefined> {
  const row = await db
    .selectFrom('decisions')
    .select(columns)
    .where('site_id', '=', siteId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row as Decision | undefined
}

/** The same row, held until the end of the transaction, so that it is taken back once. */
export async function holdDecision(db: Db, siteId: string, id: string): Promise<void> {
  await db
    .selectFrom('decisions')
    .select('id')
    .where('site_id', '=', siteId)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .execute()
}

export async function isTakenBack(db: Db, siteId: string, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('decisions')
    .select('id')
    .where('site_id', '=', siteId)
    .where('reverses', '=', id)
    .executeTakeFirst()
  return row !== undefined
}

/** The decisions that a step of an item brought its ideas. */
export async function causedBy(db: Db, siteId: string, id: string): Promise<Decision[]> {
  const rows = await db
    .selectFrom('decisions')
    .select(columns)
    .where('site_id', '=', siteId)
    .where('cause', '=', id)
    .limit(1000)
    .execute()
  return rows as Decision[]
}

/** Decisions by hand on an idea, or steps of an item, that nobody had heard of at a moment, oldest first; none taken back. */
export async function untoldOf(db: Db, siteId: string, subject: Subject, at: Date): Promise<Decision[]> {
  const all = standing(db, siteId).where('d.tell_at', '>', at).where('d.cause', 'is', null)
  const rows = await ('threadId' in subject
    ? all.where('d.thread_id', '=', subject.threadId).where('d.kind', '=', 'status')
    : all
        .where('d.item_id', '=', subject.itemId)
        .where('d.thread_id', 'is', null)
        .where('d.kind', '<>', 'status')
  )
    .limit(100)
    .execute()
  return (rows as Decision[]).toReversed()
}

/** The last decision on an idea's status that was not taken back. */
export async function lastStatusOf(db: Db, siteId: string, threadId: string): Promise<Decision | undefined> {
  const row = await standing(db, siteId)
    .where('d.thread_id', '=', threadId)
    .where('d.kind', '=', 'status')
    .limit(1)
    .executeTakeFirst()
  return row as Decision | undefined
}

/** The last step of an item, or of an idea onto it, that was not taken back. */
export async function lastStepOf(db: Db, siteId: string, itemId: string): Promise<Decision | undefined> {
  const row = await standing(db, siteId)
    .where('d.item_id', '=', itemId)
    .where('d.kind', '<>', 'status')
    .limit(1)
    .executeTakeFirst()
  return row as Decision | undefined
}

function standing(db: Db, siteId: string) {
  return db
    .selectFrom('decisions as d')
    .select(columns.map((column) => `d.${column}` as const))
    .where('d.site_id', '=', siteId)
    .where('d.reverses', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('decisions as r')
            .select('r.id')
            .whereRef('r.site_id', '=', 'd.site_id')
            .whereRef('r.reverses', '=', 'd.id'),
        ),
      ),
    )
    .orderBy('d.created_at', 'desc')
    .orderBy('d.id', 'desc')
}
