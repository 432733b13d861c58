import type { Page } from 'playwright-core'
import { beforeEach, expect, test } from 'vitest'
import { adminWords, dialog } from '../support/admin_views.ts'
import { openStage, type Stage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import type { Answer, Person, TestSite } from '../support/world.ts'

// Who has a thread is seen in its row.

let stage: Stage
let site: TestSite
let mira: Person
let anna: Person
let hers: number
let atNight: number

beforeEach(async () => {
  stage = await openStage()
  site = await stage.site()
  mira = await site.staff('moderator', 'Mira Castellanos')
  anna = await site.member('Anna')
  hers = await site.idea(anna, { title: 'Rounds that end at the depot' })
  atNight = await site.idea(anna, { title: 'Rounds at night' })
  await site.put(`threads/${hers}/assignment`, { member: mira.id }, mira)
})

const words = adminWords.en
const row = (page: Page, title: string) => page.getByRole('row').filter({ hasText: title })
const who = (page: Page, title: string) => row(page, title).getByRole('cell').last()

test('each row names who has the thread, by picture and by word, and opens from there too', async () => {
  const { page } = await stage.admin(site, mira)
  await page
    .getByRole('columnheader', { name: words.feedback.filters.assignee })
    .waitFor({ state: 'attached' })
  const cell = who(page, 'Rounds that end at the depot')
  expect((await cell.innerText()).replace(/\s+/g, ' ')).toContain('Mira Castellanos')
  await cell.getByTitle('Mira Castellanos').waitFor()
  expect(await who(page, 'Rounds at night').innerText()).toContain(words.common.nobody)
  await cell.locator('.av').click()
  await eventually(() => new URL(page.url()).pathname).toContain(`/feedback/${hers}`)
})

test('assigning shows in the row at once', async () => {
  const { page } = await stage.admin(site, mira)
  await row(page, 'Rounds at night').getByRole('link').focus()
  await page.keyboard.press('a')
  await dialog(page).waitFor()
  await page.getByRole('radio', { name: 'Mira Castellanos' }).check()
  await page.getByRole('button', { name: words.acts.assign }).filter({ visible: true }).last().click()
  await eventually(() => who(page, 'Rounds at night').innerText()).toContain('Mira Castellanos')
})

test.each([360, 768])('at a width of %i the column gives its room to the title', async (width) => {
  const { page } = await stage.admin(site, mira, { viewport: { width, height: 800 } })
  await row(page, 'Rounds at night').waitFor()
  expect(await page.locator('.assignee-cell').filter({ visible: true }).count()).toBe(0)
  expect(await page.evaluate(() => document.scrollingElement!.scrollWidth - innerWidth)).toBe(0)
})

test('on a phone all lines of a row begin at one edge, with a status or without', async () => {
  await site.post(
    'threads',
    { board: 'help', kind: 'question', title: 'Where is my invoice?', body: 'Gone.' },
    anna,
  )
  const { page } = await stage.admin(site, mira, { viewport: { width: 360, height: 800 } })
  const begins = async (title: string, cell: string) =>
    (await row(page, title).locator(cell).boundingBox())!.x
  await row(page, 'Where is my invoice?').waitFor()
  const edge = await begins('Rounds at night', '.status-cell')
  expect(await begins('Rounds at night', '.title-cell')).toBe(edge)
  expect(await begins('Where is my invoice?', '.title-cell')).toBe(edge)
  expect(await begins('Where is my invoice?', '.kind-cell')).toBe(edge)
})

test('what colleagues change in an open list waits there until it is asked for', async () => {
  await site.post('tags', { slug: 'maps', name: 'Maps' }, await site.staff('owner'))
  const { page } = await stage.admin(site, mira)
  await row(page, 'Rounds at night').waitFor()
  await eventually(() => stage.world.live.open).toBe(1)
  const pia = await site.staff('product', 'Pia')
  const waits = page.getByRole('button', { name: words.news.changes(1), exact: true })
  const change = async (act: () => Promise<Answer>, old: string) => {
    expect((await act()).status).toBeLessThan(300)
    await waits.waitFor()
    expect(await row(page, old).count()).toBe(1)
    await waits.click()
    await waits.waitFor({ state: 'hidden' })
  }
  await change(() => site.put(`threads/${atNight}/assignment`, { member: pia.id }, pia), 'Rounds at night')
  await eventually(() => who(page, 'Rounds at night').innerText()).toContain('Pia')
  await change(() => site.delete(`threads/${atNight}/assignment`, pia), 'Rounds at night')
  await eventually(() => who(page, 'Rounds at night').innerText()).toContain(words.common.nobody)
  await change(() => site.post('taggings', { threads: [atNight], add: ['maps'] }, pia), 'Rounds at night')
  await row(page, 'Rounds at night').locator('.tag').waitFor()
  await change(() => site.patch(`threads/${atNight}`, { title: 'Rounds by day' }, anna, 1), 'Rounds at night')
  await row(page, 'Rounds by day').waitFor()
  // What the list no longer asks for waits as well.
  await page.goto(`${stage.url}admin/${site.slug}/feedback?assignee=none`)
  await row(page, 'Rounds by day').waitFor()
  await eventually(() => stage.world.live.open).toBe(1)
  await change(() => site.put(`threads/${atNight}/assignment`, { member: pia.id }, pia), 'Rounds by day')
  await row(page, 'Rounds by day').waitFor({ state: 'detached' })
})

test('what may stay of a merge is listed at one edge, its votes at the other', async () => {
  const { page } = await stage.admin(site, mira)
  for (const title of ['Rounds that end at the depot', 'Rounds at night'])
    await row(page, title).getByRole('checkbox').check()
  await page.keyboard.press('m')
  const choices = page.locator('act-merge .choice')
  await eventually(() => choices.count()).toBe(2)
  const edges = async (part: string) =>
    new Set(
      await choices
        .locator(part)
        .evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().x))),
    )
  expect((await edges('input + .figures')).size).toBe(1)
  expect((await edges('input + .figures + .clip')).size).toBe(1)
})
