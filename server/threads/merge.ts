import { sql } from 'kysely'
import { record } from '../activity/record.ts'
import { audit } from '../audit/audit.ts'
import type { World } from '../context.ts'
import { Problem } from '../errors.ts'
import { newId } from '../lib/ids.ts'
import { inTransaction, type Trx } from '../lib/in_transaction.ts'
import { tellAt, tellConcerned } from '../notifications/tell.ts'
import type { Site } from '../sites/queries.ts'
import { carryOver, holdPlace } from './carry.ts'
import { type Held, holdBoth, requireMergeable } from './mergeable.ts'

/**
 * Merges a thread into another of its kind. Votes are united, each person counted once, and the source's own
 * stay where they are beside the copies, so that it can be undone exactly; replies move over and remember
 * where they were written. The source's voters, followers and author are told once, a little later.
 */
export async function mergeThreads(
  world: World,
  site: Site,
  sourceId: string,
  targetId: string,
  by: string,
  at = world.clock.now(),
): Promise<void> {
  if (sourceId === targetId) throw new Problem('conflict', 'A thread cannot be merged into itself.')
  await inTransaction(world, site.id, async (trx) => {
    const itemId = await holdPlace(trx, site.id, sourceId)
    const { source, target } = await holdBoth(trx, site.id, sourceId, targetId)
    await requireMergeable(trx, site.id, source, target)
    // Posts, then counters: the order in which everyone holds them.
    const replies = await moveReplies(trx, site.id, source.id, target.id)
    await holdCounters(trx, site.id, source.id, target.id)
    const votes = await uniteVotes(trx, site.id, source.id, target.id)
    await count(trx, site.id, source.id, target.id, votes.added, replies)
    await trx
      .updateTable('threads')
      .set({ merged_into: target.id })
      .where('site_id', '=', site.id)
      .where('id', '=', source.id)
      .execute()
    const id = newId()
    const carried = await carryOver(trx, site.id, source.id, target.id, by, at, itemId)
    await trx
      .insertInto('merges')
      .values({
        site_id: site.id,
        id,
        source_id: source.id,
        target_id: target.id,
        merged_by: by,
        votes_added: votes.added,
        votes_shared: votes.shared,
        carried: JSON.stringify(carried),
        created_at: at,
      })
      .execute()
    await tellOfMerge(trx, site.id, { id, source, target, by, at, replies, ...votes })
  })
}

/** Moves the replies, and says how many count. One that came by an earlier merge keeps its origin. */
async function moveReplies(trx: Trx, siteId: string, sourceId: string, targetId: string): Promise<number> {
  const { rows } = await sql<{ counted: number }>`
    with moved as (
      update posts set thread_id = ${targetId}, origin_thread_id = coalesce(origin_thread_id, ${sourceId})
      where site_id = ${siteId} and thread_id = ${sourceId} and kind = 'reply' returning deleted_at)
    select count(*) filter (where deleted_at is null) as counted from moved`.execute(trx)
  return rows[0]!.counted
}

// In the order of VoteBatch. A vote that waits for this then finds the source no longer listed.
async function holdCounters(trx: Trx, siteId: string, sourceId: string, targetId: string): Promise<void> {
  await trx
    .selectFrom('thread_counters')
    .select('thread_id')
    .where('site_id', '=', siteId)
    .where('thread_id', 'in', [sourceId, targetId])
    .orderBy('thread_id')
    .forNoKeyUpdate()
    .execute()
}

/** Copies the votes of those who had not voted for the target too, each with its moment and who cast it. */
async function uniteVotes(
  trx: Trx,
  siteId: string,
  sourceId: string,
  targetId: string,
): Promise<{ added: number; shared: number }> {
  const { rows } = await sql<{ added: number; all: number }>`
    with added as (
      insert into votes (site_id, thread_id, member_id, created_at, cast_by, from_thread_id)
      select site_id, ${targetId}, member_id, created_at, cast_by, ${sourceId} from votes
      where site_id = ${siteId} and thread_id = ${sourceId}
      on conflict do nothing returning 1)
    select (select count(*) from added) as added,
      (select count(*) from votes where site_id = ${siteId} and thread_id = ${sourceId}) as all`.execute(trx)
  const { added, all } = rows[0]!
  return { added, shared: all - added }
}

async function count(
  trx: Trx,
  siteId: string,
  sourceId: string,
  targetId: string,
  votes: number,
  replies: number,
): Promise<void> {
  await sql`
    update thread_counters c set vote_count = c.vote_count + ${votes}, reply_count = c.reply_count + ${replies},
      active_at = greatest(c.active_at, s.active_at)
    from thread_counters s
    where c.site_id = ${siteId} and c.thread_id = ${targetId} and s.site_id = ${siteId} and s.thread_id = ${sourceId}`.execute(
    trx,
  )
  await sql`
    update thread_counters set reply_count = reply_count - ${replies}, listed = false
    where site_id = ${siteId} and thread_id = ${sourceId}`.execute(trx)
}

interface Merged {
  id: string
  source: Held
  target: Held
  by: string
  at: Date
  added: number
  shared: number
  replies: number
}

async function tellOfMerge(trx: Trx, siteId: string, merged: Merged): Promise<void> {
  const { source, target, by, at } = merged
  const votes = { votesAdded: merged.added, votesShared: merged.shared }
  const news = { kind: 'merged', key: `merge:${merged.id}`, threadId: target.id, actorId: by } as const
  await tellConcerned(trx, siteId, [source.id], news, tellAt(at))
  const detail = { into: target.number, ...votes, replies: merged.replies }
  await audit(trx, siteId, by, 'threads.merge', 'thread', String(source.number), detail)
  record(trx, {
    kind: 'merged',
    boardId: target.board_id,
    threadId: target.id,
    actorId: by,
    detail: { thread: { number: source.number, title: source.title }, ...votes },
    at,
  })
}
