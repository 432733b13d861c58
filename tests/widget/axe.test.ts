import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { lookAt, type Visit, visits } from '../support/axe.ts'
import { openStage, type Stage } from '../support/browser.ts'
import type { Community } from '../support/community.ts'
import { views, widgetWords } from '../support/widget_views.ts'
import type { Person, TestSite } from '../support/world.ts'

// Every screen of the widget in light and dark, in three languages, at three widths, looked at by axe.

let stage: Stage
let community: Community

beforeAll(async () => {
  stage = await openStage()
  community = await stage.furnished()
})

// The host's own switch between light and dark, which the widget follows.
const css = `body { margin: 0 16px; font-family: sans-serif }
:root[data-theme='dark'] { color-scheme: dark; background: #16181c; color: #e7e9ec }`

const dressed = (page: Page) => async (theme: 'light' | 'dark') => {
  await page.evaluate((name) => {
    document.documentElement.dataset.theme = name
  }, theme)
  await page.locator(`parvis-board .root[style*="color-scheme: ${theme}"]`).waitFor()
}

const body = (tag: string) => `<main><h1>A company</h1>${tag}</main>`
const size = ({ looks }: Visit) => ({ width: looks[0]!.width, height: 900 })
const named = (visit: Visit) =>
  `${visit.lang}: ${visit.looks.map(({ theme, width }) => `${theme} ${width}`).join(', ')}`

const cases = views.flatMap((view, index) => visits(index, view.bothThemes).map((visit) => ({ view, visit })))

test('the premise: the visits hold every pair of theme, language and width', () => {
  const pairs = new Set(
    cases.flatMap(({ visit: { lang, looks } }) =>
      looks.flatMap(({ theme, width }) => [`${theme} ${lang}`, `${lang} ${width}`, `${theme} ${width}`]),
    ),
  )
  expect(pairs.size).toBe(2 * 3 + 3 * 3 + 2 * 3)
})

test.each(cases.map(({ view, visit }) => [view.name, named(visit), view, visit] as const))(
  'wid-B29, wid-B07: %s is without fault (%s)',
  async (_, __, view, visit) => {
    const { lang } = visit
    stage.clock.move(20)
    const screen = await stage.widget(
      community.site,
      { lang, css, as: view.as && { sub: view.as }, path: view.path(community), body },
      { window: view.as ?? 'nobody', viewport: size(visit) },
    )
    await view.act?.(screen.page, await widgetWords(lang))
    await screen.settled()
    await lookAt(screen.page, visit, dressed(screen.page))
  },
)

const nothingYet = ['/', '/roadmap', '/me', '/me/posts', '/me/votes', '/me/decisions']

test.each(nothingYet.map((path, index) => [path, visits(index)[0]!] as const))(
  'where nothing is yet, %s says what it is for, without fault',
  async (path, visit) => {
    const site = await stage.site()
    const { page } = await stage.widget(
      site,
      { lang: visit.lang, css, as: { sub: 'anna', name: 'Anna' }, path, body },
      { window: 'newcomer', viewport: size(visit) },
    )
    await page.locator('.empty').filter({ visible: true }).waitFor()
    await lookAt(page, visit, dressed(page))
  },
)

test('what could not be loaded is said without fault', async () => {
  const [visit] = visits(3)
  const screen = await stage.screen()
  screen.expect(/ERR_FAILED/, /\[parvis\]/)
  const { page } = screen
  await page.route(/\/opening/, (route) => route.abort())
  await page.goto(stage.embed(community.site, { lang: visit!.lang, css, body }))
  const said = page.getByRole('alert').filter({ has: page.getByRole('button') })
  await said.waitFor()
  await lookAt(page, visit!, dressed(page))
  await page.unroute(/\/opening/)
  await said.getByRole('button').click()
  const link = page.getByRole('link', { name: 'Let a round end at another depot' })
  await link.waitFor()
  await page.route(/\/threads\//, (route) => route.abort())
  await link.click()
  await said.waitFor()
  await lookAt(page, visit!, dressed(page))
})

interface People {
  site: TestSite
  anna: Person
  ben: Person
  moderator: Person
}

const shapes: [string, (people: People) => Promise<number>][] = [
  [
    'a question with an accepted answer',
    async ({ anna, ben, site }) => {
      const number = await site.idea(ben, { board: 'help', kind: 'question', title: 'Where is the key?' })
      const answer = await site.reply(anna, number, 'Below the **saddle**.')
      await site.reply(ben, number, 'Found it.', { parent: answer })
      expect((await site.put(`threads/${number}/accepted`, { reply: answer }, ben)).status).toBeLessThan(300)
      return number
    },
  ],
  [
    'a thread that takes no more replies',
    async ({ anna, moderator, site }) => {
      const number = await site.idea(anna, { title: 'A lamp for the depot' })
      await site.reply(moderator, number, 'It is ordered.', { official: true })
      expect((await site.put(`threads/${number}/lock`, undefined, moderator)).status).toBeLessThan(300)
      return number
    },
  ],
  [
    'an announcement with replies',
    async ({ ben, moderator, site }) => {
      const number = await site.idea(moderator, {
        board: 'news',
        kind: 'announcement',
        title: 'Lamps are here',
      })
      await site.reply(ben, number, 'At last!')
      return number
    },
  ],
]

test.each(shapes.map(([name, make], index) => [name, make, visits(index, true)[0]!] as const))(
  'wid-B29: %s is without fault',
  async (_, make, visit) => {
    const site = await stage.site()
    const number = await make({
      site,
      anna: await site.member('Anna Lindqvist'),
      ben: await site.member('Ben Okafor', { sub: 'ben' }),
      moderator: await site.staff('moderator', 'Mira Castellanos'),
    })
    const screen = await stage.widget(
      site,
      { lang: visit.lang, css, as: { sub: 'ben', name: 'Ben Okafor' }, path: `/t/${number}`, body },
      { window: 'shapes', viewport: size(visit) },
    )
    await screen.settled()
    await lookAt(screen.page, visit, dressed(screen.page))
  },
)
