import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import words from '../../widget/translations/en/new.ts'
import { openStage, type Stage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import type { Screen } from '../support/screen.ts'
import type { Person, TestSite } from '../support/world.ts'

// What was chosen for a new thread, and went away while it was written: it is said, and the text is posted all the same.

let stage: Stage
let site: TestSite
let owner: Person

beforeAll(async () => {
  stage = await openStage()
  site = await stage.site()
  owner = await site.staff('owner')
})

const idea = words.kinds.idea
const post = (page: Page, name = idea.send) => page.getByRole('button', { name, exact: true }).click()
const posted = (page: Page) => page.getByRole('heading', { name: 'Bells at noon', level: 2 }).waitFor()
const text = (page: Page) => page.locator('#text').inputValue()

async function done(act: Promise<{ status: number; text: string }>): Promise<void> {
  const { status, text } = await act
  expect(status, text).toBeLessThan(300)
}

/** Somebody who has written a thread for a board, and not posted it. */
async function writing(board: string, kind?: string): Promise<Screen> {
  const screen = await stage.widget(site, { path: `/new?board=${board}`, as: { sub: 'lea', name: 'Lea' } })
  const { page } = screen
  if (kind) await page.getByRole('combobox', { name: words.kind }).selectOption(kind)
  await page.locator('#titled').fill('Bells at noon')
  await page.locator('#text').fill('Twice would do.')
  await page.getByText('Draft saved on this device').waitFor()
  return screen
}

async function told(page: Page, why: string): Promise<void> {
  await page.getByRole('alert').filter({ hasText: why }).waitFor()
  expect(await page.getByText('failed on our side').count()).toBe(0)
  expect(await text(page)).toBe('Twice would do.')
}

test('a tag that is gone is taken out and named, at once and after a reload, and the rest is posted', async () => {
  for (const [slug, name] of [
    ['bells', 'Bells'],
    ['noon', 'Noon'],
  ])
    await done(site.post('tags', { slug, name }, owner))
  const screen = await writing('ideas')
  const { page } = screen
  screen.expect(/422/)
  const choose = page.getByRole('combobox', { name: words.addTag })
  await choose.selectOption('bells')
  await choose.selectOption('noon')
  await done(site.delete('tags/bells', owner))
  await post(page)
  await told(page, words.tagsGone(['Bells']))
  await eventually(() => page.locator('.chip').allInnerTexts()).toEqual(['Noon'])
  expect(await choose.locator('option[value=bells]').count()).toBe(0)
  await done(site.delete('tags/noon', owner))
  await page.reload()
  await told(page, words.tagsGone(['noon']))
  expect(await page.locator('.chip').count()).toBe(0)
  await post(page)
  await posted(page)
})

test('a board that is gone is named, another one is chosen, and the text is posted there', async () => {
  await done(
    site.post('boards', { slug: 'pilot', name: 'Pilot', kinds: ['idea'], visibility: 'public' }, owner),
  )
  const screen = await writing('pilot')
  const { page } = screen
  screen.expect(/422/)
  await done(site.delete('boards/pilot', owner))
  await post(page)
  await told(page, words.boardGone('Pilot'))
  const board = page.getByRole('combobox', { name: words.board })
  await eventually(() => board.evaluate((one) => one.matches(':focus'))).toBe(true)
  expect(await board.getByRole('option', { name: 'Pilot' }).count()).toBe(0)
  await board.selectOption('ideas')
  expect(await page.getByText(words.boardGone('Pilot')).count()).toBe(0)
  await post(page)
  await posted(page)
})

test('a kind that a board no longer takes is named, and the text is posted as what it takes', async () => {
  const wish = { slug: 'talk', name: 'Talk', kinds: ['discussion', 'question'], visibility: 'public' }
  await done(site.post('boards', wish, owner))
  const screen = await writing('talk', 'discussion')
  const { page } = screen
  screen.expect(/422/)
  await done(site.patch('boards/talk', { kinds: ['question'] }, owner, 1))
  await post(page, words.kinds.discussion.send)
  await told(page, words.kindGone('Discussion', 'Talk'))
  await post(page, words.kinds.question.send)
  await posted(page)
})
