import type { Locator, Page, Route } from 'playwright-core'
import { beforeEach, expect, test } from 'vitest'
import acts from '../../widget/translations/en/acts.ts'
import signIn from '../../widget/translations/en/sign_in.ts'
import words from '../../widget/translations/en/thread.ts'
import { openStage, type Stage } from '../support/browser.ts'
import { Customer } from '../support/customer.ts'
import { eventually } from '../support/eventually.ts'
import { endSession } from '../support/kept_session.ts'
import type { Screen } from '../support/screen.ts'
import { widgetWords } from '../support/widget_views.ts'
import type { Person, TestSite } from '../support/world.ts'

// What was typed into a post of one's own stays, whatever happens before it is saved.

const stage: Stage = await openStage()
let site: TestSite
let anna: Person
let number: number

beforeEach(async () => {
  site = await stage.site()
  anna = await site.member('Anna', { sub: 'anna' })
  number = await site.idea(anna, { title: 'Lights that stay on', body: 'At night.' })
})

const asAnna = () => stage.widget(site, { path: `/t/${number}`, as: { sub: 'anna', name: 'Anna' } })
const field = (page: Page) => page.getByRole('textbox', { name: words.editBody })
const title = (page: Page) => page.getByRole('textbox', { name: words.editTitle })
const save = (page: Page) => page.getByRole('button', { name: words.save, exact: true }).click()
const place = (page: Page, reply: string) => page.locator(`[id="post-${reply}"]`)
const editOpening = (page: Page) =>
  page.locator('.in > .body').getByRole('button', { name: words.edit, exact: true }).click()

async function editReply(post: Locator): Promise<void> {
  await post.getByRole('button', { name: /^More about / }).click()
  await post.getByRole('button', { name: words.edit, exact: true }).filter({ visible: true }).click()
}

const threadNow = async () => (await site.get(`threads/${number}`)).body as { title: string; body: string }

/** Somebody who came by an e-mail code, with an idea of their own open. */
async function byCode(email: string): Promise<{ screen: Screen; page: Page; customer: Customer }> {
  const screen = await stage.widget(site, { path: `/t/${number}` })
  const customer = new Customer(screen, screen.page.url())
  await screen.page.getByRole('textbox', { name: words.yourReply }).fill('One.')
  await screen.page.getByRole('button', { name: words.reply, exact: true }).last().click()
  await customer.signInByCode(email, () => stage.mails.code(email))
  await screen.page.getByRole('listitem').filter({ hasText: 'One.' }).waitFor()
  return { screen, page: screen.page, customer }
}

test('an edit whose session ended asks to sign in where it stands, and is saved after that', async () => {
  const email = `lea@${site.slug}.example`
  const { screen, page, customer } = await byCode(email)
  screen.expect(/401/)
  const post = page.getByRole('listitem').filter({ hasText: 'One.' })
  await post.getByRole('button', { name: /^More about/ }).click()
  await post.getByRole('button', { name: words.edit, exact: true }).click()
  await field(page).fill('Two.')
  await endSession(site, page)
  await save(page)
  await page.getByRole('dialog', { name: signIn.title }).waitFor()
  await page.keyboard.press('Escape')
  await eventually(() => page.getByRole('dialog').count()).toBe(0)
  expect(await field(page).inputValue()).toBe('Two.')
  await save(page)
  await customer.signInByCode(email, () => stage.mails.code(email, 2))
  await page.getByText(words.saved).waitFor({ state: 'attached' })
  await eventually(async () => {
    const { items } = (await site.get(`threads/${number}/replies`)).body
    return (items as { body: string }[]).map((one) => one.body)
  }).toEqual(['Two.'])
  expect(await field(page).count()).toBe(0)
})

test('a reload leaves the edit of a thread as it was, its title too, until it is saved', async () => {
  const { page } = await asAnna()
  await editOpening(page)
  await title(page).fill('Lights that go out')
  await field(page).fill('By day.')
  await page.reload()
  await editOpening(page)
  expect([await title(page).inputValue(), await field(page).inputValue()]).toEqual([
    'Lights that go out',
    'By day.',
  ])
  expect(await page.getByText(words.changedMeanwhile).count()).toBe(0)
  await save(page)
  await page.getByRole('heading', { name: 'Lights that go out', level: 2 }).waitFor()
  expect(await threadNow()).toMatchObject({ title: 'Lights that go out', body: 'By day.' })
  const kept = () => page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes(':edit:')))
  expect(await kept()).toEqual([])
})

test('an edit that the network lost is kept, title and text, and is saved when sent again', async () => {
  const screen = await asAnna()
  const { page } = screen
  screen.expect(/ERR_INTERNET_DISCONNECTED/)
  await editOpening(page)
  await title(page).fill('Lights that go out')
  await field(page).fill('By day.')
  await screen.context.setOffline(true)
  await save(page)
  await page.getByRole('alert').filter({ hasText: acts.problems.offline! }).waitFor()
  expect([await title(page).inputValue(), await field(page).inputValue()]).toEqual([
    'Lights that go out',
    'By day.',
  ])
  expect(await threadNow()).toMatchObject({ title: 'Lights that stay on', body: 'At night.' })
  await screen.context.setOffline(false)
  await save(page)
  await page.getByRole('heading', { name: 'Lights that go out', level: 2 }).waitFor()
  expect(await threadNow()).toMatchObject({ title: 'Lights that go out', body: 'By day.' })
  expect(await field(page).count()).toBe(0)
})

test('an edit is there after another was opened and after the list; given up, it is gone', async () => {
  const first = await site.reply(anna, number, 'One.')
  const second = await site.reply(anna, number, 'Two.')
  const { page } = await asAnna()
  await editReply(place(page, first))
  await field(page).fill('One and a half.')
  await editReply(place(page, second))
  await eventually(() => field(page).inputValue()).toBe('Two.')
  await field(page).fill('Two and a half.')
  await page.locator('.crumb').click()
  await page.getByRole('link', { name: 'Lights that stay on' }).waitFor()
  await page.goBack()
  await editReply(place(page, first))
  await eventually(() => field(page).inputValue()).toBe('One and a half.')
  await page.getByRole('button', { name: words.compose.cancel }).click()
  await editReply(place(page, first))
  await eventually(() => field(page).inputValue()).toBe('One.')
  await editReply(place(page, second))
  await eventually(() => field(page).inputValue()).toBe('Two and a half.')
})

test('an edit that is taken up after its post was changed says so before it writes over that', async () => {
  const reply = await site.reply(anna, number, 'One.')
  const { page } = await asAnna()
  await editReply(place(page, reply))
  await field(page).fill('Three.')
  await page.reload()
  await site.patch(`replies/${reply}`, { body: 'Two.' }, anna, 1)
  await page.reload()
  await editReply(place(page, reply))
  await page.getByText(words.changedMeanwhile).waitFor()
  expect(await field(page).inputValue()).toBe('Three.')
  await save(page)
  await place(page, reply).getByText('Three.').waitFor()
})

test.each(['en', 'fr', 'de'] as const)(
  'a title too short and an empty text are refused in one’s own words, at their fields (%s)',
  async (locale) => {
    const { thread } = await widgetWords(locale)
    const { page } = await stage.widget(
      site,
      { path: `/t/${number}`, as: { sub: 'anna', name: 'Anna' }, tag: { locale } },
      { viewport: { width: 320, height: 800 } },
    )
    await page.locator('.in > .body').getByRole('button', { name: thread.edit, exact: true }).click()
    const titled = page.getByRole('textbox', { name: thread.editTitle })
    const text = page.getByRole('textbox', { name: thread.editBody })
    const verb = page.getByRole('button', { name: thread.save, exact: true })
    await titled.fill('ab')
    await verb.click()
    await page.getByRole('alert').filter({ hasText: thread.titleShort }).waitFor()
    expect(await titled.getAttribute('aria-invalid')).toBe('true')
    expect(await titled.getAttribute('aria-describedby')).toBe('title-wrong')
    await eventually(() => titled.evaluate((one) => one.matches(':focus'))).toBe(true)
    await titled.fill('Lamps')
    expect(await page.getByText(thread.titleShort).count()).toBe(0)
    await text.fill('')
    await verb.click()
    await page.getByRole('alert').filter({ hasText: thread.empty }).waitFor()
    expect(await text.getAttribute('aria-invalid')).toBe('true')
    await eventually(() => text.evaluate((one) => one.matches(':focus'))).toBe(true)
    expect(await threadNow()).toMatchObject({ title: 'Lights that stay on' })
  },
)

test('a title of which nothing can be seen is refused in one’s own words, in an edit and in a new thread', async () => {
  const screen = await asAnna()
  const { page } = screen
  screen.expect(/422/)
  await editOpening(page)
  await title(page).fill('\u200b\u2060\u200b\u2060\u200b')
  await save(page)
  await page.getByRole('alert').filter({ hasText: words.titleShort }).waitFor()
  expect(await page.getByText(/^must have/).count()).toBe(0)
  await eventually(() => title(page).evaluate((one) => one.matches(':focus'))).toBe(true)

  const { fresh } = await widgetWords('en')
  const posting = await stage.widget(site, { path: '/new', as: { sub: 'anna', name: 'Anna' } })
  posting.expect(/422/)
  const titled = posting.page.getByRole('textbox', { name: fresh.kinds.idea.title })
  await titled.fill('\u200b\u2060\u200b\u2060\u200b')
  await posting.page.getByRole('textbox', { name: fresh.kinds.idea.body }).fill('At night.')
  await posting.page.getByRole('button', { name: fresh.kinds.idea.send }).click()
  await posting.page.getByRole('alert').filter({ hasText: fresh.titleShort }).waitFor()
  await eventually(() => titled.evaluate((one) => one.matches(':focus'))).toBe(true)
})

test('what is typed on while an edit is being saved stays, in the other tab too, and is saved next', async () => {
  const { page } = await asAnna()
  await editOpening(page)
  const other = await page.context().newPage()
  await other.goto(page.url())
  await editOpening(other)
  // Headless, both tabs believe that somebody is in them.
  await other.evaluate(() => (document.hasFocus = () => false))
  const held: Route[] = []
  await page.route(/\/threads\/\d+$/, (route) =>
    route.request().method() === 'PATCH' ? void held.push(route) : route.continue(),
  )
  await field(page).fill('By day.')
  await save(page)
  await eventually(() => held.length).toBe(1)
  await field(page).fill('By day, and at night.')
  await eventually(() => field(other).inputValue()).toBe('By day, and at night.')
  await held[0]!.continue()
  await eventually(async () => (await threadNow()).body).toBe('By day.')
  await page.getByText(words.saved).waitFor({ state: 'attached' })
  for (const tab of [page, other]) expect(await field(tab).inputValue()).toBe('By day, and at night.')
  await save(page)
  await eventually(() => held.length).toBe(2)
  await title(page).fill('Lights that go out')
  await held[1]!.continue()
  await eventually(async () => (await threadNow()).body).toBe('By day, and at night.')
  const button = page.getByRole('button', { name: words.save, exact: true })
  await eventually(() => button.getAttribute('aria-disabled')).toBe('false')
  expect(await title(page).inputValue()).toBe('Lights that go out')
  await page.unroute(/\/threads\/\d+$/)
  await save(page)
  await eventually(async () => (await threadNow()).title).toBe('Lights that go out')
  await eventually(() => field(page).count()).toBe(0)
  await eventually(() => field(other).count()).toBe(0)
})
