import type { Locator } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import acts from '../../widget/translations/en/acts.ts'
import images from '../../widget/translations/en/images.ts'
import words from '../../widget/translations/en/new.ts'
import { openStage, type Stage } from '../support/browser.ts'
import { Customer } from '../support/customer.ts'
import { eventually } from '../support/eventually.ts'
import type { TestSite } from '../support/world.ts'

// Beginning a thread: what is like it already, and the text that is written meanwhile.

let stage: Stage
let site: TestSite

beforeAll(async () => {
  stage = await openStage()
  site = await stage.site()
  const anna = await site.member('Anna', { sub: 'anna' })
  await site.idea(anna, { title: 'A bell that rings twice' })
  await site.idea(anna, { board: 'help', kind: 'question', title: 'How loud is the bell?' })
})

const pasteImage = (text: Locator, width: number) =>
  text.evaluate(async (area, width) => {
    const drawn = new OffscreenCanvas(width, 20)
    drawn.getContext('2d')!.fillRect(0, 0, width, 20)
    const data = new DataTransfer()
    data.items.add(new File([await drawn.convertToBlob()], 'bell.png', { type: 'image/png' }))
    const init = { bubbles: true, composed: true, cancelable: true, clipboardData: data }
    area.dispatchEvent(new ClipboardEvent('paste', init))
  }, width)

test('what is like a title is of the board that is chosen, also where that is chosen last', async () => {
  const { page } = await stage.widget(site, { path: '/new' })
  const alike = page.locator('.similar a')
  await page.getByRole('textbox', { name: words.kinds.idea.title }).fill('The bell')
  await eventually(() => alike.allInnerTexts()).toEqual(['A bell that rings twice'])
  await page.getByRole('combobox', { name: words.board }).selectOption('help')
  await eventually(() => alike.allInnerTexts()).toEqual(['How loud is the bell?'])
  await page.getByText(words.similarOthers).waitFor()
})

test('an image that a visitor pastes stands where they were writing, also after they signed in for it', async () => {
  const screen = await stage.widget(site, { path: '/new' })
  const { page } = screen
  const text = page.getByRole('textbox', { name: words.kinds.idea.body })
  const caret = () => text.evaluate((area: HTMLTextAreaElement) => area.selectionStart)
  const paste = () => pasteImage(text, 30)
  await text.fill('Above.\n\nBelow.')
  for (let i = 0; i < '\n\nBelow.'.length; i++) await page.keyboard.press('ArrowLeft')
  await paste()
  await page.getByRole('dialog').waitFor()
  // Who would rather not goes on where they were.
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  expect(await caret()).toBe('Above.'.length)
  await paste()
  const mail = `bell@${site.slug}.example`
  await new Customer(screen, page.url()).signInByCode(mail, () => stage.mails.code(mail))
  await eventually(() => page.getByRole('textbox', { name: images.describe }).count()).toBe(1)
  expect(await text.inputValue()).toMatch(/^Above\.\n\n!\[\]\(image:[0-9a-f-]{36}\)\n\nBelow\.$/)
})

test('a long address pasted as title and as text breaks within a narrow page, and so does what is like it', async () => {
  const address = `https://example.com/${'x'.repeat(99)}`
  await site.idea(await site.member('Ben'), { title: address })
  const { page } = await stage.widget(site, { path: '/new' }, { viewport: { width: 320, height: 800 } })
  await page.getByRole('textbox', { name: words.kinds.idea.title }).fill(address)
  await page.getByRole('textbox', { name: words.kinds.idea.body }).fill(address)
  await page.getByRole('link', { name: address }).waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
  const { x, width } = (await page.getByRole('link', { name: address }).boundingBox())!
  expect(x + width).toBeLessThanOrEqual(320)
})

test('who comes back to a draft sees which of its images is which', async () => {
  const { page } = await stage.widget(site, { path: '/new', as: { sub: 'carl', name: 'Carl' } })
  const text = page.getByRole('textbox', { name: words.kinds.idea.body })
  const thumbs = page.locator('parvis-images img.thumb')
  const widths = () => thumbs.evaluateAll((all) => all.map((one) => (one as HTMLImageElement).naturalWidth))
  await text.fill('Before and after.')
  for (const [at, width] of [30, 40].entries()) {
    await pasteImage(text, width)
    await eventually(() => thumbs.count()).toBe(at + 1)
  }
  await page.getByText(words.compose.draftKept('').trim()).first().waitFor()
  await page.reload()
  await eventually(widths).toEqual([30, 40])
})

test.each(['title', 'body'] as const)(
  'Ctrl and Enter in the %s post, and say what is missing',
  async (from) => {
    const { page } = await stage.widget(site, { path: '/new', as: { sub: 'anna', name: 'Anna' } })
    const title = page.getByRole('textbox', { name: words.kinds.idea.title })
    const body = page.getByRole('textbox', { name: words.kinds.idea.body })
    const field = from === 'title' ? title : body
    const name = `Wider tyres, said from the ${from}`
    await title.fill(name)
    await body.fill('')
    await field.press('Control+Enter')
    await page.getByText(words.bodyEmpty).waitFor()
    await body.fill('For the snow.')
    await field.press('Control+Enter')
    await page.getByRole('heading', { name, exact: true }).waitFor()
    const { body: found } = await site.get('threads?sort=new')
    expect(found.items.filter((one: { title: string }) => one.title === name)).toHaveLength(1)
  },
)

test('what is like a title takes a vote where it is offered, and that is counted once', async () => {
  const ben = await site.member('Ben', { sub: 'ben' })
  const number = await site.idea(await site.member('Anna', { sub: 'anna' }), { title: 'Mudguards that fold' })
  const { page } = await stage.widget(site, { path: '/new', as: { sub: 'ben', name: 'Ben' } })
  await page.getByRole('textbox', { name: words.kinds.idea.title }).fill('Mudguards that fold up')
  const alike = page.locator('.similar li').filter({ hasText: 'Mudguards that fold' })
  const vote = alike.getByRole('button')
  const before = (await site.get(`threads/${number}`)).body.votes
  await vote.click()
  await eventually(() => vote.getAttribute('aria-pressed')).toBe('true')
  await eventually(async () => (await site.get(`threads/${number}`)).body.votes).toBe(before + 1)
  expect((await site.get('me/votes', ben)).body.items).toMatchObject([{ number }])
  // What was being written is there still.
  expect(await page.getByRole('textbox', { name: words.kinds.idea.title }).inputValue()).toBe(
    'Mudguards that fold up',
  )
})

/** Somebody at the form, and what the host was told of new threads. */
async function atTheForm(title: string, sub: string) {
  const script = `window.told = []
    addEventListener('parvis-thread-created', ({ detail }) => told.push(detail))`
  const screen = await stage.widget(site, { path: '/new', as: { sub, name: sub }, script })
  const { page } = screen
  const own = words.kinds.idea
  const fields = [
    page.getByRole('textbox', { name: own.title }),
    page.getByRole('textbox', { name: own.body }),
  ]
  await fields[0]!.fill(title)
  await fields[1]!.fill('For the snow.')
  return {
    screen,
    page,
    typed: () => Promise.all(fields.map((one) => one.inputValue())),
    // Not by a click, beneath which what is alike may move the button.
    send: () => page.getByRole('button', { name: own.send }).press('Enter'),
    lost: () => page.getByRole('alert').filter({ hasText: acts.problems.offline! }).waitFor(),
    told: () => page.evaluate(() => (window as unknown as { told: unknown[] }).told),
    numbers: async () => {
      const { items } = (await site.get('threads?sort=new')).body
      const all = items as { title: string; number: number }[]
      return all.filter((one) => one.title === title).map((one) => one.number)
    },
  }
}

test('a new thread that the network lost is kept, and is posted once when sent again; the host is told of it then', async () => {
  const title = 'Tyres that hold in snow'
  const { screen, page, typed, send, lost, told, numbers } = await atTheForm(title, 'dora')
  screen.expect(/ERR_INTERNET_DISCONNECTED/)
  await screen.context.setOffline(true)
  await send()
  await lost()
  expect(await typed()).toEqual([title, 'For the snow.'])
  expect(await told()).toEqual([])
  await screen.context.setOffline(false)
  await send()
  await page.getByRole('heading', { name: title, level: 2 }).waitFor()
  const [number, ...more] = await numbers()
  expect(more).toEqual([])
  expect(await told()).toEqual([{ number, title, board: 'ideas', kind: 'idea' }])
})

test('that it failed stays said while what is like it comes in', async () => {
  const title = 'Tyres that hold on ice'
  await site.idea(await site.member('Gil'), { title: `${title} and on snow` })
  const { promise, resolve } = Promise.withResolvers<void>()
  const { screen, page, send, lost } = await atTheForm('', 'hana')
  screen.expect(/ERR_FAILED/)
  await page.route(/\/threads\/similar/, async (route) => {
    await promise
    await route.continue()
  })
  await page.route(/\/threads$/, (route) => route.abort())
  await page.getByRole('textbox', { name: words.kinds.idea.title }).fill(title)
  await send()
  await lost()
  resolve()
  await page.getByRole('link', { name: `${title} and on snow` }).waitFor()
  await lost()
})

test('who came straight to the form finds in the list what they posted', async () => {
  const { page } = await stage.widget(site, { path: '/new', as: { sub: 'fay', name: 'Fay' } })
  const title = 'A bell that rings in rain'
  await page.getByRole('textbox', { name: words.kinds.idea.title }).fill(title)
  await page.getByRole('textbox', { name: words.kinds.idea.body }).fill('Nobody hears mine.')
  await page.getByRole('button', { name: words.kinds.idea.send }).press('Enter')
  await page.getByRole('heading', { name: title, level: 2 }).waitFor()
  await page.locator('.crumb').click()
  await page.getByRole('link', { name: title, exact: true }).waitFor()
})

test.each([
  ['at once', false],
  ['after a reload', true],
])(
  'a new thread whose answer was lost on the way is not posted twice, sent again %s',
  async (how, reloads) => {
    const title = `Tyres that hold in rain, sent again ${how}`
    const { screen, page, typed, send, lost, told, numbers } = await atTheForm(title, 'erik')
    screen.expect(/ERR_FAILED/)
    await page.route(/\/threads$/, async (route) => {
      if (route.request().method() !== 'POST') return route.continue()
      await route.fetch()
      await route.abort()
    })
    await send()
    await lost()
    expect(await numbers()).toHaveLength(1)
    await page.unroute(/\/threads$/)
    if (reloads) {
      await page.reload()
      await eventually(typed).toEqual([title, 'For the snow.'])
    }
    await send()
    await page.getByRole('heading', { name: title, level: 2 }).waitFor()
    expect(await numbers()).toHaveLength(1)
    expect(await told()).toHaveLength(1)
    const drafts = () =>
      page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes(':draft:')))
    expect(await drafts()).toEqual([])
  },
)
