import type { ThreadRowJson } from '../../../server/threads/json.ts'
import { get, Problem } from '../../api.ts'

/** Who stands behind some ideas, each person, company and its revenue counted once. */
export interface Promotion {
  people: number
  companies: number
  revenue: number
  /** How many of the ideas follow a published roadmap item. */
  following: number
  /** How many people would hear of a decision about them, each once. */
  told: number
}

/** Counts only ideas; nothing else takes votes. */
export function countPromotion(threads: ThreadRowJson[], signal?: AbortSignal): Promise<Promotion> {
  const ideas = threads.filter((thread) => thread.kind === 'idea')
  return countIdeas(
    ideas.map((thread) => thread.number),
    signal,
  )
}

/** The same for ideas by their numbers. */
export async function countIdeas(ideas: number[], signal?: AbortSignal): Promise<Promotion> {
  // More than the API counts at once is rather not counted than counted twice.
  if (ideas.length > 50) throw new Problem(0, 'too_large')
  if (ideas.length === 0) return { people: 0, companies: 0, revenue: 0, following: 0, told: 0 }
  return get<Promotion>('roadmap/promotion', { threads: ideas.join(',') }, signal)
}
