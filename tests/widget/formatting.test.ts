import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import germanWords from '../../widget/translations/de/compose.ts'
import compose from '../../widget/translations/en/compose.ts'
import frenchWords from '../../widget/translations/fr/compose.ts'
import { openStage, type Stage, type WindowOptions } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import type { TestSite } from '../support/world.ts'

// What the tools above a text do to it.

let stage: Stage
let site: TestSite

beforeAll(async () => {
  stage = await openStage()
  site = await stage.site()
  await site.idea(await site.member('Anna', { sub: 'anna' }), { title: 'Rounds that end at the depot' })
})

async function writing(options: WindowOptions = { window: 'formatting' }, lang = 'en') {
  const as = { sub: 'anna', name: 'Anna' }
  const { page } = await stage.widget(site, { as, lang, path: '/t/1' }, options)
  const field = page.locator('parvis-composer textarea')
  await field.waitFor()
  return { page, field }
}

/** Writes a text in which `⟦` and `⟧` stand around what is selected, or side by side where the caret is. */
const write = async (page: Page, text: string) => {
  const field = page.locator('parvis-composer textarea')
  await field.fill(text.replace('⟦', '').replace('⟧', ''))
  await field.evaluate(
    (area, [from, to]) => (area as HTMLTextAreaElement).setSelectionRange(from!, to!),
    [text.indexOf('⟦'), text.indexOf('⟧') - 1],
  )
}

/** The text as it stands, with the same signs. */
const stands = (page: Page) =>
  page.locator('parvis-composer textarea').evaluate((area) => {
    const { value, selectionStart: from, selectionEnd: to } = area as HTMLTextAreaElement
    return `${value.slice(0, from)}⟦${value.slice(from, to)}⟧${value.slice(to)}`
  })

const tool = (page: Page, name: string) =>
  page.getByRole('toolbar', { name: compose.tools }).getByRole('button', { name, exact: true })

test.each([
  ['a line in which the caret stands', 'One\nTw⟦⟧o', 'One\n- [ ] Tw⟦⟧o'],
  ['an empty text', '⟦⟧', '- [ ] ⟦⟧'],
  ['the lines of a selection, but none that is empty', 'O⟦ne\n\nTw⟧o', '⟦- [ ] One\n\n- [ ] Two⟧'],
  ['no line that was only reached', '⟦One\n⟧Two', '⟦- [ ] One⟧\nTwo'],
  ['items of a list, which keep their place', '⟦- One\n  * Two⟧', '⟦- [ ] One\n  - [ ] Two⟧'],
  ['all where some are tasks', '⟦- [x] One\nTwo⟧', '⟦- [x] One\n- [ ] Two⟧'],
])('the task list makes tasks of %s', async (_, before, after) => {
  const { page } = await writing()
  await write(page, before)
  await tool(page, compose.tasks).click()
  expect(await stands(page)).toBe(after)
})

test('pressed again, the task list takes the tasks away, and undo brings them back', async () => {
  const { page, field } = await writing()
  await write(page, '⟦One\nTwo⟧')
  await tool(page, compose.tasks).click()
  await tool(page, compose.tasks).click()
  expect(await stands(page)).toBe('⟦One\nTwo⟧')
  await page.keyboard.press('ControlOrMeta+z')
  expect(await field.inputValue()).toBe('- [ ] One\n- [ ] Two')
  await page.keyboard.press('ControlOrMeta+z')
  expect(await field.inputValue()).toBe('One\nTwo')
  await write(page, '- [x] ⟦⟧')
  await tool(page, compose.tasks).click()
  expect(await stands(page)).toBe('⟦⟧')
})

test.each([
  ['list', 'a line in which the caret stands an item', 'One\nTw⟦⟧o', 'One\n- Tw⟦⟧o'],
  ['list', 'lines of a selection items', '⟦One\n\nTwo⟧', '⟦- One\n\n- Two⟧'],
  ['list', 'tasks plain items', '⟦- [ ] One\n- [x] Two⟧', '⟦- One\n- Two⟧'],
  ['quote', 'a line a quote', 'One\nTw⟦⟧o', 'One\n> Tw⟦⟧o'],
  ['quote', 'paragraphs one quote', '⟦One\n\nTwo⟧', '⟦> One\n>\n> Two⟧'],
  ['quote', 'what is quoted in part a quote', '⟦> One\nTwo⟧', '⟦> One\n> Two⟧'],
  ['code', 'selected words code', 'Press ⟦Ctrl⟧ now', 'Press `⟦Ctrl⟧` now'],
  ['code', 'selected lines code, whole', 'One\nT⟦wo\nThr⟧ee\nFour', 'One\n```\n⟦Two\nThree⟧\n```\nFour'],
  ['code', 'a word to write over code', 'A ⟦⟧', `A \`⟦${compose.placeholders.code}⟧\``],
  ['bold', 'a word to write over bold', '⟦⟧', `**⟦${compose.placeholders.bold}⟧**`],
  ['italic', 'a bold word italic too', '**⟦word⟧**', '**_⟦word⟧_**'],
] as const)('the tool %s makes %s', async (name, _, before, after) => {
  const { page, field } = await writing()
  await write(page, before)
  await tool(page, compose[name]).click()
  expect(await stands(page)).toBe(after)
  await eventually(() => pressed(page)).toContain(compose[name])
  await page.keyboard.press('ControlOrMeta+z')
  expect(await field.inputValue()).toBe(before.replace('⟦', '').replace('⟧', ''))
})

const pressed = (page: Page) =>
  page
    .getByRole('toolbar', { name: compose.tools })
    .locator('[aria-pressed=true]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')))

test.each([
  ['list', '⟦- One\n\n* Two⟧', '⟦One\n\nTwo⟧'],
  ['quote', '> One\n> Tw⟦⟧o', '> One\nTw⟦⟧o'],
  ['quote', '⟦> One\n>\n> Two⟧', '⟦One\n\nTwo⟧'],
  ['bold', 'A **wo⟦⟧rd** here', 'A wo⟦⟧rd here'],
  ['bold', 'A ⟦**word**⟧ here', 'A ⟦word⟧ here'],
  ['italic', '_a snake⟦_case⟧ name_', 'a snake⟦_case⟧ name'],
  ['code', 'Press `⟦Ctrl⟧` now', 'Press ⟦Ctrl⟧ now'],
  ['code', 'One\n```sh\nTwo\nThr⟦⟧ee\n```\nFour', 'One\nTwo\nThr⟦⟧ee\nFour'],
] as const)(
  'wid-A12: where it stands already the tool %s is pressed, and takes it away',
  async (name, before, after) => {
    const { page } = await writing()
    await write(page, before)
    await eventually(() => pressed(page)).toEqual([compose[name]])
    await tool(page, compose[name]).click()
    expect(await stands(page)).toBe(after)
    await eventually(() => pressed(page)).toEqual([])
  },
)

test.each([
  ['bold', '⟦- One\n\nTwo ⟧', '- **⟦One**\n\n**Two⟧** ', '- ⟦One\n\nTwo⟧ '],
  ['italic', 'A ⟦word ⟧here', 'A _⟦word⟧_ here', 'A ⟦word⟧ here'],
  ['code', '⟦One\n⟧Two', '`⟦One⟧`\nTwo', '⟦One⟧\nTwo'],
  ['code', '⟦a\n```\nb⟧', '````\n⟦a\n```\nb⟧\n````', '⟦a\n```\nb⟧'],
  ['list', '> O⟦⟧ne', '> - O⟦⟧ne', '> O⟦⟧ne'],
  ['tasks', '⟦⟧One', '- [ ] ⟦⟧One', '⟦⟧One'],
] as const)(
  'the tool %s does %j, once, and undoes it when it is pressed again',
  async (name, before, after, again) => {
    const { page } = await writing()
    await write(page, before)
    await tool(page, compose[name]).click()
    expect(await stands(page)).toBe(after)
    await eventually(() => pressed(page)).toContain(compose[name])
    await tool(page, compose[name]).click()
    expect(await stands(page)).toBe(again)
  },
)

test.each([
  ['code', '⟦```\na\n```⟧', '⟦a⟧'],
  ['code', '~~~\none\nt⟦⟧wo', 'one\nt⟦⟧wo'],
  ['code', '````md\n```\nin⟦⟧ner\n```\n````\nEnd', '```\nin⟦⟧ner\n```\nEnd'],
  ['tasks', '⟦⟧- One', '- [ ] ⟦⟧One'],
] as const)('the tool %s of %j is for the whole of it', async (name, before, after) => {
  const { page } = await writing()
  await write(page, before)
  await tool(page, compose[name]).click()
  expect(await stands(page)).toBe(after)
})

test('wid-A12: a tool is pressed only where its sign stands around the caret, and link and table never are', async () => {
  const { page, field } = await writing()
  for (const text of [
    '**one** t⟦⟧wo **three**',
    'snake_⟦⟧case_name',
    '_id a⟦⟧nd _rev',
    'a ** b ⟦⟧ ** c',
    '\\_fo⟦⟧o\\_',
    'glob `**/*.ts` ⟦and⟧ `src/**`',
    '```\none\n```\nt⟦⟧wo\n```\nthree\n```',
    '```x``` is the sign\npl⟦⟧ain\n```js\ncode\n```',
    'a\n⟦\n\n⟧b',
    '2 * ⟦⟧3',
    '',
  ]) {
    await write(page, text.includes('⟦') ? text : '⟦⟧')
    await field.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    )
    expect(await pressed(page), text).toEqual([])
  }
  // By the arrows alone, without a word being typed.
  await write(page, '**one**⟦⟧')
  await field.press('ArrowLeft')
  await field.press('ArrowLeft')
  await eventually(() => pressed(page)).toEqual([compose.bold])
  for (const name of [compose.link, compose.table])
    expect(await tool(page, name).getAttribute('aria-pressed')).toBeNull()
  for (const name of [compose.bold, compose.italic, compose.list, compose.tasks, compose.quote, compose.code])
    expect(await tool(page, name).getAttribute('aria-pressed')).toMatch(/true|false/)
})

const table = (head: string) => `| ⟦${head}⟧ | Column 2 |\n| --- | --- |\n|  |  |`

test.each([
  ['in an empty text', '⟦⟧', `${table('Column 1')}\n`],
  ['below a line that was begun', 'Before⟦⟧', `Before\n\n${table('Column 1')}\n`],
  ['between two paragraphs', 'Before\n\n⟦⟧After', `Before\n\n${table('Column 1')}\n\nAfter`],
  ['with selected words as its first head', 'A ⟦Day | night⟧', `A \n\n${table('Day \\| night')}\n`],
  ['below selected lines, which stay', '⟦One\nTwo⟧', `One\nTwo\n\n${table('Column 1')}\n`],
  ['below the paragraph, not into it', 'On⟦⟧e\nTwo\n\nThree', `One\nTwo\n\n${table('Column 1')}\n\nThree`],
  ['below another table', '| O⟦⟧ne |\n| --- |\n| 1 |\n', `| One |\n| --- |\n| 1 |\n\n${table('Column 1')}\n`],
  ['below code', '```\no⟦n⟧e\n\ntwo\n```\nEnd', `\`\`\`\none\n\ntwo\n\`\`\`\n\n${table('Column 1')}\n\nEnd`],
  ['below code whose end was left out', '~~~\none⟦⟧', `~~~\none\n~~~\n\n${table('Column 1')}\n`],
])('a table is put %s, and its first head is selected', async (_, before, after) => {
  const { page, field } = await writing()
  await write(page, before)
  await tool(page, compose.table).click()
  expect(await stands(page)).toBe(after)
  await page.keyboard.press('ControlOrMeta+z')
  expect(await field.inputValue()).toBe(before.replace('⟦', '').replace('⟧', ''))
})

const shown = '![](image:⟨id⟩)'

test.each([
  ['a table', `| One⟦⟧ |\n| --- |\n| 1 |`, `| One |\n| --- |\n| 1 |\n\n${shown}\n\n`],
  ['code', '```\none⟦⟧\n\ntwo\n```\n\nEnd', `\`\`\`\none\n\ntwo\n\`\`\`\n\n${shown}\n\nEnd`],
  ['a paragraph', 'On⟦⟧e\n\nTwo', `One\n\n${shown}\n\nTwo`],
])('an image is put below %s in which the caret stands, and not into it', async (_, before, after) => {
  const { page, field } = await writing()
  await write(page, before)
  const square = sharp({ create: { width: 60, height: 40, channels: 3, background: '#2f6f5e' } })
  const file = { name: 'depot.png', mimeType: 'image/png', buffer: await square.png().toBuffer() }
  await page.locator('parvis-images input[type=file]').setInputFiles(file)
  await eventually(() => field.inputValue()).toContain('](image:')
  expect((await field.inputValue()).replace(/image:[0-9a-f-]{36}/, 'image:⟨id⟩')).toBe(after)
})

test.each([
  ['b', compose.bold, 'A ⟦word⟧', 'A **⟦word⟧**'],
  ['i', compose.italic, 'A ⟦word⟧', 'A _⟦word⟧_'],
  ['k', compose.link, 'A ⟦word⟧', 'A [word](⟦https://⟧)'],
])('Ctrl+%s does what the button %s does, which says so', async (key, name, before, after) => {
  const { page, field } = await writing()
  await write(page, before)
  const button = tool(page, name)
  expect(await button.getAttribute('aria-keyshortcuts')).toBe(`Control+${key.toUpperCase()}`)
  expect(await button.getAttribute('data-tip')).toBe(`${name} (${compose.withControl(key.toUpperCase())})`)
  // An input method has its keys to itself.
  const composing = (isComposing: boolean) =>
    field.evaluate((area, init) => area.dispatchEvent(new KeyboardEvent('keydown', init)), {
      key,
      ctrlKey: true,
      isComposing,
      bubbles: true,
      cancelable: true,
    })
  expect(await composing(true)).toBe(true)
  await page.keyboard.press(`Control+Shift+${key}`)
  expect(await stands(page)).toBe(before)
  await page.keyboard.press(`Control+${key}`)
  expect(await stands(page)).toBe(after)
})

test('by keyboard, table and tasks are put in, filled, and posted as such', async () => {
  const { page, field } = await writing()
  await field.focus()
  await page.keyboard.press('Shift+Tab')
  const focused = () =>
    page.evaluate(() => {
      let active = document.activeElement
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
      return active?.getAttribute('aria-label')
    })
  while ((await focused()) !== compose.bold) await page.keyboard.press('Shift+Tab')
  const seen: (string | null | undefined)[] = []
  for (let step = 0; step < 8; step++) {
    seen.push(await focused())
    await page.keyboard.press('ArrowRight')
  }
  const { bold, italic, link, list, tasks, quote, code } = compose
  expect(seen).toEqual([bold, italic, link, list, tasks, quote, code, compose.table])
  await page.keyboard.press('ArrowLeft')
  expect(await focused()).toBe(compose.table)
  await page.keyboard.press('Enter')
  await page.keyboard.type('Day')
  await page.keyboard.press('ControlOrMeta+End')
  await page.keyboard.type('\nAsk the depot')
  await tool(page, compose.tasks).click()
  await page.getByRole('button', { name: 'Reply', exact: true }).last().click()
  const reply = page.getByRole('listitem').filter({ hasText: '☐ Ask the depot' }).last()
  await reply.waitFor()
  await page.getByRole('columnheader', { name: 'Day' }).waitFor()
  await eventually(() => field.inputValue()).toBe('')
})

test('in a task its box stands for the bullet, in the widget, the admin and the public page; other items keep theirs', async () => {
  const number = await site.idea(await site.member('Anna', { sub: 'anna' }), {
    title: 'A lamp for the depot',
  })
  const body = '- [ ] Order it\n- [x] Measure\n- Talk\n\n1. First'
  await site.reply(await site.member('Anna', { sub: 'anna' }), number, body)
  const { page } = await stage.widget(site, { path: `/t/${number}` })
  const { page: team } = await stage.admin(site, await site.staff('moderator'), {
    path: `feedback/${number}`,
  })
  const screen = await stage.screen()
  await screen.page.goto(`${stage.url}s/${site.slug}/t/${number}`)
  for (const one of [page, team, screen.page]) {
    const items = one.locator('.prose li')
    await items.filter({ hasText: '☐ Order it' }).waitFor()
    // On the public page the widget takes the place of what was there.
    await eventually(() =>
      items.evaluateAll((all) => all.map((item) => getComputedStyle(item).listStyleType)),
    ).toEqual(['none', 'none', 'disc', 'decimal'])
  }
})

test.each([
  ['the next task', '- [x] One⟦⟧', '- [x] One\n- [ ] ⟦⟧'],
  ['the next item, as far in as the one before', '- One\n  * Two⟦⟧', '- One\n  * Two\n  * ⟦⟧'],
  ['the next item of a list in a quotation', '> - One⟦⟧', '> - One\n> - ⟦⟧'],
  ['words of the quotation after an empty item in it', '> 1. One\n> 2. ⟦⟧', '> 1. One\n> ⟦⟧'],
  ['a line of code that only looks like an item', '```\n- name: a⟦⟧', '```\n- name: a\n⟦⟧'],
  ['the same in a quotation', '> ~~~\n> - name: a⟦⟧\n> ~~~', '> ~~~\n> - name: a\n⟦⟧\n> ~~~'],
  ['the next item after code has ended', '```\n- a\n```\n- One⟦⟧', '```\n- a\n```\n- One\n- ⟦⟧'],
  ['the next number', '9. One⟦⟧', '9. One\n10. ⟦⟧'],
  ['a plain line where an item has no words', '- One\n- [ ] ⟦⟧', '- One\n⟦⟧'],
  ['a plain line in what is no list', 'One - two⟦⟧', 'One - two\n⟦⟧'],
  ['a plain line within an item', '- One⟦⟧ two', '- One\n⟦⟧ two'],
])('Enter begins %s', async (_, before, after) => {
  const { page, field } = await writing()
  await write(page, before)
  await page.keyboard.press('Enter')
  expect(await stands(page)).toBe(after)
  await page.keyboard.press('ControlOrMeta+z')
  expect(await field.inputValue()).toBe(before.replace('⟦', '').replace('⟧', ''))
})

test('all tools have their places at 320 px, also where one answers an answer, and have names in each language', async () => {
  const anna = await site.member('Anna', { sub: 'anna' })
  const first = await site.reply(anna, 1, 'Every Friday?')
  await site.reply(anna, 1, 'And each Monday.', { parent: first })
  for (const [lang, words] of [
    ['fr', frenchWords],
    ['de', germanWords],
    ['en', compose],
  ] as const) {
    const { page } = await writing({ viewport: { width: 320, height: 900 } }, lang)
    if (lang === 'en') {
      await page
        .getByRole('button', { name: /^Reply to .*Anna$/ })
        .last()
        .click()
      await eventually(() => page.locator('parvis-composer').count()).toBe(2)
    }
    for (const bar of await page.getByRole('toolbar').all()) {
      await bar.getByRole('button', { name: words.tasks, exact: true }).waitFor()
      await bar.getByRole('button', { name: words.table, exact: true }).waitFor()
      const { width, inner, smallest } = await bar.evaluate((one) => ({
        width: one.clientWidth,
        inner: one.scrollWidth,
        smallest: Math.min(...[...one.querySelectorAll('button')].map((each) => each.offsetWidth)),
      }))
      expect(inner, 'nothing has to be scrolled for').toBeLessThanOrEqual(width)
      expect(smallest, 'wid-B21').toBeGreaterThanOrEqual(24)
    }
    const shots = process.env.PARVIS_SHOTS
    if (shots) await page.screenshot({ path: `${shots}/tools-${lang}.png`, fullPage: true })
  }
})

test('keys that an input method takes send nothing, and begin no item', async () => {
  const { field } = await writing()
  await field.fill('- Not whole')
  const taken = (init: { isComposing?: boolean; keyCode?: number; ctrlKey?: boolean }) =>
    field.evaluate((area, init) => {
      const key = { key: 'Enter', bubbles: true, composed: true, cancelable: true }
      return !area.dispatchEvent(new KeyboardEvent('keydown', { ...key, ...init }))
    }, init)
  for (const by of [{ isComposing: true }, { keyCode: 229 }]) {
    expect(await taken({ ...by, ctrlKey: true })).toBe(false)
    expect(await taken(by)).toBe(false)
  }
  expect(await field.inputValue()).toBe('- Not whole')
  // The same key is taken once nothing is being composed.
  expect(await taken({ ctrlKey: true })).toBe(true)
  await eventually(() => field.inputValue()).toBe('')
})

test('Ctrl and Enter send a text also from its preview, once', async () => {
  const { page, field } = await writing()
  await field.fill('Sent from its preview.')
  const preview = page.getByRole('button', { name: compose.preview }).filter({ visible: true })
  await preview.click()
  await page.locator('parvis-composer .shown').getByText('Sent from its preview.').waitFor()
  await preview.press('Control+Enter')
  const sent = page.locator('parvis-thread').getByText('Sent from its preview.')
  await sent.first().waitFor()
  await eventually(() => field.inputValue()).toBe('')
  const { body } = await site.get('threads/1/replies')
  const texts = body.items.map(({ body }: { body: string }) => body)
  expect(texts.filter((text: string) => text === 'Sent from its preview.')).toHaveLength(1)
})

test('addresses that are only typed lead away as links that vouch for nobody and tell nothing of where they stand', async () => {
  const anna = await site.member('Anna', { sub: 'anna' })
  const number = await site.idea(anna, {
    title: 'Where the maps are',
    body: 'See https://maps.example/x?a=1&b=2. Or (www.velox.example), <https://third.example/>, ada@kurier.example and `https://code.example`.',
  })
  const { page } = await stage.widget(site, { path: `/t/${number}` })
  const { page: team } = await stage.admin(site, await site.staff('moderator'), {
    path: `feedback/${number}`,
  })
  const plain = await stage.screen({ javaScriptEnabled: false })
  await plain.page.goto(`${stage.url}s/${site.slug}/t/${number}`)
  for (const [where, one] of Object.entries({ widget: page, admin: team, page: plain.page })) {
    const links = one.locator('.prose').first().locator('a')
    await links.first().waitFor()
    const told = await links.evaluateAll((all) =>
      (all as HTMLAnchorElement[]).map(({ href, target, relList, textContent }) => ({
        href,
        target,
        text: textContent,
        vouches: !relList.contains('nofollow') || !relList.contains('ugc'),
        opens: !relList.contains('noopener'),
      })),
    )
    const away = { target: '_blank', vouches: false, opens: false }
    expect(told, where).toEqual([
      { ...away, href: 'https://maps.example/x?a=1&b=2', text: 'https://maps.example/x?a=1&b=2' },
      {
        ...away,
        href: expect.stringMatching(/^https?:\/\/www\.velox\.example\/$/),
        text: 'www.velox.example',
      },
      { ...away, href: 'https://third.example/', text: 'https://third.example/' },
      { ...away, href: 'mailto:ada@kurier.example', text: 'ada@kurier.example' },
    ])
  }
})
