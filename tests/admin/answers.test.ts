import { beforeAll, expect, test } from 'vitest'
import { thread as words } from '../../admin/translations/en/thread.ts'
import { adminWords } from '../support/admin_views.ts'
import { openStage, type Stage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import type { Person, TestSite } from '../support/world.ts'

// What the team does with the answers to a question, and how it reads what was edited.

let stage: Stage
let site: TestSite
let paula: Person
let lea: Person

beforeAll(async () => {
  stage = await openStage()
  site = await stage.site()
  paula = await site.staff('product', 'Paula Reinholt')
  lea = await site.member('Lea')
})

test('an answer is accepted, stands first, and is taken back; its edits are shown', async () => {
  const number = await site.idea(lea, { board: 'help', kind: 'question', title: 'How do I split a round?' })
  const reply = await site.reply(lea, number, 'Hold the stop.')
  await site.patch(`replies/${reply}`, { body: 'Hold the stop, then choose “Split”.' }, lea, 1)
  const { page } = await stage.admin(site, paula, { path: `feedback/${number}` })
  const choose = async (label: string) => {
    await page
      .locator('.story')
      .getByRole('button', { name: words.postMenu('Lea') })
      .click()
    await page.locator('.story').getByRole('button', { name: label, exact: true }).click()
  }
  await choose(words.accept)
  const answer = page.getByRole('region', { name: words.accepted })
  await answer.getByText('Hold the stop').waitFor()
  expect((await site.get(`threads/${number}`)).body.acceptedReply.id).toBe(reply)
  await page
    .locator('.story')
    .getByRole('button', { name: /^Edited on/ })
    .click()
  const dialog = page.getByRole('dialog', { name: words.history.title })
  await eventually(() => page.locator('history-dialog ins').allInnerTexts()).toEqual([
    expect.stringContaining('then choose “Split”'),
  ])
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'hidden' })
  await choose(words.unaccept)
  await answer.waitFor({ state: 'hidden' })
  expect((await site.get(`threads/${number}`)).body.accepted).toBe(false)
})

test('a note that was begun is still a note when its thread is opened again, and never a public reply', async () => {
  const number = await site.idea(lea, { title: 'Rounds that end at the depot' })
  const { page } = await stage.admin(site, paula, { path: `feedback/${number}` })
  const mode = (name: 'reply' | 'official' | 'note') =>
    page.getByRole('button', { name: words.modes[name], exact: true }).and(page.locator('[aria-pressed]'))
  const field = page.locator('thread-composer textarea')
  // What is missing is said, and no longer once it is there.
  await field.press('Control+Enter')
  const missing = page.locator('thread-composer').getByText('Please fill this in.')
  await missing.waitFor()
  await mode('note').click()
  await eventually(() => missing.count()).toBe(0)
  await field.fill('They want to leave: offer them a month.')
  await page.reload()
  await eventually(() => field.inputValue()).toBe('They want to leave: offer them a month.')
  expect(await mode('note').getAttribute('aria-pressed')).toBe('true')
  await field.press('Control+Enter')
  await page.getByText('They want to leave').and(page.locator(':not(textarea)')).first().waitFor()
  expect((await site.get(`threads/${number}/replies`)).body.items).toEqual([])

  // Sent, it leaves nothing behind: the next is a reply, as at first.
  await page.reload()
  await field.waitFor()
  expect(await field.inputValue()).toBe('')
  expect(await mode('reply').getAttribute('aria-pressed')).toBe('true')
})

test('what is typed after an official answer is a reply, and a second official one says what it replaces', async () => {
  const number = await site.idea(lea, { title: 'Rounds that begin at the depot' })
  const { page } = await stage.admin(site, paula, { path: `feedback/${number}` })
  const field = page.locator('thread-composer textarea')
  const mode = (name: 'reply' | 'official') =>
    page
      .locator('thread-composer')
      .getByRole('button', { name: words.modes[name], exact: true, pressed: true })
  const choose = (name: 'reply' | 'official') =>
    page.locator('thread-composer [aria-pressed]', { hasText: words.modes[name] }).first().click()
  const instead = page.locator('thread-composer').getByText(words.officialInstead)
  const official = async () => (await site.get(`threads/${number}`)).body.officialReply?.body
  await choose('official')
  await mode('official').waitFor()
  expect(await instead.count()).toBe(0)
  await field.fill('We build it this winter.')
  await field.press('Control+Enter')
  await eventually(official).toBe('We build it this winter.')
  await mode('reply').waitFor()
  await field.fill('And thank you for asking.')
  await field.press('Control+Enter')
  await eventually(async () => (await site.get(`threads/${number}/replies`)).body.items.length).toBe(2)
  expect(await official()).toBe('We build it this winter.')

  await choose('official')
  await instead.waitFor()
  await field.fill('We build it in spring.')
  await field.press('Control+Enter')
  await eventually(official).toBe('We build it in spring.')
  await eventually(() => instead.count()).toBe(0)
})

test('who judges no posts is offered no keys for it', async () => {
  const { page } = await stage.admin(site, paula, { path: 'reports' })
  const { reports, shortcuts } = adminWords.en
  await page.getByText(reports.moderatorsOnly).waitFor()
  await page.locator('admin-foot').getByText(shortcuts.all).waitFor()
  expect(await page.locator('admin-foot').getByText(reports.keys.fine).count()).toBe(0)
})
