import { beforeAll, expect, test } from 'vitest'
import acts from '../../widget/translations/en/acts.ts'
import core from '../../widget/translations/en/core.ts'
import me from '../../widget/translations/en/me.ts'
import signIn from '../../widget/translations/en/sign_in.ts'
import { announced } from '../support/announced.ts'
import { openStage, type Stage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import { inside } from '../support/inside.ts'
import { focused, tabTo } from '../support/keyboard.ts'
import type { Person, TestSite } from '../support/world.ts'

// What a screen reader is told, once, by the one region that is there for it.

let stage: Stage
let site: TestSite
let anna: Person
const title = 'Rounds that end at the depot'
const spaced = (text: string) => text.replace(/\s+/g, ' ')

beforeAll(async () => {
  stage = await openStage()
  site = await stage.site()
  anna = await site.member('Anna', { sub: 'anna' })
  await site.idea(anna, { title })
  await site.idea(anna, { board: 'help', kind: 'question', title: 'How do rounds end?' })
})

test('wid-A13: a vote is a button and no link, and its new count is said once', async () => {
  const { page } = await stage.widget(site, { as: { sub: 'ben', name: 'Ben' } })
  const vote = page.getByRole('button', { name: /^Vote for “Rounds/ })
  await vote.waitFor()
  expect(await page.getByRole('link', { name: /^Vote/ }).count()).toBe(0)
  expect(await vote.evaluate((one) => [one.localName, one.closest('a')])).toEqual(['button', null])
  expect(await vote.getAttribute('aria-label')).toBe(core.vote(title, 1))
  const said = await announced(page)
  await tabTo(page, /^Vote for “Rounds/)
  await page.keyboard.press('Enter')
  await eventually(said).toEqual([spaced(acts.voted(2))])
  await eventually(async () => (await site.get('threads/1')).body.votes).toBe(2)
  await page.keyboard.press('Space')
  await eventually(said).toEqual([spaced(acts.voted(2)), spaced(acts.unvoted(1))])
  expect(await vote.getAttribute('aria-label')).toBe(core.vote(title, 1))
})

test.each(['/me/posts', '/me/follows', '/me', 'profile'])(
  'wid-A02: how many more are shown at %s is said, and the focus is on the first of them',
  async (where) => {
    const full = await stage.site()
    const cleo = await full.member('Cleo', { sub: 'cleo' })
    const dora = await full.member('Dora')
    for (let number = 1; number <= 23; number++) {
      await full.idea(cleo, { title: `Wish of the week ${number}` })
      if (where === '/me') await full.reply(dora, number)
    }
    const unread = async () => (await full.get('me/notifications', cleo)).body.unread
    if (where === '/me') await eventually(unread).toBe(23)
    const path = where === 'profile' ? `/m/${cleo.id}` : where
    const { page } = await stage.widget(full, { as: { sub: 'cleo', name: 'Cleo' }, path })
    const more = page.getByRole('button', { name: me.more })
    await more.waitFor()
    const rows = page.locator(where === '/me/follows' ? '.threads > li' : '.told > li')
    const before = await rows.count()
    const said = await announced(page)
    await more.focus()
    await page.keyboard.press('Enter')
    await eventually(() => rows.count()).toBeGreaterThan(before)
    const added = (await rows.count()) - before
    await eventually(said).toEqual([acts.added(added)])
    const first = rows.nth(before).getByRole('link').first()
    expect((await focused(page)).name).toBe(spaced(await first.innerText()))
  },
)

test('wid-A14: what a search finds on other boards is said after how much it finds on this one', async () => {
  const { page } = await stage.widget(site)
  const said = await announced(page)
  await page.getByRole('searchbox').fill('rounds')
  await page.locator('.near', { hasText: acts.elsewhere }).waitFor()
  await eventually(async () => (await said()).at(-1)).toContain(acts.elsewhere)
  expect((await said()).at(-1)).toContain('Help')
  const listed = spaced(acts.listed(core.threads('idea', 1), false))
  expect((await said()).join(' ')).toContain(listed)
})

test('wid-A14: what is said while a dialog is open is said in the dialog', async () => {
  const { page } = await stage.widget(site)
  await page.getByRole('button', { name: core.signIn, exact: true }).click()
  await page.getByLabel(signIn.email).fill(`ida-${process.pid}@mail.example`)
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: signIn.send }).click()
  await dialog.getByRole('textbox', { name: signIn.code }).waitFor()
  const region = dialog.getByRole('status')
  await region.waitFor({ state: 'attached' })
  const said = await announced(page)
  await dialog.getByRole('button', { name: signIn.again }).click()
  await eventually(said).toEqual([spaced(signIn.sentAgain)])
  expect(await region.innerText()).toBe(signIn.sentAgain)
})

test('wid-A20, wid-B22: a widget that could not open has a named region and says in which language it speaks', async () => {
  const screen = await stage.screen()
  screen.expect(/ERR_FAILED/, /\[parvis\]/)
  const { page } = screen
  await page.route(/\/opening/, (route) => route.abort())
  await page.goto(stage.embed(site, { tag: { locale: 'de' } }))
  await page
    .getByRole('alert')
    .filter({ has: page.getByRole('button') })
    .waitFor()
  const [root] = await inside(page, '.root')
  expect(root!.attributes.lang).toBe('de')
  const [region] = await inside(page, 'section')
  expect(region!.attributes['aria-label']).toMatch(/\w/)
  expect((await inside(page, '[role=alert] button'))[0]!.above).toContain('section')
})
