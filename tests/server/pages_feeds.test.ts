import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { sitemapSize } from '../../server/pages/sitemap.ts'
import { furnish } from '../support/community.ts'
import { documentAt, pathOf, readAt, textsOf, xmlAt } from '../support/pages.ts'
import { publicUrl, type TestSite, testWorld } from '../support/world.ts'

const { site, statements, clock } = await testWorld()

const one = (element: Document | Element, name: string) => element.querySelector(name)?.textContent ?? ''
const uuid = /^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

test('each feed is Atom: its ids are of rows, its times are times, its links are whole', async () => {
  const { site: acme, idea, anna } = await furnish(await site())
  const ids: string[] = []
  for (const path of ['/feed.atom', '/b/ideas/feed.atom', '/b/help/feed.atom', `/t/${idea}/feed.atom`]) {
    const feed = await xmlAt(acme, path)
    const root = feed.documentElement
    expect([root.localName, root.namespaceURI]).toEqual(['feed', 'http://www.w3.org/2005/Atom'])
    expect(one(feed, 'feed > id')).toMatch(uuid)
    expect(one(feed, 'feed > title')).not.toBe('')
    const link = (rel: string) => feed.querySelector(`feed > link[rel=${rel}]`)?.getAttribute('href')
    expect(link('self')).toBe(`${publicUrl}s/${acme.slug}${path}`)
    expect(link('alternate')).toMatch(`${publicUrl}s/${acme.slug}`)
    const entries = [...feed.querySelectorAll('entry')]
    expect(entries.length).toBeGreaterThan(1)
    const updated = entries.map((entry) => one(entry, 'updated'))
    expect(one(feed, 'feed > updated')).toBe(updated.toSorted().at(-1))
    for (const entry of entries) {
      expect(one(entry, 'id')).toMatch(uuid)
      for (const name of ['title', 'author > name', 'content']) expect(one(entry, name), name).not.toBe('')
      for (const name of ['published', 'updated'])
        expect(new Date(one(entry, name)).toISOString()).toBe(one(entry, name))
      expect(entry.querySelector('link')?.getAttribute('href')).toMatch(`${publicUrl}s/${acme.slug}/t/`)
    }
    const own = [one(feed, 'feed > id'), ...entries.map((entry) => one(entry, 'id'))]
    expect(new Set(own).size).toBe(own.length)
    ids.push(own[0]!)
  }
  expect(new Set(ids).size).toBe(ids.length)

  const before = await xmlAt(acme, '/b/ideas/feed.atom')
  clock.move(60)
  await acme.patch(`threads/${idea}`, { title: 'Rounds that end elsewhere' }, anna, 1)
  const after = await xmlAt(acme, '/b/ideas/feed.atom')
  expect(textsOf(after, 'entry > id')).toEqual(textsOf(before, 'entry > id'))
  expect(textsOf(after, 'entry > title')).toContain('Rounds that end elsewhere')
})

test('the feed of a thread has its latest replies, of every level, and follows it into another', async () => {
  const { site: acme, idea, merged, anna, ben } = await furnish(await site())
  const parent = await acme.reply(ben, idea, 'A parent.')
  for (let index = 0; index < 40; index++)
    await acme.reply(anna, idea, `Reply ${index}.`, index % 2 ? { parent } : {})
  const feed = await xmlAt(acme, `/t/${idea}/feed.atom`)
  const texts = textsOf(feed, 'entry > content').map((text) => text.replace(/<[^>]*>/g, '').trim())
  expect(texts.slice(0, 30)).toEqual(Array.from({ length: 30 }, (_, index) => `Reply ${39 - index}.`))
  expect(texts).toHaveLength(31)
  const { status, headers } = await readAt(acme, `/t/${merged}/feed.atom`)
  expect([status, headers.get('location')]).toEqual([301, `/s/${acme.slug}/t/${idea}/feed.atom`])
})

test('a character that XML cannot hold makes no feed unreadable', async () => {
  const acme = await site()
  const mia = await acme.member('Mia & “Co” <b>')
  const number = await acme.idea(mia, {
    title: 'A ]]> & <b> title',
    body: 'Ring \u0007 the \u000b bell \uffff ]]> now.',
  })
  await acme.reply(mia, number, 'Form \u000c feed & more ]]>')
  for (const path of ['/feed.atom', `/t/${number}/feed.atom`]) {
    const feed = await xmlAt(acme, path)
    expect(textsOf(feed, 'entry > title')).toContain('A ]]> & <b> title')
    expect(textsOf(feed, 'entry > author > name')).toContain('Mia & “Co” <b>')
  }
})

test('a site without a thread has a feed and a sitemap none the less', async () => {
  const acme = await site()
  expect(one(await xmlAt(acme, '/feed.atom'), 'updated')).toBe('1970-01-01T00:00:00.000Z')
  expect(textsOf(await xmlAt(acme, '/sitemap.xml'), 'loc')).toEqual([
    `${publicUrl}s/${acme.slug}/sitemap/1.xml`,
  ])
  expect(textsOf(await xmlAt(acme, '/sitemap/1.xml'), 'loc')).toEqual(
    ['', '/b/ideas', '/b/help', '/b/news', '/roadmap'].map((path) => `${publicUrl}s/${acme.slug}${path}`),
  )
  expect((await readAt(acme, '/sitemap/2.xml')).status).toBe(404)
})

/** Threads by the thousand, written as one statement: what a sitemap reads of them, and no more. */
async function plant(acme: TestSite, count: number, everyThird: 'listed' | 'hidden'): Promise<void> {
  const { id, boards, statuses } = await acme.row()
  const number = 10
  await sql`
    with t as (
      insert into threads (site_id, id, number, board_id, kind, title, excerpt, language, status_id, opening_id)
      select ${id}::uuid, gen_random_uuid(), ${number}::int + n, ${boards[0]!.id}::uuid, 'idea', 'Thread ' || n, '', 'en',
        ${statuses[0]!.id}::uuid, gen_random_uuid() from generate_series(1, ${count}::int) n returning id, number, opening_id),
    p as (
      insert into posts (site_id, id, thread_id, kind, body, html, renderer)
      select ${id}::uuid, opening_id, id, 'opening', '', '', 1 from t)
    insert into thread_counters (site_id, thread_id, board_id, number, kind, listed, created_second)
    select ${id}::uuid, id, ${boards[0]!.id}::uuid, number, 'idea', ${everyThird} = 'listed' or number % 3 > 0, 0 from t`.execute(
    acme.world.db,
  )
}

test('the sitemap has every thread once, over pages of a bounded size that cost one statement each', async () => {
  const acme = await site()
  await plant(acme, 3 * sitemapSize + 200, 'hidden')
  await readAt(acme, '')
  const listed = await acme.world.db
    .selectFrom('thread_counters')
    .select('number')
    .where('site_id', '=', (await acme.row()).id)
    .where('listed', '=', true)
    .execute()
  const pages: string[] = []
  expect(
    await statements(async () => void pages.push(...textsOf(await xmlAt(acme, '/sitemap.xml'), 'loc'))),
  ).toHaveLength(1)
  expect(pages).toHaveLength(4)
  const found: number[] = []
  for (const page of pages) {
    const path = page.slice(`${publicUrl}s/${acme.slug}`.length)
    let map: Document | undefined
    const texts = await statements(async () => {
      map = await xmlAt(acme, path)
    })
    expect(texts).toHaveLength(1)
    const threads = [...map!.querySelectorAll('url')].filter((url) => /\/t\/\d/.test(one(url, 'loc')))
    expect(threads.length).toBeLessThanOrEqual(sitemapSize)
    for (const url of threads) {
      expect(one(url, 'lastmod')).toMatch(/^\d{4}-\d\d-\d\dT/)
      found.push(Number(/\/t\/(\d+)-/.exec(one(url, 'loc'))![1]))
    }
  }
  expect(found).toEqual(listed.map(({ number }) => number).sort((a, b) => a - b))
})

test('a page of the sitemap without a public thread is not listed, and is none', async () => {
  const acme = await site()
  await plant(acme, 2 * sitemapSize, 'listed')
  const { id } = await acme.row()
  await acme.world.db
    .updateTable('thread_counters')
    .set({ listed: false })
    .where('site_id', '=', id)
    .where('number', '>', sitemapSize)
    .where('number', '<=', 2 * sitemapSize)
    .execute()
  const pages = textsOf(await xmlAt(acme, '/sitemap.xml'), 'loc')
  expect(pages.map((page) => page.split('/').at(-1))).toEqual(['1.xml', '3.xml'])
  expect((await readAt(acme, '/sitemap/2.xml')).status).toBe(404)
  expect((await readAt(acme, '/sitemap/99999.xml')).status).toBe(404)
})

test('what the sitemap says of a thread changes with it', async () => {
  const acme = await site()
  const mia = await acme.member()
  const number = await acme.idea(mia, { title: 'A round elsewhere' })
  const changed = async () => {
    const map = await xmlAt(acme, '/sitemap/1.xml')
    const url = [...map.querySelectorAll('url')].find((element) =>
      one(element, 'loc').includes(`/t/${number}-`),
    )!
    return one(url, 'lastmod')
  }
  const first = await changed()
  clock.move(60)
  await acme.patch(`threads/${number}`, { body: 'Now said better.' }, mia, 1)
  const second = await changed()
  expect(second > first).toBe(true)
  clock.move(60)
  await acme.reply(mia, number)
  expect((await changed()) > second).toBe(true)
  expect(await pathOf(acme, number)).toBe(`/t/${number}-a-round-elsewhere`)
})

test('a thread that its author took away for the replies of others alone is not in the sitemap, which its page keeps from search engines', async () => {
  const acme = await site()
  const mia = await acme.member()
  const [gone, kept] = [await acme.idea(mia), await acme.idea(mia)]
  await acme.reply(await acme.member(), gone)
  const numbers = async () =>
    textsOf(await xmlAt(acme, '/sitemap/1.xml'), 'loc').flatMap((one) => /\/t\/(\d+)/.exec(one)?.[1] ?? [])
  expect(await numbers()).toEqual([String(gone), String(kept)])
  expect((await acme.delete(`threads/${gone}`, mia)).status).toBe(204)
  const page = await documentAt(acme, await pathOf(acme, gone))
  expect(page.querySelector('meta[name=robots]')?.getAttribute('content')).toBe('noindex, follow')
  expect(await numbers()).toEqual([String(kept)])
})
