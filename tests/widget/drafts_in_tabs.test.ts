import type { Page, Route } from 'playwright-core'
import { beforeEach, expect, test } from 'vitest'
import compose from '../../widget/translations/en/compose.ts'
import words from '../../widget/translations/en/thread.ts'
import { openStage, type Stage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import { giveImages } from '../support/give_images.ts'
import { signedOn } from '../support/kept_session.ts'
import { widgetWords } from '../support/widget_views.ts'
import type { Person, TestSite } from '../support/world.ts'

// One draft in two tabs: what one of them is in the middle of when the other goes on with it.

const stage: Stage = await openStage()
let site: TestSite
let lea: Person
let number: number

beforeEach(async () => {
  site = await stage.site()
  lea = await site.member('Lea', { sub: 'lea' })
  number = await site.idea(lea, { title: 'Rounds that end at the depot', body: 'At night.' })
})

const box = (page: Page) => page.getByRole('textbox', { name: words.yourReply })

/** Headless, every tab believes that somebody is in it. */
const leave = (tab: Page) =>
  tab.evaluate(() => {
    document.hasFocus = () => false
    dispatchEvent(new Event('blur'))
  })

async function twoTabs(path: string): Promise<[Page, Page]> {
  const { page } = await stage.widget(site, { path, as: { sub: 'lea', name: 'Lea' } })
  await signedOn(page, 'Lea')
  const other = await page.context().newPage()
  await other.goto(page.url())
  await leave(page)
  return [page, other]
}

async function hold(page: Page, path: RegExp): Promise<Route[]> {
  const held: Route[] = []
  await page.route(path, (route) => void held.push(route))
  return held
}

test('an image that arrives in one tab is in what is written in the other meanwhile, and neither is lost', async () => {
  const [left, there] = await twoTabs(`/t/${number}`)
  await box(left).fill('Begun.')
  await eventually(() => box(left).inputValue()).toBe('Begun.')
  await leave(there)
  await eventually(() => box(there).inputValue()).toBe('Begun.')
  await there.evaluate(() => (document.hasFocus = () => true))
  const held = await hold(left, /\/images(\?|$)/)
  await giveImages(left)
  await eventually(() => held.length).toBe(1)
  await box(there).fill('Begun. And more.')
  await eventually(() => box(left).inputValue()).toBe('Begun. And more.')
  await held[0]!.continue()
  const whole = /^Begun\. And more\.\n\n!\[\]\(image:[0-9a-f-]{36}\)\s*$/
  await eventually(() => box(left).inputValue()).toMatch(whole)
  await eventually(() => box(there).inputValue()).toMatch(whole)
  await box(there).press('ControlOrMeta+End')
  await box(there).pressSequentially('To the end.')
  for (const tab of [there, left])
    await eventually(() => box(tab).inputValue()).toMatch(
      /^Begun\. And more\.\n\n!\[\]\(image:[0-9a-f-]{36}\)\s*To the end\.$/,
    )
})

test('a preview that is on its way does not come back over what was written in the other tab', async () => {
  const [left, there] = await twoTabs(`/t/${number}`)
  await box(left).fill('Old words.')
  const held = await hold(left, /\/previews$/)
  await leave(there)
  await eventually(() => box(there).inputValue()).toBe('Old words.')
  await left.getByRole('button', { name: compose.preview }).filter({ visible: true }).click()
  await eventually(() => held.length).toBe(1)
  await box(there).fill('New words.')
  await eventually(() => box(left).inputValue()).toBe('New words.')
  const answered = left.waitForResponse(/\/previews$/)
  await held[0]!.continue()
  await (await answered).finished()
  await left.waitForTimeout(300)
  expect(await left.getByText('Old words.').count()).toBe(0)
  expect(await box(left).isVisible()).toBe(true)
})

test('what is alike to a title that was posted from the other tab is offered no more', async () => {
  const { fresh: form } = await widgetWords('en')
  const [left, there] = await twoTabs('/new')
  const fields = (tab: Page) => [
    tab.getByRole('textbox', { name: form.kinds.idea.title }),
    tab.getByRole('textbox', { name: form.kinds.idea.body }),
  ]
  const [title, body] = fields(left)
  await title!.fill('Rounds that end at the depot early')
  await left.getByRole('link', { name: 'Rounds that end at the depot' }).waitFor()
  await body!.fill('Before dark.')
  await leave(there)
  const [otherTitle, otherBody] = fields(there)
  await eventually(() => otherTitle!.inputValue()).toBe('Rounds that end at the depot early')
  await eventually(() => otherBody!.inputValue()).toBe('Before dark.')
  await there.getByRole('button', { name: form.kinds.idea.send }).click()
  await eventually(() => title!.inputValue()).toBe('')
  await eventually(() => body!.inputValue()).toBe('')
  await eventually(() => left.getByRole('link', { name: 'Rounds that end at the depot' }).count()).toBe(0)
})

test('the title of a thread that is edited in one tab is the other’s too, and saved with its text from there', async () => {
  const [left, there] = await twoTabs(`/t/${number}`)
  const edit = (tab: Page) =>
    tab.locator('.in > .body').getByRole('button', { name: words.edit, exact: true }).click()
  const title = (tab: Page) => tab.getByRole('textbox', { name: words.editTitle })
  const text = (tab: Page) => tab.getByRole('textbox', { name: words.editBody })
  await edit(left)
  await edit(there)
  await leave(there)
  await title(left).fill('Rounds that end early')
  await eventually(() => title(there).inputValue()).toBe('Rounds that end early')
  await text(left).fill('Before dark.')
  await eventually(() => text(there).inputValue()).toBe('Before dark.')
  await there.getByRole('button', { name: words.save, exact: true }).click()
  await eventually(async () => {
    const { body } = await site.get(`threads/${number}`)
    return [body.title, body.body]
  }).toEqual(['Rounds that end early', 'Before dark.'])
  // It is over in the other tab too.
  await eventually(() => text(left).count()).toBe(0)
})

test('a page that the browser had laid aside goes on with what was written in the other tab meanwhile', async () => {
  const [left, there] = await twoTabs(`/t/${number}`)
  await box(there).waitFor()
  // Laid aside, it hears nothing.
  await there.evaluate(() => addEventListener('storage', (event) => event.stopImmediatePropagation(), true))
  await box(left).fill('Written meanwhile.')
  await eventually(() => there.evaluate(() => JSON.stringify({ ...localStorage }))).toContain('meanwhile')
  expect(await box(there).inputValue()).toBe('')
  await there.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })))
  await eventually(() => box(there).inputValue()).toBe('Written meanwhile.')
  // What was typed in here before is newer than what is kept, and stays.
  await box(there).pressSequentially(' And here.')
  await there.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })))
  await eventually(() => box(left).inputValue()).toBe('Written meanwhile. And here.')
  expect(await box(there).inputValue()).toBe('Written meanwhile. And here.')
})

test('a new thread on a page that was laid aside still shows what is like it, unless its title is another by now', async () => {
  const [left, there] = await twoTabs('/new')
  const titled = (page: Page) => page.locator('parvis-new #titled')
  const alike = there.locator('parvis-new .similar a')
  await titled(there).fill('Rounds that end at the depot')
  await alike.waitFor()
  const comeBack = () =>
    there.evaluate(async () => {
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
      const form = document.querySelector('parvis-board')!.shadowRoot!.querySelector('parvis-new')!
      await (form as HTMLElement & { updateComplete: Promise<boolean> }).updateComplete
    })
  await comeBack()
  expect(await alike.count()).toBe(1)

  await there.evaluate(() => addEventListener('storage', (event) => event.stopImmediatePropagation(), true))
  await titled(left).fill('Something else')
  await eventually(() => there.evaluate(() => JSON.stringify({ ...localStorage }))).toContain(
    'Something else',
  )
  await comeBack()
  await eventually(() => titled(there).inputValue()).toBe('Something else')
  expect(await alike.count()).toBe(0)
})

/** Both tabs stay as somebody who is in them left them: no change comes beneath them. */
async function bothHeld(path: string): Promise<[Page, Page]> {
  const [one, other] = await twoTabs(path)
  await one.evaluate(() => (document.hasFocus = () => true))
  return [one, other]
}

const reply = (page: Page) => page.getByRole('button', { name: words.reply, exact: true }).last().click()
const replies = async () =>
  (await site.get(`threads/${number}/replies`)).body.items.map(({ body }: { body: string }) => body)

test('what one tab holds and the other posts is gone from the one, which says so, and is not posted twice', async () => {
  const [here, there] = await bothHeld(`/t/${number}`)
  await box(here).fill('Sent once.')
  await eventually(() => there.evaluate(() => JSON.stringify({ ...localStorage }))).toContain('Sent once.')
  await there.reload()
  await eventually(() => box(there).inputValue()).toBe('Sent once.')
  await reply(there)
  await eventually(() => box(there).inputValue()).toBe('')
  await here.getByText(compose.postedElsewhere).waitFor()
  expect(await box(here).inputValue()).toBe('')
  await reply(here)
  await here.getByText(words.empty).waitFor()
  expect(await replies()).toEqual(['Sent once.'])
})

test('what was typed below a text that the other tab posted stays, and other words stay as they are', async () => {
  const [here, there] = await bothHeld(`/t/${number}`)
  await box(here).fill('Sent once.')
  await eventually(() => there.evaluate(() => JSON.stringify({ ...localStorage }))).toContain('Sent once.')
  await there.reload()
  await eventually(() => box(there).inputValue()).toBe('Sent once.')
  await box(here).fill('Sent once.\n\nAnd more.')
  await reply(there)
  await here.getByText(compose.postedElsewhere).waitFor()
  expect(await box(here).inputValue()).toBe('And more.')
  await box(there).fill('Something else.')
  await reply(there)
  await eventually(replies).toHaveLength(2)
  expect(await box(here).inputValue()).toBe('And more.')
  await here.reload()
  await eventually(() => box(here).inputValue()).toBe('And more.')
})

test('a new thread that was posted from one tab is gone from the other, title and text', async () => {
  const { fresh: form } = await widgetWords('en')
  const [here, there] = await bothHeld('/new')
  const [title, body] = ['title', 'body'].map(
    (part) => (page: Page) =>
      page.getByRole('textbox', { name: form.kinds.idea[part as 'title' | 'body'], exact: true }),
  ) as [typeof box, typeof box]
  await title(here).fill('A lamp for the way home')
  await body(here).fill('It is dark there.')
  await eventually(() => there.evaluate(() => JSON.stringify({ ...localStorage }))).toContain('It is dark')
  await there.reload()
  await eventually(() => body(there).inputValue()).toBe('It is dark there.')
  await there.getByRole('button', { name: form.kinds.idea.send }).click()
  await here.getByText(compose.postedElsewhere).waitFor()
  await eventually(async () => [await title(here).inputValue(), await body(here).inputValue()]).toEqual([
    '',
    '',
  ])
})

test('what one tab keeps is not written over by what the other does, nor by a text that is emptied or sent there', async () => {
  const [here, there] = await bothHeld(`/t/${number}`)
  const kept = () => there.evaluate(() => JSON.stringify({ ...localStorage }))
  await box(there).waitFor()
  await box(here).fill('From the first.')
  await eventually(kept).toContain('From the first.')
  await box(there).fill('From the second.')
  await eventually(kept).toContain('From the second.')
  await box(there).fill('From the second, again.')
  await eventually(kept).toContain('again')
  await here.reload()
  await eventually(() => box(here).inputValue()).toBe('From the second, again.\n\nFrom the first.')
  // What both hold is one text by now, and stays one.
  await box(here).fill('From the first.')
  await eventually(kept).not.toContain('again')
  await box(there).fill('')
  await box(there).fill('From the second.')
  await reply(there)
  await eventually(() => box(there).inputValue()).toBe('')
  expect(await replies()).toEqual(['From the second.'])
  await there.reload()
  await eventually(() => box(there).inputValue()).toBe('From the first.')
  expect(await box(here).inputValue()).toBe('From the first.')
})
