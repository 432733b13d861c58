import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import acts from '../../widget/translations/en/acts.ts'
import { openStage, type Stage } from '../support/browser.ts'
import { bundle } from '../support/bundle.ts'
import { held } from '../support/held.ts'
import { idea, ideaAndQuestion, question, questionOpened } from '../support/idea_and_question.ts'
import type { TestSite } from '../support/world.ts'

// The attributes of the tag, in every order, and at whatever moment they come.

let stage: Stage
let site: TestSite

beforeAll(async () => {
  stage = await openStage()
  site = await ideaAndQuestion(stage)
})

type Attributes = [name: string, value: string][]

/** The same attributes: as they are documented, the other way round, and with the required one in their midst. */
function orders(): Attributes[] {
  const [first, ...rest] = Object.entries({
    site: site.slug,
    'sso-token': site.token({ sub: 'ben', name: 'Ben' }),
    locale: 'fr',
    theme: 'dark',
    board: 'help',
    name: 'forum',
  })
  return [
    [first!, ...rest],
    [...rest.toReversed(), first!],
    [...rest.slice(3), first!, ...rest.slice(0, 3)],
  ]
}

/** Opens such a page, and asks whether it is the one board that the attributes speak of, read once. */
async function shows(embedding: { head?: string; body: string; script?: string }) {
  const screen = await stage.widget(site, embedding)
  const { page } = screen
  await question(page).waitFor()
  await page.locator('parvis-board .root[lang="fr"][style*="color-scheme: dark"]').waitFor()
  await page.getByRole('link', { name: 'Mon compte, Ben' }).waitFor()
  await screen.idle()
  expect(screen.asked().filter((one) => one.startsWith('GET opening'))).toEqual(['GET opening?board=help'])
  expect(await page.locator('parvis-board section').count()).toBe(1)
  await question(page).click()
  await questionOpened(page).waitFor()
  expect([...new URL(page.url()).searchParams.keys()], 'its name holds too').toEqual(['parvis-forum'])
  expect(await stage.strike()).toEqual([])
}

const written = (attributes: Attributes) =>
  `<parvis-board ${attributes.map(([name, value]) => `${name}="${value}"`).join(' ')}></parvis-board>`

test('wid-C01: attributes may be written in any order, before the script and after it', async () => {
  const [plain, reversed, mixed] = orders().map(written)
  for (const body of [plain, reversed]) await shows({ body: body! })
  for (const body of [reversed, mixed]) await shows({ head: '', body: body + stage.script })
})

test('wid-C01: attributes may be set one by one on a tag that stands there already, in any order', async () => {
  for (const [between, order] of [
    ['', orders()[0]!],
    ['await null', orders()[1]!],
    ['await new Promise((done) => setTimeout(done))', orders()[2]!],
  ] as const)
    await shows({
      body: '<h1>A company</h1>',
      script: `addEventListener('DOMContentLoaded', async () => {
        await customElements.whenDefined('parvis-board')
        const board = document.body.appendChild(document.createElement('parvis-board'))
        for (const [name, value] of ${JSON.stringify(order)}) {
          board.setAttribute(name, value)
          ${between}
        }
      })`,
    })
})

/** A page with a tag without attributes, which are given to it by hand, and on a slow day not all within its second. */
async function bare(slowly = true) {
  const screen = await stage.screen()
  const { page } = screen
  if (slowly) screen.expect(/The attribute site is missing/)
  await page.goto(stage.embed(site, { body: '<parvis-board></parvis-board>' }))
  return page
}

const give = (page: Page, name: string, value: string) =>
  page
    .locator('parvis-board')
    .evaluate((board, given) => board.setAttribute(...given), [name, value] as const)

test('wid-C01: a language that is set while the first view is read is the one spoken, in all its words', async () => {
  const page = await bare()
  const opening = held(page, /\/opening\?/)
  for (const [name, value] of orders()[0]!.filter(([name]) => name !== 'locale'))
    await give(page, name, value)
  const read = await opening
  await give(page, 'locale', 'fr')
  await read.continue()
  await question(page).waitFor()
  await page.locator('parvis-board .root[lang="fr"]').waitFor()
  await page.getByRole('link', { name: 'Mon compte, Ben' }).waitFor()
})

test('wid-C01: of two languages set one after the other the later is spoken, whichever words come first', async () => {
  const { page } = await stage.widget(site, { tag: { 'sso-token': site.token({ sub: 'ben', name: 'Ben' }) } })
  await page.getByRole('link', { name: 'My account, Ben' }).waitFor()
  const words = held(page, /core-fr/)
  await give(page, 'locale', 'fr')
  const slow = await words
  await give(page, 'locale', 'de')
  await page.getByRole('link', { name: 'Mein Konto, Ben' }).waitFor()
  const came = page.waitForResponse(/core-fr/)
  await slow.continue()
  await (await came).finished()
  await page.locator('parvis-board').evaluate(() => new Promise((done) => setTimeout(done, 100)))
  await page.locator('parvis-board .root[lang="de"]').waitFor()
  expect(await page.getByRole('link', { name: 'Mein Konto, Ben' }).count()).toBe(1)
})

test('wid-C01: a tag to which nobody gives its site says so, a moment later and only until it has one', async () => {
  const page = await bare(false)
  await page.locator('parvis-board [aria-busy]').waitFor()
  const said = page.getByText('[parvis] The attribute site is missing.')
  await said.waitFor()
  await give(page, 'site', site.slug)
  await idea(page).waitFor()
  expect(await said.count()).toBe(0)
  expect(await stage.strike()).toEqual([expect.stringContaining('The attribute site is missing')])
})

test('wid-C01: a framework may set them after it has put the tag in', async () => {
  stage.host.file('/late.js', 'text/javascript', await bundle('./late_host.ts'))
  const attributes = JSON.stringify(orders()[1]).replaceAll('"', '&quot;')
  await shows({
    body: `<div id="app" data-attributes="${attributes}"></div><script type="module" src="/late.js"></script>`,
  })
})

test('wid-C01: another board, given when one is shown already, takes its place', async () => {
  const { page } = await stage.widget(site)
  await idea(page).waitFor()
  await page.locator('parvis-board').evaluate((board) => board.setAttribute('board', 'help'))
  await question(page).waitFor()
  expect(await idea(page).count()).toBe(0)
})

test('wid-C01: a tag that begins with a board which is not there, or not open to who reads, says so until it is', async () => {
  const { page } = await stage.widget(site, { tag: { board: 'nowhere' } })
  const said = page.getByRole('alert').filter({ hasText: acts.unknownBoard })
  await said.waitFor()
  await page.locator('parvis-board').evaluate((board) => board.setAttribute('board', 'help'))
  await question(page).waitFor()
  await said.waitFor({ state: 'detached' })
})
