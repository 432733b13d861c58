import { beforeAll, expect, test } from 'vitest'
import thread from '../../widget/translations/en/thread.ts'
import { openStage, type Stage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import { idea, ideaAndQuestion, ideaOpened } from '../support/idea_and_question.ts'
import { signedOn } from '../support/kept_session.ts'
import { focused } from '../support/keyboard.ts'
import type { TestSite } from '../support/world.ts'

// What is the page's own stays with the page: a dialog that the widget stands in, and a field that has the focus.

let stage: Stage
let site: TestSite

beforeAll(async () => {
  stage = await openStage()
  site = await ideaAndQuestion(stage)
  await site.reply(await site.member('Anna', { sub: 'anna' }), 1, 'On Fridays at least.')
})

test.each([
  ['the menu of a post', /^More about/],
  ['the choice of reactions', new RegExp(`^${thread.reactions.add('').slice(0, 5)}`)],
])('wid-A11: Escape closes %s, and not the dialog of the page that the widget stands in', async (_, name) => {
  const screen = await stage.widget(site, {
    as: { sub: 'anna', name: 'Anna' },
    body: (tag) => `<dialog style="width: 900px" id="theirs">${tag}</dialog>`,
    csp: '',
    path: '/t/1',
    script: `addEventListener('DOMContentLoaded', () => document.querySelector('#theirs').showModal())`,
  })
  const { page } = screen
  await signedOn(page, 'Anna')
  await screen.idle()
  const open = () => page.locator('#theirs').evaluate((dialog: HTMLDialogElement) => dialog.open)
  const button = page.getByRole('button', { name }).first()
  await button.click()
  await eventually(() => button.getAttribute('aria-expanded')).toBe('true')
  await page.keyboard.press('Escape')
  await eventually(() => button.getAttribute('aria-expanded')).toBe('false')
  expect(await open()).toBe(true)
  // With nothing left to close in the widget, Escape is the page's.
  await page.keyboard.press('Escape')
  await eventually(open).toBe(false)
})

test.each([
  ['stays in a field of the page', true],
  ['returns to what was followed where it was in the widget', false],
])('wid-B15: where the page’s router leads back, the focus %s', async (_, theirs) => {
  const screen = await stage.widget(site, {
    tag: { view: '/' },
    body: (tag) => `<input type="search" aria-label="Search everything">${tag}`,
    script: `addEventListener('parvis-navigate', (event) => {
      event.preventDefault()
      event.target.view = event.detail.path
    })`,
  })
  const { page } = screen
  await screen.idle()
  await idea(page).click()
  await ideaOpened(page).waitFor()
  await eventually(async () => (await focused(page)).name).toMatch(/^Rounds that end/)
  if (theirs) await page.getByRole('searchbox', { name: 'Search everything' }).fill('bell')
  await page.evaluate(async () => {
    const board = document.querySelector('parvis-board')!
    const arrived = new Promise((done) => board.addEventListener('parvis-arrived', done))
    board.view = '/'
    await arrived
    // The focus is given back in the frame after that.
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame)
  })
  const { tag, name } = await focused(page)
  expect([tag, name]).toEqual(theirs ? ['input', 'Search everything'] : ['a', 'Rounds that end at the depot'])
})
