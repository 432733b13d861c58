import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import words from '../../widget/translations/en/core.ts'
import { openStage, type Stage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import { signedOn } from '../support/kept_session.ts'
import { widgetWords } from '../support/widget_views.ts'
import type { TestSite } from '../support/world.ts'

// Searching on the screen: what matched is marked, what is only near says so, and nothing found has a way on.

let stage: Stage
let site: TestSite

beforeAll(async () => {
  stage = await openStage()
  site = await stage.site()
  const anna = await site.member('Anna', { sub: 'anna' })
  await site.idea(anna, {
    title: 'Night routes for couriers',
    body: 'Riders want a planner that avoids dark roads.',
  })
  await site.idea(anna, {
    title: 'A planner <mark>for</mark> parking',
    body: 'The dark garage has no route out.',
  })
  await site.idea(anna, { title: 'Larger wheels', body: 'Children sit higher.' })
})

const titles = (page: Page) => page.locator('parvis-threads h3 a').allInnerTexts()
const marks = (page: Page) => page.locator('parvis-threads mark').allInnerTexts()
const box = (page: Page) => page.getByRole('searchbox', { name: words.search.idea })

test('what was typed is marked in titles and texts, and stays text', async () => {
  const { page } = await stage.widget(site)
  await box(page).fill('planner dark')
  await eventually(async () => (await titles(page)).toSorted()).toEqual([
    'A planner <mark>for</mark> parking',
    'Night routes for couriers',
  ])
  await eventually(async () => (await marks(page)).toSorted()).toEqual(['dark', 'dark', 'planner', 'planner'])
  // What was found has an order of its own.
  expect(await page.getByRole('link', { name: words.sorts.new, exact: true }).count()).toBe(0)
})

test.each(['en', 'fr', 'de'] as const)(
  'an address with a misspelt word opens what is near to it, in %s',
  async (lang) => {
    const { acts, core } = await widgetWords(lang)
    const { page } = await stage.widget(site, { path: '/?q=wheals', lang })
    await page.getByText(acts.near('wheals')).waitFor()
    expect(await titles(page)).toEqual(['Larger wheels'])
    await page.getByRole('searchbox', { name: core.search.idea }).fill('larger wheel')
    await eventually(() => marks(page)).toEqual(['Larger', 'wheels'])
    expect(await page.getByText(acts.near('wheals')).count()).toBe(0)
  },
)

test('where nothing is found there is a way on: without filters, without words, or by posting it', async () => {
  const { acts } = await widgetWords('en')
  const { page } = await stage.widget(site, { path: '/?status=planned&q=wheels' })
  await page.getByRole('heading', { name: acts.nothingFor('wheels') }).waitFor()
  await page.getByRole('link', { name: acts.searchAll }).click()
  await eventually(() => titles(page)).toEqual(['Larger wheels'])
  await box(page).fill('xylophone')
  await page.getByRole('heading', { name: acts.nothingFor('xylophone') }).waitFor()
  expect(await page.getByRole('link', { name: words.create.idea }).count()).toBe(2)
  await page.getByRole('link', { name: acts.clearSearch }).click()
  await eventually(async () => (await titles(page)).length).toBe(3)
  expect(await box(page).inputValue()).toBe('')
})

test('a thread is found by a reply, says so, and leads there', async () => {
  const { acts } = await widgetWords('en')
  const covers = await stage.site()
  const ben = await covers.member('Ben')
  const number = await covers.idea(ben, { title: 'Rain covers' })
  const reply = await covers.reply(ben, number, 'Ours are sewn from **tarpaulin** by hand.')
  const { page } = await stage.widget(covers, { path: '/?q=tarpaulins' })
  const link = page.getByRole('link', { name: acts.inReply('Ben') })
  await link.waitFor()
  expect(await titles(page)).toEqual(['Rain covers'])
  expect(await marks(page)).toEqual(['tarpaulin'])
  await link.click()
  await page.locator(`[id="post-${reply}"]`).waitFor()
  expect(new URL(page.url()).search).toContain(reply)
})

test.each(['en', 'fr', 'de'] as const)(
  'where the open board has little, the search says on which others there is something, and leads there, in %s',
  async (lang) => {
    const { acts, core } = await widgetWords(lang)
    const place = await stage.site()
    const ben = await place.member('Ben')
    await place.idea(ben, { title: 'Bells that ring twice' })
    await place.idea(ben, { board: 'help', kind: 'question', title: 'How loud are the bells?' })
    const { page } = await stage.widget(place, { path: '/?q=bells', lang })
    const other = page.locator('p.near').filter({ hasText: acts.elsewhere }).getByRole('link')
    await eventually(() => other.count()).toBe(1)
    expect(await titles(page)).toEqual(['Bells that ring twice'])
    // It looks like a link, and can be touched.
    const [line, height] = await other.evaluate((link) => [
      getComputedStyle(link).textDecorationLine,
      link.getBoundingClientRect().height,
    ])
    expect(line).toBe('underline')
    expect(height).toBeGreaterThanOrEqual(24)
    const name = await other.innerText()
    // It is seen to be a link, and is none of another board once it was followed.
    expect(await other.evaluate((link) => getComputedStyle(link).textDecorationLine)).toBe('underline')
    await other.focus()
    await page.keyboard.press('Enter')
    await eventually(() => titles(page)).toEqual(['How loud are the bells?'])
    await eventually(() => page.locator('#title:focus').count()).toBe(1)
    const tab = page.getByRole('link', { name: new RegExp(`^${name}`) }).first()
    expect(await tab.getAttribute('aria-current')).toBe('page')
    expect(await page.getByRole('searchbox', { name: core.search.question }).inputValue()).toBe('bells')
    await eventually(() => other.innerText()).not.toBe(name)
    // Of other words nothing is left, nor where a private board is the only other.
    await page.getByRole('searchbox', { name: core.search.question }).fill('loud')
    await eventually(() => other.count()).toBe(0)
    await place.restrict('ideas', 'staff')
    await page.reload()
    await page.getByRole('searchbox', { name: core.search.question }).fill('bells')
    await eventually(() => titles(page)).toEqual(['How loud are the bells?'])
    expect(await other.count()).toBe(0)
  },
)

test('a board that is for members is offered once one has signed in', async () => {
  const { acts } = await widgetWords('en')
  const place = await stage.site()
  const ben = await place.member('Ben')
  await place.idea(ben, { title: 'Bells that ring twice' })
  await place.idea(ben, { board: 'help', kind: 'question', title: 'How loud are the bells?' })
  const owner = await place.staff('owner')
  await place.idea(owner, { board: 'news', kind: 'announcement', title: 'A word about bells' })
  await place.restrict('help', 'members')
  const { page } = await stage.widget(place, { path: '/?q=bells' })
  const others = page.locator('p.near').filter({ hasText: acts.elsewhere }).getByRole('link')
  await eventually(() => others.count()).toBe(1)
  const token = place.token({ sub: 'lea', name: 'Lea' })
  await page.locator('parvis-board').evaluate((board, token) => board.setAttribute('sso-token', token), token)
  await signedOn(page, 'Lea')
  await eventually(() => others.count()).toBe(2)
})
