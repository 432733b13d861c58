import { expect, test } from 'vitest'
import { adminWords } from '../support/admin_views.ts'
import { openStage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import { hide } from '../support/judging.ts'

// ⌘K leads the team to the very place of what it looks for.

const { palette } = adminWords.en

test('the palette leads to a note, to a hidden reply and to a person, by keyboard alone', async () => {
  const stage = await openStage()
  const site = await stage.site()
  const mira = await site.staff('moderator', 'Mira Castellanos')
  const anna = await site.member('Anna Quillfeather')
  const number = await site.idea(anna, { title: 'Rounds that end at the depot' })
  const note = await site.post(`threads/${number}/notes`, { body: 'The zeppelin client renews.' }, mira)
  for (let at = 0; at < 45; at++) await site.reply(anna, number, `Me too, ${at}.`)
  const reply = await site.reply(anna, number, 'Buy zeppelin oil.')
  await hide(site, mira, reply)

  const screen = await stage.admin(site, mira)
  const { page } = screen
  const option = (name: string | RegExp) => page.getByRole('option', { name })
  const open = async (typed: string) => {
    await page.keyboard.press('ControlOrMeta+k')
    await page.getByRole('combobox', { name: palette.title }).fill(typed)
  }
  /** Moves down to an option, as the reader of a screen is told, and goes there. */
  const choose = async (name: RegExp) => {
    await option(name).waitFor()
    for (let at = 0; at < 9 && (await option(name).getAttribute('aria-selected')) !== 'true'; at++)
      await page.keyboard.press('ArrowDown')
    expect(await option(name).getAttribute('aria-selected')).toBe('true')
    await page.keyboard.press('Enter')
  }
  const focused = () =>
    page.evaluate(() => {
      let at = document.activeElement
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement
      return at?.id
    })

  await open('zeppelin')
  await page.getByRole('group', { name: palette.notes }).waitFor()
  expect(await page.getByRole('group', { name: palette.replies }).getByRole('option').innerText()).toContain(
    palette.hidden,
  )
  expect(await page.locator('mark').allInnerTexts()).toEqual(['zeppelin', 'zeppelin'])
  await eventually(() =>
    page
      .getByRole('status')
      .filter({ hasText: palette.found(2) })
      .count(),
  ).toBe(1)
  await choose(/client renews/)
  await eventually(focused).toBe(`note-${note.body.id}`)

  // The thread is open already, and the reply stands beyond its first page.
  await open('zeppelin')
  await choose(/oil/)
  await eventually(focused).toBe(`post-${reply}`)
  await page.getByText('Buy zeppelin oil.').waitFor()

  await open('quillf')
  await choose(/Anna Quillfeather/)
  await eventually(() => new URL(page.url()).pathname).toContain(`/members/${anna.id}`)

  await open('nothinglikethis')
  await page.getByText(palette.nothing).waitFor()
  screen.expect(/ERR_FAILED.*search/)
  await page.route('**/search?*', (route) => route.abort())
  await page.getByRole('combobox', { name: palette.title }).fill('zeppelin')
  await page.getByRole('dialog', { name: palette.title }).getByRole('alert').waitFor()
  await page.unroute('**/search?*')
  await page.getByRole('button', { name: adminWords.en.common.again }).click()
  await option(/client renews/).waitFor()
})
