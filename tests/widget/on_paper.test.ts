import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { overflow } from '../support/axe.ts'
import { openStage, type Stage } from '../support/browser.ts'
import { inside } from '../support/inside.ts'
import { widgetWords } from '../support/widget_views.ts'
import type { TestSite } from '../support/world.ts'

// What comes out of a printer: all that one reads on the screen, and nothing that waits for a click.

let stage: Stage
let site: TestSite
let idea: number
const words = await widgetWords('en')
const code = `const rounds = [${Array.from({ length: 30 }, (_, at) => `'Round ${at}'`).join(', ')}]`
const source = 'https://kurier.example/rounds?month=5'

beforeAll(async () => {
  stage = await openStage()
  site = await stage.site()
  const anna = await site.member('Anna', { sub: 'anna' })
  const ben = await site.member('Ben', { sub: 'ben' })
  const product = await site.staff('product', 'Paul')
  const body = `On Fridays, @Ben, as [the list](${source}) says.\n\n\`\`\`\n${code}\n\`\`\``
  idea = await site.idea(anna, { title: 'Rounds that end at the depot', body })
  const other = await site.idea(ben, {
    title: 'Rounds that finish at home',
    body: 'A word of it. '.repeat(30),
  })
  const reply = await site.reply(ben, idea, 'We have the same.')
  await site.reply(anna, idea, 'With three depots?', { parent: reply })
  await site.reply(product, idea, 'We are looking at it.', { official: true })
  await site.put(`posts/${reply}/reactions/like`, undefined, anna)
  const item = { title: 'Rounds with an end', stage: 'exploring', threads: [idea, other] }
  const made = await site.post('roadmap/items', item, product)
  await site.put(`roadmap/items/${made.body.number}/publication`, undefined, product)
})

/** A page of a dark host on paper, as wide as a sheet of it. */
async function printed(path: string) {
  const screen = await stage.widget(
    site,
    {
      as: { sub: 'anna', name: 'Anna' },
      path,
      css: 'html { background: #16181c; color: #e7e9ec; color-scheme: dark }',
    },
    { viewport: { width: 720, height: 1000 } },
  )
  const { page } = screen
  await screen.idle()
  await page.locator('parvis-board .root[style*="color-scheme: dark"]').waitFor()
  await page.emulateMedia({ media: 'print' })
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  const ground = await page.locator('.root').evaluate((one) => getComputedStyle(one).backgroundColor)
  expect(ground).toBe('rgb(255, 255, 255)')
  const shots = process.env.PARVIS_SHOTS
  if (shots) await page.pdf({ path: `${shots}/paper${path.replaceAll('/', '-')}.pdf` })
  if (shots) await page.screenshot({ path: `${shots}/paper${path.replaceAll('/', '-')}.png`, fullPage: true })
  return page
}

/** What can be pressed or filled in. A vote, a reaction and that a post was edited say something by themselves. */
const controls = async (page: Page) =>
  (await inside(page, 'button, input, select, textarea, [role=toolbar], a.btn, .me a, .crumb'))
    .filter(({ attributes }) => !/^(vote|chip|edited)\b/.test(attributes.class ?? ''))
    .map(({ tag, name, attributes }) => `${tag}.${attributes.class}: ${name}`)

const black = (page: Page, what: string) =>
  page
    .locator(what)
    .first()
    .evaluate((one) => getComputedStyle(one).color)

test('wid-B32: a thread is printed with all that was said, in black, whole, and with where its links lead', async () => {
  const page = await printed(`/t/${idea}`)
  for (const text of ['We have the same.', 'With three depots?', 'We are looking at it.'])
    expect(await page.getByText(text).first().isVisible(), text).toBe(true)
  expect(
    await page.getByRole('heading', { name: 'Rounds that end at the depot', level: 2 }).isVisible(),
  ).toBe(true)
  expect(await page.locator('header .pill').innerText()).toMatch(/\w/)
  expect((await inside(page, '.chip')).length, 'a reaction').toBe(1)
  expect(await controls(page)).toEqual([])
  expect(await black(page, 'parvis-thread .prose')).toBe('rgb(0, 0, 0)')
  const link = page.locator('.prose').getByRole('link', { name: 'the list' })
  const after = await link.evaluate((one) => getComputedStyle(one, '::after').content)
  expect(after.replace(/"\s*"/g, '')).toBe(`" (${source})"`)
  const block = page.locator('.prose pre')
  expect(await block.innerText()).toContain('Round 29')
  expect(await block.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0)
})

test('wid-B32: a list is printed with its titles, figures and whole beginnings, under the name of its board', async () => {
  const page = await printed('/')
  expect((await inside(page, 'h3 a')).map((one) => one.text).sort()).toEqual([
    'Rounds that end at the depot',
    'Rounds that finish at home',
  ])
  expect((await inside(page, '.tabs a')).map((one) => one.attributes['aria-current'])).toEqual(['page'])
  expect((await inside(page, '.vote')).length).toBe(2)
  expect(await controls(page)).toEqual([])
  expect(await black(page, 'parvis-threads h3 a')).toBe('rgb(0, 0, 0)')
  const cut = await page
    .locator('.ex')
    .evaluateAll((all) =>
      all.filter((one) => one.scrollWidth > one.clientWidth || one.scrollHeight > one.clientHeight + 2),
    )
  expect(cut).toHaveLength(0)
})

test('wid-B32: the roadmap is printed with the ideas that stand folded up on the screen', async () => {
  const page = await printed('/roadmap')
  const folded = page.locator('details li').first()
  const seen = () => folded.evaluate((one) => one.checkVisibility({ contentVisibilityAuto: true }))
  expect(await seen()).toBe(true)
  expect(await folded.innerText()).toContain('Rounds that')
  expect(await controls(page)).toEqual([])
  await page.emulateMedia({ media: 'screen' })
  expect(await seen(), 'the premise: it is folded up').toBe(false)
  expect(await page.getByText(words.roadmap.ideas(2)).isVisible()).toBe(true)
})
