import { beforeAll, expect, test } from 'vitest'
import type { Locale } from '../../server/words.ts'
import { adminWords, dialog } from '../support/admin_views.ts'
import { openStage, type Stage } from '../support/browser.ts'
import { item, publish } from '../support/steps.ts'
import type { Person, TestSite } from '../support/world.ts'

// What was decided about an idea, and what of it was taken back.

let stage: Stage
let site: TestSite
let paula: Person
let idea: number

beforeAll(async () => {
  stage = await openStage()
  site = await stage.site()
  paula = await site.staff('product', 'Paula Reinholt')
  idea = await site.idea(await site.member('Anna'), { title: 'Rounds that end at the depot' })
  const set = (status: string, note: string) => site.put(`threads/${idea}/status`, { status, note }, paula)
  await set('review', 'We read your rounds.')
  const { body } = await set('closed', 'A slip of the hand.')
  await site.delete(body.undo.path, paula)
})

test.each(['en', 'fr', 'de'] as Locale[])(
  'a decision that was taken back says so, and what took it back says that, in %s',
  async (lang) => {
    const { thread } = adminWords[lang]
    const { page } = await stage.admin(site, paula, {
      path: `feedback/${idea}`,
      locale: { en: 'en-GB', fr: 'fr-FR', de: 'de-DE' }[lang],
    })
    await page.locator(`html[lang=${lang}]`).waitFor({ state: 'attached' })
    const lines = page.locator('.decisions > li')
    await page.locator('details', { has: lines }).locator('summary').click()
    expect(await lines.count()).toBe(3)
    const told = (await lines.allInnerTexts()).map((text) => text.replace(/\s+/g, ' '))
    expect(told[0]).toContain(thread.takesBack)
    expect(told[0]).not.toContain(thread.takenBack)
    expect(told[1]).toContain(thread.takenBack)
    expect(told[1]).toContain('A slip of the hand.')
    expect(told[2]).toContain('We read your rounds.')
    expect(told[2]).not.toContain(thread.takenBack)
    expect(told[2]).not.toContain(thread.takesBack)
    expect(await page.locator('.decisions s').count()).toBe(1)
  },
)

test('that a status set by hand takes ideas off their roadmap item is said in the list as well, for one and for some', async () => {
  const { acts, feedback } = adminWords.en
  const lea = await site.member('Lea')
  const titles = ['Gloves that fit', 'Gloves that warm', 'Gloves that shine']
  const [one, two, free] = [
    await site.idea(lea, { title: titles[0] }),
    await site.idea(lea, { title: titles[1] }),
    await site.idea(lea, { title: titles[2] }),
  ]
  await publish(site, paula, await item(site, paula, { title: 'Gloves', threads: [one, two] }))
  const { page } = await stage.admin(site, paula, { path: 'feedback' })
  const ask = async (...numbers: number[]) => {
    for (const number of numbers.slice(1))
      await page.locator(`[data-number="${number}"]`).getByRole('checkbox').check()
    await page.locator(`[data-number="${numbers[0]}"]`).getByRole('link').first().focus()
    if (numbers.length > 1) await page.keyboard.press('x')
    await page.keyboard.press('s')
    await dialog(page).waitFor()
    await page
      .getByText(/(?:person|people|Nobody|nobody)/)
      .first()
      .waitFor()
  }
  const leave = async () => {
    await page.keyboard.press('Escape')
    await dialog(page).waitFor({ state: 'detached' })
  }
  const warning = page.locator('act-status').getByText('a status set by hand detaches')
  await page.getByRole('row').filter({ hasText: titles[0] }).waitFor()
  await ask(one)
  await page.locator('act-status').getByText(acts.statusDetaches(1, 1)).waitFor()
  await leave()
  await ask(free, one, two)
  await page.locator('act-status').getByText(acts.statusDetaches(2, 3)).waitFor()
  await leave()
  await page.getByRole('toolbar', { name: feedback.bulk }).waitFor()
  await page.keyboard.press('Escape')
  const counted = page.waitForResponse(/roadmap\/promotion/)
  await ask(free)
  await (await counted).finished()
  await page.evaluate(() => new Promise(requestAnimationFrame))
  expect(await warning.count()).toBe(0)
})
