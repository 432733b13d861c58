import { beforeEach, expect, test } from 'vitest'
import { adminWords, dialog } from '../support/admin_views.ts'
import { openStage, type Stage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import { focused } from '../support/keyboard.ts'
import type { Person, TestSite } from '../support/world.ts'

// A segment is made in words one understands, and a board is kept for it.

let stage: Stage
let site: TestSite
let owner: Person

beforeEach(async () => {
  stage = await openStage()
  site = await stage.site()
  owner = await site.staff('owner', 'Olga Brandt')
  const company = (plan: string) => ({ id: plan, name: plan, plan })
  await site.member('Vera Fleet', { company: company('Fleet'), attributes: { seats: 12 } })
  await site.member('Paul Pro', { company: company('Pro') })
})

const { settings, segments, common } = adminWords.en
const rules = async () =>
  (await site.get('segments', owner)).body.items.map((one: { rule: unknown }) => one.rule) as unknown[]

test('a segment is made by the keyboard alone, counting who matches while it is written', async () => {
  const { page } = await stage.admin(site, owner, { path: 'settings/segments' })
  await page.getByText(segments.list.emptyHeading).waitFor()
  await page.getByRole('button', { name: segments.list.add }).press('Enter')
  await dialog(page).waitFor()
  await page.keyboard.type('On a plan')
  const values = page.getByRole('combobox', { name: segments.values, exact: true })
  await values.focus()
  await page.keyboard.type('Fleet')
  await page.keyboard.press('Enter')
  await page.getByText('Members whose plan is Fleet.').waitFor()
  await page.getByText(`${segments.matching(1, false)}, ${segments.among('Vera Fleet')}.`).waitFor()
  // What is typed and not entered yet counts too.
  await page.keyboard.type('Pro')
  await page.getByText('Members whose plan is one of Fleet, Pro.').waitFor()
  await page.getByText(segments.matching(2, false)).waitFor()
  await page.getByRole('button', { name: segments.addCondition }).press('Enter')
  await eventually(async () => (await focused(page)).name).toContain(segments.fields.revenue)
  const second = page.getByRole('group', { name: segments.condition(2) })
  await second.getByRole('combobox', { name: segments.field }).selectOption('attribute')
  await second.getByRole('combobox', { name: segments.attribute }).fill('seats')
  await second.getByRole('combobox', { name: segments.test }).selectOption('atLeast')
  await second.getByRole('textbox', { name: segments.value }).fill('10')
  await page.getByText('and whose “seats” is at least 10.').waitFor()
  await page.getByText(segments.matching(1, false)).waitFor()
  await page.keyboard.press('ControlOrMeta+Enter')
  await page.getByText(settings.made('On a plan')).first().waitFor()
  expect(await rules()).toEqual([
    {
      match: 'all',
      conditions: [
        { field: 'plan', test: 'is', values: ['Fleet', 'Pro'] },
        { field: 'attributes.seats', test: 'atLeast', value: 10 },
      ],
    },
  ])
})

test('a rule that is not whole says so and is not sent; true, numbers and quoted words are what they say', async () => {
  const { page } = await stage.admin(site, owner, { path: 'settings/segments' })
  await page.getByRole('button', { name: segments.list.add }).click()
  await page.keyboard.type('Testers')
  await page.getByRole('button', { name: segments.list.make }).click()
  await page.getByText(segments.incomplete).waitFor()
  expect(await rules()).toEqual([])
  await page.getByRole('combobox', { name: segments.field }).selectOption('attribute')
  await page.getByRole('combobox', { name: segments.attribute }).fill('beta')
  const values = page.getByRole('textbox', { name: segments.values, exact: true })
  for (const value of ['true', '5', '"5"', 'early bird', 'gone']) {
    await values.fill(value)
    await values.press('Enter')
  }
  await page.getByRole('button', { name: segments.removeValue('gone') }).click()
  await page.getByRole('button', { name: segments.list.make }).click()
  await page.getByText(settings.made('Testers')).first().waitFor()
  const rule = {
    match: 'all',
    conditions: [{ field: 'attributes.beta', test: 'is', values: [true, 5, '5', 'early bird'] }],
  }
  expect(await rules()).toEqual([rule])
  // Opened and saved again, it is the same rule.
  await page.getByRole('button', { name: settings.editOne('Testers') }).click()
  await page.getByRole('button', { name: segments.removeValue('"5"') }).waitFor()
  await page.getByRole('button', { name: common.save, exact: false }).click()
  await page.getByText(settings.savedOne('Testers')).first().waitFor()
  expect(await rules()).toEqual([rule])
})

test('a board is kept for a segment, says who reads it, and holds the segment where it is', async () => {
  const rule = { match: 'all', conditions: [{ field: 'plan', test: 'is', values: ['Fleet'] }] }
  await site.post('segments', { slug: 'fleet', name: 'Fleet customers', rule }, owner)
  const screen = await stage.admin(site, owner, { path: 'settings/boards' })
  screen.expect(/409/)
  const { page } = screen
  await page.getByRole('button', { name: settings.editOne('Ideas') }).click()
  await page.getByRole('combobox', { name: settings.visibility }).selectOption('segment')
  await page.getByRole('button', { name: common.save, exact: false }).click()
  await page.getByRole('alert').filter({ hasText: segments.chosenMissing }).waitFor()
  await page.getByRole('combobox', { name: segments.segment }).selectOption('fleet')
  await page.getByText(segments.andTeam(segments.sentence(rule as never))).waitFor()
  await page.getByText(`${segments.matching(1, false)}, ${segments.among('Vera Fleet')}.`).waitFor()
  await page.getByRole('button', { name: common.save, exact: false }).click()
  await page.getByText(settings.savedOne('Ideas')).first().waitFor()
  await page.getByText(segments.only('Fleet customers'), { exact: false }).waitFor()
  const boards = (await site.get('boards')).body.items.map((board: { slug: string }) => board.slug)
  expect(boards).not.toContain('ideas')

  await page.getByRole('link', { name: settings.pages.segments, exact: true }).click()
  await page.getByText(segments.reads('Ideas'), { exact: false }).waitFor()
  await page.getByRole('button', { name: settings.deleteOne('Fleet customers') }).click()
  await page.getByRole('button', { name: segments.list.deleteAct, exact: true }).click()
  await page
    .getByRole('alert')
    .filter({ hasText: segments.inUse('Ideas') })
    .waitFor()
  expect(await rules()).toEqual([rule])
})
