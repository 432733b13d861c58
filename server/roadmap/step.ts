import { sql } from 'kysely'
import { record } from '../activity/record.ts'
import { type Decision, decide } from '../decisions/decide.ts'
import { moveTo } from '../decisions/status.ts'
import { toTell } from '../decisions/untold.ts'
import type { Trx } from '../lib/in_transaction.ts'
import { shownAmong } from '../notifications/concerned.ts'
import { tellConcerned } from '../notifications/tell.ts'
import type { Site, Step } from '../sites/queries.ts'
import { statusById } from '../sites/words.ts'
import type { HeldIdea, HeldItem } from './hold.ts'

type Follower = HeldIdea & { attached: boolean }

/**
 * A published item takes the ideas that follow it along: each gets the first status of the stage's category,
 * its story tells so, and whom any of them concerns is told of the step once. Returns how many are told.
 */
export async function takeAlong(
  trx: Trx,
  site: Site,
  item: HeldItem,
  stage: Step,
  ideas: Follower[],
  step: Decision,
): Promise<number> {
  const following = ideas.filter((idea) => idea.attached)
  const status = site.statuses.find((one) => one.category === stage.category)
  const changing = status ? following.filter((idea) => idea.status_id !== status.id) : []
  // Coming out is news in every story; a mere step is, where no change of status already says it.
  const untold = following.filter((idea) => !changing.includes(idea))
  await tellStories(trx, site, item, stage, step.kind === 'publication' ? ideas : untold, step)
  if (status) await followStatus(trx, site, item, status, changing, step)
  // Only steps correct one another: coming out is news, and so is an idea's coming onto the item.
  const subject = { itemId: item.id }
  const telling = step.kind === 'stage' ? await toTell(trx, site.id, subject, step.created_at) : step
  const ids = following.map((idea) => idea.id)
  return telling ? tellStep(trx, site.id, item, ids, telling, step.tell_at) : 0
}

/**
 * Where an item's step was just taken back, and the one before it had not been told because of it, that one is told now,
 * or once it can no longer be taken back either.
 */
export async function tellStepAgain(
  trx: Trx,
  siteId: string,
  item: HeldItem,
  takenBack: Decision,
  now: Date,
): Promise<void> {
  const step = await toTell(trx, siteId, { itemId: item.id }, takenBack.created_at)
  if (!step) return
  const following = await trx
    .selectFrom('roadmap_ideas')
    .select('thread_id')
    .where('site_id', '=', siteId)
    .where('item_id', '=', item.id)
    .where('detached_at', 'is', null)
    .execute()
  const ids = following.map((idea) => idea.thread_id)
  await tellStep(trx, siteId, item, ids, step, now > step.tell_at ? now : step.tell_at)
}

async function tellStep(
  trx: Trx,
  siteId: string,
  item: HeldItem,
  ideas: string[],
  step: Decision,
  at: Date,
): Promise<number> {
  const news = {
    kind: 'roadmap' as const,
    key: `decision:${step.id}`,
    itemId: item.id,
    decisionId: step.id,
    ...(step.decided_by && { actorId: step.decided_by }),
  }
  return tellConcerned(trx, siteId, await shownAmong(trx, siteId, ideas), news, at)
}

/** Says in the story of each idea which item it is on, in which stage, and beside how many other public ideas. */
async function tellStories(
  trx: Trx,
  site: Site,
  item: HeldItem,
  stage: Step,
  ideas: HeldIdea[],
  step: Decision,
): Promise<void> {
  if (!ideas.length) return
  const known = await publicIdeas(trx, site.id, item.id)
  for (const idea of ideas) {
    const others = known.size - (known.has(idea.id) ? 1 : 0)
    record(trx, {
      kind: 'roadmap',
      boardId: idea.board_id,
      threadId: idea.id,
      actorId: step.decided_by!,
      decisionId: step.id,
      detail: { item: { number: item.number, title: item.title }, ideas: others, to: stage.slug },
      at: step.created_at,
    })
  }
}

async function publicIdeas(trx: Trx, siteId: string, itemId: string): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select ri.thread_id as id from roadmap_ideas ri
    join thread_counters c on c.site_id = ri.site_id and c.thread_id = ri.thread_id and c.listed
    join boards b on b.site_id = c.site_id and b.id = c.board_id and b.visibility = 'public' and b.archived_at is null
    where ri.site_id = ${siteId} and ri.item_id = ${itemId}`.execute(trx)
  return new Set(rows.map((row) => row.id))
}

async function followStatus(
  trx: Trx,
  site: Site,
  item: HeldItem,
  status: Step,
  ideas: HeldIdea[],
  step: Decision,
): Promise<void> {
  const wishes = ideas.map((idea) => ({
    kind: 'status' as const,
    thread_id: idea.id,
    item_id: item.id,
    from_id: idea.status_id,
    to_id: status.id,
    cause: step.id,
  }))
  const decisions = await decide(trx, site.id, wishes, step.decided_by!, step.created_at)
  await moveTo(
    trx,
    site.id,
    ideas.map((idea) => idea.id),
    status.id,
  )
  for (const [index, idea] of ideas.entries()) {
    record(trx, {
      kind: 'status',
      boardId: idea.board_id,
      threadId: idea.id,
      actorId: step.decided_by!,
      decisionId: decisions[index]!.id,
      detail: {
        from: (idea.status_id && statusById(site, idea.status_id)?.slug) ?? null,
        to: status.slug,
        note: '',
      },
      at: step.created_at,
    })
  }
}
