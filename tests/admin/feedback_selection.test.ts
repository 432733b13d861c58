import type { Page } from 'playwright-core'
import { beforeEach, expect, test } from 'vitest'
import { adminWords, dialog } from '../support/admin_views.ts'
import { openStage, type Stage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import { focused } from '../support/keyboard.ts'
import type { Person, TestSite } from '../support/world.ts'

// What is ticked stays ticked from one act to the next, for as long as it is in the list.

let stage: Stage
let site: TestSite
let mira: Person

const { acts, feedback } = adminWords.en
const titles = ['First', 'Second', 'Third']

beforeEach(async () => {
  stage = await openStage()
  site = await stage.site()
  mira = await site.staff('admin', 'Mira')
  const anna = await site.member('Anna')
  for (const title of titles) await site.idea(anna, { title })
  expect((await site.post('tags', { name: 'Rounds' }, mira)).status).toBe(201)
})

const bar = (page: Page) => page.getByRole('toolbar', { name: feedback.bulk })
const ticked = async (page: Page) => {
  const boxes = titles.map((title) => page.getByRole('checkbox', { name: feedback.select(title) }))
  const states = await Promise.all(
    boxes.map(async (box) => (await box.count()) > 0 && (await box.isChecked())),
  )
  return titles.filter((_, index) => states[index])
}

async function listWith(query: string, ...chosen: string[]): Promise<Page> {
  const { page } = await stage.admin(site, mira, { path: `feedback${query}` })
  for (const title of chosen) await page.getByRole('checkbox', { name: feedback.select(title) }).check()
  return page
}

async function begin(page: Page, act: string): Promise<void> {
  await bar(page).getByRole('button', { name: act }).focus()
  await page.keyboard.press('Enter')
  await dialog(page).waitFor()
}

test('the same threads are tagged, then assigned, then given a status, and are ticked once', async () => {
  const page = await listWith('', 'First', 'Third')
  await begin(page, acts.tag)
  await page.getByRole('checkbox', { name: 'Rounds' }).check()
  await page.keyboard.press('Control+Enter')
  await dialog(page).waitFor({ state: 'detached' })
  await page.getByRole('row').filter({ hasText: 'First' }).locator('.tag').waitFor()
  expect(await ticked(page)).toEqual(['First', 'Third'])
  await eventually(() => bar(page).locator('b .unseen').innerText()).toBe(feedback.selected(2))
  expect((await focused(page)).name).toBe(acts.tag)

  await begin(page, acts.assign)
  await page.getByRole('radio', { name: 'Mira' }).check()
  await page.keyboard.press('Control+Enter')
  await dialog(page).waitFor({ state: 'detached' })
  await begin(page, acts.status)
  await page.getByRole('radio', { name: 'In review' }).check()
  await page.keyboard.press('Control+Enter')
  await dialog(page).waitFor({ state: 'detached' })
  const rows = async () => (await site.get('threads?board=ideas&sort=new', mira)).body.items
  const done = { status: 'review', tags: ['rounds'], assignee: { name: 'Mira' } }
  await eventually(rows).toMatchObject([done, { status: 'open', tags: [], assignee: null }, done])
  expect(await ticked(page)).toEqual(['First', 'Third'])
  expect(new URL(page.url()).searchParams.get('ticked')?.split(',').sort()).toEqual(['1', '3'])
})

test('what leaves the list is no longer ticked, and the focus goes on in the list', async () => {
  const page = await listWith('?status=open', 'First', 'Third')
  await begin(page, acts.status)
  await page.getByRole('radio', { name: 'In review' }).check()
  await page.keyboard.press('Control+Enter')
  await page.getByRole('row').filter({ hasText: 'First' }).waitFor({ state: 'detached' })
  await bar(page).waitFor({ state: 'detached' })
  await eventually(() => focused(page)).toMatchObject({ tag: 'a', name: 'Second' })
  expect(new URL(page.url()).searchParams.has('ticked')).toBe(false)
})

test('of a merge what stays is still ticked, and counted alone', async () => {
  const page = await listWith('', 'First', 'Third')
  await begin(page, acts.merge)
  await page.keyboard.press('Control+Enter')
  await page.getByRole('row').filter({ hasText: 'Third' }).waitFor({ state: 'detached' })
  await eventually(() => bar(page).locator('b .unseen').innerText()).toBe(feedback.selected(1))
  expect(await ticked(page)).toEqual(['First'])
  expect((await focused(page)).name).toBe(acts.merge)
})
