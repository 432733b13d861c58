import { positions } from '../../../server/lib/positions.ts'
import type { SeedItem, SeedStep } from '../bakfleet/story.ts'
import {
  ago,
  type Ground,
  idAt,
  known,
  latest,
  type Person,
  personOf,
  type Thread,
  threadOf,
} from './ground.ts'

export type Stage = SeedItem['stage']

/** Something that a published item went through: it came out, moved on, or an idea joined it later. */
export interface ItemStep {
  kind: 'publication' | 'stage'
  decisionId: string
  from: Stage | undefined
  to: Stage
  at: Date
  by: Person
  note: string
  /** The ideas that it took along. */
  ideas: Thread[]
  /** The one idea that joined by it, where the item was out already. */
  joining?: Thread
}

export interface Item {
  story: SeedItem
  id: string
  number: number
  owner: Person
  created: Date
  ideas: { thread: Thread; joined: Date }[]
  /** None for a private item, which leaves no trace outside of itself. */
  steps: ItemStep[]
}

interface Move {
  from: Stage
  to: Stage
  at: Date
  by: Person
  note: string
}

const stageOf: Record<SeedStep['status'], Stage> = {
  open: 'consideration',
  review: 'exploring',
  planned: 'planned',
  building: 'building',
  shipped: 'shipped',
  closed: 'aside',
}

/** An idea's changes of status, oldest first. */
export function stepsOf(thread: Thread): SeedStep[] {
  return (thread.story.steps ?? []).toSorted((one, other) => other.daysAgo - one.daysAgo)
}

/** The items with the way they went: a published one has moved as the oldest of its ideas has. */
export function layItems(ground: Ground): Item[] {
  const inOrder = ground.story.items.toSorted((one, other) => other.createdDaysAgo - one.createdDaysAgo)
  return inOrder.map((story, index) => {
    const created = ago(ground, story.createdDaysAgo)
    const threads = story.ideas.map((key) => threadOf(ground, key))
    const moves = story.published ? movesOf(ground, story, threads) : []
    const ideas = threads.map((thread) => ({ thread, joined: joinedAt(ground, story, moves, thread) }))
    const owner = personOf(ground, story.owner)
    const item: Item = { story, id: idAt(created), number: index + 1, owner, created, ideas, steps: [] }
    if (story.published) item.steps = itemSteps(item, moves)
    return item
  })
}

function movesOf(ground: Ground, story: SeedItem, threads: Thread[]): Move[] {
  const [lead] = threads.toSorted((one, other) => one.at.getTime() - other.at.getTime())
  if (!lead) return []
  let from = stageAt(lead, story.createdDaysAgo)
  const moves: Move[] = []
  for (const step of stepsOf(lead).filter((one) => one.daysAgo < story.createdDaysAgo)) {
    const to = stageOf[step.status]
    moves.push({ from, to, at: ago(ground, step.daysAgo), by: personOf(ground, step.by), note: step.note })
    from = to
  }
  if (from !== story.stage)
    throw new Error(`The demo item ${story.key} does not stand where its oldest idea stands.`)
  return moves
}

/** Where an idea stood so many days ago, in the words of the roadmap. */
function stageAt(thread: Thread, daysAgo: number): Stage {
  const before = stepsOf(thread).filter((step) => step.daysAgo >= daysAgo)
  return stageOf[before.at(-1)?.status ?? 'open']
}

/**
 * An idea that has gone the item's way since the item was made is on it from the start. Another one came
 * when both had arrived where they stand.
 */
function joinedAt(ground: Ground, story: SeedItem, moves: Move[], thread: Thread): Date {
  const created = ago(ground, story.createdDaysAgo)
  const first = moves[0]?.from ?? story.stage
  const steps = stepsOf(thread).filter((step) => step.daysAgo < story.createdDaysAgo)
  const times = (moments: Date[]) => moments.map((moment) => moment.getTime()).join()
  const together =
    thread.at <= created &&
    stageAt(thread, story.createdDaysAgo) === first &&
    times(steps.map((step) => ago(ground, step.daysAgo))) === times(moves.map((move) => move.at))
  if (together || !story.published) return latest(created, thread.at)
  const last = stepsOf(thread).at(-1)
  return latest(
    created,
    thread.at,
    last ? ago(ground, last.daysAgo) : created,
    ...moves.map((move) => move.at),
  )
}

function itemSteps(item: Item, moves: Move[]): ItemStep[] {
  const { story, created, owner: by, ideas } = item
  const on = (at: Date) => ideas.filter((idea) => idea.joined < at).map((idea) => idea.thread)
  const publication = (at: Date, to: Stage, threads: Thread[]) =>
    ({
      kind: 'publication',
      decisionId: idAt(at),
      from: undefined,
      to,
      at,
      by,
      note: '',
      ideas: threads,
    }) as const
  const first = ideas.filter((idea) => idea.joined.getTime() === created.getTime()).map((idea) => idea.thread)
  const later = ideas.filter((idea) => idea.joined > created)
  return [
    publication(created, moves[0]?.from ?? story.stage, first),
    ...moves.map((move) => ({
      kind: 'stage' as const,
      decisionId: idAt(move.at),
      ...move,
      ideas: on(move.at),
    })),
    ...later.map(({ thread, joined }) => ({
      ...publication(joined, story.stage, [thread]),
      joining: thread,
    })),
  ]
}

/** The rows of the items and of the ideas on them. */
export function plantItems(ground: Ground, items: Item[]): void {
  const { rows, siteId: site_id } = ground
  const places = new Map<Stage, string[]>()
  for (const [stage, list] of Map.groupBy(ground.story.items, (item) => item.stage)) {
    places.set(stage, positions(list.length))
  }
  const byKey = new Map(items.map((item) => [item.story.key, item]))
  for (const story of ground.story.items) {
    const item = byKey.get(story.key)!
    rows.add('roadmap_items', {
      site_id,
      id: item.id,
      number: item.number,
      title: story.title,
      summary: story.summary,
      stage_id: known(ground.stages, story.stage, 'stage').id,
      position: places.get(story.stage)!.shift()!,
      owner_id: item.owner.id,
      expected_on: story.expected ? lastDayOf(story.expected) : null,
      created_at: item.created,
      created_by: item.owner.id,
      published_at: story.published ? item.created : null,
    })
    for (const { thread, joined } of item.ideas) {
      rows.add('roadmap_ideas', {
        site_id,
        thread_id: thread.id,
        item_id: item.id,
        added_by: item.owner.id,
        added_at: joined,
      })
    }
  }
}

/** What is expected in a month is expected by its last day. */
function lastDayOf(month: string): string {
  const [year, number] = month.split('-').map(Number)
  return new Date(Date.UTC(year!, number!, 0)).toISOString().slice(0, 10)
}
