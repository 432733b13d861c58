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
    drawCount()
  }

  hostDisconnected(): void {
    there.delete(this.#host)
    drawCount()
  }
}

/** A page writes another title for each place that its router leads to: the count is put before that too. */
const titles = new MutationObserver(() => drawCount())
let watching = false

const watch = (asked: boolean): void => {
  if (asked === watching) return
  watching = asked
  if (asked) titles.observe(document.head, { childList: true, characterData: true, subtree: true })
  else titles.disconnect()
}

/** Puts how much waits to be read before the title of the page, where a tag asks for that; takes it off where nothing waits. */
export const countInTitle = (host: Host, unread: number): void => {
  waiting.set(host.community!, unread)
  drawCount()
}

/** Writes the title as it is to be now. */
export const drawCount = (): void => {
  const asked = [...there].filter((host) => host.hasAttribute('count-in-title'))
  watch(asked.length > 0)
  const own = written.get(document.title) ?? document.title
  const unread = counted(asked)
  const wanted = unread ? `(${unread > 99 ? '99+' : unread}) ${own}` : own
  if (wanted === document.title) return
  document.title = wanted
  if (written.size >= mostWritten) written.clear()
  if (unread) written.set(document.title, own)
}

/** What waits in the communities whose tags ask to count it, each once however many widgets show it. */
const counted = (asked: Host[]): number => {
  const communities = new Set(asked.map(({ community }) => community))
  return [...communities].reduce((sum, one) => sum + (one?.session.member ? (waiting.get(one) ?? 0) : 0), 0)
}
