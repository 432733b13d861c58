import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { adminWords } from '../support/admin_views.ts'
import { openStage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import { hide } from '../support/judging.ts'

// ⌘K leads the team to the very place of what it looks for.

const { palette } = adminWords.en

/** The id of the element that has the focus, through all shadow roots. */
const focused = (page: Page) =>
  page.evaluate(() => {
    let at = document.activeElement
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement
    return at?.id
  })

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
    // Behind one that is still closing no key does anything.
    await page.getByRole('dialog', { name: palette.title }).waitFor({ state: 'detached' })
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
  await eventually(() => focused(page)).toBe(`note-${note.body.id}`)

  // The thread is open already, and the reply stands beyond its first page.
  await open('zeppelin')
  await choose(/oil/)
  await eventually(() => focused(page)).toBe(`post-${reply}`)
  await page.getByText('Buy zeppelin oil.').waitFor()

  await open('quillf')
  await choose(/Anna Quillfeather/)
  await eventually(() => new URL(page.url()).pathname).toContain(`/members/${anna.id}`)

  // A word that was mistyped is put right, and that is said.
  await open('deppot')
  await page.getByText(palette.near).first().waitFor()
  await option(/Rounds that end at the depot/).waitFor()
  await eventually(() => page.getByRole('status').filter({ hasText: palette.near }).count()).toBe(1)
  await page.keyboard.press('Escape')

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

test('a note after the first hundred is reached by its address, and by reading on', async () => {
  const stage = await openStage()
  const site = await stage.site()
  const mira = await site.staff('moderator', 'Mira Castellanos')
  const number = await site.idea(mira, { title: 'Rounds that end at the depot' })
  const notes: string[] = []
  for (let at = 0; at < 104; at++)
    notes.push(
      (await site.post(`threads/${number}/notes`, { body: `Heard again, time ${at}.` }, mira)).body.id,
    )
  const file = (await site.get(`threads/${number}/file`, mira)).body
  expect(file.notes.map((note: { id: string }) => note.id)).toEqual(notes.slice(0, 100))
  const rest = (await site.get(`threads/${number}/notes?cursor=${file.notesNext}`, mira)).body
  expect(rest).toMatchObject({ items: notes.slice(100).map((id) => ({ id })), next: null })

  const screen = await stage.admin(site, mira, { path: `feedback/${number}?note=${notes[102]}` })
  const { page } = screen
  await eventually(() => focused(page)).toBe(`note-${notes[102]}`)
  expect(await page.getByText(/Heard again/).count()).toBe(104)

  await page.goto(`${stage.url}admin/${site.slug}/feedback/${number}`)
  await page.getByRole('button', { name: adminWords.en.thread.moreNotes }).focus()
  await page.keyboard.press('Enter')
  await eventually(() => focused(page)).toBe(`note-${notes[100]}`)
  expect(await page.getByRole('button', { name: adminWords.en.thread.moreNotes }).count()).toBe(0)
})

test.each(['admin', 'product'] as const)('the palette leads a %s to who is on the team', async (role) => {
  const stage = await openStage()
  const site = await stage.site()
  const mira = await site.staff('moderator', 'Mira Castellanos')
  await site.staff('owner', 'Aurel Zorn')
  const screen = await stage.admin(site, await site.staff(role, 'Bela Yilmaz'))
  const { page } = screen
  await page.keyboard.press('ControlOrMeta+k')
  await page.getByRole('combobox', { name: palette.title }).fill('castellan')
  const option = page.getByRole('group', { name: palette.people }).getByRole('option')
  await option.filter({ hasText: 'Mira Castellanos' }).waitFor()
  expect(await option.innerText()).toContain(adminWords.en.common.roles.moderator)
  await page.keyboard.press('Enter')
  await eventually(() =>
    page.evaluate(() => {
      let at = document.activeElement
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement
      return at instanceof HTMLElement && at.dataset.member
    }),
  ).toBe(mira.id)
  expect(new URL(page.url()).pathname).toMatch(/\/settings\/team$/)
})

test('the list finds a thread by a reply and opens it there, and says of near titles that they are that', async () => {
  const stage = await openStage()
  const site = await stage.site()
  const mira = await site.staff('moderator', 'Mira Castellanos')
  const number = await site.idea(mira, { title: 'Rounds that end at the depot' })
  const other = await site.idea(mira, { title: 'Parking for long trailers' })
  const reply = await site.reply(await site.member('Anna Quillfeather'), number, 'The zeppelin waits.')
  const { feedback } = adminWords.en
  const screen = await stage.admin(site, mira)
  const { page } = screen
  const rows = page.getByRole('table', { name: feedback.list }).locator('[data-number] a')
  await eventually(() => rows.count()).toBe(2)

  await page.keyboard.press('/')
  await page.keyboard.type('zeppelin')
  await eventually(() => rows.allInnerTexts()).toEqual(['Rounds that end at the depot'])
  await page.getByTitle(feedback.inReply('Anna Quillfeather')).waitFor()
  await rows.focus()
  await page.keyboard.press('Enter')
  await eventually(() => focused(page)).toBe(`post-${reply}`)

  await page.getByRole('searchbox', { name: feedback.search }).fill('parkng trailers')
  await page.getByText(feedback.near('parkng trailers')).waitFor()
  await eventually(() => rows.allInnerTexts()).toEqual(['Parking for long trailers'])
  expect(await rows.getAttribute('href')).toMatch(new RegExp(`/feedback/${other}\\?q=parkng\\+trailers$`))
  await page.getByRole('searchbox', { name: feedback.search }).fill('parking trailers')
  await eventually(() => page.getByText(feedback.near('parking trailers')).count()).toBe(0)
  expect(await rows.count()).toBe(1)
})

test('the palette goes to the thread whose number is typed, be it of one digit', async () => {
  const stage = await openStage()
  const site = await stage.site()
  const anna = await site.member('Anna')
  const number = await site.idea(anna, { title: 'Rounds that end at the depot' })
  expect(number).toBeLessThan(10)
  await site.idea(anna, { title: `Lamps for ${number} bikes` })
  const { page } = await stage.admin(site, await site.staff('moderator'))
  await page.keyboard.press('ControlOrMeta+k')
  await page.getByRole('combobox', { name: palette.title }).fill(`${number}`)
  await page.getByRole('option', { name: /Lamps for/ }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Rounds that end at the depot' }).waitFor()
})
