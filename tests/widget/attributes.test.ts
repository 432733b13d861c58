import { beforeAll, expect, test } from 'vitest'
import { openStage, type Stage } from '../support/browser.ts'
import { bundle } from '../support/bundle.ts'
import type { TestSite } from '../support/world.ts'

// The attributes of the tag, in every order, and at whatever moment they come.

let stage: Stage
let site: TestSite

beforeAll(async () => {
  stage = await openStage()
  site = await stage.site()
  const anna = await site.member('Anna', { sub: 'anna' })
  await site.idea(anna, { title: 'Rounds that end at the depot' })
  await site.idea(anna, { board: 'help', kind: 'question', title: 'How do I split a round?' })
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
  await page.getByRole('link', { name: 'How do I split a round?' }).waitFor()
  await page.locator('parvis-board .root[lang="fr"][style*="color-scheme: dark"]').waitFor()
  await page.getByRole('link', { name: 'Mon compte, Ben' }).waitFor()
  await screen.idle()
  expect(screen.asked().filter((one) => one.startsWith('GET opening'))).toEqual(['GET opening?board=help'])
  expect(await page.locator('parvis-board section').count()).toBe(1)
  await page.getByRole('link', { name: 'How do I split a round?' }).click()
  await page.getByRole('heading', { name: 'How do I split a round?', level: 2 }).waitFor()
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

test('wid-C01: a framework may set them after it has put the tag in', async () => {
  stage.host.file('/late.js', 'text/javascript', await bundle('./late_host.ts'))
  const attributes = JSON.stringify(orders()[1]).replaceAll('"', '&quot;')
  await shows({
    body: `<div id="app" data-attributes="${attributes}"></div><script type="module" src="/late.js"></script>`,
  })
})

test('wid-C01: another board, given when one is shown already, takes its place', async () => {
  const { page } = await stage.widget(site)
  await page.getByRole('link', { name: 'Rounds that end at the depot' }).waitFor()
  await page.locator('parvis-board').evaluate((board) => board.setAttribute('board', 'help'))
  await page.getByRole('link', { name: 'How do I split a round?' }).waitFor()
  expect(await page.getByRole('link', { name: 'Rounds that end at the depot' }).count()).toBe(0)
})

test('wid-C01: a tag that begins with a board which is not there, or not open to who reads, says so until it is', async () => {
  const { page } = await stage.widget(site, { tag: { board: 'nowhere' } })
  const said = page.getByRole('alert').filter({ hasText: 'This is not here, or it is not open to you.' })
  await said.waitFor()
  await page.locator('parvis-board').evaluate((board) => board.setAttribute('board', 'help'))
  await page.getByRole('link', { name: 'How do I split a round?' }).waitFor()
  await said.waitFor({ state: 'detached' })
})
