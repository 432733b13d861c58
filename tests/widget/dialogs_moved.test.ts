import type { Page } from 'playwright-core'
import { beforeEach, expect, test } from 'vitest'
import { openStage, type Stage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import { signedOn } from '../support/kept_session.ts'
import { focused, tabTo } from '../support/keyboard.ts'
import { widgetWords } from '../support/widget_views.ts'
import type { TestSite } from '../support/world.ts'

// A dialog that is open while the page moves the tag, or takes it out and puts it back.

const { signIn, thread, me } = await widgetWords('en')

let stage: Stage
let site: TestSite
let number: number
let reply: string

beforeEach(async () => {
  stage = await openStage()
  site = await stage.site()
  const ben = await site.member('Ben', { sub: 'ben', email: 'ben@kurier.example' })
  number = await site.idea(await site.member('Anna', { sub: 'anna' }), { title: 'Rounds that end' })
  reply = await site.reply(ben, number, 'We lose an hour.')
  await site.patch(`replies/${reply}`, { body: 'We lose two hours.' }, ben, 1)
})

interface Case {
  path: string
  visitor?: boolean
  /** Presses what opens it. */
  open(page: Page): Promise<unknown>
  /** A field in it that one types in, and what has the focus once it is closed. */
  field?: string
  opener: RegExp
}

const press = async (page: Page, name: string) => {
  await tabTo(page, name)
  await page.keyboard.press('Enter')
}
const menu = async (page: Page, choice: string) => {
  const post = page.locator(`[id="post-${reply}"]`)
  await post.getByRole('button', { name: thread.more('Ben') }).click()
  await post.getByRole('button', { name: choice, exact: true }).filter({ visible: true }).click()
}

const cases: Record<string, Case> = {
  'the sign-in': {
    path: '/',
    visitor: true,
    open: (page) => press(page, 'Sign in'),
    field: signIn.email,
    opener: /^Sign in$/,
  },
  'the question before something is deleted': {
    path: '',
    open: (page) => menu(page, thread.remove),
    opener: /^More about/,
  },
  'a report': {
    path: '',
    open: (page) => page.getByRole('button', { name: thread.reportIt, exact: true }).first().click(),
    field: thread.report.note,
    opener: new RegExp(thread.reportIt),
  },
  'the history of a post': {
    path: '',
    open: (page) => page.getByRole('button', { name: /^Edited on / }).click(),
    opener: /^Edited on/,
  },
  'the erasure of an account': {
    path: '/me/settings',
    open: (page) => page.getByRole('button', { name: me.data.erase }).click(),
    opener: new RegExp(me.data.erase),
  },
}

const ways = {
  moved: 'another.append(board)',
  'taken out and put back': 'board.remove(); await moment(); another.append(board)',
}

const all = Object.keys(cases).flatMap((what) => Object.keys(ways).map((way) => [what, way] as const))

test.each(all)('wid-A04, wid-C06: %s stays modal where its tag is %s', async (what, way) => {
  const { path, visitor, open, field, opener } = cases[what]!
  const screen = await stage.widget(site, {
    csp: '',
    path: path || `/t/${number}`,
    ...(!visitor && { as: { sub: 'ben', name: 'Ben', email: 'ben@kurier.example' } }),
  })
  const { page } = screen
  if (!visitor) await signedOn(page, 'Ben')
  await screen.idle()
  await open(page)
  const dialog = page.locator('parvis-board dialog[open]')
  await dialog.waitFor()
  const text = field ? page.getByRole('textbox', { name: field }) : undefined
  await text?.fill('ben@kurier')
  const before = await focused(page)
  await page.evaluate(`(async () => {
    const board = document.querySelector('parvis-board')
    const another = document.body.appendChild(document.createElement('aside'))
    const moment = () => new Promise((done) => setTimeout(done))
    ${ways[way as keyof typeof ways]}
  })()`)
  await page.locator('aside parvis-board').waitFor()
  await eventually(() => dialog.evaluate((one) => one.matches(':modal'))).toBe(true)
  expect(await focused(page)).toEqual(before)
  if (text) {
    expect(await text.inputValue()).toBe('ben@kurier')
    await page.keyboard.press('End')
    await page.keyboard.type('.example')
    expect(await text.inputValue()).toBe('ben@kurier.example')
  }
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  expect((await focused(page)).name).toMatch(opener)
})
