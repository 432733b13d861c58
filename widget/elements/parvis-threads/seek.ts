import type { LitElement } from 'lit'
import type { Context, Host } from '../../context.ts'
import { type ListPlace, listPath } from '../../controllers/navigation.ts'

type List = LitElement & {
  ctx: Context
  place: ListPlace
  /** The search that was asked for last from its field. */
  sought: string | undefined
}

const typingPause = 250

const waiting = new WeakMap<List, ReturnType<typeof setTimeout>>()

/** From which list, that was not searched, what is typed has come, and where that has led so far. */
const begun = new WeakMap<List, { from: string; to: string }>()

/** Searches a list for what is typed in its field, a moment after the last key; at once where it is submitted. */
export const seek = (_: Host, list: List, text: string, submitted: boolean): void => {
  clearTimeout(waiting.get(list))
  const go = () => goTo(list, text.trim() || undefined, submitted)
  waiting.set(list, setTimeout(go, submitted ? 0 : typingPause))
}

/**
 * A search that is submitted is a step of its own, from which the back button leads to the list as it was before a key
 * was pressed. What is only typed leaves no step behind.
 */
const goTo = (list: List, q: string | undefined, submitted: boolean): void => {
  const { ctx, place } = list
  // A search that is still being typed would take whoever has opened a thread meanwhile back to the list.
  if (list.hidden || !list.isConnected) return
  const [here, to] = [listPath(place), listPath({ ...place, q })]
  const before = begun.get(list)
  const from = !place.q ? here : before?.to === here ? before.from : undefined
  list.sought = q
  begun.delete(list)
  if (submitted && q && from !== undefined) {
    ctx.go(from, true)
    ctx.go(to)
  } else {
    ctx.go(to, true)
    if (q && from !== undefined) begun.set(list, { from, to })
  }
}
