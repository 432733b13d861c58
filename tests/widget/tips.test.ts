import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import compose from '../../widget/translations/en/compose.ts'
import { openStage, type Stage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import { inside } from '../support/inside.ts'
import { focused, tabTo } from '../support/keyboard.ts'
import { around } from '../support/stops.ts'
import { tipBox, tipShown } from '../support/tips.ts'
import { views, widgetWords } from '../support/widget_views.ts'

// What a sign means is shown beside it, to a pointer and to a keyboard, and goes when one wants it gone (WCAG 1.4.13).

const stage: Stage = await openStage()
const community = await stage.furnished()
const { acts, thread } = await widgetWords('en')

async function shown(name: string, width = 1280, tag: Record<string, string> = {}) {
  const view = views.find((one) => one.name === name)!
  stage.clock.move(20)
  const embedding = { as: view.as && { sub: view.as }, path: view.path(community), tag }
  const screen = await stage.widget(community.site, embedding, { viewport: { width, height: 900 } })
  await view.act?.(screen.page, await widgetWords('en'))
  await screen.settled()
  await screen.idle()
  return screen
}

/** What has the focus, and the tip that is there once the key that brought it is let go. */
const here = async (page: Page) => [(await focused(page)).name, await tipShown(page)]

/** Longer than a tip needs to come, or to go. */
const aWhile = (page: Page) => page.evaluate(() => new Promise((done) => setTimeout(done, 700)))

const away = (page: Page) => page.mouse.move(2, 2, { steps: 4 })

test('wid-A15, wid-B10: Tab brings up the name of a sign, and Escape takes it away without moving the focus', async () => {
  const { page } = await shown('the board of a member')
  const bell = /^Notifications/
  await tabTo(page, bell)
  const [name, tip] = await here(page)
  expect(tip).toBe(name)
  await page.keyboard.press('Escape')
  expect(await here(page)).toEqual([name, undefined])
  await page.keyboard.press('Tab')
  const [account, other] = await here(page)
  expect(account).toContain(acts.account)
  expect(other).toBe(account)
  await page.keyboard.press('Shift+Tab')
  expect(await here(page), 'it is back once one comes back').toEqual([name, name])
  await page.keyboard.press('Shift+Tab')
  expect(await tipShown(page), 'what has its name written on it has no tip').toBeUndefined()
})

test('wid-A15, wid-B10: a pointer that rests on a sign sees its name and may come onto it; Escape and leaving take it away', async () => {
  const { page } = await shown('a thread')
  const add = page.locator('parvis-reactions .add').last()
  const name = await add.getAttribute('aria-label')
  await add.hover()
  await eventually(() => tipShown(page)).toBe(name)
  const box = (await tipBox(page))!
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 5 })
  await aWhile(page)
  expect(await tipShown(page), 'it stays for as long as it is pointed at').toBe(name)
  await away(page)
  await eventually(() => tipShown(page)).toBeUndefined()
  await add.hover()
  await eventually(() => tipShown(page)).toBe(name)
  await page.keyboard.press('Escape')
  expect(await tipShown(page)).toBeUndefined()
  await page.mouse.move(box.x + 3, box.y + box.height + 8)
  await aWhile(page)
  expect(await tipShown(page), 'not again before it was left').toBeUndefined()
})

test('wid-A15: what was pressed has said enough, and a finger brings no tip', async () => {
  const { page } = await shown('a thread')
  const add = page.locator('parvis-reactions .add').first()
  await add.hover()
  await eventually(() => tipShown(page)).toBe(await add.getAttribute('aria-label'))
  await add.click()
  await aWhile(page)
  expect(await tipShown(page)).toBeUndefined()
  await page.keyboard.press('Tab')
  const [heart] = await here(page)
  expect(await tipShown(page), 'the choice that opened names its signs').toBe(heart)
  await away(page)
  await add.dispatchEvent('pointermove', { pointerType: 'touch', bubbles: true, composed: true })
  await aWhile(page)
  expect(await tipShown(page)).toBe(heart)
})

test('wid-A15, wid-B10: in a dialog Escape takes a tip first and closes the dialog next, and a tip is within reach of the pointer', async () => {
  const { page } = await shown('the report of a post')
  const dialog = page.getByRole('dialog')
  await tabTo(page, thread.report.close)
  expect(await tipShown(page)).toBe(thread.report.close)
  const { x, y, width, height } = (await tipBox(page))!
  const onIt = await page.evaluate(
    ([x, y]) => {
      let at = document.elementFromPoint(x!, y!)
      while (at?.shadowRoot?.elementFromPoint(x!, y!) && at.shadowRoot.elementFromPoint(x!, y!) !== at)
        at = at.shadowRoot.elementFromPoint(x!, y!)
      return at?.textContent
    },
    [x + width / 2, y + height / 2],
  )
  expect(onIt).toBe(thread.report.close)
  await page.keyboard.press('Escape')
  expect(await tipShown(page)).toBeUndefined()
  await dialog.waitFor()
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
})

test('wid-A15: tools say their keys too, and no tip leaves the window at 320 px', async () => {
  const { page } = await shown('a thread of one’s own, being edited', 320)
  await tabTo(page, compose.bold)
  const seen: string[] = []
  for (let tool = 0; tool < 9; tool++) {
    seen.push(String(await tipShown(page)))
    const { x, width, y } = (await tipBox(page))!
    expect(x).toBeGreaterThanOrEqual(0)
    expect(x + width).toBeLessThanOrEqual(320)
    expect(y).toBeGreaterThanOrEqual(0)
    await page.keyboard.press('ArrowRight')
  }
  expect(seen[0]).toBe(`${compose.bold} (${compose.withControl('B')})`)
  expect(new Set(seen).size).toBeGreaterThan(6)
})

// What opens below a button closes where Tab leaves it, so that one does not come around; its signs are met above.
const screens = views.filter(({ name }) => !/^(what can be done with|the choice of)/.test(name))

test.each(screens.map(({ name }) => name))(
  'wid-A15, wid-B10: on the screen “%s” no name is in a tip of the browser, and each sign shows its own',
  async (name) => {
    const { page } = await shown(name)
    // Times say the full date there, as A17 asks; nobody can press them.
    expect((await inside(page, '[title]:not(time)')).map((one) => one.name)).toEqual([])
    const dialog = (await inside(page, 'dialog')).length > 0
    const signs = (await inside(page, ':is(a, button):is(.ico, [data-tip]):not([tabindex="-1"])')).filter(
      ({ above }) => !dialog || above.includes('dialog'),
    )
    const met = new Set<string>()
    await around(page, async () => {
      const [name, tip] = await here(page)
      if (tip === undefined) return
      met.add(name!)
      // The name of a choice also says how often it was made, and the tip of a tool its key.
      expect(name!.startsWith(tip) || tip.startsWith(name!), `${tip} for ${name}`).toBe(true)
    })
    // What is drawn, a figure or initials, stands before the name in the text.
    const unmet = signs.filter((sign) => ![...met].some((name) => sign.name.endsWith(name)))
    expect(unmet.map((one) => one.name)).toEqual([])
  },
)
