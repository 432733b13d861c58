import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { openStage, type Stage } from '../support/browser.ts'
import type { Community } from '../support/community.ts'
import { views, widgetWords } from '../support/widget_views.ts'

// What is not text and must be seen: where a field is, what has the focus, whether one voted. Measured.

let stage: Stage
let community: Community

beforeAll(async () => {
  stage = await openStage()
  community = await stage.furnished()
})

interface Measured {
  what: string
  ratio: number
}

/** How far edges of fields, rings of the focus, and signs of votes are from what is behind them, as WCAG counts it. */
const measure = (page: Page): Promise<Measured[]> =>
  page
    .locator('parvis-board')
    .first()
    .evaluate((board) => {
      const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })!
      const all = (root: ParentNode): HTMLElement[] =>
        [...root.querySelectorAll<HTMLElement>('*')].flatMap((one) =>
          one.shadowRoot ? [one, ...all(one.shadowRoot)] : [one],
        )
      const above = (one: Element): Element | null =>
        one.parentElement ?? ((one.getRootNode() as ShadowRoot).host as Element | undefined) ?? null
      /** Colours painted one over the other, the lowest first. */
      const luminance = (colours: string[]) => {
        for (const colour of ['#fff', ...colours]) {
          canvas.fillStyle = colour
          canvas.fillRect(0, 0, 1, 1)
        }
        const [r = 0, g = 0, b = 0] = [...canvas.getImageData(0, 0, 1, 1).data]
          .map((part) => part / 255)
          .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
        return 0.2126 * r + 0.7152 * g + 0.0722 * b
      }
      const grounds = (one: Element | null): string[] =>
        one ? [...grounds(above(one)), getComputedStyle(one).backgroundColor] : []
      const ratio = (colour: string, behind: string[]) => {
        const [light, dark] = [luminance([...behind, colour]), luminance(behind)].sort((a, b) => b - a)
        return (light! + 0.05) / (dark! + 0.05)
      }
      const near = (one: Element) => [one, above(one), above(above(one)!)].filter((box) => !!box)
      const edge = (one: Element) => {
        const box = near(one).find((box) => Number.parseFloat(getComputedStyle(box).borderTopWidth) > 0)
        // One without an edge is a word: it is seen by that.
        return box
          ? ratio(getComputedStyle(box).borderTopColor, grounds(above(box)))
          : ratio(getComputedStyle(above(one)!).color, grounds(one))
      }
      const ring = (one: HTMLElement) => {
        one.focus()
        const rings = near(one).flatMap((box) => {
          const { boxShadow } = getComputedStyle(box)
          const colours = boxShadow.match(/(?:rgba?|oklch|oklab|color|lab)\([^)]*\)(?=[^,]*(?:,|$))/g) ?? []
          return colours.map((colour) => ratio(colour, grounds(above(box))))
        })
        return Math.max(0, ...rings)
      }
      // What a modal dialog has made inert is not there to be used.
      const modal = all(board.shadowRoot!).find((one) => one.matches('dialog:modal'))
      const seen = all((modal?.getRootNode() as ShadowRoot) ?? board.shadowRoot!).filter((one) =>
        one.checkVisibility(),
      )
      const name = (one: Element) =>
        `${one.localName}.${one.className} ${one.ariaLabel ?? one.textContent?.trim().slice(0, 20)}`
      const native = '[type=checkbox], [type=radio], [type=file]'
      return [
        ...seen
          .filter((one) => one.matches(`input:not(${native}), select, textarea`))
          .map((one) => ({ what: `the edge of ${name(one)}`, ratio: edge(one) })),
        ...seen
          .filter((one) => one.matches('input, select, textarea, .vote, .btn') && !one.matches(':disabled'))
          .map((one) => ({ what: `the ring of ${name(one)}`, ratio: ring(one) })),
        ...seen
          .filter((one) => one.matches('.vote'))
          .flatMap((one) => [
            { what: `the edge of ${name(one)}`, ratio: edge(one) },
            {
              what: `the sign of ${name(one)}`,
              ratio: ratio(getComputedStyle(one.querySelector('svg')!).stroke, grounds(one)),
            },
          ]),
      ]
    })

const looked = [
  'the board of a member',
  'a thread of one’s own, being edited',
  'a reply with an image, and one that cannot be taken',
  'the report of a post',
  'a new idea, with what is alike, and what is missing',
  'one’s votes',
  'one’s settings',
  'the sign-in',
  'the code of the sign-in',
  'the way in of a guest',
]

test.each(looked.flatMap((name) => (['light', 'dark'] as const).map((theme) => [name, theme] as const)))(
  'wid-B08: edges of fields, rings of the focus and signs of votes are seen (%s, %s)',
  async (name, theme) => {
    const view = views.find((one) => one.name === name)!
    stage.clock.move(20)
    const { page } = await stage.widget(community.site, {
      as: view.as && { sub: view.as },
      path: view.path(community),
      tag: { theme },
    })
    await page.locator(`parvis-board .root[style*="color-scheme: ${theme}"]`).waitFor()
    await view.act?.(page, await widgetWords('en'))
    await page.keyboard.press('Shift+Tab')
    const measured = await measure(page)
    expect(measured.length).toBeGreaterThan(1)
    expect(measured.filter(({ ratio }) => ratio < 3)).toEqual([])
  },
)
