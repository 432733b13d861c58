import type { ReactiveController } from 'lit'
import type { Host } from '../context.ts'
import type { Community } from './community.ts'

/** The widgets that are in the page. */
const there = new Set<Host>()
/** How much waits to be read in each community, as it was learnt last. */
const waiting = new WeakMap<Community, number>()
/** The titles that were written here, each with the page's own. What else begins with a figure in brackets is the page's. */
const written = new Map<string, string>()
const mostWritten = 100

/** Takes the count off the title where its tag is taken out of the page, and puts it there again where that comes back. */
export class TitleCount implements ReactiveController {
  readonly #host: Host

  constructor(host: Host) {
    this.#host = host
  }

  hostConnected(): void {
    there.add(this.#host)
    draw()
  }

  hostDisconnected(): void {
    there.delete(this.#host)
    draw()
  }
}

/** Puts how much waits to be read before the title of the page, where a tag asks for that; takes it off where nothing waits. */
export const countInTitle = (host: Host, unread: number): void => {
  waiting.set(host.community!, unread)
  draw()
}

const draw = (): void => {
  const { document } = globalThis
  const own = written.get(document.title) ?? document.title
  const unread = counted()
  const wanted = unread ? `(${unread > 99 ? '99+' : unread}) ${own}` : own
  if (wanted === document.title) return
  document.title = wanted
  if (written.size >= mostWritten) written.clear()
  if (unread) written.set(document.title, own)
}

/** What waits in the communities whose tags ask to count it, each once however many widgets show it. */
const counted = (): number => {
  const asked = [...there].filter((host) => host.hasAttribute('count-in-title'))
  const communities = new Set(asked.map(({ community }) => community))
  return [...communities].reduce((sum, one) => sum + (one?.session.member ? (waiting.get(one) ?? 0) : 0), 0)
}
