import type { Page } from 'playwright-core'
import { beforeEach, expect, test } from 'vitest'
import words from '../../widget/translations/en/thread.ts'
import { openStage, type Stage } from '../support/browser.ts'
import { Customer } from '../support/customer.ts'
import { eventually } from '../support/eventually.ts'
import { endSession, signedOn } from '../support/kept_session.ts'
import { widgetWords } from '../support/widget_views.ts'
import type { TestSite } from '../support/world.ts'

// What somebody writes on a device that others use too is shown to nobody else there.

const stage: Stage = await openStage()
let site: TestSite
let first: number
let second: number

beforeEach(async () => {
  site = await stage.site()
  const anna = await site.member('Anna', { sub: 'anna' })
  first = await site.idea(anna, { title: 'Rounds that end at the depot' })
  second = await site.idea(anna, { title: 'A lamp for the way home' })
})

const box = (page: Page) => page.getByRole('textbox', { name: words.yourReply })
const give = (page: Page, token: string) =>
  page.locator('parvis-board').evaluate((board, token) => board.setAttribute('sso-token', token), token)

async function signOn(page: Page, name: string): Promise<void> {
  await give(page, site.token({ sub: name.toLowerCase(), name, jti: crypto.randomUUID() }))
  await signedOn(page, name)
}

async function goTo(page: Page, title: string): Promise<void> {
  await page.locator('.crumb').click()
  await page.getByRole('link', { name: title }).click()
  await page.getByRole('heading', { name: title, level: 2 }).waitFor()
}

test('what a member was writing is not shown to the member who signs on after them, and is there when they come back', async () => {
  const { page } = await stage.widget(site, { path: `/t/${first}`, as: { sub: 'lea', name: 'Lea' } })
  await signedOn(page, 'Lea')
  await box(page).fill('Between you and me.')
  await signOn(page, 'Marit')
  await eventually(() => box(page).inputValue()).toBe('')
  await box(page).fill('I am Marit.')
  await give(page, '')
  await eventually(() => box(page).inputValue()).toBe('')
  await signOn(page, 'Lea')
  await eventually(() => box(page).inputValue()).toBe('Between you and me.')
  await signOn(page, 'Marit')
  await eventually(() => box(page).inputValue()).toBe('I am Marit.')
})

test('what a visitor was writing becomes that of the member who signs on, all of it, and of nobody after them', async () => {
  const screen = await stage.widget(site, { path: `/t/${first}` })
  const { page } = screen
  await box(page).fill('A word to the first.')
  await goTo(page, 'A lamp for the way home')
  await box(page).fill('A word to the second.')
  await signOn(page, 'Lea')
  await eventually(() => box(page).inputValue()).toBe('A word to the second.')
  // What is still being read with a session that ends is refused, read anew, and in the console.
  await screen.idle()
  await signOn(page, 'Marit')
  await eventually(() => box(page).inputValue()).toBe('')
  await goTo(page, 'Rounds that end at the depot')
  expect(await box(page).inputValue()).toBe('')
  await signOn(page, 'Lea')
  await eventually(() => box(page).inputValue()).toBe('A word to the first.')
})

test('what a visitor writes where they have a draft as a member stands below that once they sign on, and neither is lost', async () => {
  const { page } = await stage.widget(site, { path: `/t/${second}`, as: { sub: 'lea', name: 'Lea' } })
  await signedOn(page, 'Lea')
  await box(page).fill('As a member.')
  await give(page, '')
  await eventually(() => box(page).inputValue()).toBe('')
  await box(page).fill('As a visitor.')
  await signOn(page, 'Lea')
  await eventually(() => box(page).inputValue()).toBe('As a member.\n\nAs a visitor.')
})

test('a draft from before drafts had an owner goes to whoever is there first', async () => {
  const { page } = await stage.widget(site, { path: `/t/${first}`, as: { sub: 'lea', name: 'Lea' } })
  await signedOn(page, 'Lea')
  await page.evaluate(
    ([slug, number]) => {
      const key = Object.keys(localStorage).find((one) => one.endsWith(`:${slug}`))!
      localStorage.setItem(
        `${key}:draft:${number}:`,
        JSON.stringify({ text: 'From before.', at: Date.now() }),
      )
    },
    [site.slug, first] as const,
  )
  await page.reload()
  await eventually(() => box(page).inputValue()).toBe('From before.')
  await signOn(page, 'Marit')
  await eventually(() => box(page).inputValue()).toBe('')
})

test('what a visitor wrote in the form of a new thread is there, title and text, once they signed on', async () => {
  const { fresh: form } = await widgetWords('en')
  const { page } = await stage.widget(site, { path: '/new' })
  const [title, body] = [
    page.getByRole('textbox', { name: form.kinds.idea.title }),
    page.getByRole('textbox', { name: form.kinds.idea.body }),
  ]
  await title.fill('A bell that rings twice')
  await body.fill('Once is not enough.')
  await signOn(page, 'Lea')
  await eventually(async () => [await title.inputValue(), await body.inputValue()]).toEqual([
    'A bell that rings twice',
    'Once is not enough.',
  ])
  await signOn(page, 'Marit')
  await eventually(async () => [await title.inputValue(), await body.inputValue()]).toEqual(['', ''])
})

test('two tabs have one draft: what is written in one is there in the other, and gone from it once it was posted', async () => {
  const { page } = await stage.widget(site, { path: `/t/${first}`, as: { sub: 'lea', name: 'Lea' } })
  await signedOn(page, 'Lea')
  const other = await page.context().newPage()
  await other.goto(page.url())
  // A tab that somebody is in is not written over; headless, both believe that they are.
  for (const tab of [page, other]) await tab.evaluate(() => (document.hasFocus = () => false))
  await box(other).fill('Begun here')
  await eventually(() => box(page).inputValue()).toBe('Begun here')
  await box(page).fill('Begun here, and ended there.')
  await eventually(() => box(other).inputValue()).toBe('Begun here, and ended there.')
  await page.evaluate(() => (document.hasFocus = () => true))
  await box(other).fill('In the other tab')
  await other.waitForTimeout(1000)
  expect(await box(page).inputValue()).toBe('Begun here, and ended there.')
  await page.evaluate(() => (document.hasFocus = () => false))
  await box(other).fill('All of it.')
  await eventually(() => box(page).inputValue()).toBe('All of it.')
  await other.getByRole('button', { name: words.reply, exact: true }).click()
  await eventually(() => box(other).inputValue()).toBe('')
  await eventually(() => box(page).inputValue()).toBe('')
})

test('what one member was sending is not sent as another who signed in instead, who is told so', async () => {
  const { acts } = await widgetWords('en')
  const screen = await stage.widget(site, { path: `/t/${first}` })
  const { page } = screen
  const customer = new Customer(screen, page.url())
  const [lea, marit] = [`lea@${site.slug}.example`, `marit@${site.slug}.example`]
  const send = () => page.getByRole('button', { name: words.reply, exact: true }).last().click()
  const replies = async () => (await site.get(`threads/${first}`)).body.replies
  screen.expect(/401/)
  await box(page).fill('One.')
  await send()
  await customer.signInByCode(lea, () => stage.mails.code(lea))
  await eventually(replies).toBe(1)
  await eventually(() => box(page).inputValue()).toBe('')
  await box(page).fill('Between you and me.')
  await endSession(site, page)
  await send()
  await customer.signInByCode(marit, () => stage.mails.code(marit))
  // Who comes by e-mail has no name yet, and is called by a number.
  const [before, after] = acts.otherWriter('|').split('|')
  await page.getByText(new RegExp(`^${before}.+${after}`)).waitFor()
  await eventually(() => box(page).inputValue()).toBe('')
  expect(await replies()).toBe(1)
  await endSession(site, page)
  await box(page).fill('I am Marit.')
  await send()
  await customer.signInByCode(lea, () => stage.mails.code(lea, 2))
  await eventually(() => box(page).inputValue()).toBe('Between you and me.')
  expect(await replies()).toBe(1)
  await send()
  await eventually(replies).toBe(2)
  await eventually(() => box(page).inputValue()).toBe('')
})
