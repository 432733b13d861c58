import { beforeAll, expect, test } from 'vitest'
import { adminWords } from '../support/admin_views.ts'
import { openStage, type Stage } from '../support/browser.ts'
import type { Person, TestSite } from '../support/world.ts'

// A merge whose source is on a board that is closed to who reads of it: who did it and the votes are told, no title.

let stage: Stage
let site: TestSite
let owner: Person
let target: number

beforeAll(async () => {
  stage = await openStage()
  site = await stage.site()
  owner = await site.staff('owner', 'Olga Brandt')
  const lea = await site.member('Lea')
  await site.post('boards', { slug: 'pilot', name: 'Pilot', kinds: ['idea'], visibility: 'public' }, owner)
  target = await site.idea(lea, { title: 'In the open' })
  const source = await site.idea(await site.member('Max'), { board: 'pilot', title: 'Zephyrine source' })
  await site.put(`threads/${source}/vote`, undefined, lea)
  expect((await site.put(`threads/${source}/merge`, { into: target }, owner)).status).toBe(200)
  await site.delete('boards/pilot', owner)
})

test.each([
  [
    'en',
    'Olga Brandt merged another thread into this one. 1 of its 2 votes was added; 1 person had voted for both.',
  ],
  [
    'de',
    'Olga Brandt hat ein anderes Thema mit diesem zusammengeführt. 1 von 2 Stimmen kam hinzu; 1 Person hatte für beide gestimmt.',
  ],
  [
    'fr',
    'Olga Brandt a fusionné un autre sujet avec celui-ci. 1 de ses 2 votes a été ajouté ; 1 personne avait voté pour les deux.',
  ],
])('reads well in the widget in %s', async (locale, words) => {
  const { page } = await stage.widget(site, { path: `/t/${target}`, tag: { locale } })
  const told = page.getByRole('listitem').filter({ hasText: 'Olga Brandt' })
  expect((await told.innerText()).replaceAll(/\s+/g, ' ')).toContain(words)
})

test.each(['en', 'de', 'fr'] as const)('reads well in the admin in %s', async (locale) => {
  const { page } = await stage.admin(site, owner, { path: `feedback/${target}`, locale })
  await page.locator(`html[lang=${locale}]`).waitFor({ state: 'attached' })
  const told = page.locator('.event .line')
  const { mergedAnother, mergedVotes } = adminWords[locale].thread
  expect((await told.innerText()).replaceAll(/\s+/g, ' ')).toContain(
    `Olga Brandt ${mergedAnother} ${mergedVotes(1, 1)}`.replaceAll(/\s+/g, ' '),
  )
})
