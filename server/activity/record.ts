import { sql } from 'kysely'
import { doLast, type Trx } from '../lib/in_transaction.ts'

/** Something that happened, as the story of a thread and live streams tell it. */
export interface Activity {
  kind:
    | 'thread'
    | 'reply'
    | 'status'
    | 'merged'
    | 'roadmap'
    | 'official'
    | 'accepted'
    | 'edited'
    | 'deleted'
    | 'reversed'
    | 'hidden'
    | 'lifted'
    | 'locked'
    | 'unlocked'
  boardId?: string
  threadId?: string
  postId?: string
  actorId?: string
  /** The decision it tells of; taking that back hides this too. */
  decisionId?: string
  detail?: Record<string, unknown>
  /** Told to readers of the thread; false for what only staff may know. */
  public?: boolean
  at?: Date
}

const pending = new WeakMap<Trx, Activity[]>()

/** Notes what happened; it is written with the transaction, as its last lock. */
export function record(trx: Trx, entry: Activity): void {
  const list = pending.get(trx)
  if (list) return void list.push(entry)
  pending.set(trx, [entry])
  doLast(trx, flushActivity)
}

/** Writes what was noted, under the site's sequence, so that readers of the sequence miss nothing. */
async function flushActivity(trx: Trx, siteId: string): Promise<void> {
  const list = pending.get(trx)
  if (!list?.length) return
  pending.delete(trx)
  const { rows } = await sql<{ last_seq: number }>`
    update feeds set last_seq = last_seq + ${list.length} where site_id = ${siteId} returning last_seq`.execute(
    trx,
  )
  const first = (rows[0]?.last_seq ?? 0) - list.length + 1
  await trx
    .insertInto('activity')
    .values(
      list.map((entry, index) => ({
        site_id: siteId,
        seq: first + index,
        kind: entry.kind,
        board_id: entry.boardId ?? null,
        thread_id: entry.threadId ?? null,
        post_id: entry.postId ?? null,
        actor_id: entry.actorId ?? null,
        decision_id: entry.decisionId ?? null,
        detail: JSON.stringify(entry.detail ?? {}),
        public: entry.public ?? true,
        ...(entry.at ? { created_at: entry.at } : {}),
      })),
    )
    .execute()
}
