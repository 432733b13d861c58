import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { sendDue } from '../../server/mails/send.ts'
import { adminWords } from '../support/admin_views.ts'
import { openStage, type Stage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import { harmful } from '../support/harmless.ts'
import { strictPolicy } from '../support/host_pages.ts'
import { hide } from '../support/judging.ts'
import { xmlAt } from '../support/pages.ts'
import { payloads } from '../support/payloads.ts'
import { type Poisoned, poison } from '../support/poisoned.ts'
import type { Screen } from '../support/screen.ts'
import type { TestSite } from '../support/world.ts'

// Every text that somebody can store is a payload, in a page that forbids nothing: a script, a handler or a
// followed address would open a dialog, leave a trace in the page, or ask another server.

let stage: Stage
let site: TestSite
let poisoned: Poisoned

beforeAll(async () => {
  stage = await openStage()
  site = await stage.site()
  poisoned = await poison(site)
})

const noPolicy = { csp: '' }
const { palette } = adminWords.en

/** Looks through a screen: nothing in it is more than text, and nothing went to anybody else. */
async function clean(screen: Screen, where: string): Promise<void> {
  await screen.settled()
  expect(await harmful(screen.page), where).toEqual([])
  expect(screen.unexpected(), where).toEqual([])
  const known = [stage.host.origin, new URL(stage.url).origin]
  const foreign = screen.requests
    .map((one) => one.url())
    .filter((url) => !known.includes(new URL(url).origin) && !url.startsWith('blob:'))
  expect(foreign, where).toEqual([])
}

test('the premise: this page would run them, and the search for harm finds them', async () => {
  expect(payloads.length).toBeGreaterThan(60)
  const screen = await stage.screen()
  screen.expect(/A dialog opened: 1/, /404|ERR_|Failed to load/)
  await screen.page.goto(stage.embed(site, { ...noPolicy, body: '<div class="prose"></div>', head: '' }))
  await screen.page.evaluate(() => {
    document.querySelector('.prose')!.innerHTML =
      '<img src=x onerror=alert(1)><a href="javascript:alert(1)">x</a>'
  })
  await eventually(() => screen.trouble.join()).toContain('A dialog opened: 1')
  expect((await harmful(screen.page)).join()).toMatch(/onerror=alert.*href=javascript/s)
})

test('sec-I01: the widget shows every payload as the text it is', async () => {
  stage.clock.move(20)
  const screen = await stage.widget(site, { ...noPolicy, as: { sub: 'person-reader', name: payloads[21] } })
  const { page } = screen
  await clean(screen, 'the board')
  for (let more = page.getByRole('button', { name: /^Show \d+ more/ }); await more.count(); ) {
    const rows = await page.getByRole('listitem').count()
    await more.click()
    await eventually(() => page.getByRole('listitem').count()).toBeGreaterThan(rows)
  }
  await clean(screen, 'the whole board')
  expect(
    await page.getByRole('link', { name: '<script>alert(1)</script>', exact: true }).count(),
  ).toBeGreaterThan(0)
  const address = page.url()
  const go = async (path: string) => {
    await page.goto(`${address}?${new URLSearchParams({ parvis: path })}`)
    await page.locator('parvis-board section').first().waitFor()
    await clean(screen, path)
  }
  for (const number of poisoned.ideas.filter((_, index) => index % 8 === 0)) await go(`/t/${number}`)
  await go(`/t/${poisoned.long}`)
  await readOn(page, 'Show more of the story')
  await clean(screen, 'the long thread')
  expect(await page.getByText('<script>alert(1)</script>', { exact: true }).count()).toBeGreaterThan(0)
  for (const path of [
    `/t/${poisoned.shown}`,
    `/m/${poisoned.author.id}`,
    `/m/${poisoned.authors[0]!.id}`,
    '/roadmap',
    '/new?board=odd',
    '/me',
    '/me/posts',
    '/me/votes',
    '/me/decisions',
    '/me/settings',
    '/b/odd',
    '/?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E',
  ])
    await go(path)
})

test('mentions, images and their descriptions are shown as the text they are', async () => {
  const { shown, authors } = poisoned
  const screen = await stage.widget(site, { ...noPolicy, as: { sub: 'reader' }, path: `/t/${shown}` })
  const { page } = screen
  const replies = page.getByRole('article')
  const mentions = replies.locator('[data-member]')
  await mentions.first().waitFor()
  expect(await replies.locator('img[alt]').count()).toBeGreaterThan(20)
  expect(await mentions.count()).toBeGreaterThan(40)
  expect(await mentions.first().innerText()).toContain(authors[0]!.name.slice(0, 12))
  await clean(screen, 'what is shown')
  await page.getByRole('textbox', { name: 'Your reply' }).fill('')
  for (const typed of ['<s', '"><', '<im']) {
    await page.getByRole('textbox', { name: 'Your reply' }).fill('')
    await page.getByRole('textbox', { name: 'Your reply' }).pressSequentially(`Hello @${typed}`)
    await screen.settled()
    await clean(screen, typed)
  }
})

test('what was edited is shown as the text it is', async () => {
  const screen = await stage.widget(site, { ...noPolicy, path: `/t/${poisoned.edited.number}` })
  const { page } = screen
  const edited = page.getByRole('button', { name: /^Edited on/ })
  await eventually(() => edited.count()).toBe(2)
  for (const one of await edited.all()) {
    await one.click()
    const change = page.getByRole('dialog').locator('ins, del').filter({ hasText: 'alert(1)' })
    await eventually(() => change.count()).toBeGreaterThan(1)
    await clean(screen, 'what was edited')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
  }
})

test.each(['forbids nothing', 'takes trusted types alone'])(
  'a browser without a sanitizer of its own gets ours, and it is as strict, in a page that %s',
  async (page) => {
    const types = ["require-trusted-types-for 'script'", 'trusted-types parvis']
    const csp = page === 'forbids nothing' ? '' : strictPolicy(stage.url, types)
    const screen = await stage.screen()
    await screen.page.addInitScript(() => {
      Reflect.deleteProperty(Element.prototype, 'setHTML')
      Reflect.deleteProperty(window, 'Sanitizer')
    })
    await screen.page.goto(`${stage.embed(site, { csp })}?parvis=/t/${poisoned.long}`)
    await screen.page.getByRole('article').getByText('alert(1)').first().waitFor()
    expect(screen.requests.some((one) => /purify/.test(one.url()))).toBe(true)
    await readOn(screen.page, 'Show more of the story')
    await clean(screen, 'the long thread')
  },
)

test('their author reads every payload of theirs as the text it is', async () => {
  stage.clock.move(20)
  const screen = await stage.widget(site, { ...noPolicy, as: { sub: poisoned.sub } })
  const address = screen.page.url()
  for (const path of ['/me', '/me/posts', '/me/votes', '/me/follows', '/me/decisions', '/me/settings']) {
    await screen.page.goto(`${address}?${new URLSearchParams({ parvis: path })}`)
    await screen.page.locator('parvis-board section').first().waitFor()
    await clean(screen, path)
  }
})

async function readOn(page: Page, name: string): Promise<void> {
  for (let more = page.getByRole('button', { name }); await more.count(); ) {
    const before = await page.locator('article, li').count()
    await more.first().click()
    await eventually(() => page.locator('article, li').count()).toBeGreaterThan(before)
  }
}

test('similar titles are marked as text while one is typed', async () => {
  const screen = await stage.widget(site, { ...noPolicy, path: '/new?board=ideas' })
  const title = screen.page.getByRole('textbox', { name: 'What would help you?' })
  for (const payload of [
    '<img src=x onerror=alert(1)>',
    '<script>alert(1)</script>',
    '<svg onload=alert(1)>',
  ]) {
    await title.fill(payload)
    await screen.page.getByRole('link', { name: payload, exact: true }).first().waitFor()
    await clean(screen, payload)
  }
})

test('sec-I01: the editor previews every payload as the text it is', async () => {
  const screen = await stage.widget(site, {
    ...noPolicy,
    as: { sub: 'reader' },
    path: `/t/${poisoned.ideas[5]}`,
  })
  const { page } = screen
  await page.getByRole('textbox', { name: 'Your reply' }).fill(payloads.join('\n\n'))
  await page.getByRole('button', { name: 'Preview' }).filter({ visible: true }).click()
  await screen.settled()
  await clean(screen, 'the preview')
})

test('sec-I01: mails show every payload as the text it is', async () => {
  const { owner, moderator, ideas } = poisoned
  const email = `reader-${process.pid}@payloads.example`
  const reader = await site.member('Lea', { email })
  await site.put('boards/ideas/subscription', undefined, reader)
  const number = await site.idea(reader, { title: payloads[21]!.slice(0, 100) })
  const hidden = await site.reply(reader, number, 'Words of mine')
  expect(ideas).not.toContain(number)
  const screen = await stage.screen()
  await screen.page.goto(stage.embed(site, { ...noPolicy, body: '', head: '' }))
  let sent = 0
  const draw = async (what: string): Promise<{ html: string; text: string }> => {
    stage.clock.move(200)
    await sendDue(stage.world)
    const { html, text } = (await stage.mails.to(email, ++sent)) as { html: string; text: string }
    await screen.page.setContent(html)
    expect(await screen.page.getByRole('link').count(), what).toBeGreaterThan(3)
    await clean(screen, what)
    return { html, text }
  }
  // No more at once than one mail tells.
  for (let from = 0; from < payloads.length; from += 20) {
    for (const [index, payload] of payloads.slice(from, from + 20).entries())
      await site.reply(index % 2 ? moderator : owner, number, payload)
    const { html, text } = await draw(`the mail of payloads ${from} and on`)
    if (from) continue
    expect(html).toContain('&lt;script&gt;')
    expect(text).not.toContain('&lt;')
  }
  for (const payload of payloads.slice(0, 8)) {
    const title = `Payload ${payload}`.replace(/[\n\p{Cc}]+/gu, ' ').slice(0, 100)
    await site.idea(poisoned.author, { title, body: payload })
  }
  await site.put(`threads/${number}/status`, { status: 'odd', note: payloads[22] }, moderator)
  await hide(site, moderator, hidden, { reason: payloads[21]! })
  const { text } = await draw('the mail of titles, a note and a reason')
  // What would end a tag or be followed as an address is broken by what nobody sees.
  const plain = text.replaceAll('\u2060', '')
  for (const told of [payloads[21]!, payloads[22]!]) expect(plain).toContain(told.slice(0, 20))
})

test('sec-I01: feeds carry every payload as the text it is, for readers that draw what they carry', async () => {
  const { long, shown } = poisoned
  const screen = await stage.screen()
  await screen.page.goto(stage.embed(site, { ...noPolicy, body: '', head: '' }))
  for (const path of ['/feed.atom', '/b/ideas/feed.atom', `/t/${long}/feed.atom`, `/t/${shown}/feed.atom`]) {
    const carried = [...(await xmlAt(site, path)).querySelectorAll('content')]
    expect(carried.length, path).toBeGreaterThan(0)
    expect(new Set(carried.map((one) => one.getAttribute('type'))), path).toEqual(new Set(['html']))
    const drawn = carried.map((one) => `<div class="prose">${one.textContent}</div>`)
    await screen.page.setContent(`<main>${drawn.join('')}</main>`)
    expect(await screen.page.locator('.prose').count(), path).toBe(carried.length)
    await clean(screen, path)
  }
})

test('sec-I01: the admin shows every payload as the text it is', async () => {
  stage.clock.move(20)
  const screen = await stage.admin(site, poisoned.owner)
  const { page } = screen
  const go = async (path: string) => {
    await page.goto(`${stage.url}admin/${site.slug}/${path}`)
    await page.getByRole('main').waitFor()
    await clean(screen, path)
  }
  await go('feedback')
  for (const number of poisoned.ideas.filter((_, index) => index % 12 === 0)) await go(`feedback/${number}`)
  await go(`feedback/${poisoned.long}`)
  await readOn(page, 'Show what came later')
  await clean(screen, 'the long thread')
  for (const path of [
    `feedback/${poisoned.shown}`,
    `feedback/${poisoned.edited.number}`,
    `members/${poisoned.author.id}`,
    'members',
    'notifications',
    'reports',
    'roadmap',
    'audit',
    'mailbox',
    'settings',
    'settings/boards',
    'settings/tags',
    'settings/statuses',
    'settings/stages',
    'settings/rules',
    'settings/team',
    'settings/embed',
    'settings/segments',
    'settings/keys',
    'settings/sso',
    'settings/mail',
  ])
    await go(path)
})

test('sec-I01: the palette of the admin shows every payload that it finds as the text it is', async () => {
  stage.clock.move(20)
  const screen = await stage.admin(site, poisoned.owner)
  const { page } = screen
  for (const typed of ['alert', 'script', 'onerror', 'evil.example', 'autofocus', '<img']) {
    await page.keyboard.press('ControlOrMeta+k')
    await page.getByRole('combobox', { name: palette.title }).fill(typed)
    await eventually(() => page.getByRole('option').count()).toBeGreaterThan(0)
    await clean(screen, typed)
    await page.keyboard.press('Escape')
    await page.getByRole('dialog', { name: palette.title }).waitFor({ state: 'detached' })
  }
})

test('sec-I01: the page that ends mails shows a site’s name as the text it is', async () => {
  const email = `ending-${process.pid}@payloads.example`
  const reader = await site.member('Lea', { email })
  const number = await site.idea(reader, { title: 'What ends a mail' })
  await site.reply(poisoned.moderator, number, 'Read on.')
  stage.clock.move(200)
  await sendDue(stage.world)
  const { headers } = await stage.mails.to(email)
  const screen = await stage.screen()
  await screen.page.goto(headers.find(({ key }) => key === 'list-unsubscribe')!.value.slice(1, -1))
  await screen.page.getByText(payloads[22]!.slice(0, 12)).first().waitFor()
  await clean(screen, 'before')
  await screen.page.getByRole('button').click()
  await screen.page.getByRole('button').waitFor({ state: 'detached' })
  await clean(screen, 'after')
})
