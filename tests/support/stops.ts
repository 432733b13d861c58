import type { JSHandle, Page } from 'playwright-core'
import sharp from 'sharp'
import { focused } from './keyboard.ts'

/** What has the focus, through all shadow roots; null where nothing of the page has it. */
const stopped = (page: Page): Promise<JSHandle<HTMLElement | null>> =>
  page.evaluateHandle(() => {
    let active = document.activeElement
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
    return active === document.body || active === document.documentElement ? null : (active as HTMLElement)
  })

/** Goes once around all that a key stops at, telling each, and how many there are. */
export async function around(
  page: Page,
  each: (stop: JSHandle<HTMLElement>) => Promise<void>,
  key = 'Tab',
): Promise<number> {
  let first: JSHandle<HTMLElement | null> | undefined
  for (let stops = 0, misses = 0; stops < 120 && misses < 3; ) {
    await page.keyboard.press(key)
    const stop = await stopped(page)
    if (await stop.evaluate((one) => one === null)) misses++
    else {
      if (first && (await stop.evaluate((one, first) => one === first, first))) return stops
      first ??= stop
      stops++
      await each(stop as JSHandle<HTMLElement>)
    }
  }
  throw new Error(`There is no way around by ${key}.`)
}

/** How much of a stop is changed by its focus, in pixels for each that its edge is long. */
export async function markedBy(page: Page, stop: JSHandle<HTMLElement>): Promise<number> {
  const clip = await stop.evaluate((one) => {
    // What draws the mark is the box around a field, where there is one.
    const around = one.matches('input, select, textarea') && one.closest('.box, .field, .menu, .add')
    const { left, top, right, bottom } = (around || one).getBoundingClientRect()
    const [x, y] = [Math.max(0, left - 6), Math.max(0, top - 6)]
    return { x, y, width: Math.min(innerWidth, right + 6) - x, height: Math.min(innerHeight, bottom + 6) - y }
  })
  if (clip.width <= 0 || clip.height <= 0) return 0
  const pixels = async () =>
    sharp(await page.screenshot({ clip }))
      .removeAlpha()
      .raw()
      .toBuffer()
  const marked = await pixels()
  // Tab goes on from here all the same.
  await stop.evaluate((one) => one.blur())
  const plain = await pixels()
  let changed = 0
  for (let at = 0; at < plain.length; at += 3) {
    const far = [0, 1, 2].reduce((sum, part) => sum + Math.abs(marked[at + part]! - plain[at + part]!), 0)
    if (far > 90) changed++
  }
  return changed / (2 * (clip.width + clip.height - 24))
}

/** Whether nothing of what has the focus is seen: it is out of the window, or something lies over all of it. */
export const isHidden = (stop: JSHandle<HTMLElement>): Promise<boolean> =>
  stop.evaluate((one) => {
    const deepest = (x: number, y: number): Element | null => {
      let found = document.elementFromPoint(x, y)
      for (let inner = found; inner?.shadowRoot; found = inner) {
        inner = inner.shadowRoot.elementFromPoint(x, y)
        if (!inner || inner === found) break
      }
      return found
    }
    // A field that is not seen itself is, where its label is.
    const seen = [one, ...((one as HTMLInputElement).labels ?? [])]
    const parts = [0.1, 0.3, 0.5, 0.7, 0.9]
    return !seen
      .flatMap((part) => [...part.getClientRects()])
      .some(({ left, top, width, height }) =>
        parts.some((down) =>
          parts.some((along) => {
            const there = deepest(left + width * along, top + height * down)
            return seen.some((part) => part.contains(there))
          }),
        ),
      )
  })

/** The stops of a key that one sees nothing of. */
export async function hiddenStops(page: Page, key: string): Promise<string[]> {
  const hidden: string[] = []
  await around(
    page,
    async (stop) => {
      if (await isHidden(stop)) hidden.push(`${key}: ${(await focused(page)).name}`)
    },
    key,
  )
  return hidden
}
