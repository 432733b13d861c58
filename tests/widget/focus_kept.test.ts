import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import acts from '../../widget/translations/en/acts.ts'
import core from '../../widget/translations/en/core.ts'
import images from '../../widget/translations/en/images.ts'
import me from '../../widget/translations/en/me.ts'
import fresh from '../../widget/translations/en/new.ts'
import thread from '../../widget/translations/en/thread.ts'
import { openStage, type Stage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import { focused, Hands } from '../support/keyboard.ts'
import type { Person, TestSite } from '../support/world.ts'

// A button that goes when it is pressed takes the focus with it nowhere: what is next to it has it then. `Hands` fails
// wherever the focus is on the body after a key.

let stage: Stage
let site: TestSite
let anna: Person
let number: number
const title = 'Rounds that end at the depot'
const as = { sub: 'ben', name: 'Ben' }

beforeAll(async () => {
  stage = await openStage()
  site = await stage.site()
  anna = await site.member('Anna', { sub: 'anna' })
  const owner = await site.staff('owner')
  for (const name of ['Rounds', 'Batteries', 'Brakes', 'Lamps']) await site.post('tags', { name }, owner)
  number = await site.idea(anna, { title })
})

test('wid-B15: who tries again to open it keeps the focus, when it fails once more and when it is there', async () => {
  const screen = await stage.screen()
  screen.expect(/ERR_FAILED/, /\[parvis\]/)
  const { page } = screen
  await page.route(/\/opening/, (route) => route.abort())
  await page.goto(stage.embed(site))
  const again = page.getByRole('button', { name: core.retry })
  await again.waitFor()
  await screen.idle()
  const hands = new Hands(page)
  await hands.to(core.retry)
  const asked = page.waitForRequest(/\/opening/)
  await hands.press('Enter')
  await asked
  await hands.landsOn(core.retry)
  await page.unroute(/\/opening/)
  await hands.press('Enter')
  await page.getByRole('link', { name: title }).waitFor()
  const heading = await page.getByRole('heading', { level: 2 }).first().innerText()
  await hands.landsOn(heading)
})

test.each([
  ['/', /\/threads\?/, core.sorts.new],
  ['/roadmap', /\/api\/.*\/roadmap$/, undefined],
  ['/me/posts', /\/api\/.*\/me\/posts$/, undefined],
  ['/me/follows', /\/me\/subscriptions$/, undefined],
  ['profile', /\/profiles\/[^/]+$/, undefined],
])('wid-B15: who tries again at %s keeps the focus', async (where, request, link) => {
  const screen = await stage.screen()
  screen.expect(/ERR_FAILED/)
  const { page } = screen
  await page.route(request, (route) => route.abort())
  const path = where === 'profile' ? `/m/${anna.id}` : where
  await page.goto(`${stage.embed(site, { as })}?parvis=${path}`)
  if (link) await page.getByRole('link', { name: link, exact: true }).click()
  const again = page.getByRole('button', { name: core.retry })
  await again.waitFor()
  await screen.idle()
  const hands = new Hands(page)
  await again.focus()
  const asked = page.waitForRequest(request)
  await hands.press('Enter')
  await asked
  await hands.landsOn(core.retry)
  await page.unroute(request)
  await hands.press('Enter')
  await again.waitFor({ state: 'detached' })
  await screen.settled()
  await eventually(() => focused(page)).toMatchObject({ tag: expect.not.stringMatching(/^(body|html|)$/) })
  await hands.press('Shift')
})

test('wid-B15: who closes the line at the foot is back at what it was about', async () => {
  const screen = await stage.widget(site, { as })
  screen.expect(/ERR_FAILED/)
  const { page } = screen
  await page.route(/\/vote$/, (route) => route.abort())
  const hands = new Hands(page)
  const vote = /^Vote for “Rounds/
  await hands.to(vote)
  await hands.press('Enter')
  await page.getByRole('alert').locator('.notice').waitFor()
  await hands.use(acts.close)
  await page.getByRole('alert').locator('.notice').waitFor({ state: 'detached' })
  await hands.landsOn(vote)
})

test('wid-B15: who marks all as read is at the heading above them', async () => {
  await site.reply(await site.member('Cleo'), number, 'Same with us.')
  const unread = async () => (await site.get('me/notifications', anna)).body.unread
  await eventually(unread).toBe(1)
  const { page } = await stage.widget(site, { as: { sub: 'anna', name: 'Anna' }, path: '/me' })
  const hands = new Hands(page)
  await hands.use(me.markAll)
  await page.getByRole('button', { name: me.markAll }).waitFor({ state: 'detached' })
  await hands.landsOn(me.parts['']!)
  expect(await unread()).toBe(0)
})

test('wid-B15: who takes back the only reaction of its kind can give another', async () => {
  const { names, given, add } = thread.reactions
  const ben = await site.member('Ben', { sub: 'ben' })
  const idea = await site.idea(anna, { title: 'A bell that rings in rain' })
  const { post } = (await site.get(`threads/${idea}`)).body
  await site.put(`posts/${post}/reactions/love`, undefined, ben)
  const { page } = await stage.widget(site, { as, path: `/t/${idea}` })
  const hands = new Hands(page)
  const chip = page.getByRole('button', { name: given(names.love, 1), pressed: true })
  await chip.waitFor()
  await hands.use(new RegExp(`^${given(names.love, 1)}`))
  await chip.waitFor({ state: 'detached' })
  await hands.landsOn(add('Anna'))
})

test('wid-B15: who adds the last tag that one may add, and takes them out again, is at a tag each time', async () => {
  const { page } = await stage.widget(site, { as, path: '/new?board=ideas' })
  const hands = new Hands(page)
  await hands.to(fresh.addTag)
  const choice = page.getByRole('combobox', { name: fresh.addTag })
  for (const tag of ['rounds', 'batteries', 'brakes']) await choice.selectOption(tag)
  await choice.waitFor({ state: 'detached' })
  await hands.landsOn(fresh.remove('Brakes'))
  const chips = page.locator('.chips .chip')
  await hands.press('Enter')
  await eventually(() => chips.count()).toBe(2)
  await hands.landsOn(fresh.addTag)
  for (let left = 1; left >= 0; left--) {
    await hands.to(/^Remove/, 'Shift+Tab')
    await hands.press('Enter')
    await eventually(() => chips.count()).toBe(left)
    await hands.landsOn(fresh.addTag)
  }
})

test('wid-B15: who takes an image out is at the next one, and after the last one in the text', async () => {
  const { page } = await stage.widget(site, { as, path: `/t/${number}` })
  const field = page.locator('parvis-images input[type=file]').last()
  for (const [name, background] of [
    ['gate.png', '#2f6f5e'],
    ['depot.png', '#5e2f6f'],
  ]) {
    const drawn = sharp({ create: { width: 60, height: 40, channels: 3, background: background! } })
    await field.setInputFiles({ name: name!, mimeType: 'image/png', buffer: await drawn.png().toBuffer() })
  }
  const rows = page.getByRole('button', { name: images.remove })
  await eventually(() => rows.count()).toBe(2)
  const hands = new Hands(page)
  await rows.first().focus()
  await hands.press('Enter')
  await eventually(() => rows.count()).toBe(1)
  await hands.landsOn(images.remove)
  await hands.press('Enter')
  await eventually(() => rows.count()).toBe(0)
  await hands.landsOn(thread.yourReply)
})
