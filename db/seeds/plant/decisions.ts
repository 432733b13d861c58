import { later } from '../../../server/lib/clock.ts'
import { undoSeconds } from '../../../server/notifications/tell.ts'
import type { SeedStep } from '../bakfleet/story.ts'
import { ago, type Ground, idAt, known, type Person, personOf, type Thread } from './ground.ts'
import { notify } from './notifications.ts'
import { type Item, type ItemStep, type Stage, stepsOf } from './roadmap.ts'
import { place } from './threads.ts'
import { readersOf } from './voters.ts'

/** Every decision on items and ideas, with its line in the story and the people told: once each. */
export function plantDecisions(ground: Ground, items: Item[]): void {
  for (const item of items) plantItem(ground, item)
  for (const thread of ground.threads.values()) {
    let from: SeedStep['status'] = 'open'
    for (const step of stepsOf(thread)) {
      plantStatus(ground, thread, from, step, causeOf(ground, items, thread, step))
      from = step.status
    }
  }
}

interface Cause {
  item: Item
  step: ItemStep
}

/** The step of an item that took an idea along, if that is how its status changed. */
function causeOf(ground: Ground, items: Item[], thread: Thread, own: SeedStep): Cause | undefined {
  const at = ago(ground, own.daysAgo).getTime()
  for (const item of items) {
    const step = item.steps.find((one) => one.at.getTime() === at && one.ideas.includes(thread))
    if (step) return { item, step }
  }
}

function plantStatus(
  ground: Ground,
  thread: Thread,
  from: SeedStep['status'],
  step: SeedStep,
  cause: Cause | undefined,
): void {
  const at = ago(ground, step.daysAgo)
  const by = personOf(ground, step.by)
  const id = idAt(at)
  const detail = { from, to: step.status, note: step.note }
  decide(ground, {
    id,
    kind: 'status',
    threadId: thread.id,
    itemId: cause?.item.id,
    from: known(ground.statuses, from, 'status'),
    to: known(ground.statuses, step.status, 'status'),
    note: step.note,
    by,
    cause: cause?.step.decisionId,
    at,
  })
  ground.happened.push({
    kind: 'status',
    ...place(ground, thread),
    actorId: by.id,
    decisionId: id,
    detail,
    at,
  })
  if (cause) return // The item's own news reaches the same people.
  const subject = { subjectKind: 'thread', subject: String(thread.number) }
  ground.acts.push({ at, by, action: 'threads.status', ...subject, detail })
  const news = { key: `decision:${id}`, threadId: thread.id, decisionId: id, by, at }
  notify(ground, readersOf(ground, thread.story.key, at), { kind: 'status', ...news })
}

function plantItem(ground: Ground, item: Item): void {
  const { story, created, owner } = item
  const subject = { subjectKind: 'item', subject: String(item.number) }
  const act = (at: Date, by: Person, action: string, detail: Record<string, unknown>) =>
    ground.acts.push({ at, by, action, ...subject, detail })
  const first = item.ideas.filter((idea) => idea.joined.getTime() === created.getTime())
  const threads = first.map((idea) => idea.thread.number)
  act(created, owner, 'items.create', { title: story.title, threads })
  if (story.published) act(created, owner, 'items.publish', { title: story.title })
  for (const { thread, joined } of item.ideas) {
    if (joined > created) act(joined, owner, 'items.add_idea', { thread: thread.number })
  }
  for (const step of item.steps) {
    if (step.kind === 'stage') act(step.at, step.by, 'items.place', { from: step.from, to: step.to })
    plantStep(ground, item, step)
  }
}

function plantStep(ground: Ground, item: Item, step: ItemStep): void {
  const { at, by, decisionId } = step
  decide(ground, {
    id: decisionId,
    kind: step.kind,
    itemId: item.id,
    threadId: step.joining?.id,
    from: step.from && stageId(ground, step.from),
    to: stageId(ground, step.to),
    note: step.note,
    by,
    at,
  })
  if (step.kind === 'publication') tellStories(ground, item, step)
  const told = new Set<Person>()
  for (const thread of step.ideas) {
    const readers = readersOf(ground, thread.story.key, at).filter((person) => !told.has(person))
    for (const reader of readers) told.add(reader)
    const news = { key: `decision:${decisionId}`, threadId: thread.id, itemId: item.id, decisionId, by, at }
    notify(ground, readers, { kind: 'roadmap', ...news })
  }
}

/** Coming out is news in the story of every idea; a mere step is told there by the change of its status. */
function tellStories(ground: Ground, item: Item, step: ItemStep): void {
  const shown = item.ideas.filter((idea) => idea.joined <= step.at)
  const detail = {
    item: { number: item.number, title: item.story.title },
    ideas: shown.length - 1,
    to: step.to,
  }
  for (const thread of step.ideas) {
    ground.happened.push({
      kind: 'roadmap',
      ...place(ground, thread),
      actorId: step.by.id,
      decisionId: step.decisionId,
      detail,
      at: step.at,
    })
  }
}

interface Decided {
  id: string
  kind: 'status' | 'stage' | 'publication'
  threadId: string | undefined
  itemId: string | undefined
  from: string | undefined
  to: string
  note: string
  by: Person
  cause?: string | undefined
  at: Date
}

function decide(ground: Ground, made: Decided): void {
  ground.rows.add('decisions', {
    site_id: ground.siteId,
    id: made.id,
    kind: made.kind,
    thread_id: made.threadId ?? null,
    item_id: made.itemId ?? null,
    from_id: made.from ?? null,
    to_id: made.to,
    note: made.note,
    decided_by: made.by.id,
    cause: made.cause ?? null,
    created_at: made.at,
    tell_at: later(made.at, undoSeconds),
  })
}

const stageId = (ground: Ground, stage: Stage) => known(ground.stages, stage, 'stage').id
