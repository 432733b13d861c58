import { newId } from '../lib/ids.ts'
import type { Trx } from '../lib/in_transaction.ts'
import { tellAt } from '../notifications/tell.ts'

/**
 * One line of the ledger. status: from and to are statuses of a thread. stage: both are stages of an item.
 * publication: an item (or, where it names a thread, an idea newly on it) came out in the stage `to`; without
 * a `to`, it went back in.
 */
export interface Decision {
  id: string
  kind: 'status' | 'stage' | 'publication'
  thread_id: string | null
  item_id: string | null
  from_id: string | null
  to_id: string | null
  note: string
  decided_by: string | null
  reverses: string | null
  cause: string | null
  from_position: string | null
  detached: boolean
  created_at: Date
  tell_at: Date
}

type Decided = Pick<Decision, 'kind'> & Partial<Omit<Decision, 'id' | 'kind' | 'created_at' | 'tell_at'>>

/** Writes decisions into the ledger, as of `at`; people hear of them once they can no longer be taken back. */
export async function decide(
  trx: Trx,
  siteId: string,
  decided: Decided[],
  by: string,
  at: Date,
): Promise<Decision[]> {
  const rows = decided.map(
    (one): Decision => ({
      id: newId(),
      thread_id: null,
      item_id: null,
      from_id: null,
      to_id: null,
      note: '',
      decided_by: by,
      reverses: null,
      cause: null,
      from_position: null,
      detached: false,
      ...one,
      created_at: at,
      tell_at: tellAt(at),
    }),
  )
  if (rows.length) {
    await trx
      .insertInto('decisions')
      .values(rows.map((row) => ({ site_id: siteId, ...row })))
      .execute()
  }
  return rows
}
