import { expect, test } from 'vitest'
import { adminWords } from '../support/admin_views.ts'
import { lookAt, visits } from '../support/axe.ts'
import { openStage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import { operatorOf } from '../support/routes/outside.ts'
import { signJwt } from '../support/world.ts'

// What an operator does with the communities of an installation, without a shell.

const { sites } = adminWords.en.settings

test('an operator makes a community in the admin, and gives access to it anew', async () => {
  const stage = await openStage()
  const site = await stage.site()
  const screen = await stage.admin(site, await operatorOf(site), { path: 'settings/sites' })
  const { page } = screen
  screen.expect(/api\/v1\/sites/)
  const slug = `made-${process.pid}-${site.slug}`.slice(0, 40)
  const [maker, access] = [page.locator('site-maker'), page.locator('site-access')]
  const shown = page.locator('once-shown pre')
  const press = (name: string) => page.getByRole('button', { name }).filter({ visible: true }).click()

  await press(sites.add)
  await maker.getByLabel(sites.name, { exact: true }).fill('Nordlicht')
  await maker.getByLabel(sites.slug).fill('assets')
  await maker.getByLabel(sites.locale).selectOption('de')
  await maker.getByLabel(sites.origin).fill('https://www.nordlicht.example')
  await press(sites.addAct)
  await eventually(() => maker.getByRole('alert').allInnerTexts()).toContainEqual(expect.stringMatching(/\S/))
  await maker.getByLabel(sites.slug).fill(slug)
  await press(sites.addAct)
  await eventually(() => shown.count()).toBe(2)
  const [firstLink, firstSecret] = (await shown.allInnerTexts()) as [string, string]
  expect(firstLink).toContain(`/admin/${slug}/sign-in#link=pvl_`)
  await press(sites.done)
  await page.getByText(`${slug} · ${adminWords.en.common.languages.de}`).waitFor()

  await press(sites.accessOf('Nordlicht'))
  await press(sites.linkAct)
  await eventually(() => shown.count()).toBe(1)
  await press(sites.secretAct)
  await eventually(() => shown.count()).toBe(2)
  const [link, secret] = (await shown.allInnerTexts()) as [string, string]
  expect(link).toContain(`/admin/${slug}/sign-in#link=pvl_`)
  expect(link).not.toBe(firstLink)
  await access.getByText(adminWords.en.common.close, { exact: true }).click()
  await access.waitFor({ state: 'detached' })
  expect(await page.locator('body').innerText()).not.toContain(secret)

  const now = Math.floor(stage.clock.now().getTime() / 1000)
  for (const key of [firstSecret, secret]) {
    const answer = await fetch(`${stage.url}api/v1/sites/${slug}/sessions/sso`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token: signJwt({ sub: 'a', aud: slug, iat: now, exp: now + 60 }, key) }),
    })
    expect(answer.status).toBe(201)
  }
})

test.each([0, 1, 2].map((index) => [visits(index)[0]!.lang, visits(index)[0]!] as const))(
  'the communities, and the access to one, are without fault in %s',
  async (lang, visit) => {
    const stage = await openStage()
    const site = await stage.site()
    const { page } = await stage.admin(site, await operatorOf(site), {
      path: 'settings/sites',
      locale: { en: 'en-GB', fr: 'fr-FR', de: 'de-DE' }[lang],
      viewport: { width: visit.looks[0]!.width, height: 900 },
    })
    const dress = async (theme: 'light' | 'dark') => {
      await page.emulateMedia({ colorScheme: theme })
      await page.locator(`html[data-theme=${theme}]`).waitFor({ state: 'attached' })
    }
    const words = adminWords[lang].settings.sites
    await page.getByText(words.access, { exact: true }).first().waitFor()
    await lookAt(page, visit, dress)
    await page.getByText(words.access, { exact: true }).first().click()
    await page.getByText(words.linkAct, { exact: true }).click()
    await page.locator('once-shown').waitFor()
    await lookAt(page, visit, dress)
  },
)
