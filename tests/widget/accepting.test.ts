import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import core from '../../widget/translations/en/core.ts'
import me from '../../widget/translations/en/me.ts'
import words from '../../widget/translations/en/thread.ts'
import { openStage, type Stage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import { focused, tabTo } from '../support/keyboard.ts'
import { listening } from '../support/listening.ts'
import { widgetWords } from '../support/widget_views.ts'
import type { Person, TestSite } from '../support/world.ts'

// Whoever asked says which reply answers; everybody sees it first below the question.

let stage: Stage
let site: TestSite
let anna: Person
let ben: Person

beforeAll(async () => {
  stage = await openStage()
  site = await stage.site()
  anna = await site.member('Anna', { sub: 'anna' })
  ben = await site.member('Ben', { sub: 'ben' })
})

const ask = (title: string) => site.idea(anna, { board: 'help', kind: 'question', title })
const open = (path: string, as?: string) =>
  stage.widget(site, { path, ...(as ? { as: { sub: as.toLowerCase(), name: as } } : {}) })
const answer = (page: Page) => page.getByRole('region', { name: words.accepted })
const said = (page: Page, text: string) =>
  page.getByRole('status').filter({ hasText: text }).waitFor({ state: 'attached' })

test('an answer is accepted by keyboard, stands first, is marked in its place, and can be taken back', async () => {
  const number = await ask('How do I split a round in two?')
  await site.reply(ben, number, 'Ask the office.')
  const best = await site.reply(ben, number, 'Hold the stop, then choose “Split here”.')
  const { page } = await open(`/t/${number}`, 'Anna')
  const place = page.locator(`[id="post-${best}"]`)
  await place.waitFor()
  expect(await answer(page).count()).toBe(0)
  await tabTo(page, words.acceptOf('Ben'))
  await tabTo(page, words.acceptOf('Ben', 2))
  await page.keyboard.press('Enter')
  await said(page, words.acceptedNow)
  expect(await answer(page).innerText()).toContain('Split here')
  expect(await place.getByText(words.accepted).count()).toBe(1)
  await eventually(async () => (await focused(page)).name).toContain('Split here')
  // Another one is chosen in its menu.
  const first = page.locator('.story > .item').first()
  await first.getByRole('button', { name: words.more('Ben') }).click()
  await first.getByRole('button', { name: words.accept, exact: true }).filter({ visible: true }).click()
  await eventually(() => answer(page).innerText()).toContain('Ask the office.')
  expect(await place.getByText(words.accepted).count()).toBe(0)
  await answer(page).getByRole('button', { name: words.unaccept }).click()
  await said(page, words.acceptedNoMore)
  expect(await answer(page).count()).toBe(0)
  expect((await site.get(`threads/${number}`)).body.accepted).toBe(false)
})

test('others see the answer and its question as answered, live too, and choose none; its author is told', async () => {
  const number = await ask('Where are the door codes?')
  const reply = await site.reply(ben, number, 'In the field **Access**.')
  stage.clock.move(60)
  const { page } = await open(`/t/${number}`, 'Ben')
  await page.locator(`[id="post-${reply}"]`).waitFor()
  expect(await page.getByText(words.accept, { exact: true }).count()).toBe(0)
  await site.put(`threads/${number}/accepted`, { reply }, anna)
  await page.locator('.live.below button').first().waitFor()
  stage.clock.move(13)
  await page.reload()
  await answer(page).waitFor()
  expect(await answer(page).getByRole('button', { name: words.unaccept }).count()).toBe(0)
  const list = await open('/b/help')
  await list.page.getByText(core.answered).first().waitFor()
  const [, between] = me.told.accepted!
  const mine = await open('/me', 'Ben')
  await mine.page.getByText(between.trim().slice(0, 20)).first().waitFor()
})

test('a reply that went meanwhile is not accepted, and the thread is read anew', async () => {
  const number = await ask('Does it work in a tunnel?')
  const reply = await site.reply(ben, number, 'No.')
  const screen = await open(`/t/${number}`, 'Anna')
  const { page } = screen
  screen.expect(/422/)
  await page.locator(`[id="post-${reply}"]`).waitFor()
  await site.delete(`replies/${reply}`, ben)
  await page.getByRole('button', { name: words.acceptOf('Ben') }).click()
  await page.getByText(words.acceptGone).first().waitFor({ state: 'attached' })
  await eventually(() => page.locator('.story > .item').count()).toBe(0)
})

test.each(['en', 'fr', 'de'] as const)(
  'that an answer was accepted waits as such, points up to where it appears, and leads there, in %s',
  async (lang) => {
    const { acts, thread } = await widgetWords(lang)
    const number = await ask('Who has the key to the shed?')
    const reply = await site.reply(ben, number, 'It hangs **behind** the door.')
    for (let at = 0; at < 8; at++) await site.reply(ben, number, 'Not here.\n\nNor there.')
    const { page } = await listening(await stage.widget(site, { path: `/t/${number}`, lang }))
    await site.put(`threads/${number}/accepted`, { reply }, anna)
    const waits = page.locator('.live.below button')
    await eventually(() => waits.allInnerTexts()).toEqual([acts.answerAccepted])
    // The same arrow as where new threads wait above a list.
    expect(await waits.locator('path').getAttribute('d')).toMatch(/^m5 12 7-7 7 7/)
    await said(page, acts.answerAccepted)
    await waits.focus()
    await page.keyboard.press('Enter')
    const shown = page.getByRole('region', { name: thread.accepted })
    await eventually(async () => (await focused(page)).name).toBe(thread.accepted)
    expect(await shown.innerText()).toContain('behind')
    expect(await shown.evaluate((one) => one.getBoundingClientRect().top >= 0)).toBe(true)
    await said(page, acts.answerAccepted)
    // What else happened is said as before, and below.
    await site.put(`threads/${number}/accepted`, { reply }, anna)
    await site.delete(`threads/${number}/accepted`, anna)
    await eventually(() => waits.allInnerTexts()).toEqual([acts.changes(1)])
    expect(await waits.locator('path').getAttribute('d')).toMatch(/^M12 5v14/)
  },
)
