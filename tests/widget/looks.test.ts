import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import words from '../../widget/translations/en/thread.ts'
import { overflow, violations } from '../support/axe.ts'
import { openStage, type Stage } from '../support/browser.ts'
import { comeTo } from '../support/come_to.ts'
import type { Community } from '../support/community.ts'
import { misfits } from '../support/fits.ts'
import { inside } from '../support/inside.ts'
import { outOfReach } from '../support/reach.ts'
import { doubleText, spaceText } from '../support/text_wishes.ts'
import { views, widgetWords } from '../support/widget_views.ts'

// What a reader or a host may ask of how it looks: other colours, larger and wider text, print, little room.

let stage: Stage
let community: Community

beforeAll(async () => {
  stage = await openStage()
  community = await stage.furnished()
})

const thread = () => `/t/${community.idea}`
const opened = async (css: string, path = thread(), width = 1280) => {
  stage.clock.move(20)
  const body = (tag: string) => `<main><h1>A company</h1>${tag}</main>`
  return stage.widget(
    community.site,
    { css, path, as: { sub: 'anna' }, body },
    { viewport: { width, height: 900 } },
  )
}

/** How far a colour is from the ground behind it, as WCAG counts it. */
const contrast = (page: Page, selector: string, property: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((one, property) => {
      const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })!
      const luminance = (colour: string) => {
        canvas.fillStyle = colour
        canvas.fillRect(0, 0, 1, 1)
        const [r = 0, g = 0, b = 0] = [...canvas.getImageData(0, 0, 1, 1).data]
          .map((part) => part / 255)
          .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
        return 0.2126 * r + 0.7152 * g + 0.0722 * b
      }
      const root =
        one.closest('.root') ?? document.querySelector('parvis-board')!.shadowRoot!.querySelector('.root')!
      const surface = document.createElement('i')
      surface.style.background = 'var(--surface)'
      root.append(surface)
      const both = [
        getComputedStyle(one).getPropertyValue(property),
        getComputedStyle(surface).backgroundColor,
      ]
      surface.remove()
      const [light, dark] = both.map(luminance).sort((a, b) => b - a)
      return (light! + 0.05) / (dark! + 0.05)
    }, property)

test.each([
  ['yellow', 'light'],
  ['#000', 'dark'],
  ['#fff', 'light'],
  ['#00f', 'dark'],
])('wid-B05, wid-B08: an accent of %s still reads on a %s page', async (accent, theme) => {
  const ground = theme === 'dark' ? 'html { background: #16181c; color: #e7e9ec; color-scheme: dark }' : ''
  const faults = async (page: Page) =>
    (await violations(page, true)).filter((line) => line.includes('parvis-board'))
  for (const path of ['/', thread(), '/?q=rounds']) {
    const { page } = await opened(`${ground} parvis-board { --parvis-accent: ${accent} }`, path)
    await page.locator(`parvis-board .root[style*="color-scheme: ${theme}"]`).waitFor()
    expect(await faults(page), path).toEqual([])
    const line = path === thread() ? '.vote' : '.field'
    expect(await contrast(page, line, 'border-top-color'), `wid-B08: ${line}`).toBeGreaterThanOrEqual(3)
    if (path !== thread()) continue
    await page.getByRole('button', { name: words.edited }).first().click()
    await page.getByRole('dialog').locator('del').first().waitFor()
    expect(await faults(page), words.history.title).toEqual([])
  }
})

test.each([
  'html { background: #f3f0e6 }',
  'html { background: #d9d4c4 }',
  'html { background: #c8c8c8 }',
  'html { background: #9a9a9a }',
  'html { background: #5a6b7a; color: #fff }',
  'html { background: #2d3748; color: #fff }',
  'html { background: #ffd400 }',
  'parvis-board { --parvis-surface: #808080 }',
  'parvis-board { --parvis-surface: #ffd400; --parvis-accent: #ffb000 }',
  'parvis-board { --parvis-text: #999 }',
  'html { background: #16181c } parvis-board { --parvis-text: #666 }',
])('wid-B05: all text reads where the host says “%s”', async (css) => {
  for (const path of ['/', thread()]) {
    const { page } = await opened(css, path)
    await page.locator('parvis-board .root[style*="color-scheme"]').waitFor()
    const faults = (await violations(page, true)).filter((line) => line.includes('parvis-board'))
    expect(faults, path).toEqual([])
    expect(
      await contrast(page, path === '/' ? '.field' : '.vote', 'border-top-color'),
    ).toBeGreaterThanOrEqual(3)
  }
})

test('on a page that is light or dark the widget has no ground of its own, and on any other it stands on a tint of the page’s', async () => {
  const ground = async (css: string) => {
    const { page } = await opened(css, '/')
    const root = page.locator('parvis-board .root')
    return root.evaluate((one) => getComputedStyle(one).backgroundColor)
  }
  for (const light of ['#fff', '#f3f0e6', '#f5f5f5', '#16181c', '#0d1117'])
    expect(await ground(`html { background: ${light} }`), light).toBe('rgba(0, 0, 0, 0)')
  expect(await ground('html { background: #d9d4c4 }')).toMatch(/^oklch\(0\.95 /)
  expect(await ground('html { background: #5a6b7a }')).toMatch(/^oklch\(0\.3 /)
})

test('wid-C09, wid-C11: a host hides the tag as it hides anything, and shows it again', async () => {
  const { page } = await opened('.away { display: none } .flex { display: flex }', '/')
  const board = page.locator('parvis-board')
  const display = () => board.evaluate((one) => getComputedStyle(one).display)
  expect(await display()).toBe('block')
  for (const way of ['style', 'class', 'hidden'] as const) {
    // A style, as Vue’s `v-show` and React’s `style` give it.
    const hide = (away: boolean) =>
      board.evaluate(
        (one, [way, away]) => {
          if (way === 'style') one.style.display = away ? 'none' : ''
          else if (way === 'class') one.classList.toggle('away', away)
          else (one as HTMLElement).hidden = away
        },
        [way, away] as const,
      )
    await hide(true)
    expect(await board.isVisible(), way).toBe(false)
    await hide(false)
    expect(await board.isVisible(), way).toBe(true)
  }
})

test('wid-B06, wid-B09, wid-C11, wid-C13: with larger and wider text, and in little room, nothing is lost', async () => {
  for (const path of ['/', thread(), '/me/settings', '/?q=rounds']) {
    const { page } = await opened(
      `.wide parvis-board::part(root) { letter-spacing: .12em; word-spacing: .16em; line-height: 1.5 }
       .small main { width: 280px }
       body { font-family: "Courier New", monospace; margin: 0 }`,
      path,
    )
    const set = (name: string, zoom = '') =>
      page.evaluate(
        ([name, zoom]) => {
          document.documentElement.className = name!
          document.documentElement.style.zoom = zoom!
        },
        [name, zoom],
      )
    await set('', '2')
    expect(await overflow(page), `${path}, wid-B06`).toBeLessThanOrEqual(0)
    await set('wide')
    await page.setViewportSize({ width: 320, height: 900 })
    const [heading] = await inside(page, 'h2')
    expect(heading!.width).toBeGreaterThan(0)
    const spacing = page.locator('parvis-board h2').filter({ visible: true }).first()
    expect(await spacing.evaluate((one) => getComputedStyle(one).wordSpacing), 'wid-B09').not.toBe('0px')
    expect(await overflow(page), `${path}, wid-B09`).toBeLessThanOrEqual(0)
    await page.setViewportSize({ width: 1280, height: 900 })
    await set('small')
    const board = page.locator('parvis-board')
    expect(await board.evaluate((one) => one.scrollWidth), `${path}, wid-C13`).toBeLessThanOrEqual(280)
    expect(await spacing.evaluate((one) => getComputedStyle(one).fontFamily), 'wid-C11').toContain('Courier')
    expect(await board.evaluate((one) => getComputedStyle(one).display), 'wid-C11').toBe('block')
    await board.evaluate((one) => one.toggleAttribute('hidden', true))
    expect(await board.isVisible(), 'wid-C09').toBe(false)
  }
})

/** Where text stands in everything that has a height of its own: lists, pills, fields, tools, dialogs. */
const worded = [
  'the board of a member',
  'a thread',
  'a question',
  'a new idea, with what is alike, and what is missing',
  'the roadmap',
  'one’s notifications',
  'one’s settings',
  'what goes and what stays when one is erased',
  'the question before a reply is deleted',
  'the report of a post',
  'the sign-in',
  'what a search finds',
]

test('wid-B06, wid-B09: text that is twice as large, zoomed or by itself, or set wider, is whole on every screen', async () => {
  const words = await widgetWords('en')
  const screen = await stage.screen()
  const { page } = screen
  const font = () =>
    page
      .locator('parvis-board h2')
      .first()
      .evaluate((one) => Number.parseFloat(getComputedStyle(one).fontSize))
  const wrong: string[] = []
  for (const name of worded) {
    const view = views.find((one) => one.name === name)!
    const look = async (how: string) => {
      const found = [...(await misfits(page)), ...(await outOfReach(page))]
      const over = await overflow(page)
      if (over > 0) found.push(`${over} px wider than the window`)
      // The letters in the place of a picture stand for a name that is beside it.
      wrong.push(...found.filter((one) => !/ in span\.av/.test(one)).map((one) => `${name}, ${how}: ${one}`))
      const shots = process.env.PARVIS_SHOTS
      const path = `${shots}/${worded.indexOf(name)} ${how}.png`
      if (shots) await page.screenshot({ path, fullPage: true })
    }
    const zoom = (by: string) =>
      page.evaluate((by) => {
        document.documentElement.style.zoom = by
      }, by)
    await comeTo(view, words, screen, community)
    await screen.settled()
    await zoom('2')
    await look('wid-B06, zoomed')
    await zoom('')
    const spacing = await spaceText(page)
    await look('wid-B09')
    await page.setViewportSize({ width: 320, height: 900 })
    await look('wid-B09, 320 px')
    await page.setViewportSize({ width: 1280, height: 900 })
    await spacing.evaluate((sheet) => {
      sheet.disabled = true
    })
    const size = await font()
    await doubleText(page)
    expect(await font()).toBe(2 * size)
    await look('wid-B06, by itself')
  }
  expect(wrong).toEqual([])
})

test('wid-B18, wid-B31, wid-B32: under a sticky header, in high contrast and on paper it can be read', async () => {
  const header = '<header style="all: unset" id="bar"></header>'
  const { page } = await stage.widget(
    community.site,
    {
      as: { sub: 'anna' },
      css: '#bar { position: fixed !important; inset: 0 0 auto; height: 80px; background: #ccc; display: block !important } parvis-board { --parvis-scroll-margin: 96px }',
      csp: '',
      body: (tag) => `${header}<div style="height: 600px"></div>${tag}<div style="height: 2000px"></div>`,
    },
    { viewport: { width: 1000, height: 700 } },
  )
  const link = page.locator('parvis-threads h3 a').last()
  await link.click()
  const heading = page.locator('parvis-thread h2')
  await heading.waitFor()
  await page.waitForFunction(() => document.activeElement?.localName === 'parvis-board')
  expect((await heading.boundingBox())!.y, 'wid-B18').toBeGreaterThanOrEqual(80)

  await page.goBack()
  const vote = page.locator('parvis-threads .vote[aria-pressed="true"]').first()
  await vote.waitFor()
  await page.emulateMedia({ forcedColors: 'active' })
  const ground = (one: string) =>
    page
      .locator(one)
      .first()
      .evaluate((it) => getComputedStyle(it).backgroundColor)
  expect(await ground('.vote[aria-pressed="true"]'), 'wid-B31').not.toBe(
    await ground('.vote[aria-pressed="false"]'),
  )
  const tab = page.locator('.tabs [aria-current]').first()
  expect(await tab.evaluate((it) => getComputedStyle(it).textDecorationLine), 'wid-B31').toBe('underline')
  await page.emulateMedia({ forcedColors: 'none', media: 'print' })
  expect(await page.locator('parvis-threads h3 a').first().isVisible(), 'wid-B32').toBe(true)
  expect(await inside(page, '.live'), 'wid-B32: nothing that waits for a click').toEqual([])
})

test('wid-C06: moved to another place of the page with a reply half written, it keeps it', async () => {
  const { page } = await opened('')
  const box = page.getByRole('textbox', { name: 'Your reply' })
  await box.fill('We drive back empty.')
  await page.evaluate(() => {
    const aside = document.body.appendChild(document.createElement('aside'))
    aside.append(document.querySelector('parvis-board')!)
  })
  expect(await page.locator('aside parvis-board').count()).toBe(1)
  expect(await box.inputValue()).toBe('We drive back empty.')
})

test('wid-B31: in colours of the system’s choice, one tab alone looks like the one that is shown', async () => {
  const lines = (page: Page) =>
    page
      .locator('.tabs')
      .last()
      .locator('a')
      .evaluateAll((tabs) =>
        tabs.map((tab) => [
          tab.getAttribute('aria-current') !== null && tab.getAttribute('aria-current') !== 'false',
          getComputedStyle(tab).borderBottomWidth,
        ]),
      )
  const seen = async (page: Page) => {
    await page.emulateMedia({ forcedColors: 'active' })
    const all = await lines(page)
    expect(
      all.filter(([current]) => current),
      page.url(),
    ).toEqual([[true, '2px']])
    expect(new Set(all.filter(([current]) => !current).map(([, line]) => line)), page.url()).toEqual(
      new Set(['0px']),
    )
  }
  for (const path of ['/', '/me/posts']) await seen((await opened('', path)).page)
  const { page } = await stage.screen({ javaScriptEnabled: false })
  await page.goto(`${stage.url}s/${community.site.slug}/b/ideas`)
  await seen(page)
})
