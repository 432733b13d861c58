import { beforeAll, expect, test } from 'vitest'
import { openStage, type Stage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import type { TestSite } from '../support/world.ts'

// What French does that English does not: « d’Aurélie », and a space before the colon also where it is only heard.

let stage: Stage
let site: TestSite

beforeAll(async () => {
  stage = await openStage()
  site = await stage.site()
})

const names: [name: string, whose: string][] = [
  ['Aurélie', 'd’Aurélie'],
  ['Émile', 'd’Émile'],
  ['Œdipe', 'd’Œdipe'],
  ['Yves', 'd’Yves'],
  ['Yann', 'de Yann'],
  ['Hollie', 'de Hollie'],
  ['Marit', 'de Marit'],
]

test('buttons name whose post they are about as French does, before vowels as well', async () => {
  const asker = await site.member('Marit')
  const number = await site.post(
    'threads',
    { board: 'help', kind: 'question', title: 'Which lamp do you use?', body: 'At night.' },
    asker,
  )
  for (const [name] of names)
    await site.reply(await site.member(name, { sub: name }), number.body.number, `I am ${name}.`)
  const { page } = await stage.widget(site, {
    path: `/t/${number.body.number}`,
    as: { sub: 'zoe', name: 'Zoé' },
    tag: { locale: 'fr' },
  })
  await page.getByText('I am Marit.').waitFor()
  const heard = await page
    .getByRole('listitem')
    .filter({ hasText: 'I am ' })
    .getByRole('button')
    .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? ''))
  for (const [, whose] of names) {
    expect(heard).toContain(`Citer la contribution ${whose}`)
    expect(heard).toContain(`Autres actions sur la contribution ${whose}`)
    expect(heard).toContain(`Réagir à la contribution ${whose}`)
  }
})

test('what is heard of a change and of the unread has a narrow space before its colon', async () => {
  const zoe = await site.member('Zoé', { sub: 'zoe' })
  const number = await site.idea(zoe, { title: 'A bell with two tones' })
  await site.reply(await site.member('Yves'), await site.idea(zoe), 'One is enough.')
  const reply = await site.reply(zoe, number, 'Two would do.')
  await site.patch(`replies/${reply}`, { body: 'Three would do.' }, zoe, 1)
  const as = { sub: 'zoe', name: 'Zoé' }
  const { page } = await stage.widget(site, { path: `/t/${number}`, as, tag: { locale: 'fr' } })
  await page.getByRole('button', { name: /^Modifié le/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.locator('ins').waitFor()
  expect(await dialog.locator('ins').textContent()).toBe('ajouté\u202f: Three')
  expect(await dialog.locator('del').textContent()).toBe('supprimé\u202f: Two')
  await eventually(async () => (await site.get('me/notifications', zoe)).body.unread).toBe(1)
  const { page: me } = await stage.widget(site, { path: '/me', as, tag: { locale: 'fr' } })
  await me.getByRole('link', { name: /Yves a répondu/ }).waitFor()
  expect(await me.getByRole('listitem').first().locator('.vh').first().textContent()).toBe('non lue\u202f: ')
})
