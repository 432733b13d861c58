import type { Page } from 'playwright-core'
import { beforeEach, expect, test } from 'vitest'
import { adminWords, dialog } from '../support/admin_views.ts'
import { openStage, type Stage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import { focused } from '../support/keyboard.ts'
import { item } from '../support/steps.ts'
import type { Person, TestSite } from '../support/world.ts'

// Boards, tags, statuses and stages are an admin's to make, rename, order and take away, on the screen.

let stage: Stage
let site: TestSite
let owner: Person

const { settings, common } = adminWords.en
const english = settings.nameIn(common.languages.en)

beforeEach(async () => {
  stage = await openStage()
  site = await stage.site()
  owner = await site.staff('owner')
  for (const name of ['Maps', 'Money']) await site.post('tags', { name }, owner)
})

type List = 'boards' | 'tags' | 'statuses' | 'stages'

const kept = async (list: List): Promise<{ name: string; names: object; category?: string }[]> =>
  (await site.get(list, owner)).body.items
const names = async (list: List) => (await kept(list)).map(({ name }) => name)
const shown = (page: Page) => page.locator('settings-list [data-slug] .medium').allInnerTexts()
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).last().click()

async function take(page: Page, list: List, name: string): Promise<void> {
  const { archiveOne, deleteOne, lists } = settings
  await press(page, list === 'boards' ? archiveOne(name) : deleteOne(name))
  await dialog(page)
    .getByRole('heading', { name: lists[list].deleting(name) })
    .waitFor()
  await press(page, lists[list].deleteAct)
}

test.each(['boards', 'tags', 'statuses', 'stages'] as const)(
  '%s are made, renamed, put in order and taken away',
  async (list) => {
    const { page } = await stage.admin(site, owner, { path: `settings/${list}` })
    const words = settings.lists[list]
    const before = await names(list)
    await eventually(() => shown(page)).toEqual(before)

    await press(page, words.add)
    await page.getByRole('textbox', { name: english }).fill('Wrkshop')
    if (list === 'statuses' || list === 'stages')
      await page.getByRole('radio', { name: common.categories.building }).check()
    await press(page, words.make)
    await dialog(page).waitFor({ state: 'detached' })
    await eventually(() => shown(page)).toEqual([...before, 'Wrkshop'])
    await eventually(async () => (await focused(page)).name).toBe(words.add)

    await press(page, settings.editOne('Wrkshop'))
    await page.getByRole('textbox', { name: english }).fill('Workshop')
    await page.getByRole('textbox', { name: settings.nameIn(common.languages.fr) }).fill('Atelier')
    await press(page, common.save)
    await eventually(() => shown(page)).toEqual([...before, 'Workshop'])
    await eventually(async () => (await focused(page)).name).toBe(settings.editOne('Workshop'))
    const made = (await kept(list)).at(-1)
    expect(made).toMatchObject({ name: 'Workshop', names: { en: 'Workshop', fr: 'Atelier' } })
    if (list === 'statuses' || list === 'stages') expect(made!.category).toBe('building')

    const after = [...before.slice(0, -1), 'Workshop', before.at(-1)!]
    await press(page, settings.moveUp('Workshop'))
    await eventually(() => shown(page)).toEqual(after)
    await eventually(() => names(list)).toEqual(after)

    await take(page, list, 'Workshop')
    await dialog(page).waitFor({ state: 'detached' })
    await eventually(() => shown(page)).toEqual(before)
    expect(await names(list)).toEqual(before)
    await eventually(async () => (await focused(page)).name).toBe(settings.editOne(before.at(-1)!))
  },
)

test('what is in use is not taken away, and the question says why', async () => {
  const idea = await site.idea(await site.member('Anna'))
  await site.put(`threads/${idea}/status`, { status: 'planned' }, owner)
  await site.post('taggings', { threads: [idea], add: ['maps'] }, owner)
  await item(site, owner, { stage: 'exploring' })
  const inUse = { statuses: 'Planned', tags: 'Maps', stages: 'Exploring' }
  for (const [list, name] of Object.entries(inUse) as [List, string][]) {
    const screen = await stage.admin(site, owner, { path: `settings/${list}` })
    screen.expect(/409/)
    await take(screen.page, list, name)
    await screen.page.getByRole('alert').filter({ hasText: settings.inUse }).waitFor()
    expect((await focused(screen.page)).name).toBe(settings.lists[list].deleteAct)
    expect(await names(list)).toContain(name)
  }
})

test('a name that another has is refused at its field, and what was typed stays', async () => {
  const screen = await stage.admin(site, owner, { path: 'settings/tags' })
  screen.expect(/409/)
  const { page } = screen
  const { add, make } = settings.lists.tags
  const field = page.getByRole('textbox', { name: english })
  const taken = page.getByRole('alert').filter({ hasText: settings.nameTaken })
  await press(page, add)
  await field.fill('maps')
  await press(page, make)
  await taken.waitFor()
  expect(await field.getAttribute('aria-invalid')).toBe('true')
  expect((await focused(page)).name).toContain(english)
  expect(await names('tags')).toEqual(['Maps', 'Money'])
  await field.fill('Map corners')
  await press(page, make)
  await dialog(page).waitFor({ state: 'detached' })
  await press(page, settings.editOne('Map corners'))
  await field.fill('Mónéy')
  await press(page, common.save)
  await taken.waitFor()
  expect(await names('tags')).toEqual(['Maps', 'Money', 'Map corners'])

  await page.keyboard.press('Escape')
  await dialog(page).waitFor({ state: 'detached' })
  await page.goto(page.url().replace('tags', 'statuses'))
  await press(page, settings.editOne('Open'))
  await page.getByRole('radio', { name: common.categories.closed }).check()
  await press(page, common.save)
  await page.getByText(settings.keepOpen).waitFor()
})
