import { beforeAll, expect, test } from 'vitest'
import words from '../../widget/translations/en/thread.ts'
import { openStage, type Stage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import { focused, tabTo } from '../support/keyboard.ts'
import type { Person, TestSite } from '../support/world.ts'

// What people say of a post without words: by keyboard, as a visitor, and where it is refused.

let stage: Stage
let site: TestSite
let anna: Person

beforeAll(async () => {
  stage = await openStage()
  site = await stage.site()
  anna = await site.member('Anna', { sub: 'anna' })
})

const { names, add, given, on } = words.reactions

test('a reaction is given and taken back by keyboard, and read by others and by the team', async () => {
  const number = await site.idea(anna)
  const reply = await site.reply(await site.member('Cleo'), number, 'Same with us.')
  const { page } = await stage.widget(site, { path: `/t/${number}`, as: { sub: 'ben', name: 'Ben' } })
  const below = page.locator(`[id="post-${reply}"]`)
  await below.waitFor()
  await tabTo(page, add('Cleo'))
  await page.keyboard.press('Enter')
  await eventually(async () => (await focused(page)).name).toContain(names.like)
  await page.keyboard.press('ArrowRight')
  await eventually(async () => (await focused(page)).name).toContain(names.love)
  await page.keyboard.press('Escape')
  await eventually(async () => (await focused(page)).name).toBe(add('Cleo'))
  await page.keyboard.press('Enter')
  await page.keyboard.press('End')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Enter')
  const chip = below.getByRole('button', { name: `${given(names.think, 1)}, ${on('Cleo')}`, exact: true })
  await chip.waitFor()
  expect(await chip.getAttribute('aria-pressed')).toBe('true')
  await page
    .getByRole('status')
    .filter({ hasText: words.reactions.gave(names.think) })
    .waitFor({ state: 'attached' })
  const inStory = async () => (await site.get(`threads/${number}`)).body.story.items[0].reactions
  await eventually(inStory).toEqual({ think: 1 })

  await site.put(`posts/${reply}/reactions/love`, undefined, anna)
  await page.reload()
  const love = below.getByRole('button', { name: `${given(names.love, 1)}, ${on('Cleo')}`, exact: true })
  await love.waitFor()
  expect(await love.getAttribute('aria-pressed')).toBe('false')
  await eventually(() => chip.getAttribute('aria-pressed')).toBe('true')
  await chip.click()
  await chip.waitFor({ state: 'detached' })
  await eventually(inStory).toEqual({ love: 1 })

  const admin = await stage.admin(site, await site.staff('moderator'), { path: `feedback/${number}` })
  await admin.page.getByRole('list', { name: 'Reactions' }).getByText(names.love).waitFor()
  const written = await (await fetch(`${stage.url}s/${site.slug}/t/${number}`)).text()
  expect(written).toContain(names.love)
})

test('a visitor signs in first, and then it goes through; what is refused is undone and said', async () => {
  const number = await site.idea(anna, { title: 'Of no use to visitors' })
  const post = (await site.get(`threads/${number}`)).body.post
  await site.put(`posts/${post}/reactions/like`, undefined, anna)
  const screen = await stage.widget(site, { path: `/t/${number}` })
  const { page } = screen
  const chip = (times: number) =>
    page.getByRole('button', { name: `${given(names.like, times)}, ${on('Anna')}`, exact: true })
  await chip(1).click()
  await page.getByRole('dialog').waitFor()
  const token = site.token({ sub: 'vera', name: 'Vera' })
  await page.locator('parvis-board').evaluate((board, token) => board.setAttribute('sso-token', token), token)
  await chip(2).waitFor()
  expect(await chip(2).getAttribute('aria-pressed')).toBe('true')

  screen.expect(/ERR_FAILED|Failed to load/)
  await page.route('**/reactions/like', (route) => route.abort())
  await chip(2).click()
  await page.getByRole('alert').filter({ visible: true }).first().waitFor()
  await chip(2).waitFor()
  expect(await chip(2).getAttribute('aria-pressed')).toBe('true')
  await page.unroute('**/reactions/like')
  await chip(2).click()
  await chip(1).waitFor()
})
