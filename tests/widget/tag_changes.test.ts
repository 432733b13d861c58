import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { openStage, type Stage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import { idea, ideaAndQuestion, ideaOpened, question } from '../support/idea_and_question.ts'
import { widgetWords } from '../support/widget_views.ts'
import type { TestSite } from '../support/world.ts'

// What the page changes of its tag, and of its language, once the widget is there.

const { acts } = await widgetWords('en')

let stage: Stage
let site: TestSite

beforeAll(async () => {
  stage = await openStage()
  site = await ideaAndQuestion(stage)
})

const set = (page: Page, name: string, value: string | null) =>
  page.locator('parvis-board').evaluate(
    (board, [name, value]) => {
      if (value === null) board.removeAttribute(name)
      else board.setAttribute(name, value)
    },
    [name, value] as const,
  )
const root = (page: Page, how: string) => page.locator(`parvis-board .root${how}`).waitFor()
const language = (page: Page, lang: string) =>
  page.evaluate((lang) => document.documentElement.setAttribute('lang', lang), lang)

test('wid-C09: the direction that is set later holds, and the one that is taken away no more', async () => {
  const { page } = await stage.widget(site)
  await root(page, '[dir=ltr]')
  await set(page, 'dir', 'rtl')
  await root(page, '[dir=rtl]')
  await set(page, 'dir', null)
  await root(page, '[dir=ltr]')
})

test('wid-C19: a page that changes its language is followed, also one that does while the tag is out of it', async () => {
  const screen = await stage.widget(site)
  const { page } = screen
  await root(page, '[lang=en]')
  await screen.idle()
  await language(page, 'fr')
  await root(page, '[lang=fr]')
  await page.getByRole('button', { name: 'Se connecter' }).waitFor()
  await page.evaluate(() => {
    const board = document.querySelector('parvis-board')!
    board.remove()
    document.documentElement.lang = 'de'
    document.body.append(board)
  })
  await root(page, '[lang=de]')
  await language(page, 'nl')
  // It speaks no Dutch; the browser's language is next.
  await root(page, '[lang=en]')
})

test('wid-C19: but not where the tag says which language is spoken, or the reader has chosen one', async () => {
  const { page } = await stage.widget(site, { tag: { locale: 'en' }, as: { sub: 'lea', name: 'Lea' } })
  await language(page, 'fr')
  await set(page, 'dir', 'rtl')
  await root(page, '[dir=rtl][lang=en]')
  await set(page, 'locale', null)
  await root(page, '[lang=fr]')
  await page.getByRole('link', { name: /, Lea$/ }).click()
  await page.locator('#language').selectOption('de')
  await root(page, '[lang=de]')
  await language(page, 'en')
  await set(page, 'dir', null)
  await root(page, '[dir=ltr][lang=de]')
})

test('wid-B13: what is live ends where the tag says so, with its button, and begins where it says so no more', async () => {
  const open = async () => {
    const text = await (await fetch(`${stage.url}metrics`)).text()
    return Number(/^parvis_live_streams (\d+)$/m.exec(text)![1])
  }
  await stage.strike()
  await eventually(open).toBe(0)
  const { page } = await stage.widget(site)
  const button = page.getByRole('button', { name: acts.live.pause })
  await button.waitFor()
  await eventually(open).toBe(1)
  await set(page, 'live', 'off')
  await button.waitFor({ state: 'detached' })
  await eventually(open).toBe(0)
  await set(page, 'live', null)
  await button.waitFor()
  await eventually(open).toBe(1)
})

test('where `view` is taken away the address decides again', async () => {
  const { page } = await stage.widget(site, { path: '/b/help', tag: { view: '/t/1' } })
  await ideaOpened(page).waitFor()
  await set(page, 'view', null)
  await question(page).waitFor()
  await page.getByRole('link', { name: 'Ideas' }).filter({ visible: true }).first().click()
  await idea(page).waitFor()
  expect(new URL(page.url()).search).toBe('')
  await page.goBack()
  await question(page).waitFor()
})
