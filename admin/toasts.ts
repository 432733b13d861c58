import type { UndoJson } from '../server/moderation/json.ts'
import { Problem, undo } from './api.ts'
import { LiveValue } from './live_value.ts'
import { problemWords } from './problem_words.ts'
import { catalog } from './translations/index.ts'

export interface Toast {
  id: number
  words: string
  wrong: boolean
  /** When it leaves, in milliseconds; null stays until it is sent away. */
  until: number | null
  undo?: () => Promise<void>
}

export const toasts = new LiveValue<Toast[]>([])

/** The last thing that was done, in words, for those who listen to the screen. */
export const announcement = new LiveValue('')

let last = 0

export function announce(words: string): void {
  // The same words twice are two events: a trailing space makes the region speak again.
  announcement.value = announcement.value === words ? `${words} ` : words
}

export function dismiss(id: number): void {
  toasts.value = toasts.value.filter((toast) => toast.id !== id)
}

function show(toast: Omit<Toast, 'id'>): void {
  last += 1
  toasts.value = [...toasts.value, { ...toast, id: last }].slice(-3)
}

/** Says that something was done. */
export function tell(words: string): void {
  announce(words)
  show({ words, wrong: false, until: Date.now() + 6000 })
}

/** Says what went wrong; stays until it is sent away. `explain` has the words for a problem of one act. */
export function tellProblem(error: unknown, explain: (problem: Problem) => string = problemWords): void {
  const problem = error instanceof Problem ? error : new Problem(0, 'internal', String(error))
  if (problem.code === 'unauthenticated') return
  show({ words: explain(problem), wrong: true, until: null })
}

/** An undo is refused as a conflict where the thing was changed again since. */
function undoWords(problem: Problem): string {
  return problem.code === 'conflict' ? catalog.value.words.acts.undoOvertaken : problemWords(problem)
}

/** Says what was done and offers to take it back until the server would tell people. */
export function offerUndo(words: string, undos: UndoJson[], after: () => unknown): void {
  if (undos.length === 0) {
    tell(words)
    return
  }
  announce(words)
  const until = Math.min(...undos.map((each) => Date.parse(each.until)))
  const takeBack = async () => {
    try {
      // The latest first, so that acts on the same thing unwind in order.
      for (const each of undos.toReversed()) await undo(each.path)
      tell(catalog.value.words.acts.undone)
    } catch (error) {
      tellProblem(error, undoWords)
    }
    await after()
  }
  show({ words, wrong: false, until: Math.max(until, Date.now() + 1000), undo: takeBack })
}

/** Takes back the latest act that still can be. */
export function undoLatest(): void {
  const latest = toasts.value.findLast((toast) => toast.undo && (toast.until ?? 0) > Date.now())
  if (!latest?.undo) return
  dismiss(latest.id)
  void latest.undo()
}
