import { beforeAll, expect, test } from 'vitest'
import { sendDue } from '../../server/mails/send.ts'
import { letterWords } from '../../server/mails/words.ts'
import { unsubscribeWords } from '../../server/pages/words/unsubscribe.ts'
import { violations } from '../support/axe.ts'
import { openStage, type Stage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import { Hands } from '../support/keyboard.ts'
import { outOfReach } from '../support/reach.ts'
import type { TestSite } from '../support/world.ts'

// Who no longer wants a kind of mail comes from that mail to a page, without being signed in, and ends it there.

let stage: Stage
let site: TestSite

beforeAll(async () => {
  stage = await openStage()
  site = await stage.site()
})

test.each(['en', 'fr', 'de'] as const)(
  'a mail is ended by keyboard at 320 px, on a page without fault in light and dark (%s)',
  async (locale) => {
    const words = unsubscribeWords[locale]
    const email = `lea-${locale}-${process.pid}@mails.example`
    const lea = await site.member('Lea', { email, locale })
    const number = await site.idea(lea, { title: `A lamp, ${locale}` })
    await site.reply(await site.member('Ben'), number, 'Yes, please.')
    stage.clock.move(200)
    await sendDue(stage.world)
    const { headers } = await stage.mails.to(email)
    const link = headers.find(({ key }) => key === 'list-unsubscribe')!.value.slice(1, -1)
    const cadence = async () => (await site.get('me/mail', lea)).body.follows

    const { page } = await stage.screen({ viewport: { width: 320, height: 640 } })
    const faultless = async () => {
      for (const colorScheme of ['dark', 'light'] as const) {
        await page.emulateMedia({ colorScheme })
        expect(await violations(page, true), colorScheme).toEqual([])
        expect(await outOfReach(page), colorScheme).toEqual([])
      }
      expect(await page.evaluate(() => document.scrollingElement!.scrollWidth)).toBe(320)
      const shots = process.env.PARVIS_SHOTS
      if (shots) await page.screenshot({ path: `${shots}/unsubscribe-${locale}-${Date.now()}.png` })
    }
    await page.goto(link)
    expect(await page.title()).toContain(words.title)
    expect(await page.locator('html').getAttribute('lang')).toBe(locale)
    await page.getByRole('heading', { name: words.title, level: 1 }).waitFor()
    await page.getByRole('listitem').filter({ hasText: words.kinds.follows }).waitFor()
    await faultless()
    // Who only looked, as scanners of links do, has changed nothing.
    expect(await cadence()).toBe('soon')
    await new Hands(page).to(words.act)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: words.done, level: 1 }).waitFor()
    await eventually(cadence).toBe('none')
    await faultless()
    expect(await page.getByRole('button').count()).toBe(0)
    const settings = page.getByRole('link', { name: letterWords[locale].settings })
    expect(await settings.getAttribute('href')).toMatch(/^https?:.*settings/)
    // It looks like one, too.
    expect(await settings.evaluate((one) => getComputedStyle(one).textDecorationLine)).toBe('underline')
  },
)
