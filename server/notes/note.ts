import { audit } from '../audit/audit.ts'
import type { World } from '../context.ts'
import { newId } from '../lib/ids.ts'
import { inTransaction } from '../lib/in_transaction.ts'
import type { Site } from '../sites/queries.ts'

/** Writes a note about a thread, for the team alone. Returns its id. The log says that, and not what. */
export async function writeNote(
  world: World,
  site: Site,
  thread: { id: string; number: number },
  body: string,
  by: string,
  at = world.clock.now(),
): Promise<string> {
  const { html } = await world.render.render(body, {}, { site: site.id, asker: by })
  const id = newId()
  await inTransaction(
    world,
    site.id,
    async (trx) => {
      await trx
        .insertInto('notes')
        .values({ site_id: site.id, id, thread_id: thread.id, author_id: by, body, html, created_at: at })
        .execute()
      await audit(trx, site.id, by, 'threads.note', 'thread', String(thread.number), { note: id })
    },
    'quiet',
  )
  return id
}
