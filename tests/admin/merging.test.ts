import { expect, test } from 'vitest'
import { adminWords } from '../support/admin_views.ts'
import { openStage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import { item, publish } from '../support/steps.ts'

test('a merge says which item on the roadmap loses its idea to one on another, before it is done', async () => {
  const stage = await openStage()
  const site = await stage.site()
  const mira = await site.staff('admin', 'Mira')
  const anna = await site.member('Anna')
  const [wide, narrow, loose] = [
    await site.idea(anna, { title: 'A wide bike' }),
    await site.idea(anna, { title: 'A narrow bike' }),
    await site.idea(anna, { title: 'A loose bike' }),
  ]
  const widths = await item(site, mira, { title: 'Widths', threads: [wide] })
  const gates = await item(site, mira, { title: 'Gates', threads: [narrow] })
  for (const one of [widths, gates]) await publish(site, mira, one)
  const { page } = await stage.admin(site, mira)
  const { acts, feedback } = adminWords.en
  for (const title of ['A wide bike', 'A narrow bike', 'A loose bike'])
    await page.getByRole('checkbox', { name: feedback.select(title) }).check()
  await page.keyboard.press('m')
  const dialog = page.locator('act-merge')
  const said = (words: string) => dialog.getByText(words, { exact: true }).count()
  const stays = (title: string) => dialog.getByRole('radio', { name: title }).check()
  await stays('A wide bike')
  await eventually(() => said(acts.mergeLeaves('Gates'))).toBe(1)
  expect(await said(acts.mergeLeaves('Widths'))).toBe(0)
  await stays('A narrow bike')
  await eventually(() => said(acts.mergeLeaves('Widths'))).toBe(1)
  expect(await said(acts.mergeLeaves('Gates'))).toBe(0)
  // An idea that is on no item takes the place of the first that is merged.
  await stays('A loose bike')
  await eventually(async () => [
    await said(acts.mergeLeaves('Widths')),
    await said(acts.mergeLeaves('Gates')),
  ]).toEqual([1, 0])
  await dialog.getByRole('button', { name: acts.mergeAct, exact: true }).click()
  const place = async (number: number) => (await site.get(`threads/${number}`, mira)).body.item?.title
  await eventually(() => place(loose)).toBe('Gates')
})
