import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import words from '../../widget/translations/en/thread.ts'
import { openStage, type Stage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import { focused, tabTo } from '../support/keyboard.ts'
import type { Person, TestSite } from '../support/world.ts'

// Whoever may read a post may read how it was edited.

let stage: Stage
let site: TestSite
let anna: Person

beforeAll(async () => {
  stage = await openStage()
  site = await stage.site()
  anna = await site.member('Anna', { sub: 'anna' })
})

const dialog = (page: Page) => page.getByRole('dialog', { name: words.history.title })

test('what was edited is shown as text: who, when, what is new and what is gone, by keyboard, page by page', async () => {
  const number = await site.idea(anna, { title: 'Rounds that end at the depot' })
  const reply = await site.reply(anna, number, 'We lose an hour.')
  const texts = [
    'We lose <img src=x onerror=alert(1)> an hour.',
    'We lose half an hour.',
    'a',
    'b',
    'c',
    'd',
    'e',
  ]
  for (const [at, body] of texts.entries()) await site.patch(`replies/${reply}`, { body }, anna, at + 1)
  const { page } = await stage.widget(site, { path: `/t/${number}` })
  const edited = page.locator(`[id="post-${reply}"]`).getByRole('button', { name: /^Edited on / })
  await edited.waitFor()
  await tabTo(page, (await edited.getAttribute('aria-label'))!)
  await page.keyboard.press('Enter')
  await dialog(page).waitFor()
  await eventually(() => dialog(page).getByRole('listitem').count()).toBe(5)
  expect(await dialog(page).getByText('Anna').count()).toBe(5)
  await dialog(page).getByRole('button', { name: words.history.older }).click()
  await eventually(() => dialog(page).getByRole('listitem').count()).toBe(7)
  const second = dialog(page).getByRole('listitem').nth(5)
  await eventually(() => second.evaluate((node) => node.matches(':focus'))).toBe(true)
  expect(await second.locator('ins').allInnerTexts()).toEqual([expect.stringContaining('half')])
  expect((await second.locator('del').allInnerTexts()).join(' ')).toContain('onerror=alert(1)')
  expect(await dialog(page).locator('img').count()).toBe(0)
  expect(await dialog(page).getByRole('button', { name: words.history.older }).count()).toBe(0)
  await page.keyboard.press('Escape')
  await dialog(page).waitFor({ state: 'hidden' })
  await eventually(async () => (await focused(page)).name).toMatch(/^Edited on/)
})

test('an edit of what was changed elsewhere is refused, keeps what was typed, and is saved the second time', async () => {
  const number = await site.idea(anna, { title: 'Lights that stay on' })
  const reply = await site.reply(anna, number, 'One.')
  const screen = await stage.widget(site, { path: `/t/${number}`, as: { sub: 'anna', name: 'Anna' } })
  const { page } = screen
  screen.expect(/412/)
  const place = page.locator(`[id="post-${reply}"]`)
  await place.getByRole('button', { name: words.more('Anna', 2) }).click()
  await place.getByRole('button', { name: words.edit, exact: true }).filter({ visible: true }).click()
  const field = page.getByRole('textbox', { name: words.editBody })
  await field.fill('Three.')
  await site.patch(`replies/${reply}`, { body: 'Two.' }, anna, 1)
  await place.getByRole('button', { name: words.save, exact: true }).click()
  await page.getByText(words.changedMeanwhile).waitFor()
  expect(await field.inputValue()).toBe('Three.')
  await place.getByRole('button', { name: words.save, exact: true }).click()
  await place.getByText('Three.').waitFor()
  const { items } = (await site.get(`posts/${reply}/revisions`)).body
  expect(items).toHaveLength(2)
})

test('an edit of a thread that was changed elsewhere keeps the title that was typed, and saves it the second time', async () => {
  const number = await site.idea(anna, { title: 'Lights that stay on', body: 'One.' })
  const screen = await stage.widget(site, { path: `/t/${number}`, as: { sub: 'anna', name: 'Anna' } })
  const { page } = screen
  screen.expect(/412/)
  await page.locator('.in > .body').getByRole('button', { name: words.edit, exact: true }).click()
  const title = page.getByRole('textbox', { name: words.editTitle })
  await title.fill('Lights that go out')
  await site.patch(`threads/${number}`, { title: 'Lamps', body: 'Two.' }, anna, 1)
  await page.getByRole('button', { name: words.save, exact: true }).click()
  await page.getByText(words.changedMeanwhile).waitFor()
  await page.getByRole('heading', { name: 'Lamps', level: 2 }).waitFor()
  expect(await title.inputValue()).toBe('Lights that go out')
  await page.getByRole('button', { name: words.save, exact: true }).click()
  await page.getByRole('heading', { name: 'Lights that go out', level: 2 }).waitFor()
  expect((await site.get(`threads/${number}`)).body).toMatchObject({
    title: 'Lights that go out',
    body: 'Two.',
  })
})
