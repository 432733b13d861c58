import { callDesks } from '../activity/desk.ts'
import { audit } from '../audit/audit.ts'
import type { World } from '../context.ts'
import { inTransaction, type Trx } from '../lib/in_transaction.ts'
import type { Site } from '../sites/queries.ts'
import { tagById } from '../sites/words.ts'

/** What becomes of the tags of some threads: some added and removed, or all replaced. */
export type Tagging = { add: string[]; remove: string[] } | { set: string[] }

/** Changes the tags of several threads at once. Returns how many threads were asked for. */
export async function tagThreads(
  world: World,
  site: Site,
  threads: { id: string; number: number }[],
  tagging: Tagging,
  by: string,
): Promise<number> {
  const ids = threads.map((thread) => thread.id)
  const add = 'set' in tagging ? tagging.set : tagging.add
  if (!ids.length) return 0
  await inTransaction(world, site.id, async (trx) => {
    await holdThreads(trx, site.id, ids)
    const gone = trx.deleteFrom('thread_tags').where('site_id', '=', site.id).where('thread_id', 'in', ids)
    if ('set' in tagging) await gone.execute()
    else if (tagging.remove.length) await gone.where('tag_id', 'in', tagging.remove).execute()
    if (add.length) {
      await trx
        .insertInto('thread_tags')
        .values(ids.flatMap((thread_id) => add.map((tag_id) => ({ site_id: site.id, thread_id, tag_id }))))
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    }
    await callDesks(world, trx, site.id, 'rows')
    const slugs = (list: string[]) => list.map((id) => tagById(site, id)?.slug)
    await audit(trx, site.id, by, 'threads.tag', 'thread', threads.map((thread) => thread.number).join(','), {
      add: slugs(add),
      ...('set' in tagging ? { replaced: true } : { remove: slugs(tagging.remove) }),
    })
  })
  return ids.length
}

// In the order that everyone holds them in, so that two taggings of the same threads do not wait in a ring.
async function holdThreads(trx: Trx, siteId: string, ids: string[]): Promise<void> {
  await trx
    .selectFrom('threads')
    .select('id')
    .where('site_id', '=', siteId)
    .where('id', 'in', ids)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
}
