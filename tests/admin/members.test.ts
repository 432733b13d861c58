import type { Page } from 'playwright-core'
import { beforeEach, expect, test } from 'vitest'
import type { Locale } from '../../server/words.ts'
import de from '../../widget/translations/de/me.ts'
import en from '../../widget/translations/en/me.ts'
import fr from '../../widget/translations/fr/me.ts'
import { adminWords, dialog } from '../support/admin_views.ts'
import { openStage, type Stage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import { suspension } from '../support/suspended.ts'
import type { Person, TestSite } from '../support/world.ts'

// A moderator finds a member, reads what they did, and suspends them by a rule; and takes it back.

const { members, common, ruling } = adminWords.en
const told = { en, fr, de }

let stage: Stage
let site: TestSite
let mo: Person
let lea: Person
let thread: number

beforeEach(async () => {
  stage = await openStage()
  site = await stage.site()
  mo = await site.staff('moderator', 'Mo Castellanos')
  await site.member('Max Okafor', { email: 'max@velo.example' })
  lea = await site.member('Léa Brandt', { email: 'lea@kurier.example' })
  thread = await site.idea(lea, { title: 'Rounds that end at the depot' })
})

const row = (page: Page, name: string) => page.getByRole('link', { name, exact: true })
const sheet = (page: Page) => page.getByRole('article', { name: members.sheet })
const act = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
// What stands in a dialog is slotted into it: it is found from the element around it.
const form = (page: Page) => page.locator('suspend-dialog')
const suspendedNow = async () => (await site.get('me', lea)).body.suspension
const desk = async (path = 'members', as = mo) => (await stage.admin(site, as, { path })).page

/** Fills the dialog in and gives what it says that the member will read. */
async function judge(page: Page): Promise<string> {
  await act(page, members.suspend).click()
  await form(page).getByRole('radio').first().check()
  await form(page).getByLabel(members.why('Léa')).fill(suspension.reason)
  await form(page).getByLabel(members.howLong).selectOption('lifted')
  const paper = form(page).locator('.paper')
  await eventually(() => paper.innerText()).toContain(suspension.reason)
  return (await paper.innerText()).replace(/\s+/g, ' ')
}

const ruleIn = async (locale: Locale): Promise<string> => {
  const [first] = (await site.get('rules')).body.items
  return told[locale].rule(first.number, first.names[locale] ?? first.name)
}

test('a member is found by a part of the name, and their sheet tells what they did; a reload keeps both', async () => {
  const page = await desk()
  await row(page, 'Max Okafor').waitFor()
  await page.getByRole('searchbox', { name: members.search }).fill('lea b')
  await row(page, 'Max Okafor').waitFor({ state: 'detached' })
  expect(new URL(page.url()).search).toBe('?q=lea+b')
  await row(page, 'Léa Brandt').click()
  await sheet(page).getByText('lea@kurier.example').waitFor()
  await page.reload()
  await sheet(page).getByText(members.noSanctions).waitFor()
  expect(await row(page, 'Max Okafor').count()).toBe(0)
  await sheet(page).getByRole('link', { name: 'Rounds that end at the depot' }).click()
  await page.getByRole('heading', { name: 'Rounds that end at the depot', level: 2 }).waitFor()
  expect(new URL(page.url()).pathname).toMatch(new RegExp(`/feedback/${thread}$`))
})

test('a post in a thread leads to the sheet of its author, and the keys move on from there', async () => {
  const page = await desk(`feedback/${thread}`)
  await row(page, 'Léa Brandt').click()
  await sheet(page).getByText('lea@kurier.example').waitFor()
  await row(page, 'Léa Brandt').focus()
  await page.keyboard.press('j')
  await sheet(page).getByRole('heading', { name: 'Max Okafor' }).waitFor()
  await page.keyboard.press('k')
  await sheet(page).getByRole('heading', { name: 'Léa Brandt' }).waitFor()
  await page.keyboard.press('Escape')
  await sheet(page).waitFor({ state: 'detached' })
})

test('a suspension shows what its member will read, asks for rule and reason, and is undone before they are told', async () => {
  const page = await desk(`members/${lea.id}`)
  await act(page, members.suspend).click()
  await act(page, members.act).click()
  await form(page).getByText(ruling.ruleMissing).waitFor()
  await form(page).getByRole('radio').first().check()
  await act(page, members.act).click()
  await form(page).getByText(members.whyMissing).waitFor()
  await page.keyboard.press('Escape')
  await dialog(page).waitFor({ state: 'detached' })
  expect(await suspendedNow()).toBeNull()

  const shown = await judge(page)
  await act(page, members.act).click()
  await page.getByText(members.suspendDone('Léa Brandt')).last().waitFor()
  expect(await suspendedNow()).toMatchObject({ reason: suspension.reason, until: null })
  await sheet(page).getByText(members.inForce, { exact: true }).waitFor()
  await page.getByRole('button', { name: common.undo }).click()
  await sheet(page).getByText(members.inForce, { exact: true }).waitFor({ state: 'detached' })
  expect(await suspendedNow()).toBeNull()
  expect(shown).not.toContain('..')
  expect(shown).toBe(
    `${en.suspended(null)} ${en.suspendedWhy(await ruleIn('en'))} ${en.quote(suspension.reason)}`,
  )
})

test.each(['fr', 'de'] as const)(
  'what the member will read is shown in the member’s language, %s',
  async (locale) => {
    await site.patch('me', { locale }, lea)
    const words = told[locale]
    const shown = await judge(await desk(`members/${lea.id}`))
    const expected = `${words.suspended(null)} ${words.suspendedWhy(await ruleIn(locale))} ${words.quote(suspension.reason)}`
    expect(shown).toBe(expected.replace(/\s+/g, ' '))
  },
)

test('a suspension for a time says until when; after a reload it is listed, and lifted when asked for', async () => {
  const page = await desk(`members/${lea.id}`)
  await judge(page)
  await form(page).getByLabel(members.howLong).selectOption('7')
  await act(page, members.act).click()
  await dialog(page).waitFor({ state: 'detached' })
  const until = Date.parse((await suspendedNow()).until)
  expect(Math.abs(until - stage.clock.now().getTime() - 7 * 86_400_000)).toBeLessThan(60_000)

  await page.reload()
  await page
    .getByRole('navigation', { name: members.filter })
    .getByRole('link', { name: members.onlySuspended })
    .click()
  await row(page, 'Max Okafor').waitFor({ state: 'detached' })
  await row(page, 'Léa Brandt').click()
  await act(page, members.lift).click()
  await page.locator('confirm-dialog').getByText(en.suspensionLifted).waitFor()
  await page.locator('confirm-dialog').getByRole('button', { name: members.lift }).click()
  await page.getByText(members.tidyHeading).waitFor()
  await sheet(page).getByText(members.liftedBy('Mo Castellanos', 'now')).waitFor()
  expect(await suspendedNow()).toBeNull()
})

test('until a date is chosen the text leaves its place open, and nobody is suspended without one', async () => {
  const page = await desk(`members/${lea.id}`)
  await judge(page)
  await form(page).getByLabel(members.howLong).selectOption('date')
  await form(page).getByText(en.suspended('…')).waitFor()
  await act(page, members.act).click()
  await form(page).getByText(members.lastDayMissing).waitFor()
  await form(page).getByLabel(members.lastDay).fill('2020-01-01')
  await act(page, members.act).click()
  await form(page).getByText(members.lastDayMissing).waitFor()
  expect(await suspendedNow()).toBeNull()
  const year = stage.clock.now().getFullYear() + 1
  await form(page).getByLabel(members.lastDay).fill(`${year}-03-01`)
  await eventually(() => form(page).locator('.paper').innerText()).toContain(`1 March ${year}`)
  await act(page, members.act).click()
  await dialog(page).waitFor({ state: 'detached' })
  expect((await suspendedNow()).until).toMatch(new RegExp(`^${year}-03-0[12]`))
})

test('whose role does not judge reads the sheets, and is offered no suspension', async () => {
  const page = await desk(`members/${lea.id}`, await site.staff('product', 'Paul'))
  await sheet(page).getByText('lea@kurier.example').waitFor()
  expect(await act(page, members.suspend).count()).toBe(0)
})

test('the audit log names the rule and the reason of a suspension, and leads to the sheet of its member', async () => {
  expect((await site.put(`members/${lea.id}/suspension`, suspension, mo)).status).toBe(201)
  const page = await desk('audit')
  await page.getByText(suspension.reason).waitFor()
  await page.getByRole('link', { name: `suspended a member under rule ${suspension.rule}` }).click()
  await sheet(page).getByRole('heading', { name: 'Léa Brandt' }).waitFor()
})

test('an admin erases a member at their request, with a reason; a moderator is not offered it', async () => {
  const admin = await site.staff('admin', 'Ada Marsh')
  const page = await desk(`members/${lea.id}`, admin)
  await act(page, members.erase).click()
  await act(page, members.eraseVerb).click()
  await page.getByText(members.eraseWhyMissing).waitFor()
  await page.getByLabel(members.eraseWhy).fill('Asked by letter.')
  await page.getByRole('radio', { name: members.eraseRemove }).check()
  await act(page, members.eraseVerb).click()
  await sheet(page).waitFor({ state: 'detached' })
  await row(page, 'Max Okafor').waitFor()
  await row(page, 'Léa Brandt').waitFor({ state: 'detached' })
  expect((await site.get('me', lea)).status).toBe(401)
  const moderators = await desk(`members`)
  await row(moderators, 'Max Okafor').click()
  await act(moderators, members.suspend).waitFor()
  expect(await act(moderators, members.erase).count()).toBe(0)
})
