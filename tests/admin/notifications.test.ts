import type { Page } from 'playwright-core'
import { beforeEach, expect, test } from 'vitest'
import { adminWords } from '../support/admin_views.ts'
import { lookAt } from '../support/axe.ts'
import { openStage, type Stage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import { report } from '../support/judging.ts'
import type { Person, TestSite } from '../support/world.ts'

// What the team is told, and what shows in the admin while somebody works in it.

const stage: Stage = await openStage()
let site: TestSite
let mira: Person
let pia: Person
let anna: Person
let idea: number

beforeEach(async () => {
  site = await stage.site()
  mira = await site.staff('moderator', 'Mira Castellanos')
  pia = await site.staff('product', 'Pia')
  anna = await site.member('Anna')
  for (let number = 1; number <= 3; number++) await site.idea(anna, { title: `Wish ${number}` })
  idea = await site.idea(anna, { title: 'Rounds that end at the depot' })
})

const words = adminWords.en
const bell = (page: Page) =>
  page.getByRole('navigation', { name: words.shell.navigation }).getByRole('link', {
    name: new RegExp(`^${words.shell.notifications}|^${words.shell.notificationsShort}`),
  })
const said = (page: Page, unread: number) =>
  bell(page).filter({ hasText: words.shell.unread(`${unread}`, unread) })
const entry = (page: Page, text: string) =>
  page.getByRole('main').getByRole('listitem').filter({ hasText: text })
const pill = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const listening = (count = 1) => eventually(() => stage.world.live.open).toBe(count)
const focused = (page: Page) =>
  page.evaluate(() => {
    let active = document.activeElement
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
    return active?.textContent?.trim().replace(/\s+/g, ' ') ?? ''
  })
const withoutFault = (page: Page) =>
  lookAt(
    page,
    {
      lang: 'en',
      looks: [
        { theme: 'dark', width: 360 },
        { theme: 'light', width: 1280 },
      ],
      colours: true,
    },
    async (theme) => {
      await page.emulateMedia({ colorScheme: theme })
      await page.locator(`html[data-theme=${theme}]`).waitFor({ state: 'attached' })
    },
  )
const rows = (page: Page) => page.getByRole('row').getByRole('link').allInnerTexts()

test('a customer’s reply counts at the bell as it comes, and its line leads to the very reply', async () => {
  await site.put(`threads/${idea}/subscription`, undefined, mira)
  const { page } = await stage.admin(site, mira)
  await listening()
  await bell(page).waitFor()
  expect(await bell(page).innerText()).not.toMatch(/\d/)
  const reply = await site.reply(anna, idea, 'The one by the river would do')
  await said(page, 1).waitFor()
  await site.put(`threads/${idea}/assignment`, { member: mira.id }, pia)
  await said(page, 2).waitFor()

  await page.keyboard.press('g')
  await page.keyboard.press('n')
  await page.getByRole('heading', { name: words.news.title, level: 1 }).waitFor()
  await entry(page, 'Pia assigned Rounds that end at the depot to you.').waitFor()
  expect(await page.getByText(`${words.news.unread}:`).count()).toBe(2)
  const told = entry(page, 'Anna replied in Rounds that end at the depot.').getByRole('link')
  await told.focus()
  await page.keyboard.press('Enter')
  await eventually(() => page.url()).toContain(`/feedback/${idea}?post=${reply}`)
  await page.locator(`#post-${reply}.aimed`).waitFor()
  // What was followed is read; the other waits on.
  await said(page, 1).waitFor()
  await eventually(async () => (await site.get('me/notifications', mira)).body.unread).toBe(1)
})

test('replies to one thread are told to the team as one, and are read as one', async () => {
  await site.put(`threads/${idea}/subscription`, undefined, mira)
  const ben = await site.member('Ben')
  const first = await site.reply(anna, idea, 'The one by the river would do')
  stage.clock.move(60)
  await site.reply(ben, idea, 'Or the one at the gate')
  stage.clock.move(60)
  await site.reply(anna, idea, 'Or that')
  await site.put(`threads/${idea}/assignment`, { member: mira.id }, pia)
  const { page } = await stage.admin(site, mira, { path: 'notifications' })
  await entry(page, 'Pia assigned').waitFor()
  const told = entry(page, 'Anna and 1 other replied in Rounds that end at the depot.').getByRole('link')
  expect(await page.getByRole('main').getByRole('listitem').count()).toBe(2)
  await said(page, 4).waitFor()
  await told.click()
  await eventually(() => page.url()).toContain(`/feedback/${idea}?post=${first}`)
  await said(page, 1).waitFor()
  await eventually(async () => (await site.get('me/notifications', mira)).body.unread).toBe(1)
})

test('what is told meanwhile waits, all that is shown is marked as read, and no more than that', async () => {
  for (let number = 1; number <= 3; number++)
    await site.put(`threads/${number}/assignment`, { member: mira.id }, pia)
  const { page } = await stage.admin(site, mira, { path: 'notifications' })
  await entry(page, 'Wish 3').waitFor()
  await listening()
  await site.put(`threads/${idea}/assignment`, { member: mira.id }, pia)
  await pill(page, words.news.fresh(1)).waitFor()
  expect(await entry(page, 'Rounds').count()).toBe(0)
  await page.getByRole('button', { name: words.news.markAll }).click()
  await entry(page, 'Rounds').waitFor()
  expect(await page.getByText(`${words.news.unread}:`).count()).toBe(1)
  await said(page, 1).waitFor()
  await pill(page, words.news.fresh(1)).waitFor({ state: 'hidden' })
  await page.getByRole('button', { name: words.news.markAll }).click()
  await page.getByRole('button', { name: words.news.markAll }).waitFor({ state: 'hidden' })
  expect(await focused(page)).toBe(words.news.title)
  expect(await bell(page).innerText()).not.toMatch(/\d/)
})

test('the list says what came, and moves nothing until it is asked to', async () => {
  const screen = await stage.admin(site, mira)
  const { page } = screen
  await listening()
  await page.getByRole('checkbox', { name: /Wish 2/ }).check()
  const order = await rows(page)
  const elsewhere = await stage.site()
  await elsewhere.idea(await elsewhere.member(), { title: 'Of another community' })
  await site.idea(anna, { title: 'Something new' })
  await pill(page, words.news.fresh(1)).waitFor()
  await site.reply(anna, 1, 'And another word')
  await pill(page, words.news.fresh(2)).waitFor()
  expect(await rows(page)).toEqual(order)
  await withoutFault(page)
  await pill(page, words.news.fresh(2)).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: /Something new/ }).waitFor()
  await pill(page, words.news.fresh(2)).waitFor({ state: 'hidden' })
  expect(await page.getByRole('checkbox', { name: /Wish 2/ }).isChecked()).toBe(true)
  expect(await focused(page)).toContain('Wish 1')
  // What a search would find is not known of a new thread, and is of the rows that are there.
  const followed = page.waitForResponse((answer) => new URL(answer.url()).pathname.endsWith('/live'))
  await page.goto(`${stage.url}admin/${site.slug}/feedback?q=depot`)
  await page.getByRole('row').filter({ hasText: 'depot' }).waitFor()
  await followed
  await site.idea(anna, { title: 'Something newer' })
  await site.reply(anna, idea, 'By the river')
  await pill(page, words.news.fresh(1)).waitFor()
  // It is new still where the row changes besides.
  const read = () => screen.asked().filter((one) => one.startsWith('GET threads?')).length
  const before = read()
  await site.put(`threads/${idea}/assignment`, { member: mira.id }, mira)
  await eventually(read).toBeGreaterThan(before)
  await screen.idle()
  await pill(page, words.news.fresh(1)).waitFor()
  expect(await pill(page, words.news.changes(1)).count()).toBe(0)
})

test('an open thread says that it was answered, and shows it at the press of a button', async () => {
  const { page } = await stage.admin(site, mira, { path: `feedback/${idea}` })
  await listening()
  const pane = page.locator('thread-pane')
  await pane.getByRole('heading', { name: 'Rounds that end at the depot' }).waitFor()
  await pane.locator('thread-composer textarea').fill('What I was about to say')
  await site.reply(anna, idea, 'Said in between')
  await pill(page, words.news.newReplies(1)).waitFor()
  expect(await pane.getByText('Said in between').count()).toBe(0)
  await withoutFault(page)
  await pill(page, words.news.newReplies(1)).press('Enter')
  await pane.getByText('Said in between').waitFor()
  expect(await focused(page)).toContain('Said in between')
  expect(await pane.locator('thread-composer textarea').inputValue()).toBe('What I was about to say')
  await pill(page, words.news.newReplies(1)).waitFor({ state: 'hidden' })
  // One's own reply is shown already, and is not said to be new.
  await pane.locator('thread-composer textarea').press('ControlOrMeta+Enter')
  await pane.locator('.story').getByText('What I was about to say').waitFor()
  await site.reply(anna, idea, 'Said after that')
  await pill(page, words.news.newReplies(1)).waitFor()
})

test('a new report counts in the rail, and comes into the list of reports at the press of a button', async () => {
  const first = await site.reply(anna, idea, 'Buy my boots')
  const second = await site.reply(anna, idea, 'Buy my hats')
  const tom = await site.member('Tom')
  await report(site, tom, first)
  const { page } = await stage.admin(site, mira, { path: 'reports' })
  await page.getByText('Buy my boots').waitFor()
  await listening()
  await report(site, tom, second)
  const rail = page.getByRole('navigation', { name: words.shell.navigation })
  await rail.getByRole('link', { name: words.shell.openReports(2) }).waitFor()
  expect(await page.getByText('Buy my hats').count()).toBe(0)
  await pill(page, words.news.fresh(1)).press('Enter')
  await page.getByText('Buy my hats').waitFor()
  // Whoever may not judge them is told of none.
  const other = await stage.admin(site, pia)
  await bell(other.page).waitFor()
  expect(await other.page.getByRole('link', { name: new RegExp(words.shell.reports) }).count()).toBe(0)
  expect(other.asked().some((path) => path.startsWith('GET reports'))).toBe(false)
})

test('whoever is taken off the team is told so where they are, and hears nothing more', async () => {
  const olga = await site.staff('owner', 'Olga')
  const screen = await stage.admin(site, mira)
  screen.expect(/401/)
  await listening()
  expect((await site.delete(`team/${mira.id}`, olga)).status).toBe(204)
  await screen.page.getByRole('dialog', { name: words.shell.lapsed }).waitFor()
  await listening(0)
  await site.reply(anna, idea, 'Nobody of them hears this')
  await screen.idle()
  expect(await screen.page.getByRole('button', { name: /new$/ }).count()).toBe(0)
})

test('what somebody of the team reads in its thread waits at the bell no more', async () => {
  await site.put(`threads/${idea}/subscription`, undefined, mira)
  const { page } = await stage.admin(site, mira)
  await listening()
  await site.reply(anna, idea, 'The one by the river would do')
  await said(page, 1).waitFor()
  await page.getByRole('row').getByRole('link', { name: 'Rounds that end at the depot' }).click()
  await page.getByText('The one by the river would do').waitFor()
  await eventually(async () => (await site.get('me/notifications', mira)).body.unread).toBe(0)
  await eventually(() => bell(page).innerText()).not.toMatch(/\d/)
})
