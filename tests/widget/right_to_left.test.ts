import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { overflow } from '../support/axe.ts'
import { openStage, type Stage } from '../support/browser.ts'
import type { Community } from '../support/community.ts'
import { eventually } from '../support/eventually.ts'
import { outOfOrder } from '../support/reading.ts'
import { type View, views, widgetWords } from '../support/widget_views.ts'

// `dir="rtl"` on the tag: everything is mirrored, and nothing gets wider than the window.

let stage: Stage
let community: Community

beforeAll(async () => {
  stage = await openStage()
  community = await stage.furnished()
})

/** Where the first things that one sees begin and end, from the left edge of the widget, once no more of them come. */
async function places(page: Page) {
  for (let last = await placesNow(page); ; ) {
    await page.waitForTimeout(250)
    const now = await placesNow(page)
    if (now.length === last.length) return now
    last = now
  }
}

const placesNow = (page: Page) =>
  page.evaluate(() => {
    const all = (root: ParentNode): Element[] =>
      [...root.querySelectorAll('*')].flatMap((one) =>
        one.shadowRoot ? [one, ...all(one.shadowRoot)] : [one],
      )
    const board = document.querySelector('parvis-board')!
    const { left, width } = board.getBoundingClientRect()
    const boxes = all(board.shadowRoot!).filter((one) =>
      one.matches('h2, h3, .me, .tabs a, .vote, .av, form'),
    )
    return boxes
      .filter((one) => one.checkVisibility() && one.getBoundingClientRect().width > 0)
      .map((one) => {
        const box = one.getBoundingClientRect()
        return {
          what: `${one.localName}.${one.className}`,
          from: box.left - left,
          to: left + width - box.right,
        }
      })
  })

const walked = [
  'the board of a member',
  'a thread',
  'a new idea, with what is alike, and what is missing',
  'the roadmap',
  'one’s notifications',
  'one’s settings',
  'the report of a post',
  'a member’s page',
  'what a search finds',
]

async function shown(view: View, dir: string, width: number) {
  stage.clock.move(20)
  const screen = await stage.widget(
    community.site,
    { as: view.as && { sub: view.as }, path: view.path(community), tag: { dir } },
    { viewport: { width, height: 900 } },
  )
  await view.act?.(screen.page, await widgetWords('en'))
  await screen.settled()
  return screen.page
}

test.each(walked)(
  'wid-B02, wid-B07, wid-C19: from right to left %s is mirrored, wide and at 320 px',
  async (name) => {
    const view = views.find((one) => one.name === name)!
    const original = await shown(view, 'ltr', 1280)
    const plain = await places(original)
    expect(await outOfOrder(original), 'wid-B02').toEqual([])
    await original.setViewportSize({ width: 320, height: 640 })
    expect(await outOfOrder(original), 'wid-B02, 320 px').toEqual([])
    const page = await shown(view, 'rtl', 1280)
    const mirrored = await places(page)
    expect(await outOfOrder(page), 'wid-B02').toEqual([])
    expect(plain.length).toBeGreaterThan(2)
    expect(mirrored.map((one) => one.what)).toEqual(plain.map((one) => one.what))
    const off = mirrored.filter(
      (one, index) => Math.abs(one.to - plain[index]!.from) > 2 || Math.abs(one.from - plain[index]!.to) > 2,
    )
    expect(off).toEqual([])
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    for (const select of await page.locator('.menu select, select.input').filter({ visible: true }).all())
      expect(
        await select.evaluate((one) => getComputedStyle(one).paddingLeft),
        'room for the caret at the end of the line',
      ).not.toBe('0px')
    const turned = page.locator('.crumb .i')
    for (const arrow of await turned.all())
      expect(await arrow.evaluate((one) => getComputedStyle(one).transform), 'the arrow back').toMatch(
        /matrix\(-1/,
      )
    expect(await turned.count()).toBe(/^(the board|the roadmap|what a search)/.test(name) ? 0 : 1)
    await page.setViewportSize({ width: 320, height: 640 })
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    expect(await outOfOrder(page), 'wid-B02, 320 px').toEqual([])
  },
)

test('how old a thread is reads from the left in English, also where the page reads from the right', async () => {
  const board = views.find((one) => one.name === 'the board of a member')!
  const page = await shown(board, 'rtl', 1280)
  const age = page.locator('parvis-threads time').first()
  // "7 minutes": the first character is left of the last.
  await eventually(() =>
    age.evaluate((time) => {
      const walk = document.createTreeWalker(time, NodeFilter.SHOW_TEXT)
      const texts: Text[] = []
      while (walk.nextNode()) if (walk.currentNode.nodeValue!.trim()) texts.push(walk.currentNode as Text)
      const leftOf = (text: Text, at: number) => {
        const range = document.createRange()
        range.setStart(text, at)
        range.setEnd(text, at + 1)
        return range.getBoundingClientRect().left
      }
      const last = texts.at(-1)!
      return leftOf(texts[0]!, 0) < leftOf(last, last.length - 1)
    }),
  ).toBe(true)
})
