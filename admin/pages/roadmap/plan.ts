import type { PlanJson, RoadmapItemJson } from '../../../server/roadmap/json.ts'

// Where items stand, as pure steps on the plan: the drag, the keys and the menu all move an item the same way.

export interface Spot {
  stage: string
  index: number
}

export function itemsOf(plan: PlanJson): RoadmapItemJson[] {
  return plan.stages.flatMap((stage) => stage.items)
}

export function findItem(plan: PlanJson | undefined, number: number | null): RoadmapItemJson | undefined {
  return plan && itemsOf(plan).find((item) => item.number === number)
}

export function spotOf(plan: PlanJson, number: number): Spot | undefined {
  for (const stage of plan.stages) {
    const index = stage.items.findIndex((item) => item.number === number)
    if (index >= 0) return { stage: stage.slug, index }
  }
  return undefined
}

/** The plan with one item at another spot; the index counts without the item itself. */
export function moved(plan: PlanJson, number: number, to: Spot): PlanJson {
  const item = findItem(plan, number)
  if (!item) return plan
  const stages = plan.stages.map((stage) => {
    const items = stage.items.filter((one) => one.number !== number)
    if (stage.slug === to.stage) items.splice(to.index, 0, { ...item, stage: to.stage })
    return { ...stage, items }
  })
  return { ...plan, stages }
}

/** The number of the item that stands after this one, as the API takes a place; null at the end. */
export function itemAfter(plan: PlanJson, number: number): number | null {
  const spot = spotOf(plan, number)
  const lane = plan.stages.find((stage) => stage.slug === spot?.stage)
  return lane?.items[(spot?.index ?? 0) + 1]?.number ?? null
}

/** One step by an arrow: up and down in the lane, left and right to the next lanes at the same height. */
export function stepped(plan: PlanJson, number: number, key: string): Spot | undefined {
  const spot = spotOf(plan, number)
  if (!spot) return undefined
  const lane = plan.stages.findIndex((stage) => stage.slug === spot.stage)
  const here = plan.stages[lane]?.items.length ?? 0
  if (key === 'ArrowUp' && spot.index > 0) return { ...spot, index: spot.index - 1 }
  if (key === 'ArrowDown' && spot.index < here - 1) return { ...spot, index: spot.index + 1 }
  const across = { ArrowLeft: -1, ArrowRight: 1 }[key]
  const target = across ? plan.stages[lane + across] : undefined
  return target && { stage: target.slug, index: Math.min(spot.index, target.items.length) }
}

/** The plan with an item as the server answered it. */
export function replaced(plan: PlanJson, item: RoadmapItemJson): PlanJson {
  const stages = plan.stages.map((stage) => ({
    ...stage,
    items: stage.items.map((one) => (one.number === item.number ? { ...item, stage: stage.slug } : one)),
  }))
  return { ...plan, stages }
}
