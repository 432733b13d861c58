import { expect, test } from 'vitest'
import { adminWords, dialog } from '../support/admin_views.ts'
import { openStage } from '../support/browser.ts'

test('the list of shortcuts has each that the foot of the page shows, whatever is at hand', async () => {
  const stage = await openStage()
  const site = await stage.site()
  await site.idea(await site.member('Lea'))
  const { page } = await stage.admin(site, await site.staff('product', 'Pia'), { path: 'feedback' })
  await page.getByRole('row').getByRole('link').first().waitFor()
  const told = await page.locator('admin-foot .one').evaluateAll((all) =>
    all.map((one) => {
      const bare = one.cloneNode(true) as Element
      for (const cap of bare.querySelectorAll('kbd')) cap.remove()
      return bare.textContent
    }),
  )
  const { status, promote } = adminWords.en.feedback.keys
  expect(told).toEqual(expect.arrayContaining([status, promote]))
  await page.keyboard.press('?')
  await dialog(page).waitFor()
  const listed = await page.locator('admin-shortcuts li > span').allTextContents()
  expect(listed).toEqual(expect.arrayContaining(told.filter((one) => one !== adminWords.en.shortcuts.all)))
})

test('a German keyboard’s key is called “Strg”, and a French one’s “Ctrl”', async () => {
  const stage = await openStage()
  const site = await stage.site()
  const idea = await site.idea(await site.member('Lea'))
  const pia = await site.staff('product', 'Pia')
  for (const [lang, locale, key] of [
    ['de', 'de-DE', 'Strg'],
    ['fr', 'fr-FR', 'Ctrl'],
  ] as const) {
    const { page } = await stage.admin(site, pia, { path: `feedback/${idea}`, locale })
    await page.locator(`html[lang=${lang}]`).waitFor({ state: 'attached' })
    await page.locator('thread-composer kbd').getByText(`${key} ↵`).waitFor()
    await page.locator('admin-rail kbd').getByText(`${key} K`).waitFor()
    await page.keyboard.press('?')
    await page.locator('admin-shortcuts kbd').getByText(`${key} K`).waitFor()
  }
})
