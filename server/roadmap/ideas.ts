import { sql } from 'kysely'
import { audit } from '../audit/audit.ts'
import type { World } from '../context.ts'
import { type Decision, decide } from '../decisions/decide.ts'
import { causedBy, findDecision } from '../decisions/queries.ts'
import { movedOn, reverse } from '../decisions/reverse.ts'
import { Problem } from '../errors.ts'
import { inTransaction, type Trx } from '../lib/in_transaction.ts'
import type { Site } from '../sites/queries.ts'
import { hang } from './create.ts'
import { type HeldItem, holdIdeas, holdItem, stageOf } from './hold.ts'
import { takeAlong } from './step.ts'

const mostIdeas = 100

/**
 * Hangs one more idea on an item. On a published one it follows the stage from now on, and its voters and followers are told
 * once; that step is returned.
 */
export async function addIdea(
  world: World,
  site: Site,
  itemNumber: number,
  threadNumber: number,
  by: string,
): Promise<{ decision: Decision | null; told: number }> {
  return inTransaction(world, site.id, async (trx) => {
    const item = await holdItem(trx, site.id, { number: itemNumber })
    const [idea] = await holdIdeas(trx, site.id, [threadNumber], 'thread')
    await requireRoom(trx, site.id, item)
    const now = world.clock.now()
    await hang(trx, site.id, item.id, [idea!], 'thread', by, now)
    await audit(trx, site.id, by, 'items.add_idea', 'item', String(itemNumber), { thread: threadNumber })
    if (!item.published_at) return { decision: null, told: 0 }
    const wish = { kind: 'publication' as const, item_id: item.id, thread_id: idea!.id, to_id: item.stage_id }
    const [decision] = await decide(trx, site.id, [wish], by, now)
    const ideas = [{ ...idea!, attached: true }]
    return {
      decision: decision!,
      told: await takeAlong(trx, site, item, stageOf(site, item), ideas, decision!),
    }
  })
}

async function requireRoom(trx: Trx, siteId: string, item: HeldItem): Promise<void> {
  const { count } = await trx
    .selectFrom('roadmap_ideas')
    .select((pick) => pick.fn.countAll<number>().as('count'))
    .where('site_id', '=', siteId)
    .where('item_id', '=', item.id)
    .executeTakeFirstOrThrow()
  if (count >= mostIdeas) throw new Problem('conflict', `An item gathers ${mostIdeas} ideas at most.`)
}

/**
 * Takes an idea off an item. Its status stays, unless it was added just now and nobody was told: then all is
 * as before.
 */
export async function removeIdea(
  world: World,
  site: Site,
  itemNumber: number,
  threadNumber: number,
  by: string,
): Promise<void> {
  await inTransaction(world, site.id, async (trx) => {
    const item = await holdItem(trx, site.id, { number: itemNumber })
    const thread = await holdHanging(trx, site.id, item.id, threadNumber)
    await unhang(trx, site.id, item.id, thread.id)
    const now = world.clock.now()
    const adding = await untoldAdding(trx, site.id, item.id, thread.id, now)
    if (adding) {
      const followed = await causedBy(trx, site.id, adding.id)
      const decisions = (await movedOn(trx, site.id, followed)) ? [adding] : [adding, ...followed]
      await reverse(trx, site.id, decisions, by, now)
    }
    await audit(trx, site.id, by, 'items.remove_idea', 'item', String(itemNumber), { thread: threadNumber })
  })
}

async function holdHanging(
  trx: Trx,
  siteId: string,
  itemId: string,
  number: number,
): Promise<{ id: string }> {
  const { rows } = await sql<{ id: string }>`
    select t.id from threads t join roadmap_ideas ri on ri.site_id = t.site_id and ri.thread_id = t.id
    where t.site_id = ${siteId} and t.number = ${number} and ri.item_id = ${itemId}
    for no key update of t`.execute(trx)
  if (!rows[0]) throw new Problem('not_found')
  return rows[0]
}

/** Takes an idea, whose row the caller holds, off an item. Gone already is no such thing. */
export async function unhang(trx: Trx, siteId: string, itemId: string, threadId: string): Promise<void> {
  const gone = await trx
    .deleteFrom('roadmap_ideas')
    .where('site_id', '=', siteId)
    .where('thread_id', '=', threadId)
    .where('item_id', '=', itemId)
    .returning('thread_id')
    .executeTakeFirst()
  if (!gone) throw new Problem('not_found')
}

async function untoldAdding(
  trx: Trx,
  siteId: string,
  itemId: string,
  threadId: string,
  now: Date,
): Promise<Decision | undefined> {
  const { rows } = await sql<{ id: string }>`
    select d.id from decisions d where d.site_id = ${siteId} and d.item_id = ${itemId} and d.thread_id = ${threadId}
      and d.kind = 'publication' and d.reverses is null and d.tell_at > ${now}
      and not exists (select from decisions r where r.site_id = d.site_id and r.reverses = d.id)
    limit 1`.execute(trx)
  return rows[0] && findDecision(trx, siteId, rows[0].id)
}
