import { sql } from 'kysely'
import { record } from '../activity/record.ts'
import { audit } from '../audit/audit.ts'
import type { World } from '../context.ts'
import { Problem } from '../errors.ts'
import { inTransaction, type Trx } from '../lib/in_transaction.ts'
import { takenAway } from '../moderation/hold.ts'
import { shownAmong } from '../notifications/concerned.ts'
import { tellConcerned } from '../notifications/tell.ts'
import type { Site, Step } from '../sites/queries.ts'
import { statusById } from '../sites/words.ts'
import { type Decision, decide } from './decide.ts'
import { lastStatusOf } from './queries.ts'
import { toTell } from './untold.ts'

export interface StatusWish {
  status: Step
  /** Why, in words that every reader of the idea sees. */
  note: string
  /** The status that was seen, where that is said. */
  from?: string | null | undefined
}

/**
 * Sets an idea's status by hand. Its voters, followers and author are told once. An idea that follows a published
 * item no longer does. Without a note, the status it has already is a conflict, and so is the last decision
 * said twice; refused where it has another status by now than was seen.
 */
export async function setStatus(
  world: World,
  site: Site,
  thread: { id: string },
  wish: StatusWish,
  by: string,
): Promise<{ decision: Decision; told: number }> {
  return inTransaction(world, site.id, async (trx) => {
    const idea = await holdIdea(trx, site.id, thread.id)
    const from = (idea.status_id && statusById(site, idea.status_id)?.slug) ?? null
    if (wish.from !== undefined && wish.from !== from) throw seenBefore(from)
    const decision = await decideStatus(trx, site, idea, wish, by, world.clock.now())
    const detail = { from, to: wish.status.slug, note: wish.note }
    const decisionId = decision.id
    await audit(trx, site.id, by, 'threads.status', 'thread', String(idea.number), detail)
    record(trx, {
      kind: 'status',
      boardId: idea.board_id,
      threadId: idea.id,
      actorId: by,
      decisionId,
      detail,
      at: decision.created_at,
    })
    return { decision, told: await tellStatus(trx, site.id, idea.id, decision.created_at) }
  })
}

function seenBefore(now: string | null): Problem {
  const message = now ? `It is now ${now}.` : 'It has none now.'
  return new Problem('stale_revision', 'Its status was set to another since you read it.', {
    errors: [{ path: 'from', message }],
  })
}

/**
 * Tells whom an idea concerns of the last status that they have not heard of, at `at` or, where one was just taken back,
 * since; not before it can no longer be taken back, nor before `now`. Returns how many are told.
 */
export async function tellStatus(
  trx: Trx,
  siteId: string,
  threadId: string,
  at: Date,
  now = at,
): Promise<number> {
  const decision = await toTell(trx, siteId, { threadId }, at)
  if (!decision) return 0
  const news = {
    kind: 'status' as const,
    key: `decision:${decision.id}`,
    threadId,
    decisionId: decision.id,
    ...(decision.decided_by && { actorId: decision.decided_by }),
  }
  const shown = await shownAmong(trx, siteId, [threadId])
  return tellConcerned(trx, siteId, shown, news, now > decision.tell_at ? now : decision.tell_at)
}

interface HeldIdea {
  id: string
  number: number
  kind: string
  status_id: string | null
  board_id: string
  merged_into: string | null
}

/** The idea's new status, and the line of the ledger about it. */
async function decideStatus(
  trx: Trx,
  site: Site,
  idea: HeldIdea,
  wish: StatusWish,
  by: string,
  now: Date,
): Promise<Decision> {
  const changes = idea.status_id !== wish.status.id
  if (!changes) await refuseRepeat(trx, site.id, idea.id, wish)
  const decided = {
    kind: 'status' as const,
    thread_id: idea.id,
    from_id: idea.status_id,
    to_id: wish.status.id,
    note: wish.note,
    detached: changes && (await detach(trx, site.id, idea.id, now)),
  }
  await moveTo(trx, site.id, [idea.id], wish.status.id)
  const [decision] = await decide(trx, site.id, [decided], by, now)
  return decision!
}

// The row is held, so that decisions about one idea come one after the other.
async function holdIdea(trx: Trx, siteId: string, threadId: string): Promise<HeldIdea> {
  const thread = await trx
    .selectFrom('threads')
    .select(['id', 'number', 'kind', 'status_id', 'board_id', 'merged_into'])
    .where('site_id', '=', siteId)
    .where('id', '=', threadId)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!thread) throw new Problem('not_found')
  if (thread.kind !== 'idea') throw new Problem('conflict', 'Only ideas have a status.')
  if (thread.merged_into) throw new Problem('thread_merged')
  if ((await takenAway(trx, siteId, [threadId])).length)
    throw new Problem('conflict', 'Its author deleted it.')
  return thread
}

async function refuseRepeat(trx: Trx, siteId: string, threadId: string, wish: StatusWish): Promise<void> {
  const last = wish.note ? await lastStatusOf(trx, siteId, threadId) : undefined
  if (!wish.note || last?.note === wish.note) throw new Problem('conflict', 'It has this status already.')
}

/** Takes an idea off the steps of the published item that it follows. Whether it followed one. */
async function detach(trx: Trx, siteId: string, threadId: string, at: Date): Promise<boolean> {
  const { rows } = await sql`
    update roadmap_ideas ri set detached_at = ${at} from roadmap_items i
    where ri.site_id = ${siteId} and ri.thread_id = ${threadId} and ri.detached_at is null
      and i.site_id = ri.site_id and i.id = ri.item_id and i.published_at is not null and i.archived_at is null
    returning 1`.execute(trx)
  return rows.length > 0
}

/** Gives ideas, whose rows the caller holds, a status. */
export async function moveTo(trx: Trx, siteId: string, threadIds: string[], statusId: string): Promise<void> {
  if (!threadIds.length) return
  await trx
    .updateTable('threads')
    .set({ status_id: statusId })
    .where('site_id', '=', siteId)
    .where('id', 'in', threadIds)
    .execute()
}
