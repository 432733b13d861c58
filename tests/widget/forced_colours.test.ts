import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openStage, type Stage } from '../support/browser.ts'
import { views, widgetWords } from '../support/widget_views.ts'

// In colours of the system's choice no ground of ours is left: edges and words say what was said by colour.

const stage: Stage = await openStage()
const community = await stage.furnished()
const words = await widgetWords('en')

const edged = '.btn:not(.ghost), .input, .field, .box, .vote, .chip, .chips, .pill, .official, .badge, dialog'

/** Of what has an edge to be known by, how much there is, and what shows none on the ground of the system. */
const edges = (page: Page): Promise<{ seen: number; bare: string[] }> =>
  page.evaluate((edged) => {
    const within = (root: ShadowRoot): Element[] =>
      [...root.querySelectorAll('*')].flatMap((one) => [
        one,
        ...(one.shadowRoot ? within(one.shadowRoot) : []),
      ])
    const root = document.querySelector('parvis-board')!.shadowRoot!
    const probe = root.appendChild(document.createElement('i'))
    probe.style.cssText = 'forced-color-adjust: none; color: Canvas'
    const ground = getComputedStyle(probe).color
    probe.remove()
    const all = within(root).filter((one) => one.matches(edged) && one.checkVisibility())
    const bare = all.filter((one) => {
      const { borderTopWidth, borderTopStyle, borderTopColor } = getComputedStyle(one)
      const drawn = Number.parseFloat(borderTopWidth) >= 1 && borderTopStyle === 'solid'
      return !drawn || borderTopColor === ground || /^rgba.*, 0\)$/.test(borderTopColor)
    })
    return { seen: all.length, bare: bare.map((one) => `${one.localName}.${one.className}`) }
  }, edged)

async function shown(name: string) {
  const view = views.find((one) => one.name === name)!
  stage.clock.move(20)
  const screen = await stage.widget(community.site, {
    as: view.as && { sub: view.as },
    path: view.path(community),
  })
  await view.act?.(screen.page, words)
  await screen.idle()
  await screen.page.emulateMedia({ forcedColors: 'active' })
  return screen
}

const style = (page: Page, what: string, property: string, part = '') =>
  page
    .locator(what)
    .first()
    .evaluate((one, [property, part]) => getComputedStyle(one, part).getPropertyValue(property!), [
      property,
      part,
    ] as const)

test.each([
  ['the board of a member', 8],
  ['a thread', 4],
  ['a new idea, with what is alike, and what is missing', 6],
  ['one’s settings', 8],
  ['what goes and what stays when one is erased', 3],
  ['the sign-in', 3],
] as const)('wid-B31: on %s one sees where buttons, fields and marks end', async (name, least) => {
  const { page } = await shown(name)
  const { seen, bare } = await edges(page)
  expect(bare).toEqual([])
  expect(seen).toBeGreaterThanOrEqual(least)
})

test('wid-B31: a reaction that is one’s own, what is unread, and a button that waits look like it', async () => {
  await community.site.put(`posts/${community.reported}/reactions/like`, undefined, community.ben)
  await community.site.put(`posts/${community.reported}/reactions/love`, undefined, community.anna)
  const report = await shown('the report of a post')
  report.expect(/ERR_FAILED/)
  await report.page.locator('.chip[aria-pressed="true"]').first().waitFor()
  const ink = (pressed: boolean) => style(report.page, `.chip[aria-pressed="${pressed}"]`, 'color')
  expect(await ink(true)).not.toBe(await ink(false))
  const held = Promise.withResolvers<() => Promise<void>>()
  await report.page.route(/\/reports$/, (route) => held.resolve(() => route.abort()))
  await report.page.getByRole('radio').first().check()
  const send = 'parvis-report .btn.pri'
  const before = await style(report.page, send, 'color')
  await report.page.locator(send).click()
  const release = await held.promise
  await report.page.locator(`${send}[aria-disabled="true"]`).waitFor()
  expect(await style(report.page, send, 'color')).not.toBe(before)
  expect(await style(report.page, send, 'opacity')).toBe('1')
  await release()

  const { page } = await shown('one’s notifications')
  expect(await style(page, '.told .un', 'border-top-width', '::after')).toBe('4px')
})
