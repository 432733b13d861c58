import type { Page } from 'playwright-core'
import { beforeEach, expect, test } from 'vitest'
import words from '../../widget/translations/en/thread.ts'
import { openStage, type Stage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import { signedOn } from '../support/kept_session.ts'
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
  const { page } = await stage.widget(site, { path: `/t/${first}` })
  await box(page).fill('A word to the first.')
  await goTo(page, 'A lamp for the way home')
  await box(page).fill('A word to the second.')
  await signOn(page, 'Lea')
  await eventually(() => box(page).inputValue()).toBe('A word to the second.')
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
