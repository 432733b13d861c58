import type { Page } from 'playwright-core'
import { beforeEach, describe, expect, test } from 'vitest'
import { sendDue } from '../../server/mails/send.ts'
import type { Locale } from '../../server/words.ts'
import { adminWords, dialog } from '../support/admin_views.ts'
import { openStage, type Stage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import { hide, openingOf, report } from '../support/judging.ts'
import type { Person, TestSite } from '../support/world.ts'

// Moderators hide a post, show it again, and find nothing wrong, while others do the same.

const { common, members, reports, ruling, thread } = adminWords.en
const reason = 'It sells lamps. Ask instead.'

let stage: Stage
let site: TestSite
let mo: Person
let lea: Person
let number: number
let post: string
let email: string
let made = 0

beforeEach(async () => {
  stage = await openStage()
  site = await stage.site()
  email = `lea-${++made}-${process.pid}@judging.example`
  mo = await site.staff('moderator', 'Mo Castellanos')
  lea = await site.member('Léa Brandt', { email })
  number = await site.idea(lea, { title: 'Buy my lamps', body: 'Lamps, cheap.' })
  post = await openingOf(site, number)
  await report(site, await site.member('Tom'), post)
})

const form = (page: Page) => page.locator('ruling-dialog')
const act = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const asks = (page: Page) => page.locator('confirm-dialog')
const desk = async (path: string, as = mo) => (await stage.admin(site, as, { path })).page
const hiddenNow = async () => (await site.get(`posts/${post}`, mo)).body.hidden
const open = async () => (await site.get('reports', mo)).body.total
const ruleOf = async (wanted: number) =>
  (await site.get('rules')).body.items.find((one: { number: number }) => one.number === wanted)

describe('the dialog that hides a post', () => {
  test.each<Locale>(['en', 'fr', 'de'])(
    'shows, word for word, the mail that its author gets, in their language: %s',
    async (locale) => {
      await site.patch('me', { locale }, lea)
      const page = await desk('reports')
      await act(page, reports.hide).click()
      await form(page).getByRole('radio').nth(3).check()
      await form(page).getByLabel(ruling.why('Léa')).fill(reason)
      const paper = form(page).locator('.reads > p')
      await eventually(() => paper.count()).toBe(5)
      const shown = await paper.allInnerTexts()
      const rule = await ruleOf(4)
      expect(shown[1]).toBe(adminWords[locale].ruling.read.rule(4, rule.names[locale] ?? rule.name))
      expect(shown[2]).toContain(reason)
      if (locale !== 'en') await form(page).getByText(members.inLanguage(common.languages[locale])).waitFor()
      await act(page, ruling.act).click()
      await page.getByText(ruling.done('Léa Brandt')).last().waitFor()
      stage.clock.move(200)
      await sendDue(stage.world)
      const mail = await stage.mails.to(email)
      const words = mail.text!.replaceAll('\u2060', '')
      expect(words).toContain(shown.join('\n\n'))
    },
  )

  test('says that a colleague has hidden it meanwhile, by whom and under which rule, and has nothing left to do', async () => {
    const nia = await site.staff('moderator', 'Nia Adeyemi')
    const page = await desk('reports')
    await act(page, reports.hide).click()
    await form(page).getByText(ruling.still(1)).waitFor()
    await form(page).getByLabel(ruling.why('Léa')).fill(reason)
    await hide(site, nia, post)
    const rule = await ruleOf(4)
    await form(page)
      .getByText(ruling.hidden('Nia Adeyemi', 4, rule.name))
      .waitFor()
    expect(await form(page).getByText(ruling.still(1)).count()).toBe(0)
    expect(await act(page, ruling.act).isDisabled()).toBe(true)
    await page.keyboard.press('Escape')
    await dialog(page).waitFor({ state: 'detached' })
    await page.getByText(reports.emptyHeading).waitFor()
    expect((await site.get(`threads/${number}/file`, mo)).body.rulings).toHaveLength(1)
  })

  test('says it too to who was quicker with the button than the news', async () => {
    const nia = await site.staff('moderator', 'Nia Adeyemi')
    const screen = await stage.admin(site, mo, { path: 'reports' })
    screen.expect(/ERR_FAILED.*live/, /409.*rulings/)
    const { page } = screen
    // What happens elsewhere is not heard of here.
    await page.route('**/live*', (route) => route.abort())
    await page.reload()
    await act(page, reports.hide).click()
    await form(page).getByRole('radio').first().check()
    await form(page).getByLabel(ruling.why('Léa')).fill(reason)
    await form(page).getByText(ruling.still(1)).waitFor()
    await hide(site, nia, post)
    await act(page, ruling.act).click()
    const rule = await ruleOf(4)
    await form(page)
      .getByText(ruling.hidden('Nia Adeyemi', 4, rule.name))
      .waitFor()
    expect(await form(page).locator('.refusal').innerText()).toBe('')
    expect(await act(page, ruling.act).isDisabled()).toBe(true)
  })
})

test('a hidden post tells moderators whose it was, and is shown again only after it was asked', async () => {
  await hide(site, mo, post)
  const product = await desk(`feedback/${number}`, await site.staff('product'))
  await product.locator('.tomb').waitFor()
  expect(await product.locator('.tomb').getByText('Léa Brandt').count()).toBe(0)

  const page = await desk(`feedback/${number}`)
  const author = page.locator('.tomb').getByRole('link', { name: 'Léa Brandt' })
  expect(await author.getAttribute('href')).toContain(`/members/${lea.id}`)
  await page.getByText(thread.showHidden).click()
  await act(page, thread.putBack).click()
  await asks(page).getByText(thread.putBackWords).waitFor()
  await page.keyboard.press('Escape')
  await dialog(page).waitFor({ state: 'detached' })
  expect(await hiddenNow()).toBe(true)
  await act(page, thread.putBack).click()
  await asks(page).getByRole('button', { name: thread.putBack }).click()
  await page.getByText(thread.putBackDone).last().waitFor()
  await page.locator('.tomb').waitFor({ state: 'detached' })
  expect(await hiddenNow()).toBe(false)
})

test('finding nothing wrong is undone by a key, and the reports are open again', async () => {
  const page = await desk('reports')
  await page.getByRole('article').waitFor()
  await page.keyboard.press('n')
  await page.getByText(reports.fineDone(1)).last().waitFor()
  await page.getByText(reports.emptyHeading).waitFor()
  expect(await open()).toBe(0)
  await page.keyboard.press('z')
  await page.getByRole('article').waitFor()
  expect(await open()).toBe(1)
})
