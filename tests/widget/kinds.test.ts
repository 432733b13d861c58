import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import acts from '../../widget/translations/en/acts.ts'
import words from '../../widget/translations/en/core.ts'
import fresh from '../../widget/translations/en/new.ts'
import { boardIcons } from '../../widget/ui/board_icons.ts'
import { openStage, type Stage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import { documentAt, textsOf } from '../support/pages.ts'
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

test('choosing a kind lists that kind only, is kept in the address, and is a step of the history', async () => {
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
  expect(await page.evaluate(() => history.length)).toBe(before + 1)

  // What happened just before one came is looked for once more, and here it is long ago.
  stage.clock.move(60)
  screen.requests.length = 0
  await page.reload()
  await eventually(() => titles(page)).toEqual(['What do you carry in winter?'])
  await screen.idle()
  expect(await filter(page).inputValue()).toBe('discussion')
  const asked = screen.asked().map((one) => one.replace(/\?.*/, ''))
  // Not of the page that was there before, which may have asked for one thing more.
  expect(asked.slice(asked.indexOf('GET opening'))).toEqual(['GET opening'])
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

test('where nothing can be voted on, nothing is sorted by votes, in the widget and on the public page', async () => {
  const place = await stage.site()
  const anna = await place.member('Anna')
  await place.idea(anna, { board: 'help', kind: 'question', title: 'Who has the key?' })
  const offered = async (page: Page) => [
    await page.locator('.sort .wide a').allInnerTexts(),
    await page.locator('.sort .narrow option').allInnerTexts(),
  ]
  const [trending, top, ...rest] = (['trending', 'top', 'new', 'active'] as const).map(
    (sort) => words.sorts[sort],
  )
  const page = async (path: string) => (await stage.widget(place, { path })).page
  for (const [path, sorts] of [
    ['/b/ideas', [trending, top, ...rest]],
    ['/b/help', [trending, ...rest]],
    ['/b/news', [trending, ...rest]],
    // Whoever comes by an address, or where the team chose it, sees what it is sorted by.
    ['/b/help?sort=top', [trending, top, ...rest]],
  ] as const)
    expect(await offered(await page(path)), path).toEqual([sorts, sorts])
  const onPage = async (path: string) => textsOf(await documentAt(place, path), 'nav.sort a')
  expect(await onPage('/b/ideas')).toHaveLength(4)
  expect(await onPage('/b/help')).toHaveLength(3)
  expect(await onPage('/b/help?sort=top')).toHaveLength(4)
  expect((await place.get('threads?board=help&sort=top')).status).toBe(200)
})

test('a discussion is begun with the form, under its own words, and is one in the list, to the host and to search engines', async () => {
  const title = 'Which panniers last longest?'
  const script = `window.told = []
    addEventListener('parvis-thread-created', ({ detail }) => told.push(detail))`
  const as = { sub: 'anna', name: 'Anna' }
  const { page } = await stage.widget(site, { path: '/new?board=help', as, script })
  await page.getByRole('combobox', { name: fresh.kind }).selectOption(fresh.kinds.discussion.name)
  await page.getByRole('heading', { name: fresh.kinds.discussion.heading, level: 2 }).waitFor()
  await page.getByText(fresh.kinds.discussion.purpose).waitFor()
  // Where an idea goes is nothing to a discussion.
  expect(await page.getByText(fresh.path).count()).toBe(0)
  await page.getByRole('textbox', { name: fresh.kinds.discussion.title }).fill(title)
  await page.getByRole('textbox', { name: fresh.kinds.discussion.body }).fill('Mine are torn after a year.')
  await page.getByRole('button', { name: fresh.kinds.discussion.send }).press('Enter')
  await page.getByRole('heading', { name: title, level: 2 }).waitFor()
  await page
    .getByRole('status')
    .filter({ hasText: fresh.kinds.discussion.posted })
    .waitFor({ state: 'attached' })
  const { items } = (await site.get('threads?board=help&kind=discussion&sort=new')).body
  expect(items[0]).toMatchObject({ title, kind: 'discussion', board: 'help' })
  const { number } = items[0]
  expect(await page.evaluate(() => (window as unknown as { told: unknown[] }).told)).toEqual([
    { number, title, board: 'help', kind: 'discussion' },
  ])
  // Nobody votes on it, and no answer of it is accepted.
  await site.reply(await site.member('Ben'), number, 'Waxed cotton.')
  await page
    .getByText('Waxed cotton.')
    .first()
    .or(page.getByRole('button', { name: acts.newReplies(1) }))
    .first()
    .waitFor()
  expect(
    await page
      .locator('parvis-thread')
      .getByRole('button', { name: /^(Vote for|Accept)/ })
      .count(),
  ).toBe(0)
})

test('a board shows its icon and what it is for, in the reader’s language, in the widget and on its public page', async () => {
  const place = await stage.site()
  const owner = await place.staff('owner')
  const purposes = { en: 'Ask how others ride.', fr: 'Demandez comment les autres roulent.' }
  expect((await place.patch('boards/help', { icon: 'map', purposes }, owner, 1)).status).toBe(200)
  const drawn = (page: Page, name: string) =>
    page
      .locator('parvis-board nav')
      .first()
      .getByRole('link', { name: new RegExp(`^${name}`) })
      .locator('svg path')
  const { page } = await stage.widget(place, { path: '/b/help' })
  await page.getByText(purposes.en).waitFor()
  expect(await drawn(page, 'Help').getAttribute('d')).toBe(boardIcons.map)
  // As decoration: its name is read, and nothing more.
  expect(await drawn(page, 'Help').locator('..').getAttribute('aria-hidden')).toBe('true')
  const { page: french } = await stage.widget(place, { path: '/b/help', lang: 'fr' })
  await french.getByText(purposes.fr).waitFor()
  const onPage = await documentAt(place, '/b/help')
  expect(textsOf(onPage, '.purpose').join()).toContain(purposes.en)
  expect([...onPage.querySelectorAll('nav svg path')].map((one) => one.getAttribute('d'))).toContain(
    boardIcons.map,
  )
  await place.patch('boards/help', { icon: null, purposes: {} }, owner, 2)
  const { page: after } = await stage.widget(place, { path: '/b/help' })
  expect(await drawn(after, 'Help').count()).toBe(0)
  expect(await after.getByText(purposes.en).count()).toBe(0)
})
