import type { Page } from 'playwright-core'
import { beforeEach, expect, test } from 'vitest'
import { adminWords } from '../support/admin_views.ts'
import { openStage, type Stage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import { focused } from '../support/keyboard.ts'
import type { Person, TestSite } from '../support/world.ts'

// The lists of the settings are put in order by drag and by keys, and what is shown is what is kept.

let stage: Stage
let site: TestSite
let owner: Person

beforeEach(async () => {
  stage = await openStage()
  site = await stage.site()
  owner = await site.staff('owner')
})

const { settings } = adminWords.en
const shown = (page: Page) =>
  page
    .locator('settings-list li')
    .evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset.slug!))
const kept = async (list: string): Promise<string[]> =>
  (await site.get(list, owner)).body.items.map(({ slug }: { slug: string }) => slug)

async function open(list: string, width = 1280) {
  const screen = await stage.admin(site, owner, {
    path: `settings/${list}`,
    viewport: { width, height: 800 },
  })
  await screen.page.locator('settings-list li').first().waitFor()
  return screen
}

test.each(['boards', 'tags', 'statuses', 'stages'])(
  '%s are dragged to the end, and stay there',
  async (list) => {
    if (list === 'tags')
      for (const name of ['Maps', 'Money', 'Riders'])
        await site.post('tags', { slug: name.toLowerCase(), name }, owner)
    const { page } = await open(list)
    const [first, ...others] = await shown(page)
    const from = (await page.locator('.grip').first().boundingBox())!
    const last = (await page.locator('settings-list li').last().boundingBox())!
    const to = last.y + last.height - 3
    await page.mouse.move(from.x + 8, from.y + 8)
    await page.mouse.down()
    await page.mouse.move(from.x + 8, from.y + 30, { steps: 4 })
    await eventually(async () => {
      for (const away of [30, 0]) await page.mouse.move(from.x + 8, to - away, { steps: 4 })
      return shown(page)
    }).toEqual(expect.arrayContaining([...others, first]))
    await page.mouse.up()
    await eventually(() => shown(page)).toEqual([...others, first])
    await eventually(() => kept(list)).toEqual([...others, first])
  },
)

test('steps that follow each other fast are kept as they are shown, though the first arrives late', async () => {
  const { page } = await open('stages')
  const before = await shown(page)
  const last = before.at(-1)!
  let sent = 0
  const { promise: allPressed, resolve: release } = Promise.withResolvers<void>()
  await page.route('**/stages/order', async (route) => {
    if (++sent === 1) await allPressed
    await route.continue()
  })
  const name = await page.locator('settings-list li .medium').last().innerText()
  const up = settings.moveUp(name)
  await page.getByRole('button', { name: up, exact: true }).focus()
  for (let at = before.length - 1; at > 1; at--) {
    await page.keyboard.press('Enter')
    await eventually(() => shown(page).then((all) => all.indexOf(last))).toBe(at - 1)
    await eventually(async () => (await focused(page)).name).toBe(up)
  }
  await page.keyboard.press('Enter')
  const after = [last, ...before.slice(0, -1)]
  await eventually(() => shown(page)).toEqual(after)
  await eventually(async () => (await focused(page)).name).toBe(settings.moveDown(name))
  const first = page.waitForResponse('**/stages/order')
  release()
  await first
  await eventually(async () => [await shown(page), await kept('stages')]).toEqual([after, after])
  expect(sent).toBe(2)
})

test('an order that is refused is not shown any longer', async () => {
  const screen = await open('statuses')
  screen.expect(/ERR_FAILED/)
  const { page } = screen
  const before = await shown(page)
  await page.route('**/statuses/order', (route) => route.abort())
  await page.locator('[data-step=down]').first().click()
  await page.getByRole('alert').filter({ visible: true }).first().waitFor()
  await eventually(() => shown(page)).toEqual(before)
})

test('what a board holds and who reads it is told whole on a phone', async () => {
  const board = {
    slug: 'early',
    name: 'Early access',
    kinds: ['idea', 'question', 'discussion', 'announcement'],
    visibility: 'members',
  }
  expect((await site.post('boards', board, owner)).status).toBe(201)
  const { page } = await open('boards', 360)
  const about = page.locator('[data-slug=early] .others')
  expect(await about.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0)
  expect(await about.innerText()).toMatch(/0 threads$/)
})
