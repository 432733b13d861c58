import { sql } from 'kysely'
import { record } from '../activity/record.ts'
import type { Trx } from '../lib/in_transaction.ts'
import { type Decision, decide } from './decide.ts'

/**
 * Takes decisions back by deciding the contrary: statuses are again what they were, nobody who was not told
 * yet will be, and the stories no longer tell of it. The caller holds the rows of the ideas.
 */
export async function reverse(
  trx: Trx,
  siteId: string,
  decisions: Decision[],
  by: string,
  at: Date,
): Promise<void> {
  const ids = decisions.map((one) => one.id)
  await decide(
    trx,
    siteId,
    decisions.map((one) => ({
      kind: one.kind,
      thread_id: one.thread_id,
      item_id: one.item_id,
      from_id: one.to_id,
      to_id: one.from_id,
      reverses: one.id,
    })),
    by,
    at,
  )
  await sql`update threads t set status_id = d.from_id from decisions d
    where d.site_id = ${siteId} and d.id = any(${ids}::uuid[]) and d.kind = 'status'
      and t.site_id = d.site_id and t.id = d.thread_id`.execute(trx)
  await trx
    .deleteFrom('notifications')
    .where('site_id', '=', siteId)
    .where('decision_id', 'in', ids)
    .execute()
  await trx
    .updateTable('activity')
    .set({ public: false })
    .where('site_id', '=', siteId)
    .where('decision_id', 'in', ids)
    .execute()
  for (const { thread_id } of decisions)
    if (thread_id) record(trx, { kind: 'reversed', threadId: thread_id, actorId: by, at })
}

/** Holds the rows of ideas, in the order that everyone holds them in. */
export async function holdThreads(trx: Trx, siteId: string, ids: string[]): Promise<void> {
  if (!ids.length) return
  await trx
    .selectFrom('threads')
    .select('id')
    .where('site_id', '=', siteId)
    .where('id', 'in', ids)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
}

/** Whether any idea's status is no longer what one of these decisions set, or was decided again since. */
export async function movedOn(trx: Trx, siteId: string, decisions: Decision[]): Promise<boolean> {
  const ids = decisions.filter((one) => one.kind === 'status').map((one) => one.id)
  if (!ids.length) return false
  const { rows } = await sql`
    select from decisions d join threads t on t.site_id = d.site_id and t.id = d.thread_id
    where d.site_id = ${siteId} and d.id = any(${ids}::uuid[]) and (t.status_id is distinct from d.to_id or exists (
      select from decisions n where n.site_id = d.site_id and n.thread_id = d.thread_id and n.kind = 'status'
        and n.reverses is null and (n.created_at, n.id) > (d.created_at, d.id)
        and not exists (select from decisions r where r.site_id = n.site_id and r.reverses = n.id)))
    limit 1`.execute(trx)
  return rows.length > 0
}
