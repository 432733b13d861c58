import type { Page, Route } from 'playwright-core'
import { beforeEach, expect, test } from 'vitest'
import acts from '../../widget/translations/en/acts.ts'
import compose from '../../widget/translations/en/compose.ts'
import signIn from '../../widget/translations/en/sign_in.ts'
import thread from '../../widget/translations/en/thread.ts'
import { openStage, type Stage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import { endSession, signedOn } from '../support/kept_session.ts'
import { focused, tabTo } from '../support/keyboard.ts'
import { setLimits } from '../support/roomy.ts'
import type { Screen } from '../support/screen.ts'
import { widgetWords } from '../support/widget_views.ts'
import type { TestSite } from '../support/world.ts'

// The network goes, the server fails, a session ends: what was typed stays, and one can try again.

let stage: Stage
let site: TestSite
let number: number

beforeEach(async () => {
  stage = await openStage()
  site = await stage.site()
  number = await site.idea(await site.member('Anna', { sub: 'anna' }), {
    title: 'Rounds that end at the depot',
  })
})

const said = (page: Page, words: string) => page.getByRole('alert').filter({ hasText: words }).waitFor()
const repliesOf = async () => (await site.get(`threads/${number}/replies`)).body.items as { body: string }[]

async function composing(text: string): Promise<{ screen: Screen; page: Page; sendIt(): Promise<void> }> {
  const screen = await stage.widget(site, { as: { sub: 'ben', name: 'Ben' }, path: `/t/${number}` })
  const { page } = screen
  const box = page.getByRole('textbox', { name: 'Your reply' })
  await box.fill(text)
  await page.getByText('Draft saved on this device').waitFor()
  return { screen, page, sendIt: () => page.getByRole('button', { name: 'Reply', exact: true }).click() }
}

/** Sends a reply whose answer is lost on the way back, and loses nothing after that. */
async function losingAnswer(text: string) {
  const { screen, page, sendIt } = await composing(text)
  screen.expect(/ERR_FAILED/)
  const path = new RegExp(`/threads/${number}/replies$`)
  await page.route(path, async (route) => {
    if (route.request().method() !== 'POST') return route.continue()
    await route.fetch()
    await route.abort()
  })
  await sendIt()
  await said(page, acts.problems.offline!)
  expect(await repliesOf()).toHaveLength(1)
  await page.unroute(path)
  return { page, sendIt, box: page.getByRole('textbox', { name: 'Your reply' }) }
}

test('wid-C23: a board that could not be read says so, and is read by trying again', async () => {
  const screen = await stage.screen()
  screen.expect(/ERR_FAILED|ERR_INTERNET|503/, /\[parvis\]/)
  const { page } = screen
  await page.route(/\/opening/, (route) => route.abort())
  await page.goto(stage.embed(site))
  await said(page, 'This could not be loaded')
  await page.unroute(/\/opening/)
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByRole('link', { name: 'Rounds that end at the depot' }).waitFor()
})

test('a thread that was opened without a network is there once the network is, without being asked for again', async () => {
  const screen = await stage.widget(site)
  screen.expect(/ERR_INTERNET_DISCONNECTED/)
  const { page, context } = screen
  await screen.idle()
  await context.setOffline(true)
  await page.getByRole('link', { name: 'Rounds that end at the depot' }).click()
  await said(page, 'This could not be loaded')
  await context.setOffline(false)
  await page.getByRole('textbox', { name: 'Your reply' }).waitFor()
  expect(await page.getByText('This could not be loaded').count()).toBe(0)
  // The button that was waited at is gone, and what was waited for has the focus.
  await eventually(async () => (await focused(page)).name).toBe('Rounds that end at the depot')
})

test('a thread that could not be read says so, and is read by trying again', async () => {
  const screen = await stage.widget(site)
  screen.expect(/500/)
  const { page } = screen
  const broken = {
    status: 500,
    contentType: 'application/problem+json',
    body: '{"code":"internal","detail":"secret words"}',
  }
  const headers = { 'access-control-allow-origin': stage.host.origin }
  await page.route(/\/threads\/1$/, (route) => route.fulfill({ ...broken, headers }))
  await page.getByRole('link', { name: 'Rounds that end at the depot' }).click()
  await said(page, acts.problems.internal!)
  expect(await page.getByText('secret words').count()).toBe(0)
  await page.unroute(/\/threads\/1$/)
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByRole('heading', { name: 'Rounds that end at the depot', level: 2 }).waitFor()
})

test.each(['999', '999999999999'])(
  'a thread that is not there (%s) says so, and offers no second try that would find no more',
  async (absent) => {
    const screen = await stage.screen()
    screen.expect(/404|422/)
    const { page } = screen
    await page.goto(`${stage.embed(site)}?parvis=/t/${absent}`)
    await page.getByRole('heading', { name: thread.missing }).waitFor()
    await page.getByText(thread.missingHint).waitFor()
    expect(await page.getByRole('button', { name: 'Try again' }).count()).toBe(0)
    await page.getByRole('link', { name: 'Ideas' }).filter({ visible: true }).first().click()
    await page.getByRole('link', { name: 'Rounds that end at the depot' }).waitFor()
  },
)

test('a reply that the network lost is kept, and is posted once when sent again', async () => {
  const { screen, page, sendIt } = await composing('We lose an hour each Friday.')
  screen.expect(/ERR_INTERNET_DISCONNECTED/)
  await screen.context.setOffline(true)
  await sendIt()
  await said(page, acts.problems.offline!)
  const box = page.getByRole('textbox', { name: 'Your reply' })
  expect(await box.inputValue()).toBe('We lose an hour each Friday.')
  await screen.context.setOffline(false)
  await sendIt()
  await page.getByRole('listitem').filter({ hasText: 'We lose an hour each Friday.' }).waitFor()
  await eventually(() => box.inputValue()).toBe('')
  expect(await repliesOf()).toHaveLength(1)
})

test('wid-B15: what is refused leaves the focus where one can try again', async () => {
  const { screen, page } = await composing('We lose an hour each Friday.')
  screen.expect(/ERR_FAILED/)
  // Longer than a frame, in which a browser takes the focus from what is disabled.
  const slow = /\/(replies|reports)$/
  const lose = async (route: Route) => {
    await page.evaluate(() => new Promise((done) => setTimeout(done, 100)))
    await route.abort()
  }
  await page.route(slow, lose)
  await tabTo(page, thread.reply)
  await page.keyboard.press('Enter')
  await said(page, acts.problems.offline!)
  expect((await focused(page)).name).toBe(thread.reply)

  await page.getByRole('button', { name: thread.reportIt, exact: true }).first().click()
  await page.getByRole('radio').first().check()
  await tabTo(page, thread.report.send)
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').getByRole('alert').filter({ hasText: acts.problems.offline! }).waitFor()
  expect((await focused(page)).name).toBe(thread.report.send)
  await page.unroute(slow)
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: thread.report.sent }).waitFor()
  await page.keyboard.press('Escape')
  await tabTo(page, thread.reply)
  await page.keyboard.press('Enter')
  await page.getByRole('listitem').filter({ hasText: 'We lose an hour each Friday.' }).waitFor()
  expect(await repliesOf()).toHaveLength(1)
})

test.each([
  ['the script of a thread', '/', 'Rounds that end at the depot', /\.js$/, 'Try again'],
  ['a thread', '/', 'Rounds that end at the depot', /\/threads\/\d+$/, 'Try again'],
  ['a list', '/t/2', 'Help', /\/threads\?/, 'Ideas and answers'],
])(
  'wid-B15: %s that cannot be loaded leaves the focus where one can go on',
  async (_, path, link, lost, then) => {
    const question = { board: 'help', kind: 'question', title: 'Which lamp do you use?', body: 'At night.' }
    await site.post('threads', question, await site.member('Anna', { sub: 'anna' }))
    const screen = await stage.widget(site, { as: { sub: 'ben', name: 'Ben' }, path })
    screen.expect(/ERR_FAILED/)
    const { page } = screen
    // The words to say it with come right after the first view.
    await screen.idle()
    await page.route(lost, (route) => route.abort())
    await tabTo(page, link)
    await page.keyboard.press('Enter')
    await said(page, acts.problems.offline!)
    await eventually(async () => (await focused(page)).name).toContain(then)
  },
)

test('words typed at the very moment when the page goes are there when it comes back', async () => {
  const { page } = await stage.widget(site, { as: { sub: 'ben', name: 'Ben' }, path: `/t/${number}` })
  const box = page.getByRole('textbox', { name: 'Your reply' })
  await box.fill('We lose an hour each Friday.')
  await page.evaluate(() => location.reload())
  await page.getByText('Draft saved on this device').waitFor()
  expect(await box.inputValue()).toBe('We lose an hour each Friday.')
})

test.each(['at once', 'after it was cut out and put in again', 'after a reload'])(
  'a reply whose answer was lost on the way is not posted twice, sent again %s',
  async (when) => {
    const { page, sendIt, box } = await losingAnswer('We lose an hour each Friday.')
    const posted = page.getByRole('listitem').filter({ hasText: 'We lose an hour each Friday.' })
    const drafts = () =>
      page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes(':draft:')))
    if (when.includes('cut')) {
      await box.fill('')
      await eventually(drafts).toEqual([])
      await box.fill('We lose an hour each Friday.')
    } else if (when.includes('reload')) {
      await page.reload()
      await eventually(() => box.inputValue()).toBe('We lose an hour each Friday.')
      // It is there already, as others see it.
      await posted.waitFor()
    }
    await sendIt()
    await eventually(() => box.inputValue()).toBe('')
    await posted.waitFor()
    expect(await posted.count()).toBe(1)
    expect(await repliesOf()).toHaveLength(1)
    expect(await drafts()).toEqual([])

    // Who says the same once more means it.
    await box.fill('We lose an hour each Friday.')
    await sendIt()
    await eventually(() => repliesOf().then((all) => all.length)).toBe(2)
  },
)

test('what was changed after its answer was lost is another reply', async () => {
  const { page, sendIt, box } = await losingAnswer('We lose an hour.')
  await page.reload()
  await eventually(() => box.inputValue()).toBe('We lose an hour.')
  await box.fill('We lose two hours.')
  await sendIt()
  await eventually(() => box.inputValue()).toBe('')
  expect((await repliesOf()).map((one) => one.body)).toEqual(['We lose an hour.', 'We lose two hours.'])
})

test('a vote that the server did not take is taken back and said', async () => {
  const screen = await stage.widget(site, { as: { sub: 'ben' } })
  screen.expect(/ERR_FAILED/)
  const { page } = screen
  const vote = page.getByRole('button', { name: /^Vote for “Rounds that end/ })
  await page.route(/\/vote$/, (route) => route.abort())
  await vote.click()
  await said(page, acts.problems.offline!)
  expect(await vote.getAttribute('aria-pressed')).toBe('false')
  expect(await vote.getAttribute('aria-label')).toMatch(/, 1\s+vote$/)
})

test('a vote too many is taken back, and one reads when to try again', async () => {
  const limited = await stage.site({ limits: { votes: 1 } })
  await limited.idea(await limited.member('Anna'), { title: 'Rounds that end at the depot' })
  const screen = await stage.widget(limited, { as: { sub: 'ben' } })
  screen.expect(/429/)
  const { page } = screen
  const vote = page.getByRole('button', { name: /“Rounds that end/ })
  await vote.click()
  await eventually(() => vote.getAttribute('aria-label')).toMatch(/, 2\s+votes$/)
  await vote.click()
  await said(page, acts.limited(600))
  expect(await vote.getAttribute('aria-pressed')).toBe('true')
  expect(await vote.getAttribute('aria-label')).toMatch(/, 2\s+votes$/)
})

test('a reply too many is kept, and one reads when to try again', async () => {
  const { screen, page, sendIt } = await composing('We lose an hour each Friday.')
  screen.expect(/429/)
  await setLimits(stage.world, site.slug, { replies: 1 })
  await sendIt()
  await page.getByRole('listitem').filter({ hasText: 'We lose an hour each Friday.' }).waitFor()
  const box = page.getByRole('textbox', { name: 'Your reply' })
  await eventually(() => box.inputValue()).toBe('')
  await box.fill('And each Monday.')
  await sendIt()
  await said(page, acts.limited(600))
  expect(await box.inputValue()).toBe('And each Monday.')
  expect(await repliesOf()).toHaveLength(1)
})

test('wid-B13: a draft outlives the page, and a session that ended before it was sent; signed in again, it is posted', async () => {
  const { screen, page, sendIt } = await composing('We lose an hour each Friday.')
  screen.expect(/401/)
  await endSession(site, page)
  await sendIt()
  const dialog = page.getByRole('dialog', { name: signIn.title })
  await dialog.getByText(signIn.ended(true)).waitFor()
  const box = page.getByRole('textbox', { name: 'Your reply' })
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'hidden' })
  const left = page.locator('parvis-composer').getByText(compose.sessionEnded)
  await left.waitFor()
  expect(await box.inputValue()).toBe('We lose an hour each Friday.')
  await page.reload()
  await eventually(() => box.inputValue()).toBe('We lose an hour each Friday.')
  expect(await repliesOf()).toEqual([])

  // The host says anew who is there.
  await sendIt()
  await page.getByRole('listitem').filter({ hasText: 'We lose an hour each Friday.' }).waitFor()
  expect(await repliesOf()).toHaveLength(1)
  await eventually(() => box.inputValue()).toBe('')
})

test.each(['en', 'fr', 'de'] as const)(
  'wid-B13: in the last day of a session who writes is told when it ends (%s)',
  async (locale) => {
    const { thread } = await widgetWords(locale)
    const { default: compose } = await import(`../../widget/translations/${locale}/compose.ts`)
    const screen = await stage.widget(site, {
      as: { sub: 'clara', name: 'Clara' },
      path: `/t/${number}`,
      tag: { locale },
    })
    const { page } = screen
    await signedOn(page, 'Clara')
    const box = page.getByRole('textbox', { name: thread.yourReply })
    const line = page.locator('parvis-composer #ended')
    await box.fill('We lose an hour')
    expect(await line.count(), 'it has a month to go').toBe(0)
    const when = await page.evaluate((region) => {
      const key = Object.keys(localStorage).find((one) => localStorage.getItem(one)!.includes('"token"'))!
      const kept = JSON.parse(localStorage.getItem(key)!)
      const end = new Date(Date.now() + 23 * 3_600_000)
      localStorage.setItem(key, JSON.stringify({ ...kept, expiresAt: end.toISOString() }))
      return end.toLocaleString(region, { dateStyle: 'long', timeStyle: 'short' })
    }, { en: 'en-GB', fr: 'fr', de: 'de' }[locale])
    await page.reload()
    await box.fill('We lose an hour each Friday.')
    await line.waitFor()
    expect(await line.textContent()).toBe(compose.sessionEnds(when))
    expect(await box.getAttribute('aria-describedby')).toContain('ended')
  },
)

test('wid-B13: a session that the host can renew never ends beneath who is writing: its provider is asked anew', async () => {
  // A host may keep what it signed for as long as that is good, and a second's tokens may be alike.
  const token = site.token({ sub: 'clara', name: 'Clara' })
  stage.host.file('/token', 'text/plain', () => token)
  const script = `addEventListener('DOMContentLoaded', () => {
    document.querySelector('parvis-board').tokenProvider = async () => (await fetch('/token')).text()
  })`
  const screen = await stage.widget(site, { script, path: `/t/${number}` })
  screen.expect(/401/)
  const { page } = screen
  const signOns = () => screen.asked().filter((one) => one === 'POST sessions/sso').length
  await eventually(signOns).toBe(1)
  await screen.idle()
  const box = page.getByRole('textbox', { name: 'Your reply' })
  await box.fill('We lose an hour each Friday.')
  await endSession(site, page)
  await page.getByRole('button', { name: 'Reply', exact: true }).last().click()
  await page.getByRole('listitem').filter({ hasText: 'We lose an hour each Friday.' }).waitFor()
  expect(signOns()).toBe(2)
  expect(await page.getByRole('dialog').count()).toBe(0)
  expect(await repliesOf()).toHaveLength(1)
})
