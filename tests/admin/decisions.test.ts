import { beforeAll, expect, test } from 'vitest'
import type { Locale } from '../../server/words.ts'
import { adminWords } from '../support/admin_views.ts'
import { openStage, type Stage } from '../support/browser.ts'
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
