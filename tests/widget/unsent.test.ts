import type { Page } from 'playwright-core'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import fresh from '../../widget/translations/en/new.ts'
import words from '../../widget/translations/en/thread.ts'
import { openStage, type Stage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import type { Screen } from '../support/screen.ts'
import type { Person, TestSite } from '../support/world.ts'

// What was typed is found again where its place went away meanwhile: merged, closed, deleted, or hidden by a ruling.

let stage: Stage
let site: TestSite
let anna: Person
let lea: Person
let moderator: Person
let number: number

beforeAll(async () => {
  stage = await openStage()
  site = await stage.site()
  anna = await site.member('Anna', { sub: 'anna' })
  lea = await site.member('Lea', { sub: 'lea' })
  moderator = await site.staff('moderator')
})

beforeEach(async () => {
  number = await site.idea(anna, { title: 'Lights that stay on', body: 'At night.' })
})

const asLea = (path = `/t/${number}`) => stage.widget(site, { path, as: { sub: 'lea', name: 'Lea' } })
const box = (page: Page, name = words.yourReply) => page.getByRole('textbox', { name, exact: true })
const send = (page: Page) => page.getByRole('button', { name: words.reply, exact: true }).last().click()
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const place = (page: Page, reply: string) => page.locator(`[id="post-${reply}"]`)
const unsent = (page: Page) => page.getByRole('textbox', { name: words.unsent.label })
const bodies = async (of: number) =>
  ((await site.get(`threads/${of}/replies`)).body.items as { body: string }[]).map((one) => one.body)

async function done(act: Promise<{ status: number; text: string }>): Promise<void> {
  const { status, text } = await act
  expect(status, text).toBeLessThan(300)
}

/** The text stands where it can be read, with the reason, and has the focus. */
async function toldWhy(page: Page, why: string, text: string): Promise<void> {
  await page.getByText(why).waitFor()
  expect(await unsent(page).inputValue()).toBe(text)
  expect(await page.getByText('failed on our side').count()).toBe(0)
}

async function answering(screen: Screen, reply: string, text: string): Promise<void> {
  await place(screen.page, reply)
    .getByRole('button', { name: /^Reply to .*Anna$/ })
    .click()
  await box(screen.page, words.replyingTo('Anna')).fill(text)
}

test('a reply to a thread that is merged meanwhile is in the reply field of the other, and is posted there', async () => {
  const other = await site.idea(anna, { title: 'Lamps that stay on' })
  const screen = await asLea(`/t/${other}`)
  const { page } = screen
  screen.expect(/409/)
  await box(page).fill('Begun there.')
  await page.getByText('Draft saved on this device').waitFor()
  const address = new URL(page.url())
  for (const name of address.searchParams.keys()) address.searchParams.set(name, `/t/${number}`)
  await page.goto(address.href)
  await page.getByRole('heading', { name: 'Lights that stay on' }).waitFor()
  await box(page).fill('By day as well.')
  await done(site.put(`threads/${number}/merge`, { into: other }, moderator))
  await send(page)
  await page.getByRole('alert').filter({ hasText: words.mergedMeanwhile }).waitFor()
  await page.getByRole('heading', { name: 'Lamps that stay on' }).waitFor()
  expect(await box(page).inputValue()).toBe('Begun there.\n\nBy day as well.')
  await page.reload()
  await eventually(() => box(page).inputValue()).toBe('Begun there.\n\nBy day as well.')
  await send(page)
  await page.getByText(words.posted).waitFor({ state: 'attached' })
  expect(await bodies(other)).toEqual(['Begun there.\n\nBy day as well.'])
})

test('a draft for a thread that was merged since is where its address leads now, an answer to a reply too', async () => {
  const other = await site.idea(anna, { title: 'Lamps that stay on' })
  const reply = await site.reply(anna, number, 'In the hall.')
  const screen = await asLea()
  const { page } = screen
  await box(page).fill('By day as well.')
  await answering(screen, reply, 'Which hall?')
  await page.getByText('Draft saved on this device').nth(1).waitFor()
  await done(site.put(`threads/${number}/merge`, { into: other }, moderator))
  await page.reload()
  await page.getByRole('heading', { name: 'Lamps that stay on' }).waitFor()
  await eventually(() => box(page).inputValue()).toBe('By day as well.')
  await press(page, words.goOn('Anna'))
  await eventually(() => box(page, words.replyingTo('Anna')).inputValue()).toBe('Which hall?')
})

test('a reply to a thread that is closed meanwhile is shown, said why, and begins a new thread', async () => {
  const screen = await asLea()
  const { page } = screen
  screen.expect(/409/)
  await box(page).fill('By day as well.')
  await done(site.put(`threads/${number}/lock`, undefined, moderator))
  await send(page)
  await toldWhy(page, words.unsent.locked, 'By day as well.')
  expect(await page.locator('parvis-unsent section').evaluate((one) => one.matches(':focus'))).toBe(true)
  expect(await box(page).count()).toBe(0)
  await page.reload()
  await toldWhy(page, words.unsent.locked, 'By day as well.')
  await press(page, words.unsent.begin)
  const body = page.getByRole('textbox', { name: fresh.kinds.idea.body })
  await eventually(() => body.inputValue()).toBe('By day as well.')
  await page.goBack()
  await page.getByText(words.locked).or(page.getByText(words.takesNone)).first().waitFor()
  expect(await unsent(page).count()).toBe(0)
})

test('a text that cannot be posted is gone once it is discarded, and stays that', async () => {
  const screen = await asLea()
  const { page } = screen
  await box(page).fill('By day as well.')
  await page.getByText('Draft saved on this device').waitFor()
  await done(site.put(`threads/${number}/lock`, undefined, moderator))
  await page.reload()
  await toldWhy(page, words.unsent.locked, 'By day as well.')
  await press(page, words.unsent.discard)
  await eventually(() => unsent(page).count()).toBe(0)
  await page.getByText(words.unsent.discarded).waitFor({ state: 'attached' })
  await page.reload()
  await page.getByText(words.takesNone).waitFor()
  expect(await unsent(page).count()).toBe(0)
})

test('an answer to a reply that is deleted meanwhile is kept, said why, and posted to the thread itself', async () => {
  const reply = await site.reply(anna, number, 'In the hall.')
  const screen = await asLea()
  const { page } = screen
  screen.expect(/422/)
  await answering(screen, reply, 'Which hall?')
  await done(site.delete(`replies/${reply}`, anna))
  await box(page, words.replyingTo('Anna')).press('ControlOrMeta+Enter')
  await toldWhy(page, words.unsent.parentGone, 'Which hall?')
  await page.reload()
  await toldWhy(page, words.unsent.parentGone, 'Which hall?')
  await press(page, words.unsent.reply)
  await eventually(() => box(page).inputValue()).toBe('Which hall?')
  expect(await unsent(page).count()).toBe(0)
  await send(page)
  await page.getByText(words.posted).waitFor({ state: 'attached' })
  expect(await bodies(number)).toEqual(['Which hall?'])
})

test('an answer to one below another reply is asked for once more where that one alone is deleted', async () => {
  const reply = await site.reply(anna, number, 'In the hall.')
  const below = await site.reply(anna, number, 'In the yard.', { parent: reply })
  const screen = await asLea()
  const { page } = screen
  screen.expect(/422/)
  await answering(screen, below, 'Which yard?')
  await done(site.delete(`replies/${below}`, anna))
  const field = box(page, words.replyingTo('Anna'))
  await field.press('ControlOrMeta+Enter')
  await page.getByText(words.parentGone).waitFor()
  expect(await field.inputValue()).toBe('Which yard?')
  await field.press('ControlOrMeta+Enter')
  await page.getByText(words.posted).waitFor({ state: 'attached' })
})

test.each(['reply', 'opening'])(
  'what its author makes of a %s that is hidden meanwhile stands at its place, with the way to the decision',
  async (kind) => {
    const mine = await site.idea(lea, { title: 'Bells at noon', body: 'Twice.' })
    const reply = await site.reply(lea, number, 'One.')
    const opening = kind === 'opening'
    const reason = `Too loud a ${kind}.`
    const screen = await asLea(`/t/${opening ? mine : number}`)
    const { page } = screen
    screen.expect(/403/)
    const post = opening ? ((await site.get(`threads/${mine}`)).body as { post: string }).post : reply
    if (!opening)
      await place(page, reply)
        .getByRole('button', { name: words.more('Lea') })
        .click()
    await page.getByRole('button', { name: words.edit, exact: true }).filter({ visible: true }).click()
    if (opening) await box(page, words.editTitle).fill('Bells at one')
    await box(page, words.editBody).fill('Three times.')
    await done(site.post(`posts/${post}/rulings`, { rule: 1, reason, revision: 1 }, moderator))
    await press(page, words.save)
    const text = opening ? 'Bells at one\n\nThree times.' : 'Three times.'
    await toldWhy(page, words.unsent.hidden, text)
    await page.reload()
    await toldWhy(page, words.unsent.hidden, text)
    // It is told once it can no longer be taken back.
    stage.clock.move(60)
    await page.getByRole('link', { name: words.unsent.why }).click()
    await page.getByText(reason).waitFor()
  },
)

test('an answer that was begun says so at its reply after a reload, and is gone on with from there', async () => {
  const reply = await site.reply(anna, number, 'In the hall.')
  const other = await site.reply(anna, number, 'In the yard.')
  const screen = await asLea()
  const { page } = screen
  await answering(screen, reply, 'Which hall?')
  await page.getByText('Draft saved on this device').waitFor()
  await page.reload()
  await place(page, reply)
    .getByRole('button', { name: words.goOn('Anna') })
    .click()
  const field = box(page, words.replyingTo('Anna'))
  await eventually(() => field.inputValue()).toBe('Which hall?')
  expect(
    await place(page, other)
      .getByRole('button', { name: words.goOn('Anna') })
      .count(),
  ).toBe(0)
  await field.fill('Which hall then?')
  await press(page, words.compose.cancel)
  await page.getByRole('button', { name: words.goOn('Anna') }).waitFor()
  expect(await page.getByRole('button', { name: words.goOn('Anna') }).count()).toBe(1)
})

test('what was written for a thread whose text its author removed, or which is open to others only by now, is shown', async () => {
  const asked = await site.idea(anna, { board: 'help', kind: 'question', title: 'How loud are they?' })
  const { page } = await asLea()
  await box(page).fill('By day as well.')
  await page.getByText('Draft saved on this device').waitFor()
  await done(site.delete(`threads/${number}`, anna))
  await page.reload()
  await toldWhy(page, words.unsent.takenAway, 'By day as well.')
  const screen = await asLea(`/t/${asked}`)
  const other = screen.page
  screen.expect(/404/)
  await box(other).fill('Very.')
  await other.getByText('Draft saved on this device').waitFor()
  await site.restrict('help', 'staff')
  await other.reload()
  await other.getByRole('heading', { name: words.missing }).waitFor()
  await toldWhy(other, words.unsent.missing, 'Very.')
})
