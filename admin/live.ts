import type { Happening } from '../widget/live/live.ts'
import { Stream } from '../widget/live/stream.ts'
import { apiOf } from './address.ts'
import { accountHeaders, refusals } from './api.ts'
import { session } from './session.ts'
import { announce } from './toasts.ts'

/**
 * What happens on the boards that the person at the desk may read, as it happens. It fires `happened` with a
 * `Happening`, `desk` where something came to them or to the moderators, `rows` where lists of threads are to be looked
 * at again, and `refresh` where something may have been missed.
 */
export const live = new EventTarget()

/** So long after it happened it is told, in milliseconds: by then the answer to an act of one's own is there. */
const grace = 700

const stream = new Stream({
  address: apiOf('live'),
  begun: performance.now(),
  credentials: 'same-origin',
  headers: accountHeaders,
  refused: async () => {
    refusals.value += 1
    return false
  },
  told: (name, json) => {
    if (name === 'reports' || name === 'news') live.dispatchEvent(new Event('desk'))
    if (name === 'rows') setTimeout(() => live.dispatchEvent(new Event('rows')), grace)
    if (!('thread' in json)) return
    const happened = new CustomEvent<Happening>('happened', { detail: { ...json, name } })
    setTimeout(() => live.dispatchEvent(happened), grace)
  },
  missed: () => live.dispatchEvent(new Event('refresh')),
})

/** Listens while somebody is signed in. */
export function watchLive(): void {
  let who = ''
  session.listen((now) => {
    const id = now.state === 'in' ? now.who.member.id : ''
    if (id === who) return
    who = id
    stream.end()
    if (id) stream.begin()
  })
}

/** What waits is said to those who listen to the screen, and not more often than four times a minute. */
const quiet = 15_000
let saidAt = Number.NEGATIVE_INFINITY

export function sayQuietly(words: string | undefined): void {
  if (!words || performance.now() - saidAt < quiet) return
  saidAt = performance.now()
  announce(words)
}
