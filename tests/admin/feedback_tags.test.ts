import { expect, test } from 'vitest'
import { adminWords, dialog } from '../support/admin_views.ts'
import { openStage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'

const { acts } = adminWords.en

test('several threads are tagged and untagged by the keyboard alone: a few letters and Enter for each tag', async () => {
  const stage = await openStage()
  const site = await stage.site()
  const mira = await site.staff('admin', 'Mira')
  for (const name of ['Rounds', 'Batteries', 'Depots'])
    expect((await site.post('tags', { name }, mira)).status).toBe(201)
  const anna = await site.member('Anna')
  const numbers = [await site.idea(anna, { title: 'First' }), await site.idea(anna, { title: 'Second' })]
  await site.post('taggings', { threads: [numbers[0]], add: ['depots'] }, mira)
  const { page } = await stage.admin(site, mira)
  for (const title of ['First', 'Second'])
    await page.getByRole('checkbox', { name: adminWords.en.feedback.select(title) }).check()
  await page.keyboard.press('t')
  await dialog(page).waitFor()
  await page.getByRole('searchbox', { name: acts.tagFind }).waitFor()
  await page.keyboard.press('Enter')
  await page.keyboard.type('bat')
  await page.getByText(acts.tagFirst('Batteries', 'none')).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('status').getByText(acts.tagFirst('Batteries', 'all')).waitFor()
  expect(await page.getByRole('checkbox', { name: 'Batteries' }).isChecked()).toBe(true)
  // What was typed is marked, so that the next letters take its place. On some of them: Enter puts it on all, then on none.
  await page.keyboard.type('dep')
  await page.keyboard.press('Enter')
  await eventually(() => page.getByRole('checkbox', { name: 'Depots' }).isChecked()).toBe(true)
  await page.keyboard.press('Enter')
  await eventually(() => page.getByRole('checkbox', { name: 'Depots' }).isChecked()).toBe(false)
  await page.keyboard.type('nothing')
  await page.getByText(acts.tagNoMatch).waitFor()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+Enter')
  await dialog(page).waitFor({ state: 'detached' })
  await eventually(async () =>
    Promise.all(numbers.map(async (number) => (await site.get(`threads/${number}`)).body.tags)),
  ).toEqual([['batteries'], ['batteries']])
})
