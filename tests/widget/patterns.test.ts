import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import thread from '../../widget/translations/en/thread.ts'
import { alike } from '../support/alike.ts'
import { openStage, type Stage } from '../support/browser.ts'
import type { Community } from '../support/community.ts'
import { eventually } from '../support/eventually.ts'
import { inside, type Seen } from '../support/inside.ts'
import { focused, tabTo } from '../support/keyboard.ts'
import { views, widgetWords } from '../support/widget_views.ts'

// The patterns of the ARIA Authoring Practices and of WCAG 2.2 that axe cannot judge, each by its line.

let stage: Stage
let community: Community

beforeAll(async () => {
  stage = await openStage()
  community = await stage.furnished()
})

/** Opens a view; in a `window` of a name where the tests only look. */
async function shown(name: string, as = views.find((one) => one.name === name)!.as, window?: string) {
  const view = views.find((one) => one.name === name)!
  stage.clock.move(20)
  const screen = await stage.widget(
    community.site,
    { as: as && { sub: as }, path: view.path(community) },
    { window },
  )
  await view.act?.(screen.page, await widgetWords('en'))
  await screen.settled()
  await screen.idle()
  return screen.page
}

const names = (all: Seen[]) => all.map((one) => one.name)

/** What holds on every screen. */
async function everywhere(page: Page) {
  const [roots, regions, live] = await Promise.all([
    inside(page, '.root'),
    inside(page, 'section[aria-label], main, [role=main], [role=banner]'),
    inside(page, '[role=status], [role=log], [aria-live]:not([aria-live=off]), output'),
  ])
  expect(roots[0]!.attributes.lang, 'wid-B22: the language is said').toBe('en')
  expect(regions[0]!.attributes['aria-label'], 'wid-A20: a named section').toMatch(/\w/)
  expect(
    regions.filter((one) => one.tag !== 'section'),
    'wid-A20: no landmark of a page',
  ).toEqual([])
  // What is behind a modal dialog is inert, so that has one of its own.
  const open = (await inside(page, 'dialog')).length
  const inDialog = live.filter((one) => one.above.includes('dialog'))
  expect(live.length - inDialog.length, 'wid-A14: one live region').toBe(1)
  expect(inDialog.length, 'wid-A14: one live region in what is open').toBe(open)
  expect(await alike(page), 'wid-B16: no two of one name that do different things').toEqual([])
  const headings = await inside(page, 'h1, h2, h3, h4')
  expect(headings[0]!.tag, 'wid-A19: the outline begins below the page’s own').toBe('h2')
  expect(headings.filter((one) => one.tag === 'h1')).toEqual([])
  // What a list of people to mention is held to, mentions.test.ts shows.
  const patterns = await inside(page, '[role=combobox], [role=listbox], [role=feed], [role=tab], [role=menu]')
  expect(
    patterns.filter((one) => one.attributes.id !== 'mentions'),
    'wid-A01, wid-A07, wid-A08: no pattern half done',
  ).toEqual([])
  for (const one of await inside(page, 'time')) {
    expect(one.attributes.datetime, 'wid-A17').toMatch(/^\d{4}-\d\d-\d\d/)
    expect(one.attributes.title ?? one.text, 'wid-A17: the full date').toMatch(/\d{4}/)
  }
  for (const one of await inside(page, 'img.av')) expect(one.attributes.alt, 'wid-A18').toBe('')
  for (const one of await inside(page, 'span.av'))
    expect(one.attributes['aria-hidden'], 'wid-A18').toBe('true')
  const small = (
    await inside(page, 'button, a.btn, a.ico, select, input:not([type=radio], [type=checkbox])')
  ).filter((one) => one.width < 24 || (one.height < 24 && !one.above.includes('p')))
  expect(small, 'wid-B21: 24 × 24 px').toEqual([])
  for (const one of await inside(page, 'button[aria-label], a[aria-label]'))
    if (one.text)
      expect(one.attributes['aria-label']!.toLowerCase(), 'wid-B19').toContain(one.text.toLowerCase())
}

test.each(views.map(({ name, as }) => [name, as] as const))(
  'wid-A01, wid-A06, wid-A07, wid-A08, wid-A14, wid-A17, wid-A18, wid-A19, wid-A20, wid-B16, wid-B19, wid-B21, wid-B22: %s keeps to what holds on every screen',
  async (name, as) => {
    const page = await shown(name, as, as ?? 'nobody')
    await everywhere(page)
    const tabs = await inside(page, 'nav.tabs a')
    if (/^(the board|the roadmap)/.test(name)) expect(tabs.length).toBeGreaterThan(1)
    if (tabs.length)
      expect(
        tabs.filter((one) => one.attributes['aria-current'] === 'page'),
        'wid-A06',
      ).toHaveLength(1)
    expect(
      tabs.every((one) => one.attributes.href),
      'wid-A06: they are links',
    ).toBe(true)
  },
)

test('wid-A03, wid-A11, wid-A12, wid-B04, wid-B16: a thread says by its structure what it shows', async () => {
  const page = await shown('a thread', 'ben')
  await everywhere(page)
  const nested = (await inside(page, 'li.item')).filter(
    (one) => one.above.filter((tag) => /^[ou]l$/.test(tag)).length > 1,
  )
  expect(nested.length, 'wid-A03: a list within the list').toBeGreaterThan(0)
  const unlike = names(await inside(page, 'button[aria-label]')).filter((one) => /^(Reply|Quote)\b/.test(one))
  expect(unlike.length).toBeGreaterThan(1)
  for (const name of unlike.filter((one) => one.startsWith('Reply')))
    expect(name, 'wid-B16: whom one replies to').toMatch(/^Reply to \w/)
  for (const pill of await inside(page, '.pill'))
    expect(pill.text, 'wid-B04: a word, not only a colour').toMatch(/\w/)
  const drawn = () => page.locator('.vote path').first().getAttribute('d')
  const before = await drawn()
  await page.locator('.vote').first().click()
  await eventually(drawn).not.toBe(before)
  await page.locator('.vote').first().click()
  await eventually(drawn).toBe(before)

  const more = page.getByRole('button', { name: thread.more('Ben Okafor') }).first()
  await more.focus()
  await page.keyboard.press('Enter')
  expect(await more.getAttribute('aria-expanded'), 'wid-A11').toBe('true')
  await page.keyboard.press('Tab')
  expect((await focused(page)).name).toBe(thread.copy)
  await page.keyboard.press('Escape')
  expect(await more.getAttribute('aria-expanded')).toBe('false')
  expect((await focused(page)).name, 'wid-A11: the focus comes back').toBe(thread.more('Ben Okafor'))

  const tools = page.getByRole('toolbar').first()
  expect(await tools.getAttribute('aria-label'), 'wid-A12').toMatch(/\w/)
  const buttons = tools.getByRole('button')
  expect(
    await buttons.evaluateAll((all) => all.filter((one) => (one as HTMLElement).tabIndex === 0).length),
    'wid-A12: one stop',
  ).toBe(1)
  await buttons.first().focus()
  const first = (await focused(page)).name
  await page.keyboard.press('ArrowRight')
  expect((await focused(page)).name, 'wid-A12: arrows move').not.toBe(first)
  await tabTo(page, thread.yourReply)
  await page.keyboard.press('Tab')
  expect((await focused(page)).name, 'wid-A12: Tab is free').not.toBe(thread.yourReply)
})

test('wid-A02, wid-A09, wid-A10, wid-B01, wid-B12, wid-B23: a list is gone through by keyboard, and does nothing by itself', async () => {
  const site = await stage.site()
  const anna = await site.member('Anna', { sub: 'anna' })
  const body = '![Three bikes at the depot](https://pictures.example/a.png)'
  await site.idea(anna, { title: 'Wish of the week 1', body })
  for (let number = 2; number <= 23; number++) await site.idea(anna, { title: `Wish of the week ${number}` })
  const { page } = await stage.widget(site, {}, { viewport: { width: 400, height: 900 } })
  const more = page.getByRole('button', { name: /^Show \d+ more/ })
  const before = (await inside(page, 'h3 a')).length
  await more.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('status').filter({ hasText: '3 more' }).waitFor({ state: 'attached' })
  const titles = names(await inside(page, 'h3 a'))
  expect(titles.length).toBe(before + 3)
  await eventually(async () => (await focused(page)).name).toBe(titles[before])

  const filters = page.getByRole('button', { name: 'Filters' })
  await filters.focus()
  for (const [key, open] of [
    ['Enter', 'true'],
    ['Space', 'false'],
    ['Enter', 'true'],
  ] as const) {
    await page.keyboard.press(key)
    await eventually(() => filters.getAttribute('aria-expanded')).toBe(open)
  }
  expect(
    (await inside(page, 'select')).every((one) => one.name !== ''),
    'wid-A09: named',
  ).toBe(true)
  const place = page.url()
  await page.getByRole('combobox', { name: 'Status' }).focus()
  await page.getByRole('searchbox').focus()
  await page.locator('body').click({ position: { x: 2, y: 2 } })
  for (const key of 'jkne?/') await page.keyboard.press(key)
  expect(page.url(), 'wid-B12, wid-B23').toBe(place)
  expect(await page.getByRole('dialog').count()).toBe(0)
  await page.goto(`${new URL(page.url()).origin}${new URL(page.url()).pathname}?parvis=/t/1`)
  const picture = page.locator('.prose').getByRole('link', { name: 'Three bikes at the depot' })
  await picture.waitFor()
  expect(await page.locator('.prose img').count(), 'wid-B01: its words stand for a picture').toBe(0)
})

test('wid-B03, wid-B26, wid-B27, wid-B28: who signs in is asked once, by fields that say what they want and let one paste', async () => {
  const page = await shown('the code of the sign-in')
  const [code] = await inside(page, 'input.code')
  expect(code!.attributes.autocomplete, 'wid-B28').toBe('one-time-code')
  expect(code!.name, 'wid-B26: a label that is seen').toMatch(/\w/)
  expect(await inside(page, 'input[type=email]'), 'wid-B27: not asked again').toEqual([])
  const field = page.locator('input.code')
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.evaluate(() => navigator.clipboard.writeText('12 34'))
  await field.focus()
  await page.keyboard.press('ControlOrMeta+v')
  expect(await field.inputValue(), 'wid-B28: pasting').toMatch(/12.?34/)
  await page.keyboard.press('Escape')
  const other = await shown('the sign-in')
  const [email] = await inside(other, 'input[type=email]')
  expect(email!.attributes, 'wid-B03').toMatchObject({ autocomplete: 'email', 'aria-invalid': 'true' })
})

test('wid-B24: what every screen offers stands in one order on each, and no screen has help that others lack', async () => {
  const orders: string[][] = []
  for (const name of ['the board', 'a board without votes', 'the roadmap', 'a thread', 'the sign-in']) {
    const page = await shown(name)
    const everyScreen = (await inside(page, '.me button, .me a, nav.tabs a')).map((one) => one.text)
    if (everyScreen.length) orders.push(everyScreen)
    const asking = await inside(page, 'a[href^="mailto:"], a[href^="tel:"], a[href*="support"], [rel~=help]')
    expect(asking, `a way to ask for help on ${name} belongs on all, in one place`).toEqual([])
  }
  expect(orders.length).toBeGreaterThan(2)
  expect(orders[0]!.length).toBeGreaterThan(3)
  for (const order of orders) expect(order).toEqual(orders[0])
})
