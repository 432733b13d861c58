import type { Page } from 'playwright-core'
import { beforeEach, expect, test } from 'vitest'
import acts from '../../widget/translations/en/acts.ts'
import { lookAt, visits } from '../support/axe.ts'
import { openStage, type Stage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import { listening } from '../support/listening.ts'
import type { Person, TestSite } from '../support/world.ts'

// What others do shows while one reads, and moves nothing of what is being read.

const stage: Stage = await openStage()
let site: TestSite
let anna: Person
let idea: number

beforeEach(async () => {
  site = await stage.site()
  anna = await site.member('Anna', { sub: 'anna' })
  for (let number = 1; number <= 12; number++) await site.idea(anna, { title: `Wish ${number}`, tags: [] })
  idea = await site.idea(anna, { title: 'Rounds that end at another depot' })
  for (let number = 1; number <= 6; number++) await site.reply(anna, idea, `Reply ${number}`)
})

const moving = { reducedMotion: 'no-preference' } as const

/** Where everything that can be read stands. */
const places = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = []
    const walk = (root: ParentNode) => {
      for (const node of root.querySelectorAll('*')) {
        if (node.shadowRoot) walk(node.shadowRoot)
        if (!node.matches('h2, h3, p, li, textarea, time') || node.matches('.vh') || !node.checkVisibility())
          continue
        const { x, y, width, height } = node.getBoundingClientRect()
        found.push(`${node.tagName} ${x} ${y} ${width} ${height} ${node.textContent?.trim().slice(0, 40)}`)
      }
    }
    walk(document)
    return found
  })

const follow = async (path: string, more: object = {}) =>
  listening(await stage.widget(site, { path, ...more }, moving))
const pill = (page: Page, name: string) => page.locator('.live').getByRole('button', { name, exact: true })
const votes = (page: Page, title: string) =>
  page.getByRole('button', { name: new RegExp(`Vote for “${title}`) }).first()
const focused = (page: Page) =>
  page.evaluate(() => {
    let active = document.activeElement
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
    return active?.textContent?.trim() ?? ''
  })

test('wid-A14: two people see each other’s vote and reply within a second, and nothing moves', async () => {
  const path = `/t/${idea}`
  const one = await follow(path, { as: { sub: 'one', name: 'One' } })
  const two = await follow(path, { as: { sub: 'two', name: 'Two' } })
  await eventually(() => stage.world.live.open).toBe(2)
  await one.idle()
  await two.idle()
  const before = await places(two.page)

  const button = votes(one.page, 'Rounds')
  await button.click()
  let begun = performance.now()
  await two.page
    .getByRole('button', { name: /Rounds.*2 votes/ })
    .first()
    .waitFor()
  expect(performance.now() - begun).toBeLessThan(1000)

  await one.page.getByRole('textbox', { name: 'Your reply' }).fill('From the other window')
  await one.page.getByRole('button', { name: 'Reply', exact: true }).last().click()
  begun = performance.now()
  await pill(two.page, '1 new reply').waitFor()
  expect(performance.now() - begun).toBeLessThan(1000)
  expect(await two.page.getByText('From the other window').count()).toBe(0)
  const kept = (list: string[]) => list.filter((line) => !/\dvotes?$/.test(line.replace(/\s/g, '')))
  expect(kept(await places(two.page))).toEqual(kept(before))
  // Who wrote it is not told of it.
  await eventually(() => one.page.getByText('From the other window').count()).toBe(1)
  expect(await one.page.locator('.live button').count()).toBe(0)

  // By keyboard.
  await pill(two.page, '1 new reply').focus()
  await two.page.keyboard.press('Enter')
  await eventually(() => focused(two.page)).toContain('From the other window')
  expect(await two.page.locator('.live button').count()).toBe(0)
})

test('in a list counts change in place, and new ideas wait until they are asked for', async () => {
  const screen = await follow('/')
  const { page } = screen
  await screen.idle()
  const before = await places(page)
  await site.put(`threads/${idea}/vote`, undefined, await site.member())
  await site.reply(anna, idea, 'One more')
  await page.getByRole('button', { name: /Rounds.*2 votes/ }).waitFor()
  await page.getByText('7 replies').waitFor()
  await site.idea(anna, { title: 'The first that came' })
  await site.idea(anna, { title: 'The second that came' })
  // Of another board nothing is said here.
  await site.idea(anna, { board: 'help', kind: 'question', title: 'Elsewhere' })
  await pill(page, '2 new ideas').waitFor()
  await eventually(() => page.getByRole('status').first().textContent()).toMatch(/^\d\snew ideas?$/)
  expect(await places(page)).toEqual(before.map((line) => line.replace(' 1Rounds', ' 2Rounds')))
  await pill(page, '2 new ideas').focus()
  await page.keyboard.press('Enter')
  await eventually(() => focused(page)).toBe('The second that came')
  expect(await page.locator('h3').allTextContents()).toEqual(
    expect.arrayContaining(['The second that came', 'The first that came']),
  )
  expect((await page.locator('h3').allTextContents()).slice(0, 2)).toEqual([
    'The second that came',
    'The first that came',
  ])
  expect(await page.locator('.live button').count()).toBe(0)
})

test('where more ideas come than are put on top, it says more than so many, and the list begins anew with the newest', async () => {
  const screen = await follow('/')
  const { page } = screen
  await screen.idle()
  for (let number = 1; number <= 102; number++) await site.idea(anna, { title: `Late ${number}`, tags: [] })
  await pill(page, '100 new ideas').waitFor({ state: 'detached' })
  await pill(page, acts.moreThan(acts.fresh.idea(100))).focus()
  await page.keyboard.press('Enter')
  await eventually(() => focused(page)).toBe('Late 102')
  expect(await page.locator('.live button').count()).toBe(0)
  expect(await page.locator('h3').allTextContents()).toEqual(
    Array.from({ length: 20 }, (_, index) => `Late ${102 - index}`),
  )
  // The rest of them is below.
  await page.getByRole('button', { name: /^Show .* more/ }).click()
  await eventually(() => page.locator('h3').count()).toBe(40)
  expect((await page.locator('h3').allTextContents()).at(-1)).toBe('Late 63')
})

test('more ideas than the list had, that came while somebody was away for long, are all there once they are asked for', async () => {
  const screen = await follow('/?sort=new')
  const { page } = screen
  await page.getByText('13 of 13').waitFor()
  await screen.idle()
  await page.getByRole('button', { name: acts.live.pause }).click()
  await eventually(() => stage.world.live.open).toBe(0)
  for (let number = 1; number <= 16; number++) await site.idea(anna, { title: `Late ${number}`, tags: [] })
  // So long that the server does not tell again what happened.
  stage.clock.move(3700)
  await page.getByRole('button', { name: acts.live.resume }).click()
  await pill(page, acts.moreThan(acts.fresh.idea(13))).click()
  await eventually(() => focused(page)).toBe('Late 16')
  expect((await page.locator('h3').allTextContents()).slice(0, 17)).toEqual([
    ...Array.from({ length: 16 }, (_, index) => `Late ${16 - index}`),
    'Rounds that end at another depot',
  ])
})

test('statuses and official answers wait likewise, in the list and in the thread', async () => {
  const product = await site.staff('product')
  const [list, thread] = [await follow('/'), await follow(`/t/${idea}`)]
  await eventually(() => stage.world.live.open).toBe(2)
  await Promise.all([list.idle(), thread.idle()])
  const before = [await places(list.page), await places(thread.page)]
  await site.put(`threads/${idea}/status`, { status: 'planned', note: 'In spring.' }, product)
  await pill(list.page, '1 change').waitFor()
  await pill(thread.page, '1 change').waitFor()
  expect([await places(list.page), await places(thread.page)]).toEqual(before)
  await pill(list.page, '1 change').click()
  await list.page.locator('li', { hasText: 'Rounds' }).getByText('Planned').waitFor()
  await pill(thread.page, '1 change').click()
  await thread.page.getByText('In spring.').waitFor()
  expect(await thread.page.locator('.live button').count()).toBe(0)
})

test('in another language, as a native says it', async () => {
  const french = await follow(`/t/${idea}`, { lang: 'fr' })
  const german = await follow('/', { lang: 'de' })
  await eventually(() => stage.world.live.open).toBe(2)
  await Promise.all([french.idle(), german.idle()])
  await site.reply(anna, idea, 'Une')
  await site.reply(anna, idea, 'Deux')
  await site.idea(anna, { title: 'Noch eine' })
  await pill(french.page, '2 nouvelles réponses').waitFor()
  await pill(german.page, '1 neue Idee').waitFor()
})

test('wid-B13: who pauses it sees nothing change, on this page and the next; resumed, it catches up', async () => {
  const screen = await follow('/')
  const { page } = screen
  await screen.idle()
  await page.getByRole('button', { name: acts.live.pause }).focus()
  const before = await places(page)
  await page.keyboard.press('Enter')
  await page.getByRole('status').filter({ hasText: acts.live.paused }).waitFor({ state: 'attached' })
  expect(await focused(page), 'the same button resumes').toBe('')
  expect(await page.locator('.pause').first().getAttribute('aria-label')).toBe(acts.live.resume)
  await eventually(() => stage.world.live.open).toBe(0)
  await site.put(`threads/${idea}/vote`, undefined, await site.member())
  await site.idea(anna, { title: 'Meanwhile' })
  await screen.idle()
  expect(await places(page)).toEqual(before)
  expect(await page.locator('.live button').count()).toBe(0)

  await page.getByRole('link', { name: 'Rounds that end at another depot' }).click()
  await page.reload()
  const resume = page.getByRole('button', { name: acts.live.resume }).filter({ visible: true })
  await resume.waitFor()
  await screen.idle()
  expect(stage.world.live.open).toBe(0)
  await site.reply(anna, idea, 'Meanwhile, too')
  await resume.click()
  await pill(page, '1 new reply').waitFor()
  await page.goBack()
  await page.getByRole('button', { name: acts.live.pause }).filter({ visible: true }).waitFor()
  await site.put(`threads/${idea}/vote`, undefined, await site.member())
  await page.getByRole('button', { name: /Rounds.*3 votes/ }).waitFor()
})

test('wid-B13: where the host shows it without, there is nothing to pause; where nothing is stored, the page remembers', async () => {
  const quiet = await stage.widget(site, { tag: { live: 'off' } }, moving)
  await quiet.page.getByText('13 of 13').waitFor()
  await quiet.idle()
  expect(await quiet.page.locator('.pause').count()).toBe(0)
  const script = `Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })`
  const { page } = await follow('/', { script })
  await page.getByRole('button', { name: acts.live.pause }).click()
  await eventually(() => stage.world.live.open).toBe(0)
  await page.getByRole('link', { name: 'Rounds that end at another depot' }).click()
  await page.getByRole('button', { name: acts.live.resume }).filter({ visible: true }).click()
  await eventually(() => stage.world.live.open).toBe(1)
})

test('wid-B14: who wants less motion sees no figures run', async () => {
  const screen = await listening(await stage.widget(site))
  await screen.idle()
  await site.put(`threads/${idea}/vote`, undefined, await site.member())
  await site.idea(anna, { title: 'The next' })
  await pill(screen.page, '1 new idea').waitFor()
  expect(await screen.page.getByRole('button', { name: /Rounds.*1 vote/ }).count()).toBe(1)
})

test('one stream serves all widgets of a page, and none is left when they are gone', async () => {
  const screen = await stage.widget(
    site,
    { body: stage.tag(site) + stage.tag(site, { name: 'help', board: 'help' }) },
    moving,
  )
  await eventually(() => screen.streams().length).toBe(1)
  await eventually(() => stage.world.live.open).toBe(1)
  await screen.page.evaluate(async () => {
    const [first] = document.querySelectorAll('parvis-board')
    for (let turn = 0; turn < 100; turn++) {
      const place = first!.parentElement!
      first!.remove()
      await Promise.resolve()
      place.append(first!)
    }
  })
  await screen.idle()
  expect(stage.world.live.open).toBe(1)
  await screen.page.evaluate(() => {
    for (const board of document.querySelectorAll('parvis-board')) board.remove()
  })
  await eventually(() => stage.world.live.open).toBe(0)
  const quiet = await stage.widget(site, { tag: { live: 'off' } }, moving)
  await quiet.idle()
  expect(quiet.streams()).toEqual([])
})

test('sec-S10: it ends with the session and goes on as a visitor’s', async () => {
  const screen = await follow('/', { as: { sub: 'anna' } })
  await eventually(() => screen.streams().length).toBeGreaterThan(0)
  const before = screen.streams().length
  await site.restrict('help', 'members')
  await screen.page.locator('parvis-board').evaluate((board) => board.setAttribute('sso-token', ''))
  await eventually(() => screen.streams().length).toBeGreaterThan(before)
  await eventually(() => stage.world.live.open).toBe(1)
  await site.idea(anna, { title: 'Still heard' })
  await pill(screen.page, '1 new idea').waitFor()
})

test('without a network it is silent, and afterwards it catches up', async () => {
  const screen = await follow('/')
  await screen.idle()
  await screen.context.setOffline(true)
  stage.world.live.changed((await site.row()).id, 'structure')
  await site.idea(anna, { title: 'Meanwhile' })
  await screen.context.setOffline(false)
  await pill(screen.page, '1 new idea').waitFor()
  expect(screen.trouble).toEqual([])
})

test('what happened while the first answer was on its way for long is asked for, not passed over', async () => {
  const screen = await follow('/')
  await screen.page.route(/\/opening\?/, async (route) => {
    const response = await route.fetch()
    await new Promise((done) => setTimeout(done, 3000))
    await route.fulfill({ response })
  })
  const before = screen.streams().length
  await screen.page.reload()
  await eventually(() => screen.streams().length).toBeGreaterThan(before)
  // The three seconds, and two more for what was on its way.
  const [, ago] = /[?&]ago=(\d+)/.exec(screen.streams()[before]!)!
  expect(Number(ago)).toBeGreaterThanOrEqual(5)
})

const css = `body { margin: 0 16px; font-family: sans-serif }
:root[data-theme='dark'] { color-scheme: dark; background: #16181c; color: #e7e9ec }`

test.each(
  visits(0)
    .concat(visits(1), visits(2))
    .map((visit, index) => [visit.lang, visit, index] as const),
)('what waits is without fault (%s)', async (lang, visit, index) => {
  const path = index % 2 ? '/' : `/t/${idea}`
  const body = (tag: string) => `<main><h1>A company</h1>${tag}</main>`
  const { page } = await follow(path, { lang, css, body })
  await site.reply(anna, idea, 'Another')
  await site.idea(anna, { title: 'Another' })
  await page.locator('.live button').filter({ visible: true }).waitFor()
  await lookAt(page, visit, async (theme) => {
    await page.evaluate((name) => {
      document.documentElement.dataset.theme = name
    }, theme)
    await page.locator(`parvis-board .root[style*="color-scheme: ${theme}"]`).waitFor()
    const shots = process.env.PARVIS_SHOTS
    if (shots) await page.screenshot({ path: `${shots}/live-${lang}-${index}-${theme}.png`, fullPage: true })
  })
})
