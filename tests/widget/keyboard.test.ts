import sharp from 'sharp'
import { beforeEach, expect, test } from 'vitest'
import core from '../../widget/translations/en/core.ts'
import images from '../../widget/translations/en/images.ts'
import me from '../../widget/translations/en/me.ts'
import fresh from '../../widget/translations/en/new.ts'
import signIn from '../../widget/translations/en/sign_in.ts'
import thread from '../../widget/translations/en/thread.ts'
import { openStage, type Stage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import { focused, Hands, tabTo } from '../support/keyboard.ts'
import { widgetWords } from '../support/widget_views.ts'
import type { TestSite } from '../support/world.ts'

// No pointer in here: everything by keyboard, with the focus always somewhere sensible.

let stage: Stage
let site: TestSite

beforeEach(async () => {
  stage = await openStage()
  site = await stage.site()
  await site.idea(await site.member('Anna', { sub: 'anna' }), { title: 'Rounds that end at the depot' })
})

/** As names are compared: with plain spaces. */
const spaced = (text: string) => text.replace(/\s+/g, ' ')

test('wid-B11, wid-B15: an idea is posted by keyboard alone, and the focus lands on it', async () => {
  const { page } = await stage.widget(site, { as: { sub: 'ben', name: 'Ben' } })
  await tabTo(page, core.create.idea)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: fresh.kinds.idea.heading, level: 2 }).waitFor()
  await tabTo(page, fresh.kinds.idea.title)
  await page.keyboard.type('Warn before the battery is cold')
  await tabTo(page, fresh.kinds.idea.body)
  await page.keyboard.type('It stops on the last hill.')
  await tabTo(page, fresh.kinds.idea.send)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Warn before the battery is cold', level: 2 }).waitFor()
  await eventually(async () => (await focused(page)).name).toBe('Warn before the battery is cold')
  expect((await site.get('threads?board=ideas')).body.items).toHaveLength(2)
})

test('wid-B11: an image is chosen, described and posted by keyboard alone', async () => {
  const { page } = await stage.widget(site, { as: { sub: 'ben', name: 'Ben' }, path: '/t/1' })
  const hands = new Hands(page)
  // Asked for early: the browser is told to give its chooser over, and that takes a moment.
  const asked = page.waitForEvent('filechooser')
  await hands.to(thread.compose.bold)
  await hands.press('End')
  expect((await focused(page)).name).toBe(images.add)
  await page.keyboard.press('Enter')
  const green = sharp({ create: { width: 60, height: 40, channels: 3, background: '#2f6f5e' } })
  const file = { name: 'depot.png', mimeType: 'image/png', buffer: await green.png().toBuffer() }
  await (await asked).setFiles(file)
  await page.getByRole('status').filter({ hasText: images.added }).waitFor({ state: 'attached' })
  await hands.fill(images.describe, 'The gate of the depot')
  await hands.use(thread.reply)
  await page.getByRole('article').getByRole('img', { name: 'The gate of the depot' }).waitFor()
  const { items } = (await site.get('threads/1/replies')).body
  expect(items.at(-1).body).toContain('![The gate of the depot](image:')
})

test('wid-B11: mails, one’s data and the language are chosen by keyboard alone', async () => {
  const french = await widgetWords('fr')
  const email = `ben@${site.slug}.example`
  const ben = await site.member('Ben', { sub: 'ben', email })
  const as = { sub: 'ben', name: 'Ben', email }
  const { page } = await stage.widget(site, { as, path: '/me/settings' })
  const hands = new Hands(page)
  await hands.to(me.mail.kinds.follows)
  await hands.type(me.mail.cadences.week)
  await eventually(async () => (await site.get('me/mail', ben)).body.follows).toBe('week')
  await hands.to(me.data.download)
  const file = page.waitForEvent('download')
  await page.keyboard.press('Enter')
  expect((await file).suggestedFilename()).toMatch(/\.zip$/)
  await page.getByRole('status').filter({ hasText: me.data.downloaded }).waitFor({ state: 'attached' })
  await hands.to(me.language, 'Shift+Tab')
  await hands.type('Fran')
  await page.getByRole('heading', { name: french.me.language, level: 3 }).waitFor()
  await hands.landsOn(french.me.language)
  await eventually(async () => (await site.get('me', ben)).body.locale).toBe('fr')
})

test('wid-B15: an editor that is given up gives the focus to the post it stood below', async () => {
  const ben = await site.member('Ben', { sub: 'ben' })
  const own = await site.reply(ben, 1, 'Mine do so too.')
  const { page } = await stage.widget(site, { as: { sub: 'ben', name: 'Ben' }, path: '/t/1' })
  const place = () =>
    page.locator('parvis-thread').evaluate((one) => one.shadowRoot!.activeElement?.closest('[id]')?.id)
  await page.locator(`[id="post-${own}"]`).waitFor()
  for (const open of [thread.replyTo('Ben'), thread.quoteOf('Ben')]) {
    await tabTo(page, open)
    await page.keyboard.press('Enter')
    await eventually(async () => (await focused(page)).name).toBe(thread.replyingTo('Ben'))
    await tabTo(page, thread.compose.cancel)
    await page.keyboard.press('Enter')
    await eventually(place).toBe(`post-${own}`)
  }
  await tabTo(page, thread.more('Ben'))
  await page.keyboard.press('Enter')
  await tabTo(page, thread.edit)
  await page.keyboard.press('Enter')
  await eventually(async () => (await focused(page)).name).toBe(thread.editBody)
  await tabTo(page, thread.compose.cancel)
  await page.keyboard.press('Enter')
  await eventually(place).toBe(`post-${own}`)
})

test('wid-B25: a form sent too early says what is missing beside the field and puts the focus there', async () => {
  const { page } = await stage.widget(site, { as: { sub: 'ben' }, path: '/new?board=ideas' })
  await page.getByRole('heading', { name: fresh.kinds.idea.heading, level: 2 }).waitFor()
  await tabTo(page, fresh.kinds.idea.send)
  await page.keyboard.press('Enter')
  const title = page.getByRole('textbox', { name: fresh.kinds.idea.title })
  await eventually(async () => (await focused(page)).name).toBe(fresh.kinds.idea.title)
  expect(await title.getAttribute('aria-invalid')).toBe('true')
  await page.getByRole('alert').filter({ hasText: fresh.titleShort }).waitFor()
})

test('wid-A13, wid-B30: a vote is cast and taken back by Enter and by Space, and the new count is said once', async () => {
  const { page } = await stage.widget(site, { as: { sub: 'ben' } })
  const vote = page.getByRole('button', { name: /^Vote for “Rounds/ })
  await tabTo(page, /^Vote for “Rounds/)
  await page.keyboard.press('Enter')
  await page.getByRole('status').filter({ hasText: 'Vote counted, 2 votes.' }).waitFor({ state: 'attached' })
  expect(await vote.getAttribute('aria-pressed')).toBe('true')
  expect((await focused(page)).name).toBe(spaced(core.vote('Rounds that end at the depot', 2)))
  await page.keyboard.press('Space')
  await page
    .getByRole('status')
    .filter({ hasText: 'Vote taken back, 1 vote.' })
    .waitFor({ state: 'attached' })
  expect(await vote.getAttribute('aria-pressed')).toBe('false')
})

test('wid-A04: the sign-in dialog takes the focus, keeps it, and gives it back', async () => {
  const { page } = await stage.widget(site, {
    body: `${stage.tag(site)}<a href="#after">After the widget</a>`,
  })
  await tabTo(page, /^Vote for “Rounds/)
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: signIn.title }).waitFor()
  await eventually(async () => (await focused(page)).name).toContain(signIn.email)
  const stops = new Set<string>()
  for (let stop = 0; stop < 12; stop++) {
    await page.keyboard.press(stop % 3 ? 'Tab' : 'Shift+Tab')
    const now = await focused(page)
    // Past the last stop of a modal dialog come the browser's own, with nothing of the page.
    if (now.tag !== 'body') stops.add(now.name)
  }
  expect([...stops].sort()).toEqual([signIn.close, signIn.send, signIn.email].sort())
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  expect((await focused(page)).name).toMatch(/^Vote for “Rounds/)
  expect(await page.evaluate(() => getComputedStyle(document.body).overflow)).toBe('visible')
})

test('wid-B15: who signs in by a code finds the focus on the way to oneself, and the mail is in their language', async () => {
  const { signIn, core, acts } = await widgetWords('fr')
  const email = `nora-${process.pid}@mail.example`
  const { page } = await stage.widget(site, { tag: { locale: 'fr' } })
  await tabTo(page, core.signIn)
  await page.keyboard.press('Enter')
  await eventually(async () => (await focused(page)).name).toContain(signIn.email)
  await page.keyboard.type(email)
  await page.keyboard.press('Enter')
  await eventually(async () => (await focused(page)).name).toContain(signIn.code)
  const mail = await stage.mails.to(email)
  expect(mail.subject).toContain('Votre code')
  await page.keyboard.type(/\b\d{6}\b/.exec(mail.text ?? '')![0])
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await eventually(async () => (await focused(page)).name).toContain(acts.account)
  // A name of the language that they read, which is also kept for what is written to them later.
  const { locale, name } = await stage.world.db
    .selectFrom('members')
    .select(['locale', 'name'])
    .where('email', '=', email)
    .executeTakeFirstOrThrow()
  expect({ locale, name }).toEqual({ locale: 'fr', name: expect.stringMatching(/^Membre /) })
})
