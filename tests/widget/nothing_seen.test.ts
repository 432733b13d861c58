import { expect, test } from 'vitest'
import newDe from '../../widget/translations/de/new.ts'
import threadDe from '../../widget/translations/de/thread.ts'
import newEn from '../../widget/translations/en/new.ts'
import threadEn from '../../widget/translations/en/thread.ts'
import newFr from '../../widget/translations/fr/new.ts'
import threadFr from '../../widget/translations/fr/thread.ts'
import { openStage } from '../support/browser.ts'

const nothing = '[x]: https://a.example'

test.each([
  ['en', threadEn, newEn],
  ['fr', threadFr, newFr],
  ['de', threadDe, newDe],
] as const)(
  'in %s a text of which nothing would be seen is kept, and words are asked for',
  async (lang, words, fresh) => {
    const stage = await openStage()
    const site = await stage.site()
    const number = await site.idea(await site.member('Ida'))
    const as = { sub: 'ben', name: 'Ben' }
    const screen = await stage.widget(site, { lang, as, path: `/t/${number}` })
    screen.expect(/422/)
    const { page } = screen
    const reply = page.locator('textarea').last()
    await reply.fill(nothing)
    await page
      .locator('parvis-composer')
      .last()
      .getByRole('button', { name: words.reply, exact: true })
      .click()
    await page.getByRole('alert').filter({ hasText: words.empty }).waitFor()
    expect(await reply.inputValue()).toBe(nothing)

    const form = await stage.widget(site, { lang, as, path: '/new?board=ideas' })
    form.expect(/422/)
    const text = form.page.locator('textarea').last()
    await form.page.getByRole('textbox', { name: fresh.kinds.idea.title }).fill('Rounds that end')
    await text.fill(nothing)
    await form.page.getByRole('button', { name: fresh.kinds.idea.send }).click()
    await form.page.getByRole('alert').filter({ hasText: fresh.bodyEmpty }).waitFor()
    expect(await text.inputValue()).toBe(nothing)
  },
)
