import type { Page } from 'playwright-core'
import { beforeEach, expect, test } from 'vitest'
import words from '../../widget/translations/en/thread.ts'
import { openStage, type Stage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import { held } from '../support/held.ts'
import type { Person, TestSite } from '../support/world.ts'

// An answer may come after its reader went on to another thread, or after something else of the same one has changed.

let stage: Stage
let site: TestSite
let anna: Person
let first: number
let second: number

beforeEach(async () => {
  stage = await openStage()
  site = await stage.site()
  anna = await site.member('Anna', { sub: 'anna' })
  first = await site.idea(anna, { title: 'Lights that stay on' })
  second = await site.idea(anna, { title: 'Lights that go out' })
})

const asLea = (path: string) => stage.widget(site, { path, as: { sub: 'lea', name: 'Lea' } })
const box = (page: Page) => page.getByRole('textbox', { name: words.yourReply, exact: true })
const title = (page: Page, name: string) => page.getByRole('heading', { name, exact: true }).waitFor()

/** By a link of the same widget, which shows the thread in the same view. */
const goTo = (page: Page) => page.getByRole('link', { name: 'Lights that go out' }).last().click()

test('a reply that was under way is posted where it belongs, and the thread that one went to stays as it is', async () => {
  const { page } = await asLea(`/t/${first}`)
  await box(page).fill('By day as well.')
  const [sending] = await Promise.all([
    held(page, /\/replies$/),
    page.getByRole('button', { name: words.reply, exact: true }).last().click(),
  ])
  await goTo(page)
  await title(page, 'Lights that go out')
  await box(page).fill('And here?')
  await sending.continue()
  await eventually(async () => (await site.get(`threads/${first}`)).body.replies).toBe(1)
  await page.getByRole('status').filter({ hasText: words.posted }).first().waitFor({ state: 'attached' })
  await title(page, 'Lights that go out')
  expect(await page.getByText('By day as well.').count()).toBe(0)
  expect(await box(page).inputValue()).toBe('And here?')
  expect((await site.get(`threads/${second}`)).body.replies).toBe(0)
  await page.goBack()
  await page.getByText('By day as well.').waitFor()
  expect(await box(page).inputValue()).toBe('')
})

test('who asked for what is new and went on finds the other thread, and its draft, as they left it', async () => {
  const screen = await asLea(`/t/${second}`)
  const { page } = screen
  await box(page).fill('Mine of the second.')
  await page.getByText('Draft saved on this device').waitFor()
  await page.goto(page.url().replace(/parvis=[^&]*/, `parvis=/t/${first}`))
  await title(page, 'Lights that stay on')
  await eventually(() => stage.world.live.open).toBeGreaterThan(0)
  await site.reply(anna, first, 'Something new.')
  const pill = page.locator('.live').getByRole('button', { name: '1 new reply', exact: true })
  await pill.waitFor()
  const [reading] = await Promise.all([held(page, new RegExp(`/threads/${first}$`)), pill.click()])
  await goTo(page)
  await title(page, 'Lights that go out')
  await eventually(() => box(page).inputValue()).toBe('Mine of the second.')
  await reading.continue()
  await screen.idle()
  await title(page, 'Lights that go out')
  expect(await box(page).inputValue()).toBe('Mine of the second.')
  expect(await page.getByText('Something new.').count()).toBe(0)
})

test('what one did while more of the story was read stays', async () => {
  for (let n = 1; n <= 30; n++) await site.reply(anna, first, `Reply ${n}`)
  const { page } = await asLea(`/t/${first}`)
  const more = page.getByRole('button', { name: words.older, exact: true })
  const [reading] = await Promise.all([held(page, /\/story\?/), more.click()])
  const add = page.locator('parvis-reactions .add').first()
  await add.click()
  await page.locator('parvis-reactions .all button').first().click()
  const chip = page.locator('parvis-reactions').first().locator('.chip')
  await eventually(() => chip.textContent()).toContain('1')
  await reading.continue()
  await page.getByText('Reply 30', { exact: true }).waitFor()
  expect(await chip.textContent()).toContain('1')
})
