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

test('whoever was led to a post and writes on is not brought back to it by what comes meanwhile', async () => {
  const place = await stage.site()
  const anna = await place.member('Anna')
  const number = await place.idea(anna, { title: 'Where one was led to' })
  const reply = await place.reply(anna, number, 'This is what I mean.')
  const screen = await stage.screen()
  const { page } = screen
  // What is personal comes last, and draws the widget anew.
  const { promise, resolve } = Promise.withResolvers<void>()
  await page.route(/me\/overlay/, async (route) => {
    await promise
    await route.continue()
  })
  const as = { sub: 'ben', name: 'Ben' }
  await page.goto(`${stage.embed(place, { as })}?parvis=/t/${number}/${reply}`)
  await eventually(() => page.locator(`[id="post-${reply}"]:focus`).count()).toBe(1)
  const field = page.locator('parvis-thread textarea')
  await field.focus()
  await page.keyboard.type('I mean')
  const personal = page.waitForResponse(/me\/overlay/)
  resolve()
  await (await personal).finished()
  await screen.idle()
  await page.keyboard.type(' the same.')
  expect(await field.inputValue()).toBe('I mean the same.')
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

const search = (page: Page) => page.getByRole('searchbox', { name: 'Search ideas' })
const status = (page: Page) => page.getByRole('combobox', { name: 'Status' })
const place = (page: Page) => new URL(page.url()).searchParams.get('parvis')

test('a step inside is one entry of the history, a search that is only typed is none', async () => {
  const screen = await stage.widget(site)
  const { page } = screen
  const length = () => page.evaluate(() => history.length)
  const before = await length()
  await search(page).fill('week 3')
  await eventually(() => place(page)).toBe('/?q=week+3')
  await search(page).fill('week 33')
  await eventually(() => place(page)).toBe('/?q=week+33')
  await screen.settled()
  expect(await length()).toBe(before)
  await page.getByRole('link', { name: 'Wish of the week 33', exact: true }).click()
  await heading(page, 'Wish of the week 33').waitFor()
  expect(await length()).toBe(before + 1)
  await page.reload()
  await heading(page, 'Wish of the week 33').waitFor()
})

test('back takes a filter back, and then the one before, with the focus where it was chosen', async () => {
  const { page } = await stage.widget(site)
  await status(page).focus()
  await status(page).selectOption('Open')
  await eventually(() => place(page)).toBe('/?status=open')
  await status(page).selectOption('In review')
  await eventually(() => place(page)).toBe('/?status=review')
  await page.getByText(/Nothing fits/).waitFor()
  await page.goBack()
  await eventually(() => place(page)).toBe('/?status=open')
  await eventually(() => status(page).inputValue()).toBe('open')
  await page.goBack()
  await eventually(() => place(page)).toBe(null)
  await eventually(() => status(page).inputValue()).toBe('')
  await page.getByRole('link', { name: 'Wish of the week 45', exact: true }).waitFor()
  expect(await status(page).evaluate((one) => one.matches(':focus'))).toBe(true)
})

test('back takes back the order that was chosen where there is little room', async () => {
  const { page } = await stage.widget(site, {}, { viewport: { width: 360, height: 800 } })
  const sort = page.getByRole('combobox', { name: 'Sort:' })
  const before = await sort.inputValue()
  await sort.selectOption('new')
  await eventually(() => place(page)).toBe('/?sort=new')
  await page.goBack()
  await eventually(() => place(page)).toBe(null)
  await eventually(() => sort.inputValue()).toBe(before)
})

test.each(['at once', 'after it was listed while it was typed'])(
  'back leads from a search that was submitted %s to the list before it, with an empty field',
  async (when) => {
    const { page } = await stage.widget(site)
    const length = () => page.evaluate(() => history.length)
    const before = await length()
    await search(page).fill('week 33')
    if (when !== 'at once') await eventually(() => place(page)).toBe('/?q=week+33')
    await search(page).press('Enter')
    await eventually(length).toBe(before + 1)
    expect(place(page)).toBe('/?q=week+33')
    await page.getByRole('link', { name: 'Wish of the week 45', exact: true }).waitFor({ state: 'detached' })
    // Other words from there are the same search, and submitted again no further step.
    await search(page).fill('week 3')
    await search(page).press('Enter')
    await eventually(() => place(page)).toBe('/?q=week+3')
    expect(await length()).toBe(before + 1)
    await page.goBack()
    await eventually(() => place(page)).toBe(null)
    await page.getByRole('link', { name: 'Wish of the week 45', exact: true }).waitFor()
    expect(await search(page).inputValue()).toBe('')
    await page.goForward()
    await eventually(() => search(page).inputValue()).toBe('week 3')
  },
)

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

test('the host is told of each place once it is on screen, with its path and its title, also upon the back button', async () => {
  const script = `window.told = []
    addEventListener('parvis-arrived', ({ detail, target }) => told.push({ ...detail, of: target.localName }))`
  const { page } = await stage.widget(site, { script, as: { sub: 'ben', name: 'Ben' } })
  const last = () => page.evaluate(() => (window as unknown as { told: object[] }).told.at(-1))
  const of = 'parvis-board'
  const title = await page.locator('#title').innerText()
  await eventually(last).toEqual({ of, path: '/', title })
  await page.getByRole('link', { name: 'Wish of the week 44', exact: true }).click()
  await eventually(last).toEqual({ of, path: '/t/44-wish-of-the-week-44', title: 'Wish of the week 44' })
  await page.goBack()
  await eventually(last).toEqual({ of, path: '/', title })
  for (const path of ['/roadmap', '/me/settings', '/new']) {
    await page.locator('parvis-board').evaluate((board, to) => board.setAttribute('view', to), path)
    await eventually(last).toMatchObject({ of, path, title: expect.stringMatching(/\S/) })
    expect(await page.locator('parvis-board').getByRole('heading', { level: 2 }).first().innerText()).toBe(
      ((await last()) as { title: string }).title,
    )
  }
})
