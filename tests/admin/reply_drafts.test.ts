import type { Page, Route } from 'playwright-core'
import { beforeEach, expect, test } from 'vitest'
import { adminWords } from '../support/admin_views.ts'
import { openStage, type Stage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import { held } from '../support/held.ts'
import type { Person, TestSite } from '../support/world.ts'

// What the team is writing in a thread, while it is sent, in two threads, and in two tabs.

const { thread: words, compose } = adminWords.en

let stage: Stage
let site: TestSite
let paula: Person
let lea: Person
let number: number

beforeEach(async () => {
  stage = await openStage()
  site = await stage.site()
  paula = await site.staff('product', 'Paula Reinholt')
  lea = await site.member('Lea')
  number = await site.idea(lea, { title: 'Rounds that end at the depot' })
})

const field = (page: Page) => page.locator('thread-composer textarea')
const mode = (page: Page, name: 'reply' | 'note') =>
  page
    .locator('thread-composer')
    .getByRole('group', { name: words.mode })
    .getByRole('button', { name: words.modes[name] })
const replies = async (thread = number): Promise<string[]> =>
  (await site.get(`threads/${thread}/replies`)).body.items.map(({ body }: { body: string }) => body)

test('what is typed while a reply is being sent stays, also after a reload', async () => {
  const { page } = await stage.admin(site, paula, { path: `feedback/${number}` })
  const sending = held(page, /\/replies$/)
  await field(page).fill('We build it this winter.')
  await field(page).press('Control+Enter')
  const route: Route = await sending
  await field(page).pressSequentially('\n\nAnd the depot opens in May.')
  await route.continue()
  await eventually(() => field(page).inputValue()).toBe('And the depot opens in May.')
  expect(await replies()).toEqual(['We build it this winter.'])
  await page.reload()
  await eventually(() => field(page).inputValue()).toBe('And the depot opens in May.')
  await field(page).press('Control+Enter')
  await eventually(() => replies()).toEqual(['We build it this winter.', 'And the depot opens in May.'])
  await eventually(() => field(page).inputValue()).toBe('')
})

test('what is being sent takes nothing from the thread that is opened meanwhile', async () => {
  const next = await site.idea(lea, { title: 'Gloves that warm' })
  const { page } = await stage.admin(site, paula, { path: `feedback/${number}` })
  const sending = held(page, /\/replies$/)
  await field(page).fill('We build it this winter.')
  await field(page).press('Control+Enter')
  const route = await sending
  await page.getByRole('link', { name: /Gloves that warm/ }).click()
  await page.getByRole('heading', { name: 'Gloves that warm', level: 2 }).waitFor()
  await field(page).fill('They come with the next order.')
  await route.continue()
  await page.getByText(words.sent.reply).filter({ visible: true }).first().waitFor()
  expect(await field(page).inputValue()).toBe('They come with the next order.')
  expect(await replies(next)).toEqual([])
  await page.getByRole('link', { name: /Rounds that end/ }).click()
  await page.getByRole('heading', { name: 'Rounds that end at the depot', level: 2 }).waitFor()
  expect(await field(page).inputValue()).toBe('')
})

test('a reply is posted once, though its thread was left and opened again while it was on its way', async () => {
  await site.idea(lea, { title: 'Gloves that warm' })
  const { page } = await stage.admin(site, paula, { path: `feedback/${number}` })
  const sending = held(page, /\/replies$/)
  await field(page).fill('We build it this winter.')
  await field(page).press('Control+Enter')
  const route = await sending
  for (const title of ['Gloves that warm', 'Rounds that end at the depot']) {
    await page.getByRole('link', { name: title }).first().click()
    await page.getByRole('heading', { name: title, level: 2 }).waitFor()
  }
  await eventually(() => field(page).inputValue()).toBe('We build it this winter.')
  await route.continue()
  await page.getByText(words.sent.reply).filter({ visible: true }).first().waitFor()
  await field(page).press('Control+Enter')
  await eventually(() => field(page).inputValue()).toBe('')
  expect(await replies()).toEqual(['We build it this winter.'])
})

/** Headless, every tab believes that somebody is in it. */
const leave = (tab: Page) =>
  tab.evaluate(() => {
    document.hasFocus = () => false
    dispatchEvent(new Event('blur'))
  })

test('two tabs on a thread have one draft, and neither writes over what the other wrote', async () => {
  const { page: left } = await stage.admin(site, paula, { path: `feedback/${number}` })
  const there = await left.context().newPage()
  await there.goto(left.url())
  await field(there).waitFor()
  await leave(left)

  // Where nobody is, the other's words come in; what was typed in both stands in the draft together.
  await field(there).fill('Written there.')
  await eventually(() => field(left).inputValue()).toBe('Written there.')
  await left.evaluate(() => (document.hasFocus = () => true))
  await field(there).fill('Written there, and more.')
  await field(left).fill('Written here.')
  const kept = () => left.evaluate(() => Object.values(localStorage).join())
  await eventually(kept).toContain('Written here.')
  await eventually(kept).toContain('Written there, and more.')
  await left.reload()
  await eventually(() => field(left).inputValue()).toMatch(/Written here\.\n\nWritten there, and more\.$/)

  // What one posts is gone from the other, which says so.
  await leave(there)
  await field(left).fill('Posted once.')
  await eventually(() => field(there).inputValue()).toContain('Posted once.')
  await field(there).fill('Posted once.')
  await field(left).press('Control+Enter')
  await there.getByText(compose.postedElsewhere).filter({ visible: true }).first().waitFor()
  expect(await field(there).inputValue()).toBe('')
  expect(await replies()).toEqual(['Posted once.'])
})

test('a note that is written in one tab never stands in the reply of another', async () => {
  const { page: left } = await stage.admin(site, paula, { path: `feedback/${number}` })
  const there = await left.context().newPage()
  await there.goto(left.url())
  await field(there).waitFor()
  await leave(left)
  await field(there).fill('Offer them a month.')
  await eventually(() => field(left).inputValue()).toBe('Offer them a month.')
  await mode(there, 'note').click()
  await eventually(() => field(left).inputValue()).toBe('')
  expect(await field(there).inputValue()).toBe('Offer them a month.')
  await field(left).fill('Thank you for asking.')
  await mode(left, 'note').click()
  await eventually(() => field(left).inputValue()).toBe('Offer them a month.')
  await mode(left, 'reply').click()
  await eventually(() => field(left).inputValue()).toBe('Thank you for asking.')
  await field(left).press('Control+Enter')
  await eventually(() => replies()).toEqual(['Thank you for asking.'])
  expect(await field(there).inputValue()).toBe('Offer them a month.')
})

test('what an input method composes is not sent half', async () => {
  const { page, context } = await stage.admin(site, paula, { path: `feedback/${number}` })
  await field(page).focus()
  const keys = await context.newCDPSession(page)
  await keys.send('Input.imeSetComposition', { text: 'にほ', selectionStart: 2, selectionEnd: 2 })
  await eventually(() => field(page).inputValue()).toBe('にほ')
  await page.keyboard.press('Control+Enter')
  await keys.send('Input.insertText', { text: '日本' })
  await eventually(() => field(page).inputValue()).toBe('日本')
  expect(await replies()).toEqual([])
  await page.keyboard.press('Control+Enter')
  await eventually(() => replies()).toEqual(['日本'])
})
