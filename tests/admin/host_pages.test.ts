import { expect, test } from 'vitest'
import { adminWords } from '../support/admin_views.ts'
import { openStage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'

test('the host’s page and the ones in other languages are named, and a strange one is refused at its field', async () => {
  const stage = await openStage()
  const site = await stage.site()
  const owner = await site.staff('owner', 'Olga')
  const screen = await stage.admin(site, owner, { path: 'settings/embed' })
  screen.expect(/422/)
  const { page } = screen
  const { common, settings } = adminWords.en
  const { embed } = settings
  const all = page.getByRole('textbox', { name: embed.hostPage })
  const french = page.getByRole('textbox', { name: embed.hostPageIn(common.languages.fr) })
  const saved = async () => {
    const { hostPage, hostPages } = (await site.get('settings', owner)).body
    return { hostPage, hostPages }
  }
  const [origin] = (await site.get('settings', owner)).body.origins
  await all.fill(`${origin}/community`)
  await french.fill('https://elsewhere.example/fr')
  await french.press('Enter')
  await page.getByText(embed.hostPageWrong).waitFor()
  expect(await french.getAttribute('aria-invalid')).toBe('true')
  expect(await french.evaluate((field) => field.matches(':focus'))).toBe(true)
  expect(await all.getAttribute('aria-invalid')).toBe(null)
  expect([await all.inputValue(), await french.inputValue()]).toEqual([
    `${origin}/community`,
    'https://elsewhere.example/fr',
  ])
  expect(await saved()).toEqual({ hostPage: null, hostPages: {} })

  await french.fill(`${origin}/fr/communaute`)
  await french.press('Enter')
  await page.getByText(embed.hostPageSaved).first().waitFor()
  const pages = { hostPage: `${origin}/community`, hostPages: { fr: `${origin}/fr/communaute` } }
  expect(await saved()).toEqual(pages)
  await page.reload()
  await eventually(() => french.inputValue()).toBe(pages.hostPages.fr)

  // Emptied, there is none.
  await french.fill('')
  await french.press('Enter')
  await eventually(saved).toEqual({ ...pages, hostPages: {} })

  const moderator = await stage.admin(site, await site.staff('moderator', 'Mo'), { path: 'settings/embed' })
  const field = moderator.page.getByRole('textbox', { name: embed.hostPage })
  expect([await field.inputValue(), await field.isDisabled()]).toEqual([pages.hostPage, true])
})

test('a page in what became the main language later is still shown, and can be taken away', async () => {
  const stage = await openStage()
  const site = await stage.site()
  const owner = await site.staff('owner', 'Olga')
  const [origin] = (await site.get('settings', owner)).body.origins
  const hostPages = { fr: `${origin}/fr/communaute` }
  await site.patch('settings', { hostPage: `${origin}/community`, hostPages, locale: 'fr' }, owner)
  const { page } = await stage.admin(site, owner, { path: 'settings/embed' })
  const { common, settings } = adminWords.en
  const own = page.getByRole('textbox', { name: settings.embed.hostPageIn(common.languages.fr) })
  expect(await own.inputValue()).toBe(hostPages.fr)
  const field = (locale: 'en' | 'de') =>
    page.getByRole('textbox', { name: settings.embed.hostPageIn(common.languages[locale]) })
  const english = `${origin}/en/community`
  await field('en').fill(english)
  await own.fill('')
  await own.press('Enter')
  await eventually(async () => (await site.get('settings', owner)).body.hostPages).toEqual({ en: english })
  // With the page for all, it has what it needs; the others keep what is theirs.
  await own.waitFor({ state: 'detached' })
  expect([await field('en').inputValue(), await field('de').inputValue()]).toEqual([english, ''])
})
