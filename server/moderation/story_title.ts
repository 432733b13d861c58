import { sql } from 'kysely'
import type { Trx } from '../lib/in_transaction.ts'

/**
 * Where a merged thread is hidden, its title also leaves the story of the thread that it went into; lifting
 * puts it back.
 */
export async function nameInStory(
  trx: Trx,
  siteId: string,
  thread: { id: string; merged_into: string | null },
  shown: boolean,
): Promise<void> {
  if (!thread.merged_into) return
  await sql`
    update activity a set detail = jsonb_set(a.detail, '{thread,title}', to_jsonb(case when ${shown} then t.title else '' end))
    from threads t
    where t.site_id = ${siteId} and t.id = ${thread.id} and a.site_id = t.site_id and a.thread_id = t.merged_into
      and a.kind = 'merged' and a.public and a.detail -> 'thread' ->> 'number' = t.number::text`.execute(trx)
}
