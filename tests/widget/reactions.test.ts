import { beforeAll, expect, test } from 'vitest'
import words from '../../widget/translations/en/thread.ts'
import { openStage, type Stage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import { held } from '../support/held.ts'
import { focused, tabTo } from '../support/keyboard.ts'
import { tipShown } from '../support/tips.ts'
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
  expect(await tipShown(page)).toBe(names.love)
  await page.keyboard.press('Escape')
  expect(await tipShown(page), 'first the tip goes').toBeUndefined()
  expect((await focused(page)).name).toContain(names.love)
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

test('each of two quick reactions shows what became of it, whichever answer comes last, and whatever it is', async () => {
  const cleo = await site.member('Cleo')
  const screen = await stage.widget(site, { path: '/', as: { sub: 'ben', name: 'Ben' } })
  const { page } = screen
  const ways = [
    { fails: false, shown: [names.like, names.love] },
    { fails: true, shown: [names.love] },
  ]
  screen.expect(/ERR_FAILED|Failed to load/)
  for (const { fails, shown } of ways) {
    const number = await site.idea(anna)
    const post = await site.reply(cleo, number, 'Same with us.')
    await page.goto(`${stage.embed(site, { as: { sub: 'ben', name: 'Ben' } })}?parvis=/t/${number}`)
    const below = page.locator(`[id="post-${post}"]`)
    const give = async (name: string) => {
      await below.getByRole('button', { name: add('Cleo') }).click()
      await below.getByRole('group').getByRole('button', { name }).click()
    }
    const pressed = () =>
      below
        .locator('.chip')
        .evaluateAll((all) =>
          all.map((one) => `${one.getAttribute('data-tip')} ${one.getAttribute('aria-pressed')}`),
        )
    const like = held(page, /reactions\/like$/)
    await below.waitFor()
    await give(names.like)
    const late = await like
    // It was answered before the other, and the answer is on its way for longer.
    const answer = fails ? undefined : await late.fetch()
    await give(names.love)
    const said = page.getByRole('status').filter({ hasText: words.reactions.gave(names.love) })
    await said.first().waitFor({ state: 'attached' })
    expect(await pressed()).toEqual([`${names.like} true`, `${names.love} true`])
    if (answer) {
      await late.fulfill({ response: answer })
      const both = page.getByRole('status').filter({ hasText: words.reactions.gave(names.like) })
      await both.first().waitFor({ state: 'attached' })
    } else {
      await late.abort()
      await page.getByRole('alert').filter({ visible: true }).first().waitFor()
    }
    await eventually(pressed).toEqual(shown.map((name) => `${name} true`))
    const { reactions } = (await site.get(`threads/${number}`)).body.story.items[0]
    expect(reactions).toEqual(fails ? { love: 1 } : { like: 1, love: 1 })
  }
})

test('a reaction that is given before it is known how one reacted otherwise stands beside that', async () => {
  const number = await site.idea(anna)
  const post = await site.reply(await site.member('Cleo'), number, 'Same with us.')
  const ben = await site.member('Ben', { sub: 'ben' })
  await site.put(`posts/${post}/reactions/like`, undefined, ben)
  const { page } = await stage.widget(site, { path: '/', as: { sub: 'ben', name: 'Ben' } })
  const { promise: later, resolve: answer } = Promise.withResolvers<void>()
  let asked = 0
  await page.route(/me\/overlay/, async (route) => {
    const response = await route.fetch()
    asked++
    await later
    await route.fulfill({ response })
  })
  await page.goto(`${stage.embed(site, { as: { sub: 'ben', name: 'Ben' } })}?parvis=/t/${number}`)
  const below = page.locator(`[id="post-${post}"]`)
  await eventually(() => asked).toBeGreaterThan(0)
  await below.getByRole('button', { name: add('Cleo') }).click()
  await below.getByRole('group').getByRole('button', { name: names.love }).click()
  const chip = (name: string) =>
    below.getByRole('button', { name: `${given(name, 1)}, ${on('Cleo')}`, exact: true })
  await page
    .getByRole('status')
    .filter({ hasText: words.reactions.gave(names.love) })
    .first()
    .waitFor({ state: 'attached' })
  answer()
  await eventually(() => chip(names.like).getAttribute('aria-pressed')).toBe('true')
  expect(await chip(names.love).getAttribute('aria-pressed')).toBe('true')
})
