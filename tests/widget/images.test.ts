import type { Locator, Page, Route } from 'playwright-core'
import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import { thread as staffWords } from '../../admin/translations/en/thread.ts'
import images from '../../widget/translations/en/images.ts'
import newWords from '../../widget/translations/en/new.ts'
import words from '../../widget/translations/en/thread.ts'
import { openStage, type Stage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import type { Person, TestSite } from '../support/world.ts'

// Images are pasted, dropped or chosen where one writes, described, and stand in what was posted.

let stage: Stage
let site: TestSite
let anna: Person
let bytes: string

beforeAll(async () => {
  stage = await openStage()
  site = await stage.site()
  anna = await site.member('Anna', { sub: 'anna' })
  const green = sharp({ create: { width: 300, height: 200, channels: 3, background: '#2f6f5e' } })
  bytes = (await green.png().toBuffer()).toString('base64')
})

/** Gives files to an element as a person does by the clipboard or with the mouse. */
const give = (target: Locator, how: 'paste' | 'drop', names: string[], type = 'image/png', content = bytes) =>
  target.evaluate(
    (node, { how, names, type, content }) => {
      const data = new DataTransfer()
      const raw = Uint8Array.from(atob(content), (one) => one.charCodeAt(0))
      for (const name of names) data.items.add(new File([raw], name, { type }))
      const init = { bubbles: true, composed: true, cancelable: true }
      node.dispatchEvent(
        how === 'paste'
          ? new ClipboardEvent('paste', { ...init, clipboardData: data })
          : new DragEvent('drop', { ...init, dataTransfer: data }),
      )
    },
    { how, names, type, content },
  )

/** How wide images are drawn, once they are there. */
const widths = (page: Page, where: string) =>
  page
    .locator(`${where} .prose img`)
    .evaluateAll((all) => all.map((one) => (one as HTMLImageElement).naturalWidth))

test('a member pastes and drops images, says what they show, and they stand in the reply', async () => {
  const number = await site.idea(anna, { title: 'Rounds that end at the depot' })
  const screen = await stage.widget(site, { path: `/t/${number}`, as: { sub: 'anna', name: 'Anna' } })
  const { page } = screen
  const field = page
    .getByRole('textbox', { name: words.reply })
    .or(page.locator('parvis-composer textarea'))
    .first()
  await field.fill('Before.')
  await give(field, 'paste', ['one.png'])
  const alts = page.getByRole('textbox', { name: images.describe })
  await eventually(() => alts.count()).toBe(1)
  expect(await field.inputValue()).toMatch(/^Before\.\n\n!\[\]\(image:[0-9a-f-]{36}\)\n\n$/)
  await page.getByText(images.hint).waitFor()
  await alts.fill('The [old] bridge')
  await alts.blur()
  await eventually(() => field.inputValue()).toContain('![The old bridge](image:')
  await page.getByText(images.hint).waitFor({ state: 'hidden' })

  await give(field, 'drop', ['two.png', 'three.png'])
  await eventually(() => alts.count()).toBe(3)
  await page.getByRole('button', { name: images.remove, exact: true }).last().click()
  await eventually(() => alts.count()).toBe(2)
  expect(await field.inputValue()).toContain('Before.')

  await page.getByRole('button', { name: words.reply, exact: true }).last().click()
  await eventually(() => widths(page, 'parvis-thread')).toEqual([300, 300])
  const shown = page.locator('parvis-thread .prose img')
  expect(await shown.first().getAttribute('alt')).toBe('The old bridge')
  expect(await shown.first().getAttribute('width')).toBe('300')
  expect(await field.inputValue()).toBe('')
})

test('what is on its way is told with its type and size, and goes when it is there', async () => {
  const number = await site.idea(anna, { title: 'A lamp for the depot' })
  for (const [locale, told] of [
    ['en', /^PNG, \d+\u202fKB$/],
    ['fr', /^PNG, \d+\u202fKo$/],
  ] as const) {
    const as = { sub: 'anna', name: 'Anna' }
    const { page } = await stage.widget(site, { path: `/t/${number}`, as, tag: { locale } })
    const held: Route[] = []
    await page.route(/\/images(\?|$)/, (route) => void held.push(route))
    await give(page.locator('parvis-composer textarea'), 'paste', ['one.png'])
    await page.getByText(told).waitFor()
    await eventually(() => held.length).toBe(1)
    await held[0]!.continue()
    await page.getByText(told).waitFor({ state: 'hidden' })
    await eventually(() => page.locator('parvis-images img.thumb').count()).toBe(1)
    await page.locator('parvis-images li button').click()
    await eventually(() => page.locator('parvis-composer textarea').inputValue()).not.toContain('image:')
  }
})

test('who edits a post sees its images with their descriptions, and one that is taken out is gone', async () => {
  const number = await site.idea(anna, { title: 'Where the bikes stand' })
  const { page } = await stage.widget(site, { path: `/t/${number}`, as: { sub: 'anna', name: 'Anna' } })
  const field = page.locator('parvis-composer textarea').first()
  await field.fill('Two of them.')
  await give(field, 'paste', ['one.png', 'two.png'])
  const alts = page.getByRole('textbox', { name: images.describe })
  await eventually(() => alts.count()).toBe(2)
  for (const [at, alt] of ['The bridge', 'The depot'].entries()) {
    await alts.nth(at).fill(alt)
    await alts.nth(at).blur()
  }
  await page.getByRole('button', { name: words.reply, exact: true }).last().click()
  await eventually(() => widths(page, 'parvis-thread')).toEqual([300, 300])
  // Read anew, so that nothing is known of what was sent.
  await page.reload()
  await page.getByRole('button', { name: words.more('Anna', 2) }).click()
  await page.getByRole('button', { name: words.edit, exact: true }).last().click()
  const editor = page.locator('.edit parvis-images')
  await eventually(() =>
    editor
      .locator('img.thumb')
      .evaluateAll((all) => all.map((one) => (one as HTMLImageElement).naturalWidth)),
  ).toEqual([300, 300])
  expect(
    await editor.getByRole('textbox').evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value)),
  ).toEqual(['The bridge', 'The depot'])
  await editor.getByRole('button', { name: `${images.remove}: The bridge` }).click()
  await page.getByRole('button', { name: words.save, exact: true }).click()
  await eventually(() => widths(page, 'parvis-thread')).toEqual([300])
  const { story } = (await site.get(`threads/${number}`)).body
  expect(story.items[0].html).toContain('alt="The depot"')
  expect(story.items[0].html).not.toContain('The bridge')
})

test('an image of a draft that made way meanwhile is said below its text, and what to do about it', async () => {
  const full = await stage.site()
  const uma = await full.member('Uma', { sub: 'uma' })
  const tom = await full.member('Tom')
  const number = await full.idea(uma, { title: 'Rounds that begin at the depot' })
  const as = { sub: 'uma', name: 'Uma' }
  const { page } = await stage.widget(full, { path: `/t/${number}`, as })
  const field = page.locator('parvis-composer textarea').first()
  await field.fill('Two of them.')
  const alts = page.getByRole('textbox', { name: images.describe })
  for (const count of [1, 2]) {
    await give(field, 'paste', [`${count}.png`])
    await eventually(() => alts.count()).toBe(count)
  }
  await alts.first().fill('The bridge')
  await alts.first().blur()
  await eventually(() => page.evaluate(() => JSON.stringify({ ...localStorage }))).toContain('The bridge')
  await page.goto('about:blank')

  stage.clock.move(86_400 + 60)
  const { id } = await full.row()
  const { world } = stage
  const store = await world.db
    .selectFrom('image_stores')
    .select('bytes')
    .where('site_id', '=', id)
    .executeTakeFirstOrThrow()
  const room = world.config.imageRoom
  try {
    world.config.imageRoom = Number(store.bytes)
    const raw = Uint8Array.from(Buffer.from(bytes, 'base64'))
    const headers = { 'content-type': 'image/png' }
    const sent = await full.request('POST', 'boards/ideas/images', { as: tom, raw, headers })
    expect(sent.status).toBe(201)
  } finally {
    world.config.imageRoom = room
  }
  await page.goto(`${stage.embed(full, { as })}?parvis=/t/${number}`)
  await page.getByRole('alert').getByText(images.gone('The bridge', 1)).waitFor()
  const tray = page.locator('parvis-images')
  expect(await tray.getByRole('alert').count()).toBe(1)
  expect(await alts.count()).toBe(1)
  await eventually(() =>
    tray.locator('img.thumb').evaluateAll((all) => all.map((one) => (one as HTMLImageElement).naturalWidth)),
  ).toEqual([300])
  await page.getByRole('button', { name: `${images.remove}: The bridge` }).click()
  await tray.getByRole('alert').waitFor({ state: 'detached' })
  expect(await field.inputValue()).toMatch(/^Two of them\.\n\n!\[\]\(image:[0-9a-f-]{36}\)\s*$/)
})

test('a new thread takes images by paste, drop and button, and posts them in the order they stand in', async () => {
  const { page } = await stage.widget(site, { path: '/new', as: { sub: 'anna', name: 'Anna' } })
  await page.locator('#titled').fill('Paint the depot green')
  const field = page.locator('#text')
  await field.fill('Like this:')
  const alts = page.getByRole('textbox', { name: images.describe })
  await give(field, 'paste', ['pasted.png'])
  await eventually(() => alts.count()).toBe(1)
  await give(field, 'drop', ['dropped.png'])
  await eventually(() => alts.count()).toBe(2)
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: images.add, exact: true }).click(),
  ])
  expect(chooser.isMultiple()).toBe(true)
  await chooser.setFiles([
    { name: 'chosen.png', mimeType: 'image/png', buffer: Buffer.from(bytes, 'base64') },
  ])
  await eventually(() => alts.count()).toBe(3)
  for (const [at, alt] of ['pasted', 'dropped', 'chosen'].entries()) {
    await alts.nth(at).fill(alt)
    await alts.nth(at).blur()
  }
  expect(await page.locator('parvis-images img.thumb').count()).toBe(3)
  await page.getByRole('button', { name: newWords.kinds.idea.send }).click()
  await eventually(() => widths(page, 'parvis-thread')).toEqual([300, 300, 300])
  expect(
    await page
      .locator('parvis-thread .prose img')
      .evaluateAll((all) => all.map((one) => one.getAttribute('alt'))),
  ).toEqual(['pasted', 'dropped', 'chosen'])
})

test('a session that ends while an image is on its way costs neither word nor image: it goes on once somebody is there', async () => {
  // The host's token is over as well, so that it signs nobody on again.
  const exp = Math.floor(stage.clock.now().getTime() / 1000) + 60
  const screen = await stage.widget(site, { path: '/new', as: { sub: 'lena', name: 'Lena', exp } })
  stage.clock.move(600)
  const { page } = screen
  screen.expect(/401/)
  await page.locator('#titled').fill('Lamps for the depot')
  const field = page.locator('#text')
  await field.fill('It is dark there.')
  const statuses: number[] = []
  page.on('response', (answer) => {
    if (answer.request().method() === 'POST' && answer.url().endsWith('/images'))
      statuses.push(answer.status())
  })
  const end = async (route: Route) => {
    const { authorization = '' } = await route.request().allHeaders()
    const ended = await site.request('DELETE', 'sessions/current', { headers: { authorization } })
    expect(ended.status).toBe(204)
    await route.continue()
  }
  await page.route('**/images', end, { times: 1 })
  await page.evaluate(() =>
    document.addEventListener('parvis-sign-in', (event) => {
      event.preventDefault()
      Object.assign(window, { asked: true })
    }),
  )
  await give(field, 'paste', ['one.png'])
  await eventually(() => page.evaluate(() => 'asked' in window)).toBe(true)
  expect(statuses).toContain(401)
  expect(statuses).not.toContain(201)
  expect(await page.locator('#titled').inputValue()).toBe('Lamps for the depot')
  expect(await field.inputValue()).toBe('It is dark there.')
  await field.pressSequentially(' Very.')
  const token = site.token({ sub: 'lena', name: 'Lena' })
  await page.evaluate((token) => {
    document.querySelector('parvis-board')!.ssoToken = token
  }, token)
  await page.getByRole('textbox', { name: images.describe }).waitFor()
  expect(statuses.at(-1)).toBe(201)
  expect(await field.inputValue()).toMatch(/^It is dark there\. Very\.\n\n!\[\]\(image:[0-9a-f-]{36}\)\n\n$/)
  expect(await page.locator('#titled').inputValue()).toBe('Lamps for the depot')
  await page.getByRole('button', { name: newWords.kinds.idea.send }).click()
  await eventually(() => widths(page, 'parvis-thread')).toEqual([300])
})

test('what cannot be taken is said before it is sent, and a failed upload costs no word and is tried again', async () => {
  const number = await site.idea(anna)
  const screen = await stage.widget(site, { path: `/t/${number}`, as: { sub: 'anna', name: 'Anna' } })
  const { page } = screen
  screen.expect(/Failed to load resource|ERR_FAILED/)
  const field = page.locator('parvis-composer textarea').first()
  await field.fill('My words.')
  await give(field, 'paste', ['plan.svg'], 'image/svg+xml')
  await page.getByText(images.wrongType('plan.svg')).waitFor()
  await give(field, 'paste', ['1.png', '2.png', '3.png', '4.png', '5.png', '6.png'], 'text/html')
  await page.getByText(images.wrongType('6.png')).waitFor()
  expect(screen.asked().filter((one) => one.startsWith('POST boards'))).toEqual([])

  await give(field, 'paste', ['large.png'], 'image/png', btoa('x'.repeat(10 * 1024 * 1024 + 1)))
  await page.getByText(images.tooLarge('large.png')).waitFor()
  const again = page.getByRole('button', { name: images.again })
  expect(await again.count()).toBe(0)
  await page.getByRole('button', { name: images.cancel, exact: true }).click()
  expect(screen.asked().filter((one) => one.startsWith('POST boards'))).toEqual([])

  await give(field, 'paste', ['torn.png'], 'image/png', btoa('not an image'))
  await page.getByText(images.unreadable).waitFor()
  // The same file would be as unreadable.
  expect(await again.count()).toBe(0)
  await page.getByRole('button', { name: images.cancel, exact: true }).click()

  await page.route('**/images', (route) => route.abort())
  await give(field, 'paste', ['one.png'])
  await again.waitFor()
  expect(await field.inputValue()).toBe('My words.')
  await page.unroute('**/images')
  await again.click()
  await eventually(() => field.inputValue()).toContain('(image:')

  const held: (() => void)[] = []
  await page.route('**/images', (route) => void held.push(() => route.abort()))
  await give(field, 'paste', ['slow.png'])
  await page.getByRole('progressbar', { name: images.onItsWay('slow.png') }).waitFor()
  await page.getByRole('button', { name: words.reply, exact: true }).last().click()
  await page.getByText(images.waits).waitFor()
  await page.getByRole('button', { name: images.cancel, exact: true }).click()
  await page.getByRole('progressbar').waitFor({ state: 'hidden' })
  for (const end of held) end()
  expect(await field.inputValue()).toContain('My words.')
  expect((await site.get(`threads/${number}`)).body.replies).toBe(0)
})

test('what is said of an image is over once its text was sent', async () => {
  const number = await site.idea(anna)
  const { page } = await stage.widget(site, { path: `/t/${number}`, as: { sub: 'anna', name: 'Anna' } })
  const field = page.locator('parvis-composer textarea').first()
  const status = page.locator('parvis-board .root > [role=status]')
  await give(field, 'paste', ['one.png'])
  await eventually(() => status.innerText()).toBe(images.added)
  await page.getByRole('button', { name: words.reply, exact: true }).last().click()
  await eventually(() => field.inputValue()).toBe('')
  await eventually(() => status.innerText()).toBe(words.posted)
})

test('a photograph is made as small as it is kept before it is sent', async () => {
  const number = await site.idea(anna)
  const screen = await stage.widget(site, { path: `/t/${number}`, as: { sub: 'anna', name: 'Anna' } })
  const field = screen.page.locator('parvis-composer textarea').first()
  const plain = sharp({ create: { width: 2400, height: 1200, channels: 3, background: '#2f6f5e' } })
  const heavy = await plain.png({ compressionLevel: 0 }).toBuffer()
  expect(heavy.length).toBeGreaterThan(8_000_000)
  const sending = screen.page.waitForRequest(
    (one) => one.method() === 'POST' && one.url().endsWith('/images'),
  )
  await give(field, 'paste', ['photo.png'], 'image/png', heavy.toString('base64'))
  expect(Number((await (await sending).allHeaders())['content-length'])).toBeLessThan(500_000)
  await eventually(() => field.inputValue()).toContain('(image:')
})

test('the team pastes an image into its answer, and another into it when it edits it', async () => {
  const number = await site.idea(anna)
  const mira = await site.staff('moderator', 'Mira')
  const { page } = await stage.admin(site, mira, { path: `feedback/${number}` })
  const field = page.locator('thread-composer textarea')
  await field.fill('See here.')
  await give(field, 'paste', ['one.png'])
  await page.getByRole('textbox', { name: images.describe }).fill('Where to press')
  await page.getByRole('textbox', { name: images.describe }).blur()
  await page.locator('thread-composer .button.primary').click()
  await eventually(() => widths(page, 'thread-pane')).toEqual([300])
  const { body } = await site.get(`threads/${number}`)
  expect(body.story.items[0].html).toContain('alt="Where to press"')

  const story = page.locator('.story')
  await story.getByRole('button', { name: staffWords.postMenu('Mira') }).click()
  await story.getByRole('button', { name: staffWords.editOwn, exact: true }).click()
  const editor = page.locator('post-editor')
  await give(editor.locator('textarea'), 'paste', ['two.png'])
  await eventually(() => editor.getByRole('textbox', { name: images.describe }).count()).toBe(2)
  await editor.locator('.button.primary').click()
  await eventually(() => widths(page, 'thread-pane')).toEqual([300, 300])
})
