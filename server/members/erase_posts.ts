import { sql } from 'kysely'
import { record } from '../activity/record.ts'
import type { Trx } from '../lib/in_transaction.ts'
import { countAgain, leaveLists, takeTitles, takeWords } from '../threads/take_words.ts'
import type { Erasure } from './erase.ts'

/** How many posts lose their words in one transaction. */
const batch = 200

/**
 * Takes the words away of some posts of a member: of all, or, where they stay nameless, of those that their author had
 * deleted before. A reply keeps its place while others answered it. A thread in which others replied keeps its place in
 * the lists, without its words; one in which nobody did leaves them. True where there are more.
 */
export async function removeSomePosts(
  trx: Trx,
  { siteId, memberId, posts }: Erasure,
  now: Date,
): Promise<boolean> {
  const { rows } = await sql<{ id: string; thread_id: string; kind: string; counted: boolean }>`
    select p.id, p.thread_id, p.kind, p.kind = 'reply' and p.deleted_at is null as counted from posts p
    where p.site_id = ${siteId} and p.author_id = ${memberId} and p.body <> ''
      ${posts === 'keep' ? sql`and p.deleted_at is not null` : sql``}
    order by p.created_at, p.id limit ${batch}`.execute(trx)
  if (!rows.length) return false
  const threads = [...new Set(rows.map((row) => row.thread_id))].sort()
  await sql`select from threads where site_id = ${siteId} and id = any(${threads}::uuid[])
    order by id for no key update`.execute(trx)
  const taken = await takeWords(
    trx,
    siteId,
    rows.map(({ id }) => id),
    now,
  )
  await countAgain(trx, siteId, threads, taken)
  await takeTitles(trx, siteId, memberId, taken)
  await leaveLists(trx, siteId, threads)
  for (const threadId of threads) record(trx, { kind: 'deleted', threadId, at: now })
  return rows.length === batch
}
