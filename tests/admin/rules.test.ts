import { expect, test } from 'vitest'
import { adminWords, dialog } from '../support/admin_views.ts'
import { openStage } from '../support/browser.ts'

const { rules } = adminWords.en.settings

test('retiring the last rule says first that no post can be hidden then', async () => {
  const stage = await openStage()
  const site = await stage.site()
  const owner = await site.staff('owner', 'Olga')
  const before: { number: number }[] = (await site.get('rules')).body.items
  for (const { number } of before) await site.delete(`rules/${number}`, owner)
  const numbers: number[] = []
  for (const name of ['Be kind', 'Stay on the subject'])
    numbers.push((await site.post('rules', { name }, owner)).body.number)
  const { page } = await stage.admin(site, owner, { path: 'settings/rules' })
  const last = page.locator('confirm-dialog').getByText(rules.retireLast)
  const retire = async (number: number, warned: boolean) => {
    await page.getByRole('button', { name: rules.retire(number), exact: true }).click()
    await page.locator('confirm-dialog').getByText(rules.retireWords).waitFor()
    expect(await last.count()).toBe(warned ? 1 : 0)
    await page.getByRole('button', { name: rules.retireAct, exact: true }).click()
    await dialog(page).waitFor({ state: 'detached' })
  }
  await retire(numbers[0]!, false)
  await retire(numbers[1]!, true)
  expect((await site.get('rules')).body.items).toEqual([])
})
