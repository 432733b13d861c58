import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import compose from '../../widget/translations/en/compose.ts'
import signIn from '../../widget/translations/en/sign_in.ts'
import { openStage, type Stage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import { inside } from '../support/inside.ts'
import type { Person, TestSite } from '../support/world.ts'

// What is said, for how long and in which language; and what of the tag stays the host's.

let stage: Stage
let site: TestSite
let anna: Person
let number: number
const title = 'Rounds that end at the depot'
const { guest } = signIn

beforeAll(async () => {
  stage = await openStage()
  site = await stage.site()
  anna = await site.member('Anna', { sub: 'anna' })
  number = await site.idea(anna, { title, body: 'Sie enden am Hof.' })
})

const status = (page: Page) => page.locator('parvis-board .root > [role=status]')

test('wid-B26: how much room a text has left is said politely where it gets little, and not at every key', async () => {
  const { page } = await stage.widget(site, { path: `/t/${number}`, as: { sub: 'ben', name: 'Ben' } })
  const field = page.getByRole('textbox', { name: 'Your reply' })
  await field.fill('a'.repeat(19_400))
  // All that is said from here on.
  await status(page).evaluate((region) => {
    const said: string[] = []
    Object.assign(window, { said })
    new MutationObserver(() => said.push(region.textContent!.trim())).observe(region, {
      childList: true,
      characterData: true,
      subtree: true,
    })
  })
  const said = () => page.evaluate(() => (window as unknown as { said: string[] }).said)
  await field.fill('a'.repeat(19_899))
  await eventually(said).toEqual([compose.left('101', 101)])
  await field.press('End')
  await page.keyboard.type('abcde')
  await page.getByText(compose.left('96', 96)).filter({ visible: true }).last().waitFor()
  expect(await said()).toEqual([compose.left('101', 101), compose.left('100', 100)])
  await field.fill('a'.repeat(20_000))
  await field.press('End')
  await page.keyboard.type('abc')
  const over = page.getByText(compose.tooLong('3', 3)).filter({ visible: true })
  await over.waitFor()
  expect((await said()).slice(2)).toEqual([compose.left('0', 0), compose.tooLong('1', 1)])
  expect(await page.getByRole('alert').filter({ hasText: 'too many' }).count()).toBe(0)
  expect(await field.getAttribute('aria-describedby')).toContain(await over.getAttribute('id'))
  expect(await field.getAttribute('aria-invalid')).toBe('true')
})

test('wid-A16: what could not be done stays said, however long one takes, and until one closes it', async () => {
  const screen = await stage.widget(site, { as: { sub: 'ben', name: 'Ben' } })
  screen.expect(/ERR_FAILED/, /\[parvis\]/)
  const { page } = screen
  await page.clock.install()
  await page.route(/\/vote$/, (route) => route.abort())
  const vote = page.getByRole('button', { name: /Vote for “Rounds/ })
  await vote.focus()
  await page.keyboard.press('Enter')
  const notice = page.getByRole('alert').filter({ has: page.getByRole('button') })
  await notice.waitFor()
  const words = await notice.innerText()
  const stays = async (time: number) => {
    await page.clock.fastForward(time)
    expect(await notice.innerText()).toBe(words)
  }
  await stays(5000)
  await stays(600_000)
  // Nor does it go once it was pointed at, or had the focus.
  await notice.hover()
  await stays(600_000)
  await page.mouse.move(1, 1)
  await notice.getByRole('button').focus()
  await stays(600_000)
  await page.keyboard.press('Shift+Tab')
  await stays(600_000)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await notice.waitFor({ state: 'hidden' })
  await page.clock.runFor(100)
  await eventually(() => vote.evaluate((one) => one.matches(':focus'))).toBe(true)
})

test('wid-B22: what is written in another language says so, and goes the way its words go', async () => {
  const draft = { board: 'ideas', kind: 'idea', title: 'אבג דהו', body: 'זחט', language: 'de' }
  const hebrew = (await site.post('threads', draft, anna)).body.number
  const { page } = await stage.widget(site, { path: `/t/${hebrew}` })
  const [heading] = await inside(page, 'parvis-thread h2, h2.title')
  expect(heading!.attributes).toMatchObject({ lang: 'de', dir: 'auto' })
  expect((await inside(page, '.body[lang]'))[0]!.attributes.lang).toBe('de')
  const direction = (one: string) =>
    page
      .locator(one)
      .first()
      .evaluate((node) => getComputedStyle(node).direction)
  expect(await direction('h2.title')).toBe('rtl')
  expect(await direction('.prose p')).toBe('rtl')
  const { page: author } = await stage.widget(site, { path: `/m/${anna.id}` })
  await author.locator('parvis-member h4[lang=de]').filter({ hasText: draft.title }).waitFor()
  await author.locator('parvis-member .q[lang=de]').filter({ hasText: draft.body }).waitFor()
  await site.reply(await site.member('Ben', { sub: 'ben' }), hebrew, 'Ja.')
  const news = async () => (await site.get('me/notifications', anna)).body.items
  await eventually(async () =>
    (await news()).map((one: { thread: { number: number } }) => one.thread.number),
  ).toContain(hebrew)
  const { page: told } = await stage.widget(site, { path: '/me', as: { sub: 'anna', name: 'Anna' } })
  await told.locator('b[lang=de]').filter({ hasText: draft.title }).waitFor()
  expect(await direction('.root')).toBe('ltr')
  await page.goto(page.url().split('?')[0]!)
  const row = page.locator('h3').filter({ hasText: 'אבג' })
  await row.waitFor()
  expect(await row.getAttribute('lang')).toBe('de')
})

test('wid-B03: fields that ask for an address or a name say so, so that a browser can fill them in', async () => {
  const guests = await stage.site()
  await guests.takeGuests()
  await guests.idea(await guests.member('Anna'), { title })
  const other = await stage.widget(guests)
  await other.page.getByRole('button', { name: /Vote for “Rounds/ }).click()
  const dialog = other.page.getByRole('dialog')
  const email = dialog.getByRole('textbox', { name: signIn.email })
  await email.waitFor()
  expect(await email.getAttribute('autocomplete')).toBe('email')
  await dialog.getByRole('button', { name: guest.offer }).click()
  const name = dialog.getByRole('textbox', { name: guest.name })
  await name.waitFor()
  expect(await name.getAttribute('autocomplete')).toBe('nickname')
})

test('wid-C09, wid-C10: what the host sets of its tag stays as it set it, and only what came of that is told', async () => {
  const tag = { lang: 'en', dir: 'ltr', tabindex: '-1', class: 'ours', style: 'margin: 3px', title: 'Ideas' }
  const script = `window.told = []
    for (const name of ['sign-in', 'navigate', 'arrived', 'vote', 'thread-created', 'signed-in', 'signed-out'])
      addEventListener('parvis-' + name, ({ detail }) => told.push([name, detail?.path ?? detail?.name ?? '']))`
  const screen = await stage.widget(site, { tag, script, csp: '' })
  const { page } = screen
  const board = page.locator('parvis-board')
  const kept = () =>
    board.evaluate(
      (one, names) => Object.fromEntries(names.map((name) => [name, one.getAttribute(name)])),
      Object.keys(tag),
    )
  const told = () => page.evaluate(() => (window as unknown as { told: [string, string][] }).told)
  await screen.idle()
  const heard = [['arrived', '/']]
  expect(await told()).toEqual(heard)
  await board.evaluate((one) => {
    const own = one as HTMLElement & { locale: string; theme: string; view: string }
    own.locale = 'fr'
    own.theme = 'dark'
    own.view = '/roadmap'
  })
  await page.locator('parvis-board .root[lang="fr"]').waitFor()
  await page.locator('parvis-board .root[style*="color-scheme: dark"]').waitFor()
  await screen.idle()
  await board.evaluate((one, path) => one.setAttribute('view', path), `/t/${number}`)
  await page.getByRole('heading', { name: title, level: 2 }).waitFor()
  expect(await kept()).toEqual(tag)
  // Where one is now, and nothing else: nobody has gone anywhere by a choice of theirs.
  heard.push(['arrived', '/roadmap'], ['arrived', `/t/${number}`])
  await eventually(told).toEqual(heard)
  // Whether a token holds is known only once the server has looked at it.
  const signOn = (token: string | null) =>
    board.evaluate((one, token) => Object.assign(one, { ssoToken: token }), token)
  await signOn('no token at all')
  screen.expect(/401/, /\[parvis\] sso-token/)
  await screen.idle()
  expect(await told()).toEqual(heard)
  await signOn(site.token({ sub: 'ben', name: 'Ben' }))
  heard.push(['signed-in', 'Ben'])
  await eventually(told).toEqual(heard)
  await signOn(null)
  heard.push(['signed-out', ''])
  await eventually(told).toEqual(heard)
  expect(await kept()).toEqual(tag)
  await board.evaluate((one) => one.setAttribute('hidden', ''))
  expect(await board.isVisible()).toBe(false)
})

test('what could not be done is said beside what has the focus, and never on top of it', async () => {
  const number = await site.idea(anna, { title: 'A stand that folds', body: 'Under the frame.' })
  for (const text of ['One', 'Two', 'Three']) await site.reply(anna, number, text)
  const screen = await stage.widget(
    site,
    { as: { sub: 'ben', name: 'Ben' }, path: `/t/${number}` },
    { viewport: { width: 320, height: 500 } },
  )
  screen.expect(/ERR_FAILED/, /\[parvis\]/)
  const { page } = screen
  await page.route(/\/replies$/, (route) => route.abort())
  await page.getByRole('textbox', { name: 'Your reply' }).fill('It is lost.')
  const send = page.getByRole('button', { name: 'Reply', exact: true }).last()
  // It is the lowest that is seen, where the line comes.
  await send.evaluate((button) => button.scrollIntoView({ block: 'end' }))
  await send.focus()
  await page.keyboard.press('Enter')
  const notice = page.getByRole('alert').locator('.notice')
  await notice.waitFor()
  const covered = () =>
    page.evaluate(() => {
      let at = document.activeElement
      const line = at!.shadowRoot!.querySelector('.notice')!
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement
      const [over, under] = [line.getBoundingClientRect(), at!.getBoundingClientRect()]
      return !line.contains(at) && under.bottom > over.top && under.top < over.bottom
    })
  await eventually(covered).toBe(false)
  // Nor where the focus comes to lie there.
  for (const key of ['Shift+Tab', 'Shift+Tab', 'Tab', 'Tab']) {
    await page.evaluate(() => scrollTo(0, 0))
    await page.keyboard.press(key)
    await eventually(covered).toBe(false)
  }
})
