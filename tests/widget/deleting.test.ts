import type { Page } from 'playwright-core'
import { beforeEach, describe, expect, test } from 'vitest'
import acts from '../../widget/translations/en/acts.ts'
import words from '../../widget/translations/en/thread.ts'
import { openStage, type Stage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import { focused, tabTo } from '../support/keyboard.ts'
import type { Screen } from '../support/screen.ts'
import type { Person, TestSite } from '../support/world.ts'

// A member takes a reply of their own away: asked first, told afterwards, and never left without a place.

let stage: Stage
let site: TestSite
let anna: Person
let ben: Person
let number: number

beforeEach(async () => {
  stage = await openStage()
  site = await stage.site()
  anna = await site.member('Anna', { sub: 'anna' })
  ben = await site.member('Ben', { sub: 'ben' })
  number = await site.idea(anna, { title: 'Rounds that end at the depot' })
})

const open = (as = 'ben'): Promise<Screen> =>
  stage.widget(site, { as: { sub: as, name: as === 'ben' ? 'Ben' : 'Anna' }, path: `/t/${number}` })
const story = (page: Page) => page.locator('.story > .item')
const post = (page: Page, id: string) => page.locator(`[id="post-${id}"]`)
const question = (page: Page) => page.getByRole('alertdialog', { name: words.removal.title })
const said = (page: Page) =>
  page.getByRole('status').filter({ hasText: words.removed }).waitFor({ state: 'attached' })
const repliesOf = async () => (await site.get(`threads/${number}/replies`)).body.items

/** Opens the menu of a post and chooses to delete it. */
async function choose(page: Page, id: string, name = 'Ben'): Promise<void> {
  await post(page, id)
    .getByRole('button', { name: new RegExp(`^More about the .*post of ${name}`) })
    .first()
    .click()
  await post(page, id)
    .getByRole('button', { name: words.remove, exact: true })
    .filter({ visible: true })
    .click()
  await question(page).waitFor()
}

const confirm = (page: Page) => question(page).getByRole('button', { name: words.removal.verb }).click()

describe('a reply of one’s own', () => {
  test('wid-B15: goes after a question that says what becomes of it, and the focus goes to the next reply', async () => {
    const mine = await site.reply(ben, number, 'I am not sure of this.')
    const next = await site.reply(anna, number, 'Every Friday.')
    const { page } = await open()
    await choose(page, mine)
    await page.getByText(words.removal.text).waitFor()
    expect(await repliesOf()).toHaveLength(2)
    await confirm(page)
    await said(page)
    await eventually(() => story(page).count()).toBe(1)
    expect(await page.getByText('I am not sure of this.').count()).toBe(0)
    expect(await post(page, next).evaluate((node) => node.matches(':focus'))).toBe(true)
    await page.getByRole('heading', { name: words.storyOnly(1).replace(/\s+/g, ' ') }).waitFor()
    expect((await repliesOf()).map(({ id }: { id: string }) => id)).toEqual([next])
  })

  test('keeps its place where others answered it, and looks the same when read again', async () => {
    const mine = await site.reply(ben, number, 'I am not sure of this.')
    await site.reply(anna, number, 'Why not?', { parent: mine })
    const { page } = await open()
    await choose(page, mine)
    await page.getByText(words.removal.answered).waitFor()
    await confirm(page)
    await said(page)
    await post(page, mine).getByText(words.gone).waitFor()
    expect(await post(page, mine).evaluate((node) => node.matches(':focus'))).toBe(true)
    const told = async () => (await story(page).allInnerTexts()).join('\n').replace(/\s+/g, ' ')
    const now = await told()
    expect(now).toContain('Why not?')
    expect(now).not.toContain('not sure')
    expect(now).not.toContain('Ben')
    await page.reload()
    await post(page, mine).waitFor()
    expect(await told()).toBe(now)
    expect(
      await post(page, mine)
        .getByRole('button', { name: words.replyTo('Ben') })
        .count(),
    ).toBe(0)
  })

  test('leaves those below it to be answered', async () => {
    const theirs = await site.reply(anna, number, 'Is it planned?')
    const below = await site.reply(anna, number, 'It is!', { parent: theirs })
    await site.delete(`replies/${theirs}`, anna)
    const { page } = await open()
    await post(page, below)
      .getByRole('button', { name: words.replyTo('Anna', 2) })
      .click()
    const field = page.getByRole('textbox', { name: words.replyingTo('Anna') })
    await field.fill('Good to know.')
    await page
      .locator(`[id="reply-${theirs}"]`)
      .getByRole('button', { name: words.reply, exact: true })
      .click()
    await post(page, theirs).getByText('Good to know.').waitFor()
    const [shown] = await repliesOf()
    expect(shown.replies).toHaveLength(2)
  })

  test('that was the last below a deleted one takes that place with it', async () => {
    const theirs = await site.reply(anna, number, 'Is it planned?')
    const mine = await site.reply(ben, number, 'I heard so.', { parent: theirs })
    await site.delete(`replies/${theirs}`, anna)
    const { page } = await open()
    await post(page, theirs).getByText(words.gone).waitFor()
    await choose(page, mine)
    await confirm(page)
    await said(page)
    await eventually(() => story(page).count()).toBe(0)
    await eventually(async () => (await focused(page)).name).toBe(words.noReplies)
    expect(await repliesOf()).toEqual([])
  })
})

describe('a thread of one’s own', () => {
  const { threadRemoval } = words
  const wholeQuestion = (page: Page) => page.getByRole('alertdialog', { name: threadRemoval.title })
  const press = async (page: Page) => {
    await page.locator('parvis-thread .foot').getByRole('button', { name: words.remove, exact: true }).click()
    await wholeQuestion(page).waitFor()
  }
  const agree = (page: Page) =>
    wholeQuestion(page).getByRole('button', { name: threadRemoval.verb, exact: true }).click()

  test('goes after a question, and its author is back in the list, where it is no more', async () => {
    const other = await site.idea(ben, { title: 'A lamp for the rear' })
    const { page } = await open('anna')
    await press(page)
    expect(await wholeQuestion(page).locator('#text').innerText()).toBe(threadRemoval.text)
    // What the list then says of itself comes soon after it.
    const heard = page
      .locator('parvis-board')
      .getByRole('status')
      .first()
      .evaluate(
        (status, wanted) =>
          new Promise<void>((done) => {
            const look = () => status.textContent?.includes(wanted) && done()
            new MutationObserver(look).observe(status, {
              childList: true,
              characterData: true,
              subtree: true,
            })
          }),
        words.threadRemoved,
      )
    await agree(page)
    await heard
    await page.getByRole('link', { name: 'A lamp for the rear' }).waitFor()
    await eventually(() => page.getByRole('link', { name: 'Rounds that end at the depot' }).count()).toBe(0)
    await eventually(async () => (await focused(page)).tag).toBe('h2')
    expect((await site.get('threads')).body.items.map((row: { number: number }) => row.number)).toEqual([
      other,
    ])
  })

  test('stays for what others replied, without its title, words and author', async () => {
    await site.reply(ben, number, 'We would ride home sooner.')
    const { page } = await open('anna')
    await press(page)
    expect(await wholeQuestion(page).locator('#text').innerText()).toBe(threadRemoval.answered)
    await agree(page)
    await page.getByText(words.takenAway).waitFor()
    await page.getByText('We would ride home sooner.').waitFor()
    await eventually(async () => (await focused(page)).name).toBe('Removed by its author')
    expect(await page.getByText('Rounds that end at the depot').filter({ visible: true }).count()).toBe(0)
    expect(await page.getByRole('textbox', { name: words.yourReply }).count()).toBe(0)
    expect(await page.getByRole('button', { name: words.replyTo('Ben') }).count()).toBe(0)
    expect(
      await page.getByRole('link', { name: 'Anna', exact: true }).filter({ visible: true }).count(),
    ).toBe(0)
  })

  test('is not its author’s alone once others voted for it, and they are told so', async () => {
    await site.put(`threads/${number}/vote`, undefined, ben)
    const screen = await open('anna')
    screen.expect(/409/)
    const { page } = screen
    await press(page)
    await agree(page)
    await wholeQuestion(page)
      .getByRole('alert')
      .filter({ hasText: acts.problems.others_took_part! })
      .waitFor()
    await wholeQuestion(page).getByRole('button', { name: threadRemoval.cancel }).click()
    await page.getByRole('heading', { name: 'Rounds that end at the depot', level: 2 }).waitFor()
    expect((await site.get(`threads/${number}`)).body.title).toBe('Rounds that end at the depot')
  })

  test('is nobody else’s to delete', async () => {
    const { page } = await open('ben')
    await page.getByRole('button', { name: words.reportIt }).waitFor()
    expect(await page.getByRole('button', { name: words.remove, exact: true }).count()).toBe(0)
  })
})

test('wid-A05: the question before deleting is an alert dialog, described, that begins on the button which changes nothing', async () => {
  const mine = await site.reply(ben, number, 'I am not sure of this.')
  const { page } = await open()
  await choose(page, mine)
  const dialog = question(page)
  expect(await dialog.getAttribute('aria-describedby')).toBe('text')
  expect(await dialog.locator('#text').innerText()).toBe(words.removal.text)
  await eventually(async () => (await focused(page)).name).toBe(words.removal.cancel)
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'hidden' })
  await eventually(async () => (await focused(page)).name).toBe(words.more('Ben'))
  expect(await repliesOf()).toHaveLength(1)
})

test('a reply is deleted by keyboard alone, and the focus stays in the story', async () => {
  await site.reply(anna, number, 'Every Friday.')
  await site.reply(ben, number, 'I am not sure of this.')
  const { page } = await open()
  await tabTo(page, words.more('Ben'))
  await page.keyboard.press('Enter')
  await tabTo(page, words.remove)
  await page.keyboard.press('Enter')
  await question(page).waitFor()
  await tabTo(page, words.removal.verb)
  await page.keyboard.press('Enter')
  await said(page)
  await eventually(async () => (await focused(page)).name).toContain('Every Friday.')
})

test('nobody is offered to delete what somebody else wrote', async () => {
  const theirs = await site.reply(anna, number, 'Every Friday.')
  const { page } = await open()
  await post(page, theirs)
    .getByRole('button', { name: words.more('Anna', 2) })
    .click()
  await post(page, theirs).getByRole('button', { name: words.reportIt }).waitFor()
  expect(await page.getByText(words.remove, { exact: true }).count()).toBe(0)
})

test('where it fails the question says why and stays, and trying again deletes it', async () => {
  const mine = await site.reply(ben, number, 'I am not sure of this.')
  const screen = await open()
  const { page } = screen
  screen.expect(/ERR_FAILED/)
  await choose(page, mine)
  const path = /\/replies\/[^/]+$/
  // Deleted, and the answer lost on the way: the person cannot know, and asks again.
  await page.route(path, async (route) => {
    if (route.request().method() !== 'DELETE') return route.continue()
    await route.fetch()
    await route.abort()
  })
  await confirm(page)
  await question(page).getByRole('alert').filter({ hasText: acts.problems.offline! }).waitFor()
  expect(await story(page).count()).toBe(1)
  await page.unroute(path)
  await confirm(page)
  await said(page)
  await eventually(() => story(page).count()).toBe(0)
})
