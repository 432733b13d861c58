import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { overflow } from '../support/axe.ts'
import { openStage, type Stage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import { misfits } from '../support/fits.ts'
import { outOfReach } from '../support/reach.ts'
import { views, widgetWords } from '../support/widget_views.ts'
import type { TestSite } from '../support/world.ts'

// On the narrowest phones, in the languages whose words are longer: each word has a place of its own.

let stage: Stage
let site: TestSite

beforeAll(async () => {
  stage = await openStage()
  site = await stage.site()
})

const on = (locale: string, path: string) =>
  stage.widget(
    site,
    { as: { sub: 'kim', name: 'Kim' }, path, tag: { locale }, css: 'body { margin: 16px }' },
    { viewport: { width: 320, height: 800 } },
  )
const boxes = (page: Page, selector: string) =>
  page
    .locator(selector)
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON() as DOMRect))

test('what marks a thread in a list is not printed over another mark', async () => {
  const { acts, core } = await widgetWords('de')
  const number = await site.idea(await site.member('Lea'), { title: 'A lamp for the way home' })
  const { page } = await on('de', `/t/${number}`)
  await page.getByRole('heading', { name: 'A lamp for the way home' }).waitFor()
  const kim = await site.member('Kim', { sub: 'kim' })
  const visits = async () => (await site.get(`me/overlay?threads=${number}`, kim)).body.visits
  await eventually(visits).toMatchObject([{ thread: number, fresh: false }])
  const team = await site.staff('owner')
  const answer = { body: 'It comes in May.', official: true }
  expect((await site.post(`threads/${number}/replies`, answer, team)).status).toBe(201)
  const { page: list } = await on('de', '/')
  await list.getByText(acts.newSince).waitFor()
  await list.getByText(core.official).waitFor()
  const [first, second] = await boxes(list, 'parvis-threads .row .off')
  expect(second!.top).toBeGreaterThanOrEqual(first!.bottom)
})

test('the search keeps room for words beside a way to post with a long name', async () => {
  const { core } = await widgetWords('fr')
  const { page } = await on('fr', '/b/help')
  await page.getByRole('link', { name: core.create.question }).first().waitFor()
  const [field] = await boxes(page, 'parvis-threads input[type=search]')
  expect(field!.width).toBeGreaterThan(80)
})

test('below a text that answers a reply, it can be read that the draft is kept', async () => {
  const { thread } = await widgetWords('de')
  const lea = await site.member('Lea')
  const number = await site.idea(lea, { title: 'Hooks at the door' })
  const reply = await site.reply(lea, number, 'Two would do.')
  const { page } = await on('de', `/t/${number}`)
  const post = page.locator(`[id="post-${reply}"]`)
  await post.getByRole('button', { name: thread.replyTo(lea.name, 2) }).click()
  await post.getByRole('textbox').fill('Three.')
  const hint = post.getByText(thread.compose.draftKept('').replace(/, $/, ''))
  await hint.waitFor()
  const { width } = (await hint.boundingBox())!
  expect(width).toBeGreaterThan(120)
})

test('the tools of an editor stay within it where it is narrowest', async () => {
  const { thread } = await widgetWords('de')
  const kim = await site.member('Kim', { sub: 'kim' })
  const number = await site.idea(kim, { title: 'A bell with two tones' })
  const parent = await site.reply(kim, number, 'One is enough.')
  const nested = await site.reply(kim, number, 'Or three.', { parent })
  const { page } = await on('de', `/t/${number}`)
  const post = page.locator(`[id="post-${nested}"]`)
  await post.getByRole('button', { name: thread.more('Kim', 3) }).click()
  await post.getByRole('button', { name: thread.edit, exact: true }).click()
  await post.getByRole('textbox').waitFor()
  const [box] = await boxes(page, '.edit .box')
  const tools = await boxes(page, '.edit .tools button')
  const [bar] = await boxes(page, '.edit .tools')
  expect(tools.length).toBeGreaterThan(5)
  expect(bar!.right).toBeLessThanOrEqual(box!.right)
  expect(Math.min(...tools.map((tool) => tool.width))).toBeGreaterThanOrEqual(24)
})

const asking = [
  'the question before a reply is deleted',
  'the report of a post',
  'what goes and what stays when one is erased',
  'the question before one is erased',
]

test.each(['fr', 'de', 'en'] as const)(
  'what a dialog asks is answered on one line, in %s',
  async (locale) => {
    const community = await stage.furnished()
    const words = await widgetWords(locale)
    for (const { name, path, as, act } of views.filter((one) => asking.includes(one.name))) {
      const { page } = await stage.widget(
        community.site,
        { as: { sub: as! }, path: path(community), tag: { locale }, css: 'body { margin: 16px }' },
        { viewport: { width: 320, height: 800 } },
      )
      await act!(page, words)
      const buttons = await boxes(page, 'dialog[open] .row > button')
      expect(buttons.length, name).toBe(2)
      expect(new Set(buttons.map(({ top }) => top)).size, name).toBe(1)
      // Nor does one break within itself.
      expect(
        buttons.every(({ height }) => height < 48),
        name,
      ).toBe(true)
    }
  },
)

test.each(['fr', 'de', 'en'] as const)(
  'what a search finds, and how a post was edited, has room on the narrowest phones, in %s',
  async (locale) => {
    const community = await stage.furnished()
    for (const name of ['what a search finds', 'what is near to a search', 'how a post was edited']) {
      const { as, path, act } = views.find((one) => one.name === name)!
      const screen = await stage.widget(
        community.site,
        { as: as && { sub: as }, path: path(community), tag: { locale }, css: 'body { margin: 16px }' },
        { viewport: { width: 320, height: 800 } },
      )
      const { page } = screen
      await act?.(page, await widgetWords(locale))
      await screen.settled()
      expect([...(await misfits(page)), ...(await outOfReach(page))], name).toEqual([])
      expect(await overflow(page), name).toBeLessThanOrEqual(0)
    }
  },
)
