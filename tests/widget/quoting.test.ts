import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import images from '../../widget/translations/en/images.ts'
import words from '../../widget/translations/en/thread.ts'
import { openStage, type Stage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import type { Person, TestSite } from '../support/world.ts'

// What somebody wrote goes into one's answer as a quotation that names them and leads to their post.

let stage: Stage
let site: TestSite
let anna: Person

beforeAll(async () => {
  stage = await openStage()
  site = await stage.site()
  anna = await site.member('Anna [admin](https://evil.example)', { sub: 'anna' })
})

/** Selects from one text to another within an element, as a person does with the mouse. */
const select = (page: Page, id: string, from: string, to: string) =>
  page.locator(`[id="post-${id}"] .prose`).evaluate(
    (body, [from, to]) => {
      const texts: Text[] = []
      const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT)
      while (walker.nextNode()) texts.push(walker.currentNode as Text)
      const place = (part: string) => texts.find((text) => text.data.includes(part))!
      const [start, end] = [place(from!), place(to!)]
      const selection = document.getSelection()!
      selection.setBaseAndExtent(start, start.data.indexOf(from!), end, end.data.indexOf(to!) + to!.length)
    },
    [from, to],
  )

test('a selection is quoted as the text it is, after what is written already, with its author and a link', async () => {
  const number = await site.idea(anna, { title: 'Rounds that end at the depot', body: 'Opening *text*.' })
  const reply = await site.reply(
    anna,
    number,
    'First <b>words</b>.\n\nOne \\*star\\* and\n\nlast words here.',
  )
  const { page } = await stage.widget(site, { path: `/t/${number}`, as: { sub: 'ben', name: 'Ben' } })
  const place = page.locator(`[id="post-${reply}"]`)
  await place.getByRole('button', { name: words.replyTo(anna.name, 2) }).click()
  const field = place.getByRole('textbox')
  await field.fill('Before.')
  await select(page, reply, 'One', 'last')
  await place.getByRole('button', { name: words.quoteOf(anna.name, 2) }).click()
  await eventually(() => field.inputValue()).toContain('> One \\*star\\* and\n> \n> last\n\n')
  expect(await field.inputValue()).toMatch(/^Before\.\n\n\[Anna /)
  expect(await field.evaluate((node) => node.matches(':focus'))).toBe(true)
  await page.keyboard.type('Yes.')
  await place.getByRole('button', { name: words.reply, exact: true }).last().click()
  const quoted = place.locator('.nest blockquote')
  await quoted.waitFor()
  expect((await quoted.innerText()).replace(/\s+/g, ' ')).toBe('One *star* and last')
  const links = place.locator('.nest .prose a')
  expect(await links.allInnerTexts()).toEqual([words.wrote(anna.name)])
  expect(await links.getAttribute('href')).toContain(reply)
})

test('by keyboard, with nothing selected, the post itself is quoted; the opening into the editor at the end', async () => {
  const number = await site.idea(anna, { title: 'Lights that stay on', body: 'Opening **text**.' })
  const { page } = await stage.widget(site, { path: `/t/${number}`, as: { sub: 'ben', name: 'Ben' } })
  const button = page.getByRole('button', { name: words.quoteOf(anna.name) })
  await button.focus()
  await page.keyboard.press('Enter')
  const field = page.getByRole('textbox', { name: words.yourReply })
  await eventually(() => field.inputValue()).toMatch(/\n\n> Opening \*\*text\*\*\.\n\n$/)
})

test('who is quoted is found in the widget, in the page and the language of who reads, however the quotation was linked', async () => {
  const place = await stage.site()
  const bea = await place.member('Bea', { sub: 'bea' })
  const number = await place.idea(bea, { title: 'A lamp for the way home' })
  const reply = await place.reply(bea, number, 'At the gate.')
  for (let at = 0; at < 12; at++) await place.reply(bea, number, `Me too, ${at}.\n\nAnd more.`)
  const [german, french] = [stage.embed(place, { lang: 'de' }), stage.embed(place, { lang: 'fr' })]
  await place.patch('settings', { hostPages: { de: german, fr: french } }, await place.staff('admin'))
  const known = [
    `${german}?parvis=/t/${number}-a-lamp/${reply}`,
    `${german}#parvis=/t/${number}/${reply}`,
    `${stage.url}s/${place.slug}/t/${number}#post-${reply}`,
  ]
  const strange = [
    `${stage.host.origin}/elsewhere?parvis=/t/${number}/${reply}`,
    `${german}?parvis-beta=/t/${number}/${reply}`,
    `${stage.url}s/${site.slug}/t/1`,
    `${german}?parvis=/roadmap`,
  ]
  const links = [...known, ...strange].map((address, index) => `[Bea schrieb: ${index}](${address})`)
  const quoting = await place.reply(bea, number, `${links.join('\n\n')}\n\n> At the gate.`)

  const screen = await stage.screen()
  const { page, context } = screen
  await page.goto(`${french}?parvis=/t/${number}/${quoting}`)
  const link = (index: number) => page.getByRole('link', { name: `Bea schrieb: ${index}`, exact: true })
  await link(0).waitFor()
  for (const index of known.keys()) {
    expect(await link(index).getAttribute('target')).toBe(null)
    await link(index).click()
    await eventually(() => page.locator(`[id="post-${reply}"]:focus`).count()).toBe(1)
    expect(page.url().startsWith(french)).toBe(true)
  }
  // There already, it is shown once more.
  await link(2).click()
  await eventually(() => page.locator(`[id="post-${reply}"]:focus`).count()).toBe(1)
  expect(context.pages()).toHaveLength(1)
  for (const index of strange.keys()) {
    const other = link(known.length + index)
    expect(await other.getAttribute('href')).toBe(strange[index])
    expect(await other.getAttribute('target')).toBe('_blank')
  }
})

test('of an image that is quoted its description stays: it is in one post alone, and none that the answer waits for', async () => {
  const red = sharp({ create: { width: 60, height: 40, channels: 3, background: '#b3261e' } })
  const raw = new Uint8Array(await red.png().toBuffer())
  const headers = { 'content-type': 'image/png' }
  const { id } = (await site.request('POST', 'boards/ideas/images', { as: anna, raw, headers })).body
  const number = await site.idea(anna, { title: 'A dot on the map' })
  const shown = `![A red dot](image:${id})`
  const reply = await site.reply(anna, number, `It looks so:\n\n${shown}\n\nEverywhere.`)
  const { page } = await stage.widget(site, { path: `/t/${number}`, as: { sub: 'ben', name: 'Ben' } })
  const place = page.locator(`[id="post-${reply}"]`)
  await place.locator('.prose img').waitFor()
  await place.getByRole('button', { name: words.quoteOf(anna.name, 2) }).click()
  const field = place.getByRole('textbox', { name: words.replyingTo(anna.name) })
  await eventually(() => field.inputValue()).toContain('> It looks so:\n> \n> A red dot\n> \n> Everywhere.\n')
  await select(page, reply, 'looks', 'Every')
  await place.getByRole('button', { name: words.quoteOf(anna.name, 2) }).click()
  await eventually(() => field.inputValue()).toContain('> looks so:\n> \n> A red dot\n> \n> Every\n')
  expect(await field.inputValue()).not.toContain(id)
  expect(await place.getByRole('textbox', { name: images.describe }).count()).toBe(0)
  await eventually(() => page.evaluate(() => JSON.stringify({ ...localStorage }))).toContain('A red dot')
  const previews: string[] = []
  page.on('request', (request) => previews.push(request.url()))
  await page.reload()
  await place.getByRole('button', { name: words.replyTo(anna.name) }).click()
  await eventually(() => field.inputValue()).toContain('A red dot')
  expect(await page.getByText(images.gone('A red dot', 1)).count()).toBe(0)
  // A draft’s own images would be asked for.
  expect(previews.filter((url) => url.includes('previews'))).toEqual([])
})
