import { beforeAll, expect, test } from 'vitest'
import { openStage, type Stage } from '../support/browser.ts'
import { idea, ideaAndQuestion, ideaOpened, question } from '../support/idea_and_question.ts'
import type { TestSite } from '../support/world.ts'

// Pages whose own address is not what their links are resolved against, or that have none.

let stage: Stage
let site: TestSite

beforeAll(async () => {
  stage = await openStage()
  site = await ideaAndQuestion(stage)
})

test.each([{}, { address: 'hash' }])(
  'wid-C16: in a frame whose page is written into the tag (`srcdoc`) one goes from place to place (%o)',
  async (tag) => {
    const inner = `<!doctype html>${stage.script}${stage.tag(site, tag as Record<string, string>)}`
    const body = `<iframe sandbox="allow-scripts allow-same-origin allow-forms" width="900" height="800"
      srcdoc="${inner.replaceAll('"', '&quot;')}"></iframe>`
    const screen = await stage.screen()
    screen.expect(/can escape its sandboxing/)
    await screen.page.goto(stage.embed(site, { csp: '', head: '', body }))
    const frame = screen.page.frameLocator('iframe').locator('body')
    await idea(frame).click()
    await ideaOpened(frame).waitFor()
    await frame.getByRole('link', { name: 'Ideas' }).filter({ visible: true }).first().click()
    await idea(frame).waitFor()
    await frame.getByRole('link', { name: /^Help/ }).first().click()
    await question(frame).waitFor()
  },
)

test('wid-C08: a page whose links start elsewhere (`base`) keeps its own address for those of the widget', async () => {
  const screen = await stage.widget(site, {
    csp: '',
    head: `<base href="https://cdn.example.com/">${stage.script}`,
  })
  const { page } = screen
  const { origin, pathname } = new URL(page.url())
  const href = await idea(page).evaluate((link: HTMLAnchorElement) => link.href)
  expect(href).toMatch(new RegExp(`^${origin}${pathname}\\?parvis=/t/1-`))
  await idea(page).click()
  await ideaOpened(page).waitFor()
  expect(page.url()).toBe(href)
  await page.goBack()
  await idea(page).waitFor()
  expect(page.url()).toBe(origin + pathname)
  await page.goto(href)
  await ideaOpened(page).waitFor()
})
