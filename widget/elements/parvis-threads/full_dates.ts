import type { LitElement } from 'lit'
import type { Context } from '../../context.ts'

type List = LitElement & { ctx: Context }

const waiting = new WeakSet<List>()
let format: Intl.DateTimeFormat | undefined

/**
 * Gives the times of a list their full dates, "9 February 2026 at 08:12", for a tooltip and for assistive technology.
 * Once the page is idle, since the first date that a browser writes takes a phone longer than the whole list; and in two
 * steps, of which the first only has it find out which languages it knows.
 */
export const fullDates = (list: List): void => {
  if (waiting.has(list)) return
  waiting.add(list)
  idle(() => {
    Intl.Collator.supportedLocalesOf(list.ctx.region)
    idle(() => {
      waiting.delete(list)
      write(list)
    })
  })
}

const write = (list: List): void => {
  const { region } = list.ctx
  if (format?.resolvedOptions().locale !== region)
    format = new Intl.DateTimeFormat(region, { dateStyle: 'long', timeStyle: 'short' })
  for (const time of list.renderRoot.querySelectorAll('time'))
    time.title = format.format(new Date(time.dateTime))
}

/** Safari has no idle moments to tell of. */
const idle = (work: () => void) =>
  'requestIdleCallback' in window ? requestIdleCallback(work, { timeout: 1000 }) : setTimeout(work, 200)
