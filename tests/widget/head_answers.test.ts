import type { Page } from 'playwright-core'
import { beforeEach, expect, test } from 'vitest'
import core from '../../widget/translations/en/core.ts'
import words from '../../widget/translations/en/thread.ts'
import { openStage, type Stage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import { focused } from '../support/keyboard.ts'
import type { Person, TestSite } from '../support/world.ts'

// The accepted and the official answer stand at the head of a thread. What becomes of them is seen there, and they are
// answered, quoted, linked, reported and looked up as every reply is.

let stage: Stage
let site: TestSite
let anna: Person
let ben: Person
let ines: Person

beforeEach(async () => {
  stage = await openStage()
  site = await stage.site()
  anna = await site.member('Anna', { sub: 'anna' })
  ben = await site.member('Ben', { sub: 'ben' })
  ines = await site.staff('moderator', 'Inês Carvalho')
})

const official = (page: Page) => page.getByRole('region', { name: core.official })
const accepted = (page: Page) => page.getByRole('region', { name: words.accepted })
const open = (number: number, as: string, post = '', width = 1280) =>
  stage.widget(
    site,
    { path: `/t/${number}${post && `/${post}`}`, as: { sub: as.toLowerCase(), name: as } },
    { viewport: { width, height: 900 } },
  )

const ask = (title: string) => site.idea(anna, { board: 'help', kind: 'question', title })

async function answered(text: string, title = 'A refund for what was not driven'): Promise<[number, string]> {
  const number = await site.idea(anna, { title })
  const reply = await site.reply(ines, number, text)
  await site.put(`threads/${number}/official`, { reply }, ines)
  return [number, reply]
}

/** Opens the menu of the answer at the head and chooses something in it. */
async function choose(page: Page, name: string, label: string): Promise<void> {
  await page
    .locator('.official')
    .getByRole('button', { name: words.more(name) })
    .click()
  await page
    .locator('.official')
    .getByRole('button', { name: label, exact: true })
    .filter({ visible: true })
    .click()
}

async function write(page: Page, id: string, text: string): Promise<void> {
  await page.locator(`[id="edit-${id}"] textarea`).fill(text)
  await page.getByRole('button', { name: words.save, exact: true }).click()
}

test('an accepted answer that its author edits or deletes is so at the head of the thread as well', async () => {
  const number = await ask('How do I split a round in two?')
  const reply = await site.reply(ben, number, 'Hold the stop.')
  await site.put(`threads/${number}/accepted`, { reply }, anna)
  const { page } = await open(number, 'Ben')
  const place = page.locator(`[id="post-${reply}"]`)
  await eventually(() => accepted(page).innerText()).toContain('Hold the stop.')
  await place.getByRole('button', { name: words.more('Ben') }).click()
  await place.getByRole('button', { name: words.edit, exact: true }).filter({ visible: true }).click()
  await write(page, reply, 'Hold the stop, then choose.')
  await eventually(() => place.innerText()).toContain('then choose')
  expect(await accepted(page).innerText()).toContain('then choose')
  await accepted(page).locator('.edited').waitFor()
  await place.getByRole('button', { name: words.more('Ben') }).click()
  await place.getByRole('button', { name: words.remove, exact: true }).filter({ visible: true }).click()
  await page.getByRole('button', { name: words.removal.verb }).click()
  await place.waitFor({ state: 'detached' })
  expect(await accepted(page).count()).toBe(0)
})

test('an official answer is replied to and quoted where it stands, and what was written is found below it in the story', async () => {
  const [number, reply] = await answered('You get it **back** in 30 days.')
  const { page } = await open(number, 'Ben')
  const head = official(page)
  await head.getByRole('button', { name: words.replyTo(ines.name) }).click()
  const field = head.getByRole('textbox', { name: words.replyingTo(ines.name) })
  await eventually(async () => (await focused(page)).name).toContain(words.replyingTo(ines.name))
  expect(await page.getByRole('textbox', { name: words.replyingTo(ines.name) }).count()).toBe(1)
  await head.getByRole('button', { name: words.quoteOf(ines.name) }).click()
  await eventually(() => field.inputValue()).toContain('> You get it **back** in 30 days.')
  expect(await field.inputValue()).toContain(reply)
  await field.press('End')
  await page.keyboard.type('And on weekends?')
  await head.getByRole('button', { name: words.reply, exact: true }).last().click()
  const below = page.locator('.story > .item .nest .item')
  await eventually(() => below.innerText()).toContain('And on weekends?')
  expect(await field.count()).toBe(0)
  const [item] = (await site.get(`threads/${number}`)).body.story.items
  expect(item.replies).toHaveLength(1)
})

test('an official answer that was edited says so and shows how; its author edits and deletes it there', async () => {
  const [number, reply] = await answered('Refund in 30 days.')
  await site.patch(`replies/${reply}`, { body: 'Refund in 3 days.' }, ines, 1)
  const { page } = await open(number, 'Ben')
  await official(page).locator('.edited').click()
  const history = page.getByRole('dialog')
  await eventually(async () => (await history.innerText()).replace(/\s+/g, ' ')).toMatch(/30.*days/)
  await page.keyboard.press('Escape')
  await history.waitFor({ state: 'detached' })
  await choose(page, ines.name, words.reportIt)
  await page.getByRole('dialog').waitFor()

  const mine = await site.idea(anna, { title: 'Lights that stay on' })
  const own = await site.reply(ben, mine, 'It will come in May.')
  await site.put(`threads/${mine}/official`, { reply: own }, ines)
  const other = await open(mine, 'Ben')
  await choose(other.page, 'Ben', words.edit)
  expect(await other.page.locator('parvis-composer[id^=edit]').count()).toBe(1)
  await write(other.page, own, 'It will come in June.')
  await eventually(() => official(other.page).innerText()).toContain('June')
  await official(other.page).locator('.edited').waitFor()
  await eventually(async () => (await focused(other.page)).name).toBe(core.official)
  await choose(other.page, 'Ben', words.remove)
  await other.page.getByRole('button', { name: words.removal.verb }).click()
  await official(other.page).waitFor({ state: 'detached' })
  expect(await other.page.locator('.story > .item').count()).toBe(0)
})

test('the link of an official answer is copied at the head and leads there, alone of its name', async () => {
  const [number, reply] = await answered('Yes, in two steps.')
  for (let at = 0; at < 8; at++) await site.reply(ben, number, `Me too, ${at}.\n\nAnd more.`)
  const { page } = await open(number, 'Ben', reply)
  await eventually(async () => (await focused(page)).name).toBe(core.official)
  expect(await official(page).evaluate((one) => one.getBoundingClientRect().top >= 0)).toBe(true)
  expect(await page.locator(`[id="post-${reply}"]`).count()).toBe(1)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await choose(page, ines.name, words.copy)
  await eventually(() => page.evaluate(() => navigator.clipboard.readText())).toContain(reply)
})

test('an accepted answer further down than the story is read is answered from the head in its place there', async () => {
  const number = await ask('Where are the door codes?')
  for (let at = 0; at < 32; at++) await site.reply(anna, number, `Not here, ${at}.`)
  const reply = await site.reply(ben, number, 'In the field **Access**.')
  await site.put(`threads/${number}/accepted`, { reply }, anna)
  const { page } = await open(number, 'Cleo')
  const place = page.locator(`[id="post-${reply}"]`)
  await accepted(page).waitFor()
  expect(await place.count()).toBe(0)
  await accepted(page)
    .getByRole('button', { name: words.quoteOf('Ben') })
    .click()
  const field = place.getByRole('textbox')
  await eventually(() => field.inputValue()).toContain('> In the field **Access**.')
  await eventually(async () => (await focused(page)).name).toContain(words.replyingTo('Ben'))
})

test('what answers an official answer further down than the story is read stands below it once that is there', async () => {
  const number = await site.idea(anna, { title: 'Trailers, by size' })
  for (let at = 0; at < 32; at++) await site.reply(anna, number, `Larger, ${at}.`)
  const reply = await site.reply(ines, number, 'Three sizes.')
  await site.put(`threads/${number}/official`, { reply }, ines)
  const { page } = await open(number, 'Ben')
  await official(page)
    .getByRole('button', { name: words.replyTo(ines.name) })
    .click()
  await official(page).getByRole('textbox').fill('Which three?')
  await official(page).getByRole('button', { name: words.reply, exact: true }).last().click()
  const mine = page.locator('.item').filter({ hasText: 'Which three?' })
  await mine.first().waitFor()
  await page.getByRole('button', { name: words.older }).click()
  await page.locator('.nest .item').filter({ hasText: 'Which three?' }).waitFor()
  expect(await page.getByText('Which three?').count()).toBe(1)
})

test.each([320, 1280])('answers at the head fit a window of %i px', async (width) => {
  const [number] = await answered('Yes, in two steps. Width first: you set it once per vehicle.')
  const reply = (await site.get(`threads/${number}`)).body.officialReply.id
  await site.patch(`replies/${reply}`, { body: 'Yes, in two steps. Expected in **July**.' }, ines, 1)
  await site.reply(ben, number, 'Good.')
  const { page } = await open(number, 'Ben', '', width)
  await official(page).locator('.edited').waitFor()
  const over = await page.locator('parvis-board').evaluate((board) => board.scrollWidth - board.clientWidth)
  expect(over).toBeLessThanOrEqual(0)
  await official(page)
    .getByRole('button', { name: words.more(ines.name) })
    .click()
})
