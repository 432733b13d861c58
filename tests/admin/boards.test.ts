import { beforeEach, expect, test } from 'vitest'
import { adminWords } from '../support/admin_views.ts'
import { openStage, type Stage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import { focused, tabTo } from '../support/keyboard.ts'
import type { Person, TestSite } from '../support/world.ts'

// What an admin makes of the boards is what customers find.

const { settings, common, feedback } = adminWords.en

let stage: Stage
let site: TestSite
let admin: Person

beforeEach(async () => {
  stage = await openStage()
  site = await stage.site()
  admin = await site.staff('admin', 'Ada Marsh')
})

test('a board is made with kinds, readers, order, icon and a description, and is found so by a customer', async () => {
  const { page } = await stage.admin(site, admin, { path: 'settings/boards' })
  await page.getByRole('button', { name: settings.lists.boards.add }).click()
  const make = page.getByRole('button', { name: settings.lists.boards.make })
  await make.click()
  await page.getByRole('alert').filter({ hasText: settings.nameMissing }).waitFor()
  await page.getByRole('textbox', { name: settings.nameIn(common.languages.en) }).fill('Workshop')
  await page.getByRole('textbox', { name: settings.nameIn(common.languages.fr) }).fill('Atelier')
  await page
    .getByRole('textbox', { name: settings.purposeIn(common.languages.fr) })
    .fill('Entre mécaniciens.')
  await page.getByRole('checkbox', { name: common.kinds.idea }).uncheck()
  await make.click()
  await page.getByRole('alert').filter({ hasText: settings.kindsMissing }).waitFor()
  for (const kind of ['question', 'discussion'] as const)
    await page.getByRole('checkbox', { name: common.kinds[kind] }).check()
  await page.getByRole('combobox', { name: settings.visibility }).selectOption('members')
  await page.getByRole('combobox', { name: settings.defaultSort }).selectOption({ label: feedback.sorts.new })
  await page.getByRole('radio', { name: settings.icons.tool }).check()
  await make.click()
  await page.getByText(settings.made('Workshop')).first().waitFor()

  // Of everybody it is nobody's but the members'.
  const boards = async (as?: Person) => (await site.get('boards', as)).body.items
  expect((await boards()).map(({ name }: { name: string }) => name)).not.toContain('Workshop')
  const lea = await site.member('Lea', { sub: 'lea', locale: 'fr' })
  expect((await boards(lea)).at(-1)).toMatchObject({
    slug: 'workshop',
    kinds: ['question', 'discussion'],
    defaultSort: 'new',
    icon: 'tool',
  })
  const screen = await stage.widget(site, { lang: 'fr', as: { sub: 'lea' }, path: '/b/workshop' })
  await screen.page.getByText('Entre mécaniciens.').waitFor()
  await screen.page
    .getByRole('link', { name: /^Atelier/ })
    .first()
    .waitFor()
})

test('a board is made and changed by keyboard alone', async () => {
  const { page } = await stage.admin(site, admin, { path: 'settings/boards' })
  const { boards: words } = settings.lists
  await tabTo(page, words.add)
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: words.add }).waitFor()
  const field = new RegExp(`^${settings.nameIn(common.languages.en)}`)
  if (!field.test((await focused(page)).name)) await tabTo(page, field)
  await page.keyboard.type('Workshop')
  await tabTo(page, common.kinds.discussion)
  await page.keyboard.press('Space')
  await tabTo(page, new RegExp(`^${settings.visibility}`))
  await page.keyboard.type(settings.visibilities.members)
  await tabTo(page, words.make)
  await page.keyboard.press('Enter')
  await page.getByText(settings.made('Workshop')).first().waitFor()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await eventually(async () => (await focused(page)).name).toBe(words.add)
  const made = (await site.get('boards', admin)).body.items.at(-1)
  expect(made).toMatchObject({ name: 'Workshop', visibility: 'members', kinds: ['idea', 'discussion'] })
})

test('boards are put into an order by keyboard, and customers find them in it', async () => {
  const { page } = await stage.admin(site, admin, { path: 'settings/boards' })
  const shown = () => page.locator('settings-list .name .medium').allInnerTexts()
  await eventually(shown).toEqual(['Ideas', 'Help', 'News'])
  await page.getByRole('button', { name: settings.moveUp('News') }).focus()
  await page.keyboard.press('Enter')
  await eventually(shown).toEqual(['Ideas', 'News', 'Help'])
  await eventually(async () => (await focused(page)).name).toBe(settings.moveUp('News'))
  await page.keyboard.press('Enter')
  await eventually(shown).toEqual(['News', 'Ideas', 'Help'])
  // There is no way further up, and the focus does not fall out of the list.
  await eventually(async () => (await focused(page)).name).toBe(settings.moveDown('News'))
  await eventually(async () =>
    (await site.get('boards')).body.items.map(({ slug }: { slug: string }) => slug),
  ).toEqual(['news', 'ideas', 'help'])
  await page.reload()
  await eventually(shown).toEqual(['News', 'Ideas', 'Help'])
  const screen = await stage.widget(site)
  const tabs = () => screen.page.locator('parvis-board nav').first().getByRole('link').allInnerTexts()
  await eventually(async () => (await tabs()).slice(0, 3).map((tab) => tab.split('\n')[0])).toEqual([
    'News',
    'Ideas',
    'Help',
  ])
})

test('a board that holds what was merged from a more private one is not opened, and why is said', async () => {
  for (const slug of ['depot', 'workshop']) {
    const board = { slug, name: `The ${slug}`, kinds: ['idea'], visibility: 'staff' }
    expect((await site.post('boards', board, admin)).status).toBe(201)
  }
  const [from, into] = [
    await site.idea(admin, { board: 'depot' }),
    await site.idea(admin, { board: 'workshop' }),
  ]
  expect((await site.put(`threads/${from}/merge`, { into }, admin)).status).toBe(200)
  const screen = await stage.admin(site, admin, { path: 'settings/boards' })
  screen.expect(/409/)
  const { page } = screen
  await page.getByRole('button', { name: settings.editOne('The workshop') }).click()
  await page.getByRole('combobox', { name: settings.visibility }).selectOption('public')
  await page.getByRole('button', { name: common.save }).click()
  await page.getByRole('alert').filter({ hasText: settings.mergedHere }).waitFor()
  expect((await site.get('boards')).text).not.toContain('The workshop')
})
