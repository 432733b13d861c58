import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Locale } from '../../server/words.ts'
import { lookAt, visits } from '../support/axe.ts'
import { openStage, type Stage } from '../support/browser.ts'
import { type Community, furnish } from '../support/community.ts'
import { Customer } from '../support/customer.ts'
import { eventually } from '../support/eventually.ts'
import { harmful } from '../support/harmless.ts'
import { hide } from '../support/judging.ts'
import { pathOf, xmlAt } from '../support/pages.ts'
import { poison } from '../support/poisoned.ts'
import type { Screen } from '../support/screen.ts'
import type { TestSite } from '../support/world.ts'

// The public pages in a browser: read without scripts, taken over by the widget where they run.

const stage: Stage = await openStage()
const idea = 'Let a round end at another depot than the one it began at'

const communities = new Map<Locale, Promise<Community>>()
function communityIn(locale: Locale): Promise<Community> {
  let community = communities.get(locale)
  if (!community) {
    community = stage.site({ locale }).then(furnish)
    communities.set(locale, community)
  }
  return community
}

/** A site in which every text is a payload, for the tests that only look. */
let payloads: ReturnType<typeof poisonOne> | undefined
const poisonedSite = () => {
  payloads ??= poisonOne()
  return payloads
}
async function poisonOne() {
  const site = await stage.site()
  return { site, ...(await poison(site)) }
}

const at = (site: TestSite, path = '') => `${stage.url}s/${site.slug}${path}`
const taken = (page: Page) => page.locator('main > parvis-board:not(.coming)').waitFor()
const board = (page: Page) => page.locator('parvis-board')
const h2 = (page: Page, name: string) => page.getByRole('heading', { name, exact: true, level: 2 })

async function open(site: TestSite, path = ''): Promise<Screen> {
  const screen = await stage.screen()
  await screen.page.goto(at(site, path))
  await taken(screen.page)
  await screen.settled()
  return screen
}

const kinds = [
  'start',
  'board',
  'thread',
  'question',
  'roadmap',
  'missing',
  'empty',
  'edits',
  'removed',
] as const

async function addressOf(kind: (typeof kinds)[number], locale: Locale): Promise<string> {
  if (kind === 'empty') return at(await stage.site({ locale }))
  if (kind === 'edits' || kind === 'removed') return ofOneThread(kind, locale)
  const { site, idea: number, question } = await communityIn(locale)
  if (kind === 'thread') return at(site, await pathOf(site, number))
  if (kind === 'question') return at(site, await pathOf(site, question))
  return at(site, { start: '', board: '/b/help', roadmap: '/roadmap', missing: '/nothing' }[kind])
}

/** The edits of a thread's text, or what is left of the thread once that was hidden. */
async function ofOneThread(kind: 'edits' | 'removed', locale: Locale): Promise<string> {
  const site = await stage.site({ locale })
  const anna = await site.member('Anna Lindqvist')
  const number = await site.idea(anna, { title: 'Rounds of Friday', body: 'We ride back empty, 7 km.' })
  await site.patch(
    `threads/${number}`,
    { title: 'Rounds of Monday', body: 'We ride back full, 9 km.' },
    anna,
    1,
  )
  const { post } = (await site.get(`threads/${number}`)).body
  if (kind === 'removed') await hide(site, await site.staff('moderator'), post, { revision: 2 })
  return at(site, kind === 'edits' ? `/edits/${post}` : `/t/${number}`)
}

test.each(kinds.flatMap((kind, index) => visits(index).map((visit) => [kind, visit.lang, visit] as const)))(
  'as the server wrote it, the page of %s in %s is without fault',
  async (kind, lang, visit) => {
    const screen = await stage.screen({ window: 'a page as written' })
    screen.expect(/404|410/)
    const { page } = screen
    // The page's own script is held back, for axe is one too.
    await page.route(/page\.js$/, (route) => route.fulfill({ contentType: 'text/javascript', body: '' }))
    await page.goto(await addressOf(kind, lang))
    await page.getByRole('heading', { level: 1 }).waitFor()
    await lookAt(page, visit, async (theme) => page.emulateMedia({ colorScheme: theme }))
    expect(await board(page).count()).toBe(0)
  },
)

test('wid-C24: without scripts one reads from the start to a thread, all of it, and back', async () => {
  const { site } = await communityIn('en')
  const { page } = await stage.screen({ javaScriptEnabled: false })
  await page.goto(at(site))
  await page.getByRole('link', { name: idea }).first().click()
  await page.getByRole('heading', { name: idea, level: 1 }).waitFor()
  await page.getByText('We rode back empty, 7 km.').waitFor()
  await page.getByText('We have the same with three depots.').waitFor()
  await page.getByRole('link', { name: 'Ideas' }).first().click()
  await page.getByRole('link', { name: 'Roadmap' }).click()
  await page.getByRole('heading', { name: 'Range that knows the weather' }).waitFor()
})

test('wid-C13: where scripts run the widget takes the page’s place, and nothing of it moves', async () => {
  const { site, idea: number } = await communityIn('en')
  for (const path of ['', '/b/help', await pathOf(site, number), '/roadmap']) {
    const screen = await open(site, path)
    const { page } = screen
    // Until it is shown: a widget that hears of something new may ask for the same again.
    const asked = screen.asked()
    const shifts = await page.evaluate(
      () =>
        new Promise<number>((done) => {
          let sum = 0
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries())
              sum += (entry as PerformanceEntry & { value: number }).value
          }).observe({ type: 'layout-shift', buffered: true })
          setTimeout(() => done(sum), 100)
        }),
    )
    expect(shifts, path).toBeLessThan(0.01)
    expect(await page.locator('.page').count()).toBe(0)
    const whole = asked.filter((one) => /opening|threads\/\d+$|roadmap$/.test(one))
    expect(new Set(whole).size, `${path}: ${asked.join()}`).toBeLessThan(3)
  }
})

test('what was read stays where it was when the widget comes', async () => {
  const { site, idea: number, reported } = await communityIn('en')
  const screen = await stage.screen({ viewport: { width: 1000, height: 400 } })
  const { page } = screen
  let release = () => {}
  const released = new Promise<void>((done) => {
    release = done
  })
  await page.route(/widget\.js$/, async (route) => {
    await released
    await route.continue()
  })
  await page.goto(at(site, await pathOf(site, number)))
  const post = page.locator(`[id="post-${reported}"]`)
  await post.evaluate((element) => element.scrollIntoView({ block: 'start', behavior: 'instant' }))
  const top = (await post.boundingBox())!.y
  release()
  await taken(page)
  await eventually(async () => Math.round(Math.abs((await post.boundingBox())!.y - top))).toBeLessThan(3)
})

test('a visitor votes after signing in by e-mail, walks on, and comes back by the browser’s button', async () => {
  const site = await stage.site()
  const community = await furnish(site)
  const screen = await open(site)
  const { page } = screen
  const customer = new Customer(screen, at(site))
  const email = `visitor@${site.slug}.example`
  await board(page)
    .getByRole('button', { name: `Vote for “${idea}”` })
    .first()
    .click()
  await customer.signInByCode(email, () => stage.mails.code(email))
  await board(page)
    .getByRole('button', { name: `Vote for “${idea}”`, pressed: true })
    .first()
    .waitFor()
  // A vote is shown before it is answered.
  await eventually(async () => (await site.get(`threads/${community.idea}`)).body.votes).toBe(3)

  await board(page).getByRole('link', { name: idea }).click()
  await h2(page, idea).waitFor()
  const address = at(site, await pathOf(site, community.idea))
  expect(page.url()).toBe(address)
  await eventually(() => page.title()).toBe(`${idea} · Site ${site.slug}`)
  await board(page).getByRole('textbox', { name: 'Your reply' }).fill('Every Friday, too.')
  await board(page).getByRole('button', { name: 'Reply', exact: true }).click()
  await board(page).getByText('Every Friday, too.').first().waitFor()
  await page.goBack()
  await h2(page, 'Ideas and answers').waitFor()
  expect(page.url()).toBe(at(site))
  await eventually(() => page.title()).toBe('Ideas and answers')
  await page.goForward()
  await h2(page, idea).waitFor()
  await page.reload()
  await taken(page)
  await h2(page, idea).waitFor()
  await board(page).getByText('Every Friday, too.').first().waitFor()
})

test('links of the widget lead to pages of their own, and one to a post finds it again', async () => {
  const { site, idea: number, reported } = await communityIn('en')
  const { page } = await open(site, '/b/ideas?sort=new')
  expect(page.url()).toBe(at(site, '/b/ideas?sort=new'))
  const link = board(page).getByRole('link', { name: idea })
  expect(await link.getAttribute('href')).toBe(new URL(at(site, await pathOf(site, number))).pathname)
  await board(page).getByRole('link', { name: 'New idea' }).first().click()
  await eventually(() => page.url()).toBe(at(site, '/new?board=ideas'))
  await page.reload()
  await taken(page)
  await board(page).getByRole('textbox', { name: 'What would help you?' }).waitFor()
  await page.goto(at(site, `${await pathOf(site, number)}#post-${reported}`))
  await taken(page)
  await board(page).locator(`.here[id="post-${reported}"]`).waitFor()
})

test('wid-C12: where the widget cannot be had, the page stays as it is', async () => {
  const { site, idea: number } = await communityIn('en')
  for (const missing of [/widget\.js$/, /\/api\/v1\//]) {
    const screen = await stage.screen()
    screen.expect(/ERR_FAILED|Failed to fetch|\[parvis\]/)
    const { page } = screen
    await page.route(missing, (route) => route.abort())
    await page.goto(at(site, await pathOf(site, number)))
    await screen.idle()
    await page.getByRole('heading', { name: idea, level: 1 }).waitFor()
    await page.getByText('We rode back empty, 7 km.').waitFor()
  }
})

test('after the widget has come the page is still without fault, and has one first heading', async () => {
  const { site, idea: number } = await communityIn('en')
  const { page } = await open(site, await pathOf(site, number))
  expect(await page.getByRole('heading', { level: 1 }).allTextContents()).toEqual(['Ideas and answers'])
  await lookAt(page, visits(0)[0]!, async (theme) => {
    await page.emulateMedia({ colorScheme: theme })
    await page.locator(`parvis-board .root[style*="color-scheme: ${theme}"]`).waitFor()
  })
})

test('where the site names a page of its host, the way there follows the widget from place to place', async () => {
  const site = await stage.site()
  const { owner, question } = await furnish(site)
  await site.patch('settings', { hostPage: `${stage.host.origin}/community?a=1` }, owner)
  const { page } = await open(site, '/b/help')
  const way = page.getByRole('link', { name: /Take part on localhost/ })
  expect(await way.getAttribute('href')).toBe(`${stage.host.origin}/community?a=1&parvis=/b/help`)
  await board(page).getByRole('link', { name: 'How do I split a round in two?' }).click()
  await eventually(() => way.getAttribute('href')).toBe(
    `${stage.host.origin}/community?a=1&parvis=/t/${question}-how-do-i-split-a-round-in-two`,
  )
})

test('sec-I01: pages and feeds show every payload as the text it is', async () => {
  const { site, ideas, long, shown, edited, author, authors } = await poisonedSite()
  const { page } = await stage.screen({ javaScriptEnabled: false })
  const threads = [...ideas.filter((_, index) => index % 6 === 0), long, shown, edited.number]
  const paths = ['', '/b/odd', '/b/ideas', '/roadmap', `/edits/${edited.opening}`, `/edits/${edited.reply}`]
  paths.push(`/m/${author.id}`, `/m/${authors[0]!.id}`)
  for (const number of threads) paths.push(await pathOf(site, number).catch(() => `/t/${number}`))
  for (let path = '/b/ideas'; path; ) {
    await page.goto(at(site, path))
    const next = await page
      .locator('a[rel=next]')
      .getAttribute('href', { timeout: 1 })
      .catch(() => null)
    path = next ? next.slice(`/s/${site.slug}`.length) : ''
    if (path) paths.push(path)
  }
  expect(paths.length).toBeGreaterThan(14)
  for (const path of paths) {
    await page.goto(at(site, path))
    expect(await harmful(page), path).toEqual([])
  }
  // A feed is XML, in which only the elements of a feed are elements.
  const known = /^(feed|id|title|updated|link|entry|author|name|published|content|urlset|url|loc|lastmod)$/
  const feeds = ['/feed.atom', '/b/ideas/feed.atom', `/t/${long}/feed.atom`, `/t/${shown}/feed.atom`]
  for (const path of [...feeds, '/sitemap/1.xml']) {
    const names = [...(await xmlAt(site, path)).querySelectorAll('*')].map((element) => element.localName)
    expect(names.length).toBeGreaterThan(100)
    expect(
      names.filter((name) => !known.test(name)),
      path,
    ).toEqual([])
  }
})

test('sec-I01: and run nothing of them where scripts run and no policy forbids it', async () => {
  const { site, ideas, long, shown, edited, author } = await poisonedSite()
  const screen = await stage.screen({ bypassCSP: true })
  screen.expect(/ERR_FAILED|\[parvis\]/, /404|Failed to load/)
  const { page } = screen
  // As it is before the widget takes its place.
  await page.route(/widget\.js$/, (route) => route.abort())
  const paths = ['/b/odd', '/b/ideas', '/roadmap', `/edits/${edited.opening}`, `/m/${author.id}`]
  for (const number of [long, shown, edited.number, ...ideas.slice(0, 4)])
    paths.push(await pathOf(site, number))
  for (const path of paths) {
    await page.goto(at(site, path))
    await screen.idle()
    expect(await harmful(page), path).toEqual([])
    expect(
      screen.trouble.filter((one) => one.startsWith('A dialog opened')),
      path,
    ).toEqual([])
  }
  // The premise: here they would run.
  await page.evaluate(() =>
    document.body.insertAdjacentHTML('beforeend', '<img src="x" onerror="document.title = \'ran\'">'),
  )
  await eventually(() => page.title()).toBe('ran')
})

test('sec-I01: and so does the widget in their place', async () => {
  const { site, long } = await poisonedSite()
  const screen = await open(site, await pathOf(site, long))
  const { page } = screen
  expect(await harmful(page)).toEqual([])
  const own = new URL(stage.url).origin
  expect(screen.requests.map((one) => new URL(one.url()).origin).filter((one) => one !== own)).toEqual([])
})
