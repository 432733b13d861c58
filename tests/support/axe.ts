import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Locale } from '../../server/words.ts'
import { outOfReach } from './reach.ts'

/** The line beside a story is a pseudo-element, behind which axe would measure no contrast at all. */
const contrast = {
  ignoreUnicode: true,
  ignoreLength: false,
  ignorePseudo: true,
  boldValue: 700,
  boldTextPt: 14,
  largeTextPt: 18,
  contrastRatio: { normal: { expected: 4.5 }, large: { expected: 3 } },
  pseudoSizeThreshold: 0.25,
  shadowOutlineEmMax: 0.2,
  textStrokeEmMin: 0.03,
}

/** What the package's entry holds is the same, unminified: twice as much to send to each page, and to compile there. */
const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const contrastChecks = [{ id: 'color-contrast', options: contrast }]

/**
 * What scrolls sideways under the edge of its bar, stands on a gradient, or is a sign or one digit and no word, has
 * no contrast that axe would measure; and a skip link is one to axe only outside of shadow roots.
 */
const unmeasurable = [
  /^color-contrast: .*(?:obscured by another|overlapped by another|only non-text|too short to determine|background gradient)/s,
  /^region: .*\.skip\n/s,
]

/** What axe finds wrong with a screen, or cannot find right, in lines that say what and where. */
export async function violations(page: Page, colours: boolean): Promise<string[]> {
  // A page that stays open keeps it. Nothing is framed here, and so one page is all there is to look at.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(`${source};0`)
  const found = await page.evaluate(look, { checks: contrastChecks, colours })
  return found.filter((line) => !unmeasurable.some((pattern) => pattern.test(line)))
}

/** Runs in the page, and says no more than what is wrong: all that axe knows of a page is megabytes. */
async function look({
  checks,
  colours,
}: {
  checks: typeof contrastChecks
  colours: boolean
}): Promise<string[]> {
  const { axe } = window as unknown as { axe: typeof import('axe-core') }
  axe.configure({ checks })
  const { violations, incomplete } = await axe.run({
    resultTypes: ['violations', 'incomplete'],
    rules: { 'color-contrast': { enabled: colours } },
  })
  return [...violations, ...incomplete].flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, any, all, none }) => {
      const why = [...any, ...all, ...none].map((check) => check.message).join('; ')
      return `${id}: ${help}\n  ${target.join(' ')}\n  ${why}`
    }),
  )
}

/** By how many pixels the page is wider than its window. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => (document.scrollingElement?.scrollWidth ?? 0) - innerWidth)

type Theme = 'light' | 'dark'

/** A screen, opened once in a language, and looked at in themes and widths while it stays open. */
export interface Visit {
  lang: Locale
  looks: { theme: Theme; width: number }[]
  /** Whether contrast is measured, which takes as long as all other rules together. */
  colours: boolean
}

const themes = ['light', 'dark'] as const
const languages = ['en', 'fr', 'de'] as const
const widths = [360, 768, 1280] as const

/**
 * How to visit the screen of this index: in one language, theme and width, chosen so that over a few screens every
 * pair of them is met; on every second pair of screens with their contrasts. In both themes, with all contrasts, where
 * that is asked for. All eighteen, and all contrasts, with PARVIS_FULL=1.
 */
export function visits(index: number, bothThemes = false): Visit[] {
  if (process.env.PARVIS_FULL === '1') {
    const looks = themes.flatMap((theme) => widths.map((width) => ({ theme, width })))
    return languages.map((lang) => ({ lang, looks, colours: true }))
  }
  const width = widths[(index + Math.floor(index / 3)) % 3]!
  const colours = bothThemes || Math.floor(index / 2) % 2 === 0
  const looks = (bothThemes ? themes : [themes[index % 2]!]).map((theme) => ({ theme, width }))
  return [{ lang: languages[index % 3]!, looks, colours }]
}

/** Resolves once no colour is on its way to another, of which axe would measure the middle. */
const still = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const roots = (root: Document | ShadowRoot): (Document | ShadowRoot)[] => {
      const inside = [...root.querySelectorAll('*')].flatMap((one) => one.shadowRoot ?? [])
      return [root, ...inside.flatMap(roots)]
    }
    const moving = roots(document).flatMap((root) => root.getAnimations())
    await Promise.allSettled(moving.filter((one) => one instanceof CSSTransition).map((one) => one.finished))
  })

/** Looks at an open screen in each of the visit's ways; `dress` changes the page's theme. */
export async function lookAt(
  page: Page,
  { looks, colours }: Visit,
  dress: (theme: Theme) => Promise<void>,
): Promise<void> {
  for (const { theme, width } of looks) {
    await page.setViewportSize({ width, height: 900 })
    await dress(theme)
    await still(page)
    const where = `${theme}, ${width} px`
    expect(await violations(page, colours), where).toEqual([])
    expect(await overflow(page), where).toBeLessThanOrEqual(0)
    expect(await outOfReach(page), where).toEqual([])
    if (width > 360) continue
    await page.setViewportSize({ width: 320, height: 640 })
    expect(await overflow(page), `${theme}, 320 px`).toBeLessThanOrEqual(0)
    expect(await outOfReach(page), `${theme}, 320 px`).toEqual([])
    await page.setViewportSize({ width, height: 900 })
  }
}
