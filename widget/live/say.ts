import type { LitElement } from 'lit'
import type { Host } from '../context.ts'

const every = 15_000
const lastSaid = new WeakMap<Host, number>()
const waiting = new WeakMap<Host, ReturnType<typeof setTimeout>>()

/** Says to screen readers what waits, politely, and not more often than four times a minute. */
export const sayQuietly = (view: LitElement, label: () => string | undefined): void => {
  const host = (view.getRootNode() as ShadowRoot).host as Host | undefined
  if (!host) return
  clearTimeout(waiting.get(host))
  const say = () => {
    const text = label()
    if (!text || !view.isConnected || !view.checkVisibility()) return
    lastSaid.set(host, performance.now())
    host.said = text
  }
  const wait = (lastSaid.get(host) ?? -every) + every - performance.now()
  if (wait <= 0) say()
  else waiting.set(host, setTimeout(say, wait))
}
