import type { Page } from 'playwright-core'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import core from '../../widget/translations/en/core.ts'
import me from '../../widget/translations/en/me.ts'
import signIn from '../../widget/translations/en/sign_in.ts'
import thread from '../../widget/translations/en/thread.ts'
import { openStage, type Stage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import { held } from '../support/held.ts'
import { focused, tabTo } from '../support/keyboard.ts'
import type { Screen } from '../support/screen.ts'
import type { TestSite } from '../support/world.ts'

// A visitor who takes part without an address, on a host's page under a strict policy, and what becomes of it.

const title = 'Rounds that end at the depot'
const { guest } = signIn

let stage: Stage
let site: TestSite
let idea: number

beforeAll(async () => {
  stage = await openStage()
})

beforeEach(async () => {
  site = await stage.site()
  await site.takeGuests()
  idea = await site.idea(await site.member('Anna', { sub: 'anna' }), { title })
  // What happened just before one came is looked for once more, and here it is long ago.
  stage.clock.move(60)
})

const voteButton = (page: Page) => page.getByRole('button', { name: new RegExp(`^Vote for “${title}`) })
const pressed = (page: Page) => voteButton(page).getAttribute('aria-pressed')
const counted = async () => (await site.get(`threads/${idea}`)).body.votes as number
const dialog = (page: Page) => page.getByRole('dialog')
const asked = (screen: Screen, path: string) => screen.asked().filter((one) => one === `POST ${path}`).length

/** Votes as a visitor, and goes on as a guest. */
async function voteAsGuest({ page }: Screen, name?: string): Promise<void> {
  await voteButton(page).click()
  await dialog(page).getByRole('button', { name: guest.offer }).click()
  if (name) await dialog(page).getByRole('textbox', { name: guest.name }).fill(name)
  await dialog(page).getByRole('button', { name: guest.enter }).click()
  await dialog(page).waitFor({ state: 'hidden' })
  await eventually(() => pressed(page)).toBe('true')
}

async function endSessions(): Promise<void> {
  const { id } = await site.row()
  await stage.world.db.deleteFrom('sessions').where('site_id', '=', id).execute()
  stage.world.sessions.forget(id)
}

async function signInByMail(page: Page, email: string): Promise<void> {
  await dialog(page).getByRole('textbox', { name: signIn.email }).fill(email)
  await dialog(page).getByRole('button', { name: signIn.send }).click()
  // Pasted as it was copied, with words around it.
  await dialog(page).getByRole('textbox', { name: signIn.code }).focus()
  await page.keyboard.insertText(`Your code is: ${(await stage.mails.code(email)).replace(/...$/, ' $&')} `)
  await dialog(page).getByRole('button', { name: signIn.confirm }).click()
  await dialog(page).waitFor({ state: 'hidden' })
}

let mailed = 0
const address = () => `guest-${++mailed}-${process.pid}@mail.example`

const oneself = (page: Page) => page.getByRole('link', { name: /^My account/ })

test('wid-C06: who is becoming a guest goes on where the tag is moved meanwhile', async () => {
  const { page } = await stage.widget(site)
  await voteButton(page).click()
  await dialog(page).getByRole('button', { name: guest.offer }).click()
  const name = dialog(page).getByRole('textbox', { name: guest.name })
  await name.fill('Mia')
  await page.evaluate(() => {
    const aside = document.body.appendChild(document.createElement('aside'))
    aside.append(document.querySelector('parvis-board')!)
  })
  expect(await name.inputValue()).toBe('Mia')
  await dialog(page).getByRole('button', { name: guest.enter }).click()
  await eventually(counted).toBe(2)
  await eventually(() => pressed(page)).toBe('true')
})

test('a visitor votes as a guest, is one after a reload, and keeps the vote when they sign in', async () => {
  const screen = await stage.widget(site)
  const { page } = screen
  await voteAsGuest(screen, 'Mia')
  await eventually(() => counted()).toBe(2)

  await page.reload()
  await eventually(() => pressed(page)).toBe('true')
  await oneself(page).click()
  await page.getByRole('heading', { name: 'Mia', level: 2 }).waitFor()
  await page.getByText(me.guest.here).waitFor()
  // A guest has no picture to choose.
  expect(await page.getByText(me.choose).count()).toBe(0)

  await page.getByRole('button', { name: me.guest.keep }).click()
  expect(await dialog(page).getByRole('button', { name: guest.offer }).count()).toBe(0)
  await signInByMail(page, address())
  await page.getByText(me.guest.here).waitFor({ state: 'hidden' })
  await page.getByRole('status').filter({ hasText: me.guest.kept }).waitFor({ state: 'attached' })
  await page.goto(page.url().replace(/\?.*/, ''))
  await eventually(() => pressed(page)).toBe('true')
  await eventually(() => counted()).toBe(2)
  const { id } = await site.row()
  const left = stage.world.db
    .selectFrom('members')
    .select('id')
    .where('site_id', '=', id)
    .where('role', '=', 'guest')
  expect(await left.execute()).toEqual([])
  expect(
    await page.evaluate(() => Object.keys(localStorage).filter((key) => key.endsWith(':guest'))),
  ).toEqual([])
})

test('a guest whom the host signs in is that customer, whose vote on the same idea counts once', async () => {
  const known = await site.member('Ben', { sub: 'ben' })
  await site.put(`threads/${idea}/vote`, undefined, known)
  const screen = await stage.widget(site)
  await voteAsGuest(screen)
  await eventually(() => counted()).toBe(3)
  await screen.page
    .locator('parvis-board')
    .evaluate(
      (board, token) => board.setAttribute('sso-token', token),
      site.token({ sub: 'ben', name: 'Ben' }),
    )
  await eventually(() => counted()).toBe(2)
  await eventually(() => pressed(screen.page)).toBe('true')
  await eventually(() => oneself(screen.page).textContent()).toContain('Ben')
})

test('a guest whose session is over votes again without a word, and without more work', async () => {
  // A live stream would notice first that it is over, and have the session renewed before the vote.
  const screen = await stage.widget(site, { tag: { live: 'off' } })
  const { page } = screen
  screen.expect(/401/)
  await voteAsGuest(screen)
  // What is asked after a sign-in would notice likewise.
  await screen.idle()
  await endSessions()
  await voteButton(page).click()
  await eventually(() => pressed(page)).toBe('false')
  await eventually(() => counted()).toBe(1)
  expect(await dialog(page).count()).toBe(0)

  // And likewise where the page is opened with an ended session.
  await screen.idle()
  await endSessions()
  await page.reload()
  await oneself(page).waitFor()
  await voteButton(page).click()
  await eventually(counted).toBe(2)
  expect(asked(screen, 'sessions/guest-challenges')).toBe(1)
  expect(asked(screen, 'sessions/guest')).toBe(1)
})

test('a guest is never taken for somebody else while their session is made anew, and their vote stays shown', async () => {
  await site.idea(await site.member('Ben'), { title: 'Rounds by bus' })
  const screen = await stage.widget(site, { tag: { live: 'off' } })
  const { page } = screen
  screen.expect(/401/)
  await voteAsGuest(screen)
  await screen.idle()
  await endSessions()
  const other = page.getByRole('button', { name: /^Vote for “Rounds by bus/ })
  const back = held(page, /sessions\/guest\/device$/)
  await other.click()
  const asking = await back
  expect(await pressed(page)).toBe('true')
  const overlay = held(page, /me\/overlay/)
  await asking.continue()
  const learning = await overlay
  expect(await pressed(page)).toBe('true')
  await learning.continue()
  await screen.idle()
  expect(await pressed(page)).toBe('true')
  expect(await other.getAttribute('aria-pressed')).toBe('true')
  expect(asked(screen, 'sessions/guest')).toBe(1)
})

test('who signs out in another tab while their session is made anew is not signed in by that', async () => {
  const screen = await stage.widget(site, { tag: { live: 'off' } })
  const { page } = screen
  screen.expect(/401/)
  await voteAsGuest(screen)
  const tab = await screen.context.newPage()
  await tab.goto(`${page.url()}?${new URLSearchParams({ parvis: '/me/settings' })}`)
  await tab.getByRole('button', { name: me.signOut }).waitFor()
  await screen.idle()
  await endSessions()
  const back = held(page, /sessions\/guest\/device$/)
  await voteButton(page).click()
  const asking = await back
  await tab.getByRole('button', { name: me.signOut }).click()
  await tab.getByRole('button', { name: core.signIn, exact: true }).waitFor()
  const ended = page.waitForResponse(
    (answer) => answer.request().method() === 'DELETE' && /sessions\/current$/.test(answer.url()),
  )
  await asking.continue()
  expect((await ended).status()).toBe(204)
  await dialog(page).getByRole('button', { name: guest.offer }).waitFor()
  expect(
    await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('parvis:'))),
  ).toEqual([])
  await eventually(() => counted()).toBe(2)
})

test('a device that could not be asked about for now is asked about again, and no other guest is made', async () => {
  const screen = await stage.widget(site, { tag: { live: 'off' } })
  const { page } = screen
  screen.expect(/401/, /502/)
  await voteAsGuest(screen)
  await screen.idle()
  await endSessions()
  let away = true
  await page.route(/sessions\/guest\/device$/, (route) =>
    away ? route.fulfill({ status: 502, body: 'Bad gateway' }) : route.continue(),
  )
  await page.reload()
  await page.getByRole('button', { name: core.signIn, exact: true }).waitFor()
  await screen.idle()
  away = false
  await voteButton(page).click()
  await eventually(() => pressed(page)).toBe('true')
  expect(await dialog(page).count()).toBe(0)
  expect(await counted()).toBe(2)
  expect(asked(screen, 'sessions/guest')).toBe(1)
})

test('the work can be given up, leaves nobody behind, and the focus is where it was', async () => {
  const screen = await stage.widget(site)
  const { page } = screen
  await tabTo(page, new RegExp(`^Vote for “${title}`))
  await page.keyboard.press('Enter')
  await dialog(page).waitFor()
  await tabTo(page, guest.offer)
  await page.keyboard.press('Enter')
  await eventually(async () => (await focused(page)).name).toBe(guest.name)
  await dialog(page).getByRole('progressbar', { name: guest.working }).waitFor()
  await tabTo(page, guest.cancel)
  await page.keyboard.press('Enter')
  await eventually(async () => (await focused(page)).name).toBe(guest.offer)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await dialog(page).waitFor({ state: 'hidden' })
  await eventually(async () => (await focused(page)).name).toMatch(/^Vote for/)
  await screen.idle()
  expect(asked(screen, 'sessions/guest')).toBe(0)
  await eventually(() => counted()).toBe(1)
})

test('the page goes on while the browser works, and Enter in the name is enough', async () => {
  const screen = await stage.widget(site)
  const { page } = screen
  await voteButton(page).click()
  await dialog(page).getByRole('button', { name: guest.offer }).click()
  const turns = page.evaluate(async () => {
    const board = document.querySelector('parvis-board')!.shadowRoot!
    const form = board.querySelector('parvis-sign-in')!.shadowRoot!.querySelector('parvis-guest')!.shadowRoot!
    let turns = 0
    const bar = () => form.querySelector('progress')
    while (bar() && bar()!.value < 100) {
      await new Promise((done) => setTimeout(done))
      turns++
    }
    return turns
  })
  await dialog(page).locator('#work', { hasText: guest.ready }).waitFor()
  expect(await turns).toBeGreaterThan(20)
  await dialog(page).getByRole('textbox', { name: guest.name }).press('Enter')
  await dialog(page).waitFor({ state: 'hidden' })
  await eventually(() => pressed(page)).toBe('true')
})

test('who thinks about a name for more than ten minutes still comes in', async () => {
  const screen = await stage.widget(site)
  screen.expect(/401/)
  const { page } = screen
  await voteButton(page).click()
  await dialog(page).getByRole('button', { name: guest.offer }).click()
  await dialog(page).locator('#work', { hasText: guest.ready }).waitFor()
  stage.clock.move(700)
  await dialog(page).getByRole('button', { name: guest.enter }).click()
  await dialog(page).waitFor({ state: 'hidden' })
  await eventually(counted).toBe(2)
})

test('a guest is marked as one beside what they wrote, and is forgotten by the device when they sign out', async () => {
  const screen = await stage.widget(site)
  const { page } = screen
  await voteAsGuest(screen, 'Mia')
  const writer = await site.guest('Gus')
  await site.reply(writer, idea, 'We have the same.')
  const own = await site.idea(writer, { title: 'A wish of a guest' })
  await page.goto(`${page.url().replace(/\?.*/, '')}?${new URLSearchParams({ parvis: `/t/${idea}` })}`)
  await eventually(() => page.locator('.who').filter({ hasText: 'Gus' }).innerText()).toContain(thread.guest)
  await page.goto(`${page.url().replace(/\?.*/, '')}?${new URLSearchParams({ parvis: `/t/${own}` })}`)
  await eventually(() => page.locator('.by').filter({ hasText: 'Gus' }).innerText()).toContain(thread.guest)

  await page.goto(`${page.url().replace(/\?.*/, '')}?${new URLSearchParams({ parvis: '/me/settings' })}`)
  await page.getByText(me.guest.leaving).waitFor()
  await page.getByRole('button', { name: me.signOut }).click()
  await page.getByRole('button', { name: core.signIn, exact: true }).waitFor()
  expect(
    await page.evaluate(() => Object.keys(localStorage).filter((key) => key.endsWith(':guest'))),
  ).toEqual([])
  await eventually(() => pressed(page)).toBe('false')
  await voteButton(page).click()
  await dialog(page).getByRole('button', { name: guest.offer }).waitFor()
  await eventually(() => counted()).toBe(2)
})

test('nothing is offered where the site takes no guests, nor where the page cannot do the work', async () => {
  const closed = await stage.site()
  await closed.idea(await closed.member('Anna'), { title })
  const { page } = await stage.widget(closed)
  await voteButton(page).click()
  await dialog(page).getByRole('textbox', { name: signIn.email }).waitFor()
  expect(await dialog(page).getByRole('button', { name: guest.offer }).count()).toBe(0)

  const insecure = await stage.screen()
  await insecure.page.addInitScript(() => Object.defineProperty(crypto, 'subtle', { value: undefined }))
  await insecure.page.goto(stage.embed(site))
  await voteButton(insecure.page).click()
  await dialog(insecure.page).getByRole('textbox', { name: signIn.email }).waitFor()
  expect(await dialog(insecure.page).getByRole('button', { name: guest.offer }).count()).toBe(0)
})
