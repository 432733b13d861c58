import { beforeAll, expect, test } from 'vitest'
import { thread as words } from '../../admin/translations/en/thread.ts'
import { mentionWords } from '../../widget/mentions/mention_words.ts'
import { openStage, type Stage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import type { TestSite } from '../support/world.ts'

let stage: Stage
let site: TestSite

beforeAll(async () => {
  stage = await openStage()
  site = await stage.site()
})

test('the team mentions who wrote, by the same list; a note offers nobody', async () => {
  const paula = await site.staff('product', 'Paula Reinholt')
  const lea = await site.member('Léa Martin')
  const number = await site.idea(lea)
  const { page, requests } = await stage.admin(site, paula, { path: `feedback/${number}` })
  const field = page.locator('thread-composer textarea')
  await field.click()
  await page.getByRole('button', { name: words.modes.note }).click()
  await field.fill('')
  await page.keyboard.type('@lea')
  await page.getByRole('button', { name: words.modes.reply, exact: true }).click()
  await field.fill('')
  await page.keyboard.type('Thank you, @lea')
  const option = page.getByRole('listbox', { name: mentionWords.en.label }).getByRole('option')
  await eventually(() => option.locator('.name').allInnerTexts()).toEqual(['Léa Martin'])
  expect(requests.filter((one) => one.url().includes('mentionable'))).toHaveLength(1)
  await page.keyboard.press('Enter')
  await eventually(() => field.inputValue()).toBe('Thank you, @Léa Martin ')
  await page.keyboard.press('Control+Enter')
  await eventually(() => page.locator('.story bdi[data-member]').allInnerTexts()).toEqual(['@Léa Martin'])
  await page.locator('.story a', { hasText: '@Léa Martin' }).press('Enter')
  await page.waitForURL(`**/members/${lea.id}`)
  await page.getByRole('heading', { name: 'Léa Martin', exact: true }).waitFor()
  const { items } = (await site.get('me/notifications', lea)).body
  expect(items).toMatchObject([{ kind: 'mention', thread: { number } }])
})
