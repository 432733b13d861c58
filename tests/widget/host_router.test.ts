import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { openStage, type Stage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import { idea, ideaAndQuestion, ideaOpened, question } from '../support/idea_and_question.ts'
import type { TestSite } from '../support/world.ts'

// A page whose own router takes its links: steps of the history that no `popstate` tells of.

let stage: Stage
let site: TestSite

beforeAll(async () => {
  stage = await openStage()
  site = await ideaAndQuestion(stage)
})

const step = ({ page }: { page: Page }, act: 'pushState' | 'replaceState', address: string) =>
  page.evaluate(([act, address]) => history[act as 'pushState'](null, '', address), [act, address] as const)

test('wid-C10: a link of the page that its own router takes leads to its place, and back from it', async () => {
  const screen = await stage.widget(site)
  await idea(screen.page).click()
  await ideaOpened(screen.page).waitFor()
  await step(screen, 'pushState', '?parvis=/b/help')
  await question(screen.page).waitFor()
  await step(screen, 'pushState', location(screen).pathname)
  await idea(screen.page).waitFor()
  await screen.page.goBack()
  await question(screen.page).waitFor()
  await screen.page.goBack()
  await ideaOpened(screen.page).waitFor()
})

test('wid-C10: so it is in the hash, by the name of the widget; the address of another is none of its business', async () => {
  const screen = await stage.widget(site, { tag: { address: 'hash', name: 'forum' } })
  await idea(screen.page).waitFor()
  await step(screen, 'pushState', '#parvis=/b/help')
  await step(screen, 'pushState', '#parvis-forum=/t/1')
  await ideaOpened(screen.page).waitFor()
})

test('wid-C08: an address that the page rewrites, and a step to another of its pages, leave what is read alone', async () => {
  const screen = await stage.widget(site, { path: '/t/1', tag: { live: 'off' } })
  await ideaOpened(screen.page).waitFor()
  await screen.idle()
  const before = screen.asked().length
  // As a script does that takes campaign names out of the address.
  await step(screen, 'replaceState', location(screen).pathname)
  await step(screen, 'pushState', '/pricing?parvis=/b/help')
  await screen.idle()
  expect(await ideaOpened(screen.page).isVisible()).toBe(true)
  expect(screen.asked().slice(before)).toEqual([])
})

test('wid-C10: where `view` decides, the address is not looked at', async () => {
  const screen = await stage.widget(site, { tag: { view: '/t/1' } })
  await ideaOpened(screen.page).waitFor()
  await step(screen, 'pushState', '?parvis=/b/help')
  await screen.idle()
  expect(await ideaOpened(screen.page).isVisible()).toBe(true)
})

test('wid-C16: a `view` that a framework gives as undefined is none: it opens, and its place is that of the address', async () => {
  const script = `addEventListener('DOMContentLoaded', async () => {
    await customElements.whenDefined('parvis-board')
    document.body.append(Object.assign(document.createElement('parvis-board'), { site: '${site.slug}', view: undefined }))
  })`
  const screen = await stage.widget(site, { body: '<h1>A company</h1>', script })
  await idea(screen.page).click()
  await ideaOpened(screen.page).waitFor()
  await eventually(() => location(screen).search).toContain('parvis=/t/1')
  await screen.page.goBack()
  await idea(screen.page).waitFor()
  const view = (path: string | undefined) =>
    screen.page.locator('parvis-board').evaluate((board, path) => Object.assign(board, { view: path }), path)
  await view('/t/1')
  await ideaOpened(screen.page).waitFor()
  await view(undefined)
  await idea(screen.page).waitFor()
})

test('wid-C08: back on a page of the host that it has not drawn yet, its scroll stays where the browser put it', async () => {
  const screen = await stage.screen()
  const { page } = screen
  const css = 'p { height: 600px } body { min-height: 4000px }'
  await page.goto(stage.embed(site, { body: '<p>Of the company</p>', css }))
  const scrolled = (top?: number) =>
    page.evaluate(async (top) => {
      const frame = () => new Promise((drawn) => requestAnimationFrame(drawn))
      if (top !== undefined) scrollTo(0, top)
      for (let turn = 0; turn < 3; turn++) await frame()
      return scrollY
    }, top)
  await scrolled(150)
  await step(screen, 'pushState', '/community?parvis=/t/1')
  await page.evaluate((slug) => {
    document.body.append(Object.assign(document.createElement('parvis-board'), { site: slug }))
  }, site.slug)
  await ideaOpened(screen.page).waitFor()
  await page.locator('parvis-board a[data-back]').click()
  await idea(screen.page).waitFor()
  await scrolled(500)
  await idea(screen.page).click()
  await ideaOpened(screen.page).waitFor()
  await page.goBack()
  await idea(screen.page).waitFor()
  // The premise: on its own page it returns.
  await eventually(() => scrolled()).toBe(500)
  await page.goBack()
  await ideaOpened(screen.page).waitFor()
  await scrolled(0)
  await page.goBack()
  await idea(screen.page).waitFor()
  await screen.idle()
  expect(await scrolled()).toBe(150)
})

function location({ page }: { page: Page }): URL {
  return new URL(page.url())
}
