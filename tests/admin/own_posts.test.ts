import type { Page } from 'playwright-core'
import { beforeEach, expect, test } from 'vitest'
import { adminWords } from '../support/admin_views.ts'
import { openStage, type Stage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import { held } from '../support/held.ts'
import type { Person, TestSite } from '../support/world.ts'

// What somebody of the team does with what they wrote themselves.

const { thread: words, common } = adminWords.en

let stage: Stage
let site: TestSite
let paula: Person
let lea: Person
let number: number
let reply: string

beforeEach(async () => {
  stage = await openStage()
  site = await stage.site()
  paula = await site.staff('product', 'Paula Reinholt')
  lea = await site.member('Lea')
  number = await site.idea(lea, { title: 'Rounds that end at the depot' })
  reply = await site.reply(paula, number, 'We build it this winter.')
})

const editor = (page: Page) => page.locator('post-editor textarea')
const choose = async (page: Page, post: string, label: string) => {
  await page
    .locator(`#post-${post}`)
    .first()
    .getByRole('button', { name: words.postMenu('Paula Reinholt') })
    .click()
  await page.locator(`#post-${post}`).getByRole('button', { name: label, exact: true }).click()
}
const bodies = async (): Promise<string[]> =>
  (await site.get(`threads/${number}/replies`)).body.items.map(({ body }: { body: string }) => body)

test('an edit that was begun is found again, says so, and is gone once saved or given up', async () => {
  const { page } = await stage.admin(site, paula, { path: `feedback/${number}` })
  const begun = page.getByText(words.editBegun)
  await choose(page, reply, words.editOwn)
  await editor(page).fill('We build it in spring.')
  await page.reload()
  await begun.waitFor()
  expect(await editor(page).count()).toBe(0)
  await page.getByRole('button', { name: words.editGoOn }).click()
  await eventually(() => editor(page).inputValue()).toBe('We build it in spring.')
  await editor(page).press('Control+Enter')
  await eventually(bodies).toEqual(['We build it in spring.'])
  await editor(page).waitFor({ state: 'detached' })
  expect(await begun.count()).toBe(0)

  await choose(page, reply, words.editOwn)
  await editor(page).fill('We build it in summer.')
  await page.getByRole('button', { name: common.cancel, exact: true }).click()
  await editor(page).waitFor({ state: 'detached' })
  expect(await begun.count()).toBe(0)
  await choose(page, reply, words.editOwn)
  expect(await editor(page).inputValue()).toBe('We build it in spring.')
  await editor(page).fill('We build it in autumn.')
  await page.reload()
  await page.getByRole('button', { name: common.discardDraft }).click()
  await begun.waitFor({ state: 'detached' })
  expect(await page.locator(`#post-${reply}`).evaluate((post) => post.matches(':focus'))).toBe(true)
  await page.reload()
  await page.getByText('We build it in spring.').waitFor()
  expect(await begun.count()).toBe(0)
})

test('an edit of a post that was changed meanwhile keeps both texts, and what is typed while it is saved', async () => {
  const { page } = await stage.admin(site, paula, { path: `feedback/${number}` })
  await choose(page, reply, words.editOwn)
  await editor(page).fill('We build it in spring.')
  await site.patch(`replies/${reply}`, { body: 'We may build it.' }, paula, 1)
  await page.reload()
  await page.getByRole('button', { name: words.editGoOn }).click()
  await page.getByRole('alert').filter({ hasText: words.editStale }).waitFor()
  await page.locator('post-editor .newer').getByText('We may build it.').waitFor()
  expect(await editor(page).inputValue()).toBe('We build it in spring.')

  const saving = held(page, /\/replies\//)
  await editor(page).press('Control+Enter')
  const route = await saving
  await editor(page).press('Control+End')
  await editor(page).pressSequentially(' Or later.')
  await route.continue()
  await eventually(bodies).toEqual(['We build it in spring.'])
  await page.getByText(common.saved).filter({ visible: true }).first().waitFor()
  expect(await editor(page).inputValue()).toBe('We build it in spring. Or later.')
  await editor(page).press('Control+Enter')
  await eventually(bodies).toEqual(['We build it in spring. Or later.'])
  await editor(page).waitFor({ state: 'detached' })
})

test('one’s own reply is deleted after a question that says what readers will see', async () => {
  const { page } = await stage.admin(site, paula, { path: `feedback/${number}` })
  await page.getByText('We build it this winter.').waitFor()
  await choose(page, reply, words.removal.open)
  const asks = page.getByRole('alertdialog', { name: words.removal.reply.title })
  const question = page.locator('confirm-dialog')
  await question.getByText(words.removal.reply.text).waitFor()
  await asks.waitFor()
  const cancel = question.getByRole('button', { name: common.cancel })
  expect(await cancel.evaluate((button) => button.matches(':focus'))).toBe(true)
  await page.keyboard.press('Escape')
  await asks.waitFor({ state: 'detached' })
  expect(await bodies()).toEqual(['We build it this winter.'])

  await site.reply(lea, number, 'Which one?', { parent: reply })
  await page.reload()
  await page.getByText('Which one?').waitFor()
  await choose(page, reply, words.removal.open)
  await question.getByText(`There everybody will read: “${words.deleted}”`).waitFor()
  await question.getByRole('button', { name: words.removal.reply.verb }).click()
  const place = page.locator(`#post-${reply}`)
  await place.getByText(words.deleted).waitFor()
  await eventually(() => place.evaluate((post) => post.matches(':focus'))).toBe(true)
  expect((await site.get(`threads/${number}/replies`)).body.items[0]).toMatchObject({ body: null })
  // What somebody else wrote is not theirs to delete.
  await page
    .getByRole('button', { name: words.postMenu('Lea') })
    .last()
    .click()
  expect(await page.getByText(words.removal.open).filter({ visible: true }).count()).toBe(0)
})

test('one’s own thread is deleted, and stays where others voted for it', async () => {
  const own = await site.idea(paula, { title: 'A thread by mistake' })
  const wanted = await site.idea(paula, { title: 'A thread that is wanted' })
  await site.put(`threads/${wanted}/vote`, {}, lea)
  const screen = await stage.admin(site, paula, { path: `feedback/${wanted}` })
  screen.expect(/409/)
  const { page } = screen
  const question = page.locator('confirm-dialog')
  const opening = async (thread: number) => (await site.get(`threads/${thread}`)).body.post as string
  await choose(page, await opening(wanted), words.removal.open)
  await question.getByRole('button', { name: words.removal.opening.verb }).click()
  await question.getByText(words.removal.othersTookPart).waitFor()
  await page.keyboard.press('Escape')

  await page.getByRole('link', { name: /A thread by mistake/ }).click()
  await page.getByRole('heading', { name: 'A thread by mistake', level: 2 }).waitFor()
  await choose(page, await opening(own), words.removal.open)
  await question.getByRole('button', { name: words.removal.opening.verb }).click()
  await page.locator('thread-pane').waitFor({ state: 'detached' })
  await page.getByRole('link', { name: /A thread by mistake/ }).waitFor({ state: 'detached' })
  expect((await site.get(`threads/${own}`)).body).toMatchObject({ html: null })
  expect((await site.get(`threads/${wanted}`)).body.html).toContain('<p>')
})
