import type { NotificationPageJson } from '../server/notifications/json.ts'
import { get } from './api.ts'
import { countReports } from './community.ts'
import { live } from './live.ts'
import { LiveValue } from './live_value.ts'
import { may, session } from './session.ts'

/** How many notifications of the person at the desk are unread, for the bell: up to a hundred; null until it is known. */
export const unreadCount = new LiveValue<number | null>(null)

/** In milliseconds: how often it is counted anyhow, and how soon, and how often at most, where much happens. */
const every = 60_000
const soon = 1000
const pause = 5000

let countedAt = Number.NEGATIVE_INFINITY

async function count(): Promise<void> {
  if (session.value.state !== 'in' || document.visibilityState === 'hidden' || !navigator.onLine) return
  countedAt = performance.now()
  // What could not be counted now is counted the next time.
  const counts = [countNews(), ...(may('moderate') ? [countReports()] : [])]
  await Promise.allSettled(counts)
}

export async function countNews(): Promise<void> {
  const { unread } = await get<NotificationPageJson>('me/notifications', { limit: 1 })
  unreadCount.value = unread
}

/** Keeps the figures of the rail true: at the beginning, when the page is looked at, when something happened, each minute. */
export function watchNews(): void {
  let waits = false
  let last = ''
  const look = () => {
    if (waits) return
    waits = true
    const later = Math.max(soon, countedAt + pause - performance.now())
    setTimeout(() => {
      waits = false
      void count()
    }, later)
  }
  const back = () => void count()
  session.listen((now) => {
    const id = 'who' in now ? now.who.member.id : ''
    if (id === last) return
    last = id
    unreadCount.value = null
    void count()
  })
  live.addEventListener('happened', look)
  live.addEventListener('desk', look)
  live.addEventListener('refresh', look)
  document.addEventListener('visibilitychange', back)
  addEventListener('focus', back)
  setInterval(count, every)
}
