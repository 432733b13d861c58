import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { openStage, type Stage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import { widgetWords } from '../support/widget_views.ts'
import type { TestSite } from '../support/world.ts'

// What can be sent to others: the link of a reply, and the page of a member, which says no more than the site lets it.

let stage: Stage
let site: TestSite

beforeAll(async () => {
  stage = await openStage()
  site = await stage.site()
})

test.each(['en', 'fr', 'de'] as const)(
  'the link of a reply is copied by keyboard, says so, and opens the page at that reply, in %s',
  async (lang) => {
    const { thread } = await widgetWords(lang)
    const anna = await site.member('Anna')
    const number = await site.idea(anna, { title: 'Rounds that end at the depot' })
    for (let at = 0; at < 12; at++) await site.reply(anna, number, `Me too, ${at}.\n\nAnd more.`)
    const reply = await site.reply(anna, number, 'This is what I mean.')
    const { page } = await stage.widget(site, { path: `/t/${number}`, lang })
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    const post = page.locator(`[id="post-${reply}"]`)
    await post.getByRole('button', { name: thread.more('Anna', 14) }).focus()
    await page.keyboard.press('Enter')
    const copy = post.getByRole('button', { name: thread.copy })
    await copy.focus()
    await page.keyboard.press('Enter')
    await page.getByText(thread.copied).first().waitFor()
    const address = await page.evaluate(() => navigator.clipboard.readText())
    expect(new URL(address).origin).toBe(stage.host.origin)
    await page.goto('about:blank')
    await page.goto(address)
    await post.waitFor()
    await eventually(() => post.evaluate((one) => one.getBoundingClientRect().top < innerHeight)).toBe(true)
    await eventually(() => page.locator(`[id="post-${reply}"]:focus`).count()).toBe(1)
  },
)

test('a member’s page names the employer only where the site says so, and the votes only where the member does', async () => {
  const place = await stage.site()
  const { member } = await widgetWords('en')
  const ada = await place.member('Ada', { company: { id: 'c1', name: 'Nord & Sud' } })
  await place.idea(ada, { title: 'A lamp for the way home' })
  const { page } = await stage.widget(place, { path: `/m/${ada.id}` })
  await page.getByRole('heading', { name: 'Ada', level: 2 }).waitFor()
  await page.getByText(member.began).waitFor()
  expect(await page.getByText('Nord & Sud').count()).toBe(0)
  expect(await page.getByRole('heading', { name: member.votes }).count()).toBe(0)
  await place.patch('settings', { showCompany: true }, await place.staff('owner'))
  await place.patch('me', { votesShown: true }, ada)
  await page.reload()
  await page.getByText('Nord & Sud').waitFor()
  await page.getByRole('heading', { name: member.votes }).waitFor()
})

test.each(['en', 'fr', 'de'] as const)(
  'what somebody wrote says when, and a moment ago that it was just now, in %s',
  async (lang) => {
    const said = {
      en: ['Replied · just now', 'Started · just now', 'Replied · just now', 'Started · 3 minutes ago'],
      fr: [
        'A répondu · à l’instant',
        'A lancé un sujet · à l’instant',
        'Réponse · à l’instant',
        'Sujet ouvert · il y a 3 minutes',
      ],
      de: [
        'Antwort · gerade eben',
        'Thema eröffnet · gerade eben',
        'Antwort · gerade eben',
        'Thema eröffnet · vor 3 Minuten',
      ],
    }[lang]
    const place = await stage.site()
    const ada = await place.member('Ada', { sub: 'ada' })
    const number = await place.idea(ada, { title: 'A lamp for the way home' })
    await place.reply(ada, number, 'A red one.')
    const when = (page: Page) =>
      page.locator('.told .meta').evaluateAll((all) => all.map((one) => one.textContent!.trim()))
    const theirs = await stage.widget(place, { path: `/m/${ada.id}`, lang })
    await eventually(() => when(theirs.page)).toEqual(said.slice(0, 2))
    await sql`update posts set created_at = created_at - interval '3 minutes'
      where site_id = ${(await place.row()).id} and kind = 'opening'`.execute(place.world.db)
    const own = await stage.widget(place, { path: '/me/posts', lang, as: { sub: 'ada' } })
    await eventually(() => when(own.page)).toEqual(said.slice(2))
  },
)
