import type { Page } from 'playwright-core'
import { beforeEach, expect, test } from 'vitest'
import words from '../../widget/translations/en/thread.ts'
import { openStage, type Stage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import { giveImages } from '../support/give_images.ts'
import { held } from '../support/held.ts'
import { signedOn } from '../support/kept_session.ts'
import type { Screen } from '../support/screen.ts'
import { widgetWords } from '../support/widget_views.ts'
import type { TestSite } from '../support/world.ts'

// What somebody began is done in nobody else's name, though it was on its way when the host signed them on.

const stage: Stage = await openStage()
const { acts } = await widgetWords('en')
const title = 'Rounds that end at the depot'
let site: TestSite
let idea: number

beforeEach(async () => {
  site = await stage.site()
  await site.takeGuests()
  idea = await site.idea(await site.member('Anna', { sub: 'anna' }), { title })
})

const box = (page: Page) => page.getByRole('textbox', { name: words.yourReply })
const voteButton = (page: Page) => page.getByRole('button', { name: new RegExp(`^Vote for “${title}`) })

async function signOn(page: Page, name: string): Promise<void> {
  const token = site.token({ sub: name.toLowerCase(), name, jti: crypto.randomUUID() })
  await page.locator('parvis-board').evaluate((board, token) => board.setAttribute('sso-token', token), token)
  await signedOn(page, name)
}

/** Lea's page, whose session the host's next sign-on ends. */
async function asLea(path: string): Promise<Screen> {
  const screen = await stage.widget(site, { path, as: { sub: 'lea', name: 'Lea' } })
  screen.expect(/401/)
  await signedOn(screen.page, 'Lea')
  return screen
}

/** Begins something as Lea, which arrives after Marit is there. */
async function overtaken(page: Page, address: RegExp, begin: () => Promise<void>): Promise<void> {
  const [sending] = await Promise.all([held(page, address), begin()])
  await Promise.all([
    page.waitForResponse((answer) => answer.request().method() === 'DELETE' && answer.status() === 204),
    signOn(page, 'Marit'),
  ])
  await sending.continue()
}

test('a reply is not posted as who signed on instead, who is told so, and stays a draft of its writer', async () => {
  const { page } = await asLea(`/t/${idea}`)
  await box(page).fill('Between you and me.')
  await overtaken(page, /\/replies$/, () =>
    page.getByRole('button', { name: words.reply, exact: true }).last().click(),
  )
  await page.getByText(acts.otherWriter('Marit')).waitFor()
  expect((await site.get(`threads/${idea}`)).body.replies).toBe(0)
  await eventually(() => box(page).inputValue()).toBe('')
  await signOn(page, 'Lea')
  await eventually(() => box(page).inputValue()).toBe('Between you and me.')
})

test('nor is a vote cast, and the button and the count say so', async () => {
  const { page } = await asLea('/')
  await voteButton(page).waitFor()
  await overtaken(page, /\/vote$/, () => voteButton(page).click())
  await page.getByText(acts.otherWriter('Marit')).waitFor()
  await eventually(() => voteButton(page).getAttribute('aria-pressed')).toBe('false')
  // Anna's alone.
  expect(await voteButton(page).innerText()).toContain('1')
  expect((await site.get(`threads/${idea}`)).body.votes).toBe(1)
})

test('nor one taken back that was asked for while another answer was on its way', async () => {
  await site.put(`threads/${idea}/vote`, undefined, await site.member('Marit', { sub: 'marit' }))
  const { page } = await asLea('/')
  await voteButton(page).waitFor()
  const [sending] = await Promise.all([held(page, /\/vote$/), voteButton(page).click()])
  const answer = await sending.fetch()
  await eventually(() => voteButton(page).getAttribute('aria-pressed')).toBe('true')
  await voteButton(page).click()
  await signOn(page, 'Marit')
  await sending.fulfill({ response: answer })
  await page.getByText(acts.otherWriter('Marit')).waitFor()
  expect((await site.get(`threads/${idea}`)).body.votes, 'of Anna, Lea and Marit').toBe(3)
})

test('nor a reaction given, and what was shown of it is taken back', async () => {
  const { reactions } = words
  const { page } = await asLea(`/t/${idea}`)
  await page.getByRole('button', { name: reactions.add('Anna') }).click()
  await overtaken(page, /\/reactions\//, () =>
    page.getByRole('button', { name: reactions.names.love }).click(),
  )
  await page.getByText(acts.otherWriter('Marit')).waitFor()
  await page
    .getByRole('button', { name: reactions.given(reactions.names.love, 1) })
    .waitFor({ state: 'detached' })
  expect((await site.get(`threads/${idea}`)).body.reactions).toEqual({})
})

test('nor an image kept', async () => {
  const { page } = await asLea(`/t/${idea}`)
  await box(page).fill('Look.')
  await overtaken(page, /\/images$/, () => giveImages(page))
  await page.getByText(acts.otherWriter('Marit')).waitFor()
  const { id } = await site.row()
  const kept = await stage.world.db.selectFrom('images').select('id').where('site_id', '=', id).execute()
  expect(kept).toEqual([])
})

test('nor is anybody erased who signed on while another was asked whether they meant it', async () => {
  const { me } = await widgetWords('en')
  const { page } = await asLea('/me/settings')
  await page.getByRole('button', { name: me.data.erase }).click()
  await page.getByRole('button', { name: me.erase.next }).click()
  await page.getByLabel(me.erase.understood).check()
  await overtaken(page, /\/me\/erasure$/, () =>
    page.getByRole('button', { name: me.erase.verb, exact: true }).click(),
  )
  await page.getByRole('alertdialog').waitFor({ state: 'detached' })
  const { id } = await site.row()
  const erased = await stage.world.db
    .selectFrom('members')
    .select('name')
    .where('site_id', '=', id)
    .where('erased_at', 'is not', null)
    .execute()
  expect(erased).toEqual([])
  await signedOn(page, 'Marit')
})

test('what was said of one person is not taken for the other, however late it comes', async () => {
  const { page } = await asLea('/')
  await voteButton(page).waitFor()
  await signOn(page, 'Marit')
  const [overlay] = await Promise.all([held(page, /me\/overlay/), signOn(page, 'Lea')])
  const answer = await overlay.fetch()
  const [mine] = await Promise.all([page.waitForResponse(/me\/overlay/), signOn(page, 'Marit')])
  await mine.finished()
  await overlay.fulfill({ response: answer })
  await page.waitForTimeout(300)
  await signedOn(page, 'Marit')
})

test('a guest who comes back late does not end the session of who signed on meanwhile', async () => {
  const screen = await stage.widget(site, { path: '/' })
  const { page } = screen
  screen.expect(/401/)
  const { guest } = (await widgetWords('en')).signIn
  await voteButton(page).click()
  await page.getByRole('dialog').getByRole('button', { name: guest.offer }).click()
  await page.getByRole('dialog').getByRole('button', { name: guest.enter }).click()
  await eventually(() => voteButton(page).getAttribute('aria-pressed')).toBe('true')
  // What is still being read would keep the session anew.
  await screen.idle()
  await page.evaluate(() => {
    for (const [key, kept] of Object.entries(localStorage))
      if (JSON.parse(kept).token) localStorage.removeItem(key)
  })
  const back = held(page, /sessions\/guest\/device$/)
  await page.reload()
  const opening = await back
  const answer = await opening.fetch()
  await signOn(page, 'Marit')
  const ended = page.waitForResponse((one) => one.request().method() === 'DELETE')
  await opening.fulfill({ response: answer })
  await ended
  const token = await page.evaluate(
    () =>
      Object.values(localStorage)
        .map((kept) => JSON.parse(kept))
        .find((kept) => kept.token).token as string,
  )
  const me = await site.request('GET', 'me', { headers: { authorization: `Bearer ${token}` } })
  expect([me.status, me.body.name]).toEqual([200, 'Marit'])
})
