import { codeOf, Problem } from '../api.ts'
import type { Host } from '../context.ts'
import type { Acts } from '../translations/en/acts.ts'
import { readBoards } from './boards.ts'
import { regionInDialog } from './dialog_region.ts'

/**
 * Says something to screen readers, once. The same words again are told apart by a space that nobody hears. What is
 * said `aside`, and not of something that was done, leaves alone what is said to have gone wrong.
 */
export const announce = (host: Host, words: string | ((say: Acts) => string), aside = false): void => {
  const say = host.ctx?.say
  const text = typeof words === 'string' ? words : say ? words(say) : ''
  // What went wrong before is over once something went well.
  if (!aside) host.notice = ''
  lastSaid.set(host, performance.now())
  const region = regionInDialog(host)
  if (region) region.textContent = again(region.textContent, text)
  else host.said = again(host.said, text)
}

/** Says one thing more to what was said a moment ago, which would not be heard any more if it went. */
export const announceToo = (host: Host, words: string): void => {
  const fresh = performance.now() - (lastSaid.get(host) ?? Number.NEGATIVE_INFINITY) < moment
  announce(host, fresh ? `${host.said.trim()} ${words}` : words, true)
}

/** How long what is said may still be read out, in milliseconds. */
const moment = 2000
const lastSaid = new WeakMap<Host, number>()

const again = (said: string | null, text: string): string => (said === text ? `${text}\u00a0` : text)

/** Shows and says why something could not be done. A request that was given up needs no word. */
export const refuse = (host: Host, error: unknown): void => {
  if (codeOf(error) !== 'aborted') host.notice = whyOf(host.ctx?.say, error)
}

/** Shows a line that everyone sees and hears, until it is closed. */
export const notify = (host: Host, text: string): void => {
  host.notice = text
}

/** Puts a dialog on top of everything; `undefined` takes it away. */
export const show = (host: Host, dialog: unknown): void => {
  host.dialog = dialog
}

/** Lets the list be read again when it is next seen, since something in it changed; and how much is in each board. */
export const renewList = (host: Host): void => {
  const list = host.shadowRoot?.querySelector('parvis-threads') as { stale: boolean } | null | undefined
  if (list) list.stale = true
  // One that was never seen would begin with what came with the opening.
  else if (host.ctx) host.ctx = { ...host.ctx, opened: '' }
  void readBoards(host)
}

/** What happened, that nothing was lost, and what to do; or when to try again, where the server said so. */
export const whyOf = (say: Acts | undefined, error: unknown): string => {
  const code = codeOf(error)
  if (say && code === 'rate_limited' && error instanceof Problem && error.wait) return say.limited(error.wait)
  if (!say) return code
  // What the server understood and did not take is no failure of its own.
  const refused = error instanceof Problem && error.status >= 400 && error.status < 500
  return (say.problems[code] ?? (refused ? say.problems.refused : say.problems.internal))!
}

/**
 * Fires an event of the widget's on its element. True unless the host cancelled it. A page that has taken the widget
 * out is told nothing any more.
 */
export const tell = (host: Host, name: string, detail?: unknown): boolean =>
  !host.isConnected ||
  host.dispatchEvent(
    new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable: name === 'parvis-sign-in' }),
  )
