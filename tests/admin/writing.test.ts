import type { Page } from 'playwright-core'
import { beforeEach, expect, test } from 'vitest'
import { adminWords } from '../support/admin_views.ts'
import { openStage, type Stage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import type { Person, TestSite } from '../support/world.ts'

// The customers' Markdown tools in the team's own fields.

const { thread: words, compose, palette, feedback, images } = adminWords.en

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
  number = await site.idea(lea, { title: 'Rounds that end at the depot', body: 'Where *we* live.' })
})

const tools = (page: Page, within = 'thread-composer') =>
  page.locator(within).getByRole('toolbar', { name: compose.tools })

test('a reply and a note have Markdown tools, keys and lists, and Ctrl+K stays the palette’s', async () => {
  const { page } = await stage.admin(site, paula, { path: `feedback/${number}` })
  const field = page.locator('thread-composer textarea')
  const bold = tools(page).getByRole('button', { name: compose.bold })
  await field.fill('At night')
  await field.press('Control+a')
  await field.press('Control+b')
  expect(await field.inputValue()).toBe('**At night**')
  await eventually(() => bold.getAttribute('aria-pressed')).toBe('true')
  await bold.click()
  expect(await field.inputValue()).toBe('At night')
  await field.fill('- one')
  await field.press('Enter')
  await field.pressSequentially('two')
  expect(await field.inputValue()).toBe('- one\n- two')

  // One stop for Tab, and arrows between.
  expect(await tools(page).locator('button[tabindex="0"]').count()).toBe(1)
  await bold.focus()
  await page.keyboard.press('ArrowRight')
  const italic = tools(page).getByRole('button', { name: compose.italic })
  expect(await italic.evaluate((button) => button.matches(':focus'))).toBe(true)

  const link = tools(page).getByRole('button', { name: compose.link })
  expect(await link.getAttribute('aria-keyshortcuts')).toBe(null)
  await field.focus()
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog', { name: palette.title }).waitFor()
  await page.keyboard.press('Escape')
  expect(await field.inputValue()).toBe('- one\n- two')
  await link.click()
  expect(await field.inputValue()).toContain('[text of the link](https://)')

  await page.locator('thread-composer').getByRole('button', { name: words.modes.note }).click()
  await bold.waitFor()
  expect(await tools(page).getByRole('button', { name: images.add }).count()).toBe(0)
  await field.press('Control+End')
  await field.press('Control+b')
  expect(await field.inputValue()).toContain('**bold text**')
})

test('an announcement and an edit have the same tools', async () => {
  const reply = await site.reply(paula, number, 'In winter.')
  const { page } = await stage.admin(site, paula, { path: `feedback/${number}` })
  await page
    .locator(`#post-${reply}`)
    .getByRole('button', { name: words.postMenu('Paula Reinholt') })
    .click()
  await page.locator(`#post-${reply}`).getByRole('button', { name: words.editOwn, exact: true }).click()
  const edited = page.locator('post-editor textarea')
  await edited.press('Control+a')
  await tools(page, 'post-editor').getByRole('button', { name: compose.quote }).click()
  expect(await edited.inputValue()).toBe('> In winter.')
  await page.getByRole('button', { name: feedback.announce.open, exact: true }).first().click()
  const said = page.locator('announce-dialog textarea')
  await said.fill('1. First')
  await said.press('Enter')
  expect(await said.inputValue()).toBe('1. First\n2. ')
  await tools(page, 'announce-dialog').getByRole('button', { name: compose.table }).click()
  expect(await said.inputValue()).toContain('| --- |')
})

test('a post, or what is selected in it, is quoted into the reply', async () => {
  const reply = await site.reply(lea, number, 'At night. And on Sundays.')
  const opening: string = (await site.get(`threads/${number}`)).body.post
  const { page } = await stage.admin(site, paula, { path: `feedback/${number}` })
  const field = page.locator('thread-composer textarea')
  const quote = async (post: string) => {
    const menu = page.locator(`#post-${post}`).getByRole('button', { name: words.postMenu('Lea') })
    await menu.click()
    await page.locator(`#post-${post}`).getByRole('button', { name: words.quote, exact: true }).click()
  }
  await quote(opening)
  await eventually(() => field.inputValue()).toBe('Lea wrote:\n\n> Where *we* live.\n\n')
  expect(await field.evaluate((area) => area.matches(':focus'))).toBe(true)
  expect(await page.getByText(words.nested('Lea')).count()).toBe(0)
  await field.fill('')
  await page.locator(`#post-${reply} .prose p`).evaluate((paragraph) => {
    const text = paragraph.firstChild as Text
    getSelection()?.setBaseAndExtent(text, 0, text, 'At night.'.length)
  })
  await quote(reply)
  await eventually(() => field.inputValue()).toBe('Lea wrote:\n\n> At night.\n\n')
  await page.getByText(words.nested('Lea')).waitFor()
})
