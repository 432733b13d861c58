import { beforeAll, expect, test } from 'vitest'
import de from '../../widget/translations/de/acts.ts'
import en from '../../widget/translations/en/acts.ts'
import fr from '../../widget/translations/fr/acts.ts'
import { openStage, type Stage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import type { TestSite } from '../support/world.ts'

// A link may outlive what it leads to, or lead to what is not for everybody.

let stage: Stage
let site: TestSite

beforeAll(async () => {
  stage = await openStage()
  site = await stage.site()
  await site.idea(await site.member('Anna'), { title: 'Rounds that end at the depot' })
  await site.restrict('help', 'members')
})

test.each([
  ['en', en, '/b/nowhere'],
  ['fr', fr, '/b/help'],
  ['de', de, '/b/help?q=depot'],
] as const)(
  'in %s a board that is not open to who reads is said, and others are a click away',
  async (lang, words, path) => {
    const screen = await stage.widget(site, { lang, path })
    const { page } = screen
    const alert = page.getByRole('alert').filter({ hasText: words.unknownBoard })
    await alert.waitFor()
    await page.locator('parvis-board nav').first().getByRole('link').first().click()
    await page.getByRole('link', { name: 'Rounds that end at the depot' }).waitFor()
    await eventually(() => alert.count()).toBe(0)
  },
)

test('who is signed in reads the board that is theirs, without a word about it', async () => {
  const { page } = await stage.widget(site, { path: '/b/help', as: { sub: 'lea', name: 'Lea' } })
  await page.getByText(en.empty.question[0]).waitFor()
  expect(await page.getByText(en.unknownBoard).count()).toBe(0)
})

test('what waits for whoever is signed in is counted also where the board is not there', async () => {
  const lea = await site.member('Lea', { sub: 'lea' })
  const number = await site.idea(lea, { title: 'A lamp for the rear' })
  await site.reply(await site.member('Ben'), number, 'Yes, please.')
  await eventually(async () => (await site.get('me/notifications', lea)).body.unread).toBe(1)
  const { page } = await stage.widget(site, { path: '/b/nowhere', as: { sub: 'lea', name: 'Lea' } })
  await page.getByText(en.unknownBoard).waitFor()
  await page.getByRole('link', { name: en.notifications(1) }).waitFor()
})

test('a link with a status or a tag that is gone opens the board, and says that nothing fits', async () => {
  for (const filter of ['status=gone', 'tag=gone']) {
    const { page } = await stage.widget(site, { path: `/b/ideas?${filter}` })
    await page.getByText(en.nothing[0]).waitFor()
    await page.getByRole('link', { name: en.clear }).click()
    await page.getByRole('link', { name: 'Rounds that end at the depot' }).waitFor()
  }
})
