import { beforeAll, expect, test } from 'vitest'
import { thread as words } from '../../admin/translations/en/thread.ts'
import { openStage, type Stage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import type { Person, TestSite } from '../support/world.ts'

// What the team does with the answers to a question, and how it reads what was edited.

let stage: Stage
let site: TestSite
let paula: Person
let lea: Person

beforeAll(async () => {
  stage = await openStage()
  site = await stage.site()
  paula = await site.staff('product', 'Paula Reinholt')
  lea = await site.member('Lea')
})

test('an answer is accepted, stands first, and is taken back; its edits are shown', async () => {
  const number = await site.idea(lea, { board: 'help', kind: 'question', title: 'How do I split a round?' })
  const reply = await site.reply(lea, number, 'Hold the stop.')
  await site.patch(`replies/${reply}`, { body: 'Hold the stop, then choose “Split”.' }, lea, 1)
  const { page } = await stage.admin(site, paula, { path: `feedback/${number}` })
  const choose = async (label: string) => {
    await page
      .locator('.story')
      .getByRole('button', { name: words.postMenu('Lea') })
      .click()
    await page.locator('.story').getByRole('button', { name: label, exact: true }).click()
  }
  await choose(words.accept)
  const answer = page.getByRole('region', { name: words.accepted })
  await answer.getByText('Hold the stop').waitFor()
  expect((await site.get(`threads/${number}`)).body.acceptedReply.id).toBe(reply)
  await page
    .locator('.story')
    .getByRole('button', { name: /^Edited on/ })
    .click()
  const dialog = page.getByRole('dialog', { name: words.history.title })
  await eventually(() => page.locator('history-dialog ins').allInnerTexts()).toEqual([
    expect.stringContaining('then choose “Split”'),
  ])
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'hidden' })
  await choose(words.unaccept)
  await answer.waitFor({ state: 'hidden' })
  expect((await site.get(`threads/${number}`)).body.accepted).toBe(false)
})
