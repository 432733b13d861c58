import { expect, test } from 'vitest'
import { adminWords } from '../support/admin_views.ts'
import { openStage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'

const { audit } = adminWords.en

test('the log calls a status by its name, and finds by the filter what was done to the lists', async () => {
  const stage = await openStage()
  const site = await stage.site()
  const owner = await site.staff('owner', 'Olga')
  const rename = { name: 'Looked at', names: {} }
  expect((await site.patch('statuses/review', rename, owner, 1)).status).toBe(200)
  await site.post('tags', { name: 'Maps' }, owner)
  await site.delete('tags/maps', owner)
  const { page } = await stage.admin(site, owner, { path: 'audit' })
  const entries = page.getByRole('list', { name: audit.list }).getByRole('listitem')
  await entries.filter({ hasText: 'edited the status Looked at' }).waitFor()
  expect(await page.getByText('status review').count()).toBe(0)
  await page.getByRole('combobox', { name: audit.what }).selectOption({ label: audit.names['tag.delete'] })
  await eventually(() => entries.allInnerTexts()).toEqual([expect.stringContaining('deleted the tag Maps')])
  await page.getByRole('combobox', { name: audit.what }).selectOption({ label: audit.names['status.edit'] })
  await eventually(() => entries.allInnerTexts()).toEqual([expect.stringContaining('Looked at')])
})
