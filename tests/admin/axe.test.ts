import type { Page } from 'playwright-core'
import { beforeAll, test } from 'vitest'
import { adminViews, adminWords } from '../support/admin_views.ts'
import { lookAt, type Visit, visits } from '../support/axe.ts'
import { openStage, type Stage } from '../support/browser.ts'
import type { Community } from '../support/community.ts'

// Every screen of the admin in light and dark, in three languages, at three widths, looked at by axe.

let stage: Stage
let community: Community

beforeAll(async () => {
  stage = await openStage()
  community = await stage.furnished()
  const mail = {
    recipient: 'mira@team.example',
    subject: 'Your code',
    text: '123 456',
    html: '<p>123 456</p>',
  }
  const { id } = await community.site.row()
  await stage.world.db
    .insertInto('mailbox')
    .values({ site_id: id, id: crypto.randomUUID(), ...mail })
    .execute()
})

const options = ({ lang, looks }: Visit) => ({
  window: `admin in ${lang}`,
  locale: { en: 'en-GB', fr: 'fr-FR', de: 'de-DE' }[lang],
  viewport: { width: looks[0]!.width, height: 900 },
})

const dressed = (page: Page) => async (theme: 'light' | 'dark') => {
  await page.emulateMedia({ colorScheme: theme })
  await page.locator(`html[data-theme=${theme}]`).waitFor({ state: 'attached' })
}

const named = (visit: Visit) =>
  `${visit.lang}: ${visit.looks.map(({ theme, width }) => `${theme} ${width}`).join(', ')}`

const cases = adminViews.flatMap((view, index) => visits(index).map((visit) => ({ view, visit })))

test.each(cases.map(({ view, visit }) => [view.name, named(visit), view, visit] as const))(
  '%s is without fault (%s)',
  async (_, __, view, visit) => {
    const { site } = community
    const owner = view.fresh ? await site.signInAgain(community.owner) : community.owner
    const screen = await stage.admin(site, owner, { path: view.path(community), ...options(visit) })
    await screen.page.locator(`html[lang=${visit.lang}]`).waitFor({ state: 'attached' })
    await screen.page.locator('h1').first().waitFor({ state: 'attached' })
    await view.act?.(screen.page, adminWords[visit.lang])
    await screen.settled()
    await lookAt(screen.page, visit, dressed(screen.page))
  },
)

test.each([0, 1, 2].map((index) => [visits(index)[0]!.lang, visits(index)[0]!] as const))(
  'the sign-in, by e-mail, by a password and by a link, is without fault in %s',
  async (lang, visit) => {
    const screen = await stage.screen({ ...options(visit), window: `nobody in ${lang}` })
    screen.expect(/401/)
    const { page } = screen
    const words = adminWords[lang].signIn
    const address = `${stage.url}admin/${community.site.slug}/`
    await page.goto(address)
    await page.getByRole('textbox', { name: words.email }).fill('nobody')
    await page.getByRole('button', { name: words.send }).click()
    await lookAt(page, visit, dressed(page))
    await page.getByRole('button', { name: words.byPassword }).click()
    await page.getByRole('button', { name: words.button, exact: true }).click()
    await lookAt(page, visit, dressed(page))
    const { token, id } = await community.site.staffLink('moderator', 'Somebody')
    await community.site.signInByLink(token, { id, name: 'Somebody' })
    await page.goto(`${address}sign-in#link=${token}`)
    await page.getByRole('button', { name: words.button, exact: true }).click()
    await page.getByRole('alert').filter({ hasText: words.linkSpent }).waitFor()
    await lookAt(page, visit, dressed(page))
  },
)

const emptyPages = [
  'feedback',
  'reports',
  'notifications',
  'roadmap',
  'members',
  'audit',
  'mailbox',
  'settings/tags',
]

test.each(emptyPages.map((path, index) => [path, visits(index)[0]!] as const))(
  'where nothing is yet, %s says what it is for, without fault',
  async (path, visit) => {
    const site = await stage.site()
    const { page } = await stage.admin(site, await site.staff('owner', 'Olga'), { path, ...options(visit) })
    await page.locator('.state').filter({ visible: true }).first().waitFor()
    await lookAt(page, visit, dressed(page))
  },
)

test('what could not be loaded is said without fault', async () => {
  const { site, owner } = community
  const screen = await stage.admin(site, owner, { path: 'audit' })
  screen.expect(/ERR_FAILED/)
  const { page } = screen
  for (const [index, path] of [
    'feedback',
    'reports',
    'notifications',
    'roadmap',
    'members',
    'audit',
    'settings/team',
  ].entries()) {
    await page.route(/\/(threads|reports|notifications|plan|members|audit|team|settings)(\?|$)/, (route) =>
      route.request().isNavigationRequest() ? route.continue() : route.abort(),
    )
    await page.goto(`${stage.url}admin/${site.slug}/${path}`)
    const again = page.getByRole('main').getByRole('button', { name: adminWords.en.common.again })
    await again.waitFor()
    await lookAt(page, { ...visits(index)[0]!, lang: 'en' }, dressed(page))
    await page.unrouteAll()
    await again.click()
    await again.waitFor({ state: 'hidden' })
  }
})
