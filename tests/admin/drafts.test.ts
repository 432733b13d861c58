import { beforeEach, expect, test } from 'vitest'
import { adminWords, dialog } from '../support/admin_views.ts'
import { openStage, type Stage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import { item } from '../support/steps.ts'
import type { Person, TestSite } from '../support/world.ts'

// What was typed into the editor of a roadmap item is there again, however the editor was left.

const { roadmap, common } = adminWords.en

let stage: Stage
let site: TestSite
let pia: Person

beforeEach(async () => {
  stage = await openStage()
  site = await stage.site()
  pia = await site.staff('product', 'Pia Kunz')
})

const plan = async () =>
  (await site.get('roadmap/plan', pia)).body.stages.flatMap((stage: { items: object[] }) => stage.items)

test('an item’s words outlive Escape and Back, say when others changed it, and are gone once saved', async () => {
  const number = await item(site, pia, { title: 'Range', summary: 'How far one gets.' })
  const screen = await stage.admin(site, pia, { path: 'roadmap' })
  const { page } = screen
  const name = page.getByRole('textbox', { name: roadmap.name, exact: true })
  const summary = page.locator('#summary')
  const open = async () => {
    await page.getByRole('link', { name: 'Range' }).first().click()
    await name.waitFor()
  }
  const kept = page.locator('item-editor').getByText(common.draftKept)
  await open()
  expect(await kept.count()).toBe(0)
  await summary.fill('How far one gets in winter. ')
  await page.locator('#owner').selectOption({ label: common.nobody })
  await kept.waitFor()
  expect(await summary.inputValue()).toBe('How far one gets in winter. ')
  await page.keyboard.press('Escape')
  await dialog(page).waitFor({ state: 'detached' })

  await open()
  expect(await summary.inputValue()).toBe('How far one gets in winter. ')
  expect(await page.locator('#owner').inputValue()).toBe('')
  expect(await name.inputValue()).toBe('Range')
  await page.goBack()
  await dialog(page).waitFor({ state: 'detached' })

  // Meanwhile somebody else gives it another month: that stays, and it is said before anything is saved.
  await site.patch(`roadmap/items/${number}`, { expectedOn: '2027-03-01' }, pia, 1)
  await page.reload()
  await open()
  await page.getByRole('alert').filter({ hasText: roadmap.stale }).waitFor()
  expect(await summary.inputValue()).toBe('How far one gets in winter. ')
  expect(await page.locator('#month').inputValue()).toBe('2027-03')
  await page.getByRole('button', { name: common.save, exact: true }).click()
  await dialog(page).waitFor({ state: 'detached' })
  expect((await plan())[0]).toMatchObject({
    summary: 'How far one gets in winter.',
    expectedOn: '2027-03-01',
    owner: null,
  })

  await open()
  expect(await kept.count()).toBe(0)
  await name.fill('Reach')
  await page.getByRole('button', { name: common.discardDraft }).click()
  expect(await name.inputValue()).toBe('Range')
  await eventually(() => kept.count()).toBe(0)
  await page.reload()
  await name.waitFor()
  expect(await name.inputValue()).toBe('Range')
})

test('a new item that was begun is begun still, with its ideas', async () => {
  await site.idea(await site.member('Lea'), { title: 'Tyres that grip on snow' })
  const { page } = await stage.admin(site, pia, { path: 'roadmap/new' })
  const name = page.getByRole('textbox', { name: roadmap.name, exact: true })
  await name.fill('Winter tyres')
  await page.locator('#summary').fill('They grip.')
  const finder = page.getByRole('searchbox', { name: roadmap.addIdea })
  await finder.fill('snow')
  await page.getByRole('button', { name: /Tyres that grip/ }).click()
  const idea = page.locator('item-editor').getByRole('link', { name: /Tyres that grip/ })
  await idea.waitFor()
  await page.keyboard.press('Escape')
  await dialog(page).waitFor({ state: 'detached' })
  await page.getByRole('link', { name: roadmap.newItem, exact: true }).click()
  await idea.waitFor()
  expect(await name.inputValue()).toBe('Winter tyres')
  expect(await page.locator('#summary').inputValue()).toBe('They grip.')
  await page.getByRole('button', { name: roadmap.create }).click()
  await dialog(page).waitFor({ state: 'detached' })
  expect((await plan())[0]).toMatchObject({ title: 'Winter tyres', summary: 'They grip.', ideas: [{}] })
  await page.getByRole('link', { name: roadmap.newItem, exact: true }).click()
  await name.waitFor()
  expect(await name.inputValue()).toBe('')
})
