import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import acts from '../../widget/translations/en/acts.ts'
import words from '../../widget/translations/en/core.ts'
import { openStage, type Stage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import { widgetWords } from '../support/widget_views.ts'
import type { TestSite } from '../support/world.ts'

// A board that holds threads of more than one kind can be read one kind at a time.

let stage: Stage
let site: TestSite

beforeAll(async () => {
  stage = await openStage()
  site = await stage.site()
  const owner = await site.staff('owner')
  await site.patch('boards/help', { kinds: ['idea', 'question', 'discussion'] }, owner, 1)
  await site.post('tags', { name: 'Rounds in the snow' }, owner)
  const anna = await site.member('Anna', { sub: 'anna' })
  await site.idea(anna, { board: 'help', kind: 'question', title: 'How do I split a round in two?' })
  await site.idea(anna, { board: 'help', kind: 'discussion', title: 'What do you carry in winter?' })
  await site.idea(anna, { title: 'Rounds that end at the depot' })
})

const filter = (page: Page) => page.getByRole('combobox', { name: words.kind, exact: true })
const titles = (page: Page) => page.locator('parvis-threads h3 a').allInnerTexts()
const address = (page: Page) => new URL(page.url()).searchParams.get('parvis')

test('choosing a kind lists that kind only, is kept in the address, and is no step of the history', async () => {
  const screen = await stage.widget(site, { path: '/b/help' })
  const { page } = screen
  await eventually(async () => (await titles(page)).length).toBe(2)
  const before = await page.evaluate(() => history.length)
  await filter(page).selectOption(words.kinds.discussion)
  await eventually(() => titles(page)).toEqual(['What do you carry in winter?'])
  expect(address(page)).toBe('/b/help?kind=discussion')
  await page
    .getByRole('status')
    .filter({ hasText: acts.listed(words.threads('discussion', 1), false).replace(/\s+/g, ' ') })
    .waitFor({ state: 'attached' })
  await page.getByText(words.threads('discussion', 1)).last().waitFor()
  expect(await page.evaluate(() => history.length)).toBe(before)

  // What happened just before one came is looked for once more, and here it is long ago.
  stage.clock.move(60)
  screen.requests.length = 0
  await page.reload()
  await eventually(() => titles(page)).toEqual(['What do you carry in winter?'])
  await screen.idle()
  expect(await filter(page).inputValue()).toBe('discussion')
  expect(screen.asked().map((one) => one.replace(/\?.*/, ''))).toEqual(['GET opening'])
})

test('the kind stays with other filters and when coming back from a thread, and goes with the others', async () => {
  const { page } = await stage.widget(site, { path: '/b/help?kind=question' })
  await page.getByRole('link', { name: words.sorts.new, exact: true }).click()
  await eventually(() => address(page)).toBe('/b/help?sort=new&kind=question')
  await page.getByRole('link', { name: 'How do I split a round in two?' }).click()
  await page.getByRole('heading', { name: 'How do I split a round in two?', level: 2 }).waitFor()
  await page.goBack()
  await eventually(() => titles(page)).toEqual(['How do I split a round in two?'])
  await page.getByRole('searchbox').fill('winter')
  await page.getByText(acts.nothingFor('winter')).waitFor()
  await page.getByRole('link', { name: acts.searchAll }).click()
  await eventually(() => titles(page)).toEqual(['What do you carry in winter?'])
  await page.getByRole('searchbox').fill('')
  await eventually(async () => (await titles(page)).length).toBe(2)
  expect(await filter(page).inputValue()).toBe('')
})

test('a board of one kind does not ask which', async () => {
  const { page } = await stage.widget(site)
  await eventually(() => titles(page)).toEqual(['Rounds that end at the depot'])
  await page.getByRole('combobox', { name: words.status }).waitFor()
  expect(await filter(page).count()).toBe(0)
})

test.each(['en', 'fr', 'de'] as const)(
  'where it is narrow the kind waits behind a button, in %s',
  async (lang) => {
    const { core } = await widgetWords(lang)
    const { page } = await stage.widget(
      site,
      { path: '/b/help', lang },
      { viewport: { width: 360, height: 800 } },
    )
    const choice = page.getByRole('combobox', { name: core.kind, exact: true })
    await eventually(async () => (await titles(page)).length).toBe(2)
    expect(await choice.isVisible()).toBe(false)
    await page.getByRole('button', { name: core.filters }).click()
    await choice.selectOption(core.kinds.question)
    await eventually(() => titles(page)).toEqual(['How do I split a round in two?'])
    await page.getByRole('combobox', { name: core.status, exact: true }).selectOption({ index: 2 })
    await page.getByRole('combobox', { name: core.tag, exact: true }).selectOption({ index: 1 })
    await eventually(() => address(page)).toMatch(/kind=question&status=.+&tag=rounds-in-the-snow/)
    expect(await page.evaluate(() => document.scrollingElement!.scrollWidth - innerWidth)).toBe(0)
  },
)
