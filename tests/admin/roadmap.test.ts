import type { Page } from 'playwright-core'
import { beforeEach, expect, test } from 'vitest'
import { adminWords, dialog } from '../support/admin_views.ts'
import { openStage, type Stage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import { focused, tabTo } from '../support/keyboard.ts'
import { item, orderIn, publish } from '../support/steps.ts'
import type { Person, TestSite } from '../support/world.ts'

// What is moved on the board by dragging is moved by clicks alone and by keys alone as well.

let stage: Stage
let site: TestSite
let pia: Person
let a: number
let b: number
let c: number

beforeEach(async () => {
  stage = await openStage()
  site = await stage.site()
  pia = await site.staff('product', 'Pia Kunz')
  a = await item(site, pia, { title: 'Range' })
  b = await item(site, pia, { title: 'Winter tyres' })
  c = await item(site, pia, { title: 'Depots' })
})

const { roadmap } = adminWords.en
const order = (lane: string) => orderIn(site, pia, lane)
const lane = (page: Page, slug: string) => page.locator(`.lane[data-stage=${slug}]`)
const shown = (page: Page, slug: string) => lane(page, slug).locator('.cover').allInnerTexts()

async function board() {
  const { page } = await stage.admin(site, pia, { path: 'roadmap' })
  await eventually(() => shown(page, 'consideration')).toEqual(['Range', 'Winter tyres', 'Depots'])
  return page
}

/** One choice of a card's menu, by single clicks. */
async function choose(page: Page, title: string, choice: string) {
  await page.getByRole('button', { name: roadmap.itemMenu(title), exact: true }).click()
  await page.getByRole('button', { name: choice, exact: true }).filter({ visible: true }).click()
}

test('wid-B20: a card is dragged to another lane, and there by clicks alone, each place of a lane too', async () => {
  const page = await board()
  const from = (await page.locator(`[data-number="${a}"]`).boundingBox())!
  const to = (await lane(page, 'planned').boundingBox())!
  await page.mouse.move(from.x + 20, from.y + 50)
  await page.mouse.down()
  await page.mouse.move(from.x + 40, from.y + 60, { steps: 4 })
  await page.locator('.lifted').waitFor()
  // The card follows the mouse a few times a second, so it is moved on until the lane has taken it up.
  await eventually(async () => {
    for (const way of [0, 6]) await page.mouse.move(to.x + 60 + way, to.y + 40 + way, { steps: 3 })
    return lane(page, 'planned').locator('.card').count()
  }).toBe(1)
  await page.mouse.up()
  await eventually(() => order('planned')).toEqual([a])
  await eventually(() => shown(page, 'planned')).toEqual(['Range'])

  await choose(page, 'Range', roadmap.moveTo)
  await dialog(page)
    .getByRole('button', { name: /consideration/i })
    .click()
  await eventually(() => order('consideration')).toEqual([b, c, a])
  await dialog(page).waitFor({ state: 'detached' })

  await choose(page, 'Range', roadmap.moveUp)
  await eventually(() => order('consideration')).toEqual([b, a, c])
  await eventually(() => shown(page, 'consideration')).toEqual(['Winter tyres', 'Range', 'Depots'])
  await eventually(async () => (await focused(page)).name).toBe(roadmap.itemMenu('Range'))
  await choose(page, 'Winter tyres', roadmap.moveDown)
  await eventually(() => order('consideration')).toEqual([a, b, c])
  await eventually(() => shown(page, 'consideration')).toEqual(['Range', 'Winter tyres', 'Depots'])

  await page.getByRole('button', { name: roadmap.itemMenu('Range'), exact: true }).click()
  await page.getByRole('button', { name: roadmap.moveDown }).filter({ visible: true }).waitFor()
  expect(await page.getByRole('button', { name: roadmap.moveUp }).filter({ visible: true }).count()).toBe(0)
})

test('wid-B20: a card is dragged to another lane by a finger that rests on it first', async () => {
  const page = await board()
  const touches = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x = 0, y = 0) =>
    touches.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y }] })
  const from = (await page.locator(`[data-number="${a}"]`).boundingBox())!
  const to = (await lane(page, 'planned').boundingBox())!
  await touch('touchStart', from.x + 20, from.y + 50)
  await page.locator('.chosen, .lifted, .sortable-chosen').first().waitFor()
  await eventually(async () => {
    for (const way of [0, 6, 12]) await touch('touchMove', to.x + 60 + way, to.y + 40 + way)
    return lane(page, 'planned').locator('.card').count()
  }).toBe(1)
  await touch('touchEnd')
  await eventually(() => order('planned')).toEqual([a])
  await eventually(() => shown(page, 'planned')).toEqual(['Range'])
})

test('wid-B20: a card is carried by keys alone, put down elsewhere or back, and each step is said', async () => {
  const page = await board()
  const lanes = await page
    .locator('.lane')
    .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.stage!))
  const next = lanes[lanes.indexOf('consideration') + 1]
  const said = () => page.locator('admin-foot [role=status]').innerText()
  await tabTo(page, 'Range')
  await page.keyboard.press('Space')
  await eventually(said).toMatch(/“Range” picked up: .*, place 1 of 3/)
  await page.keyboard.press('ArrowDown')
  await eventually(said).toMatch(/“Range”: .*, place 2 of 3/)
  expect(await order('consideration')).toEqual([a, b, c])
  await page.keyboard.press('Escape')
  await eventually(said).toBe(roadmap.putBack('Range'))
  expect(await shown(page, 'consideration')).toEqual(['Range', 'Winter tyres', 'Depots'])

  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowRight')
  await eventually(said).toMatch(/“Range”: .*, place 1 of 1/)
  await page.keyboard.press('Space')
  await eventually(() => order(next!)).toEqual([a])
  expect(await order('consideration')).toEqual([b, c])
  expect((await focused(page)).name).toBe('Range')
})

test('all of where a card may move is in the window, with what its voters will read', async () => {
  await publish(site, pia, c)
  const { page } = await stage.admin(site, pia, { path: 'roadmap', viewport: { width: 1280, height: 560 } })
  await page.locator(`[data-number="${c}"] .cover`).focus()
  await page.keyboard.press('v')
  const note = page.locator('move-menu .note')
  await note.waitFor()
  for (let step = 0; step < 4; step++) {
    const box = (await dialog(page).boundingBox())!
    const text = (await note.boundingBox())!
    expect(text.y + text.height).toBeLessThanOrEqual(box.y + box.height)
    expect(box.y + box.height).toBeLessThanOrEqual(560)
    await page.keyboard.press('ArrowDown')
  }
})

test('whom a publication tells is said before it, the authors included', async () => {
  const [anna, ben] = [await site.member('Anna'), await site.member('Ben')]
  const idea = await site.idea(anna)
  await site.delete(`threads/${idea}/vote`, anna)
  await site.put(`threads/${idea}/vote`, undefined, ben)
  await site.put(`roadmap/items/${a}/ideas/${idea}`, undefined, pia)
  const page = await board()
  await choose(page, 'Range', roadmap.publish)
  await page.getByText(adminWords.en.acts.statusTold(2, 1)).waitFor()
  await page.getByText('1 idea shows a link to it and follows its stage from now on.').waitFor()
  const answer = page.waitForResponse('**/publication')
  await page.locator('publish-dialog').getByRole('button', { name: roadmap.publishAct }).click()
  expect((await (await answer).json()).told).toBe(2)
  await dialog(page).waitFor({ state: 'detached' })
  await choose(page, 'Depots', roadmap.publish)
  await page.getByText(roadmap.publishNobody).waitFor()
})
