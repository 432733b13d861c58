import { audit } from '../audit/audit.ts'
import type { World } from '../context.ts'
import { Problem } from '../errors.ts'
import { inTransaction, type Trx } from '../lib/in_transaction.ts'
import type { Site } from '../sites/queries.ts'
import { forgetFailure } from './failing.ts'

/** How many jobs are tried again at one asking. */
const mostAtOnce = 100

/** Has a job tried again at once. A code is of no use by then: its reader asks for another. */
export async function retryJob(world: World, site: Site, id: string, by: string): Promise<void> {
  const found = await inTransaction(
    world,
    site.id,
    async (trx) => {
      const row = await trx
        .selectFrom('failing_jobs')
        .select(['id', 'queue', 'about'])
        .where('site_id', '=', site.id)
        .where('id', '=', id)
        .forNoKeyUpdate()
        .executeTakeFirst()
      if (!row) throw new Problem('not_found')
      if (row.about === 'code') throw new Problem('conflict', 'A code is good for ten minutes only.')
      const found = await again(world, trx, site.id, row)
      if (found === 'again') await audit(trx, site.id, by, 'jobs.retry', 'job', id, { about: row.about })
      return found
    },
    'quiet',
  )
  if (found === 'busy') throw new Problem('conflict', 'This work is being tried at this moment.')
  if (found === 'gone') throw new Problem('conflict', 'This work is no longer there to be tried.')
}

/** Has all work tried again at once that failed, codes aside: a hundred at most, the latest first. Returns how many. */
export async function retryJobs(world: World, site: Site, by: string): Promise<number> {
  const rows = await world.db
    .selectFrom('failing_jobs')
    .select(['id', 'queue'])
    .where('site_id', '=', site.id)
    .where('about', '<>', 'code')
    .orderBy('failed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(mostAtOnce)
    .execute()
  let count = 0
  // One after the other, the queue's row first, as it is done wherever both are changed.
  for (const row of rows) {
    const found = await inTransaction(world, site.id, (trx) => again(world, trx, site.id, row), 'quiet')
    if (found === 'again') count++
  }
  if (count) {
    const note = (trx: Trx) => audit(trx, site.id, by, 'jobs.retry_all', 'site', site.id, { count })
    await inTransaction(world, site.id, note, 'quiet')
  }
  return count
}

async function again(world: World, trx: Trx, siteId: string, { id, queue }: { id: string; queue: string }) {
  const found = await world.jobs.retry(trx, queue, id)
  // It was done, or swept, or did not come along from another database.
  if (found === 'gone') await forgetFailure(trx, siteId, id)
  return found
}
