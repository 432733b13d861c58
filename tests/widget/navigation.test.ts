import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { openStage, type Stage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import type { TestSite } from '../support/world.ts'

// Every place has an address on the host's own page, and going back finds the place as it was.

let stage: Stage
let site: TestSite
let reply: string

beforeAll(async () => {
  stage = await openStage()
  site = await stage.site()
  const anna = await site.member('Anna', { sub: 'anna' })
  for (let number = 1; number <= 45; number++) await site.idea(anna, { title: `Wish of the week ${number}` })
  for (let number = 1; number <= 30; number++) reply = await site.reply(anna, 7, `Reply ${number}`)
})

const heading = (page: Page, name: string) => page.getByRole('heading', { name, level: 2, exact: true })
const focused = (page: Page) =>
  page.evaluate(() => {
    let active = document.activeElement
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
    return active?.textContent?.trim() ?? ''
  })
const top = (page: Page) => page.evaluate(() => Math.round(scrollY))

test('a link to a thread opens it, and leaves the host’s own parameters to the byte', async () => {
  const screen = await stage.screen()
  const { page } = screen
  await page.goto(`${stage.embed(site)}?plan=a%20b&parvis=/t/7&empty=&x=%C3%A9#part`)
  await heading(page, 'Wish of the week 7').waitFor()
  await page.locator('parvis-board').getByRole('link', { name: 'Ideas' }).first().click()
  await page.getByRole('link', { name: 'Wish of the week 45' }).waitFor()
  const address = new URL(page.url())
  expect(address.search).toBe('?plan=a%20b&empty=&x=%C3%A9')
  expect(address.hash).toBe('#part')
})

test('a link to a post shows that post and puts the focus on it, also below the first page of the story', async () => {
  const { page } = await stage.widget(site, { path: `/t/7/${reply}` })
  const post = page.locator(`[id="post-${reply}"]`)
  await post.waitFor()
  await eventually(() => focused(page)).toContain('Reply 30')
  expect(
    await post.evaluate((node) => {
      const { top, bottom } = node.getBoundingClientRect()
      return top >= 0 && bottom <= innerHeight
    }),
  ).toBe(true)
})

test('back returns to the same list at the same place with the focus on the same link, asking nothing again', async () => {
  // What happened just before one came is looked for once more, and here it is long ago.
  stage.clock.move(60)
  const screen = await stage.widget(site, {
    body: `<h1>A company</h1><p>${'Text. '.repeat(800)}</p>${stage.tag(site)}`,
  })
  const { page } = screen
  await page.getByRole('button', { name: 'Show 20 more' }).click()
  const link = page.getByRole('link', { name: 'Wish of the week 12', exact: true })
  await link.waitFor()
  await link.scrollIntoViewIfNeeded()
  const before = await top(page)
  expect(before).toBeGreaterThan(500)
  await screen.idle()
  const lists = () => screen.asked().filter((one) => /^GET (threads\?|opening)/.test(one)).length
  const asked = lists()
  await link.click()
  await heading(page, 'Wish of the week 12').waitFor()
  await eventually(() => focused(page)).toBe('Wish of the week 12')
  await page.goBack()
  await link.waitFor()
  await eventually(() => focused(page)).toBe('Wish of the week 12')
  await eventually(() => top(page)).toBe(before)
  expect(lists()).toBe(asked)
  expect(await page.getByRole('listitem').filter({ hasText: 'Wish of the week' }).count()).toBe(40)

  await page.goForward()
  await heading(page, 'Wish of the week 12').waitFor()
  await page.locator('parvis-board').getByRole('link', { name: 'Ideas' }).first().click()
  await link.waitFor()
  await eventually(() => top(page)).toBe(before)
})

test('a step inside is one entry of the history, a filter or a search is none', async () => {
  const screen = await stage.widget(site)
  const { page } = screen
  const length = () => page.evaluate(() => history.length)
  const before = await length()
  await page.getByRole('searchbox', { name: 'Search ideas' }).fill('week 33')
  await eventually(() => new URL(page.url()).search).toContain('33')
  await page.getByRole('combobox', { name: 'Status' }).selectOption('Open')
  await eventually(() => new URL(page.url()).search).toContain('status=open')
  await screen.settled()
  expect(await length()).toBe(before)
  await page.getByRole('combobox', { name: 'Status' }).selectOption('Status')
  await page.getByRole('link', { name: 'Wish of the week 33', exact: true }).click()
  await heading(page, 'Wish of the week 33').waitFor()
  expect(await length()).toBe(before + 1)
  await page.reload()
  await heading(page, 'Wish of the week 33').waitFor()
})

test('links are real: a new tab opens at the same place', async () => {
  const screen = await stage.widget(site)
  const { page, context } = screen
  const link = page.getByRole('link', { name: 'Wish of the week 44', exact: true })
  const [other] = await Promise.all([
    context.waitForEvent('page'),
    link.click({ modifiers: ['ControlOrMeta'] }),
  ])
  await heading(other, 'Wish of the week 44').waitFor()
  expect(await link.isVisible()).toBe(true)
})

test('the host’s own history state survives our steps', async () => {
  const { page } = await stage.widget(site, { script: "history.replaceState({ theirs: 7 }, '')" })
  await page.getByRole('link', { name: 'Wish of the week 40', exact: true }).click()
  await heading(page, 'Wish of the week 40').waitFor()
  expect(await page.evaluate(() => history.state)).toEqual({ theirs: 7 })
})

test('a thread opened while a search is still being typed stays open', async () => {
  const screen = await stage.screen()
  const { page } = screen
  await page.clock.install()
  await page.goto(stage.embed(site))
  const link = page.getByRole('link', { name: 'Wish of the week 45', exact: true })
  await link.waitFor()
  await screen.idle()
  await page.clock.pauseAt(Date.now() + 60_000)
  await page.getByRole('searchbox', { name: 'Search ideas' }).fill('wish')
  await link.click()
  await eventually(() => new URL(page.url()).search).toContain('/t/45')
  // Further than the widget waits for another key.
  await page.clock.runFor(2000)
  await page.clock.resume()
  await heading(page, 'Wish of the week 45').waitFor()
  expect(new URL(page.url()).search).toContain('/t/45')
})
