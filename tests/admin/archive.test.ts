import { beforeEach, expect, test } from 'vitest'
import { adminWords, dialog } from '../support/admin_views.ts'
import { openStage, type Stage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import { focused } from '../support/keyboard.ts'
import type { Person, TestSite } from '../support/world.ts'

// A board that was archived can come back, with all it holds.

let stage: Stage
let site: TestSite
let owner: Person

beforeEach(async () => {
  stage = await openStage()
  site = await stage.site()
  owner = await site.staff('owner', 'Olga Brandt')
  await site.idea(await site.member('Anna'), { title: 'Rounds that end at the depot' })
})

const { settings } = adminWords.en
const boards = async () =>
  (await site.get('boards')).body.items.map((board: { name: string }) => board.name) as string[]

test('a board is archived, found in the archive, and restored after the others with the focus on its row', async () => {
  const { page } = await stage.admin(site, owner, { path: 'settings/boards' })
  const archive = page.getByRole('heading', { name: settings.archive.title, exact: true })
  await page.getByRole('button', { name: settings.archiveOne('Ideas') }).click()
  expect(await archive.count()).toBe(0)
  await page.getByRole('button', { name: settings.lists.boards.deleteAct, exact: true }).click()
  await archive.waitFor()
  expect(await boards()).toEqual(['Help', 'News'])

  await page.getByRole('button', { name: settings.archive.restoreOne('Ideas') }).click()
  await dialog(page).waitFor()
  await page
    .getByText(settings.archive.restoreWords(settings.boardThreads(1), settings.visibilities.public))
    .waitFor()
  expect(await boards()).toEqual(['Help', 'News'])
  await page.getByRole('button', { name: settings.archive.restore, exact: true }).last().click()
  await archive.waitFor({ state: 'hidden' })
  expect(await boards()).toEqual(['Help', 'News', 'Ideas'])
  await eventually(async () => (await focused(page)).name).toBe(settings.editOne('Ideas'))
  expect((await site.get('threads?board=ideas')).body.items).toHaveLength(1)
})

test('where there is no room for it, the question says so and the board stays in the archive', async () => {
  await site.delete('boards/news', owner)
  for (let count = 2; count < 50; count++)
    await site.post('boards', { name: `Board ${count}`, kinds: ['idea'] }, owner)
  const screen = await stage.admin(site, owner, { path: 'settings/boards' })
  screen.expect(/409/)
  const { page } = screen
  await page.getByRole('button', { name: settings.archive.restoreOne('News') }).click()
  await dialog(page).waitFor()
  await page.getByRole('button', { name: settings.archive.restore, exact: true }).last().click()
  await page.getByRole('alert').filter({ hasText: settings.archive.full }).waitFor()
  expect((await site.get('boards/archive', owner)).body.items).toHaveLength(1)
})

test('who may not archive sees no archive and asks for none', async () => {
  await site.delete('boards/news', owner)
  const screen = await stage.admin(site, await site.staff('moderator'), { path: 'settings/boards' })
  const { page } = screen
  await page.getByRole('heading', { name: settings.pages.boards, level: 2 }).waitFor()
  await screen.idle()
  expect(await page.getByText(settings.archive.title, { exact: true }).count()).toBe(0)
  expect(screen.asked().filter((one) => one.includes('archive'))).toEqual([])
})
