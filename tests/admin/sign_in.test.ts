import { beforeEach, expect, test } from 'vitest'
import { adminWords } from '../support/admin_views.ts'
import { openStage, type Stage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import { focused } from '../support/keyboard.ts'
import type { TestSite } from '../support/world.ts'

// The team’s own way in: the code by mail, and signing in again over a page that is being worked on.

let stage: Stage
let site: TestSite

beforeEach(async () => {
  stage = await openStage()
  site = await stage.site()
})

test.each([
  ['fr', 'fr-FR', 'Votre code pour'],
  ['de', 'de-DE', 'Ihr Code für'],
] as const)(
  'the mail with the code is in the language of the page that asked for it: %s',
  async (lang, locale, subject) => {
    const email = `${crypto.randomUUID()}@example.org`
    await site.post('team', { email, name: 'Ben', role: 'product' }, await site.staff('owner'))
    const screen = await stage.screen({ locale })
    screen.expect(/401/)
    const { page } = screen
    await page.goto(`${stage.url}admin/${site.slug}/sign-in`)
    const { signIn } = adminWords[lang]
    await page.getByRole('textbox', { name: signIn.email }).fill(email)
    await page.getByRole('button', { name: signIn.send }).click()
    await page.getByRole('textbox', { name: signIn.code }).fill(await stage.mails.code(email))
    await page.getByRole('main').waitFor()
    const subjects = stage.mails.all(email).map((mail) => mail.subject)
    expect(subjects.filter((one) => one?.startsWith(subject))).toHaveLength(1)
  },
)

/** Ben of the team, who signed in by a code and is writing a reply. */
async function writing() {
  const { signIn: words } = adminWords.en
  const email = `${crypto.randomUUID()}@example.org`
  await site.post('team', { email, name: 'Ben', role: 'product' }, await site.staff('owner'))
  const number = await site.idea(await site.member('Lea'), { title: 'Rounds that end at the depot' })
  const screen = await stage.screen()
  screen.expect(/401/)
  const { page } = screen
  const signIn = async (count: number) => {
    await page.getByRole('textbox', { name: words.email }).fill(email)
    await page.keyboard.press('Enter')
    await page.getByRole('textbox', { name: words.code }).fill(await stage.mails.code(email, count))
  }
  await page.goto(`${stage.url}admin/${site.slug}/feedback/${number}`)
  await signIn(1)
  const field = page.locator('thread-composer textarea')
  await field.fill('We will look at it.')
  return { screen, page, number, field, signIn }
}

test('a session that ended under the composer is renewed from the first field, and nothing says after that it ended', async () => {
  const { shell, signIn: words, errors } = adminWords.en
  const { page, number, field, signIn } = await writing()
  await page.context().clearCookies()
  await field.press('Control+Enter')
  const again = page.getByRole('dialog', { name: shell.lapsed })
  await again.waitFor()
  await eventually(async () => (await focused(page)).name).toContain(words.email)
  await signIn(2)
  await again.waitFor({ state: 'detached' })
  expect(await field.inputValue()).toBe('We will look at it.')
  expect(await page.getByText(errors.unauthenticated).count()).toBe(0)
  await field.press('Control+Enter')
  await eventually(async () => (await site.get(`threads/${number}/replies`)).body.items.length).toBe(1)
})

test('what a page of one person asks for is not done as another who signed in in the next tab, and is still there', async () => {
  const { shell } = adminWords.en
  const { screen, page, number, field, signIn } = await writing()
  const replies = async () => (await site.get(`threads/${number}/replies`)).body.items
  await screen.carry((await site.staff('moderator', 'Mira')).headers.cookie!)
  await field.press('Control+Enter')
  const again = page.getByRole('dialog', { name: shell.lapsed })
  await again.waitFor()
  expect(await replies()).toEqual([])
  await signIn(2)
  await again.waitFor({ state: 'detached' })
  expect(await field.inputValue()).toBe('We will look at it.')
  await field.press('Control+Enter')
  await eventually(async () =>
    (await replies()).map(({ author }: { author: { name: string } }) => author.name),
  ).toEqual(['Ben'])
})

test('of several ideas none is decided as who signed in in the next tab before the first', async () => {
  const { acts, shell, feedback } = adminWords.en
  const lea = await site.member('Lea')
  const titles = ['Gloves that fit', 'Gloves that warm', 'Gloves that shine']
  for (const title of titles) await site.idea(lea, { title })
  const screen = await stage.admin(site, await site.staff('moderator', 'Mira'))
  screen.expect(/401/)
  const { page } = screen
  for (const title of titles) await page.getByRole('checkbox', { name: feedback.select(title) }).check()
  await page.keyboard.press('s')
  await page.locator('act-status input[value=planned]').check()
  const bela = await site.staff('moderator', 'Bela')
  // What the choice asks for would be refused first.
  await screen.idle()
  await screen.carry(bela.headers.cookie!)
  await page.getByRole('button', { name: acts.statusAct, exact: true }).last().click()
  await page.getByRole('dialog', { name: shell.lapsed }).waitFor()
  await screen.idle()
  const { items } = (await site.get('threads')).body
  expect(items.map(({ status }: { status: string }) => status)).toEqual(['open', 'open', 'open'])
  expect(screen.asked().filter((one) => /^PUT .*status$/.test(one))).toHaveLength(1)
})
