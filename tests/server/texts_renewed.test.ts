import { sql } from 'kysely'
import sharp from 'sharp'
import { afterEach, expect, test } from 'vitest'
import { handlers } from '../../server/jobs/handlers.ts'
import { rendererVersion } from '../../server/lib/markdown.ts'
import { askForSites } from '../../server/threads/renew_texts.ts'
import { planOf } from '../support/explaining.ts'
import { type Person, type TestSite, testWorld } from '../support/world.ts'

// What an older renderer made is put there by hand: no renderer but the present one is at hand.

const { site: make, world } = await testWorld()
const renew = () => handlers(world).texts({})

afterEach(renew)

async function idea(site: TestSite, as: Person, body: string): Promise<{ number: number; post: string }> {
  const words = { board: 'ideas', kind: 'idea', title: 'A ramp at the depot', body }
  return (await site.post('threads', words, as)).body
}

async function age(post: string, html: string, renderer = rendererVersion - 1): Promise<void> {
  await sql`update posts set html = ${html}, renderer = ${renderer} where id = ${post}`.execute(world.db)
}

const read = async (site: TestSite, number: number) => (await site.get(`threads/${number}`)).body
const found = async (site: TestSite, word: string) =>
  (await site.get(`threads?q=${word}`)).body.items.map((one: { number: number }) => one.number)

test('what an older renderer made is made anew, and nothing says that it was edited', async () => {
  const site = await make()
  const mia = await site.member()
  const { number, post } = await idea(site, mia, 'Crates go **up** the ramp.')
  const reply = (await site.post(`threads/${number}/replies`, { body: '~~Never~~ now.' }, mia)).body
  const before = await read(site, number)
  await age(post, '<p>Hovercraft **up** the ramp.</p>')
  await age(reply.id, '<p>Of before.</p>', 1)
  await sql`update threads set excerpt = 'Hovercraft' where opening_id = ${post}`.execute(world.db)
  await sql`update thread_documents d set body = 'Hovercraft' from threads t
    where t.id = d.thread_id and t.opening_id = ${post}`.execute(world.db)
  world.cache.clear()
  const old = await site.get(`threads/${number}`)
  expect(old.body.html).toContain('Hovercraft')
  expect(await found(site, 'hovercraft')).toEqual([number])

  await renew()
  expect(await read(site, number)).toEqual(before)
  const { items } = (await site.get(`threads/${number}/replies`)).body
  expect(items[0]).toMatchObject({ html: reply.html, revision: 1, editedAt: null })
  expect((await site.get('threads?board=ideas')).body.items[0].excerpt).toBe('Crates go up the ramp.')
  expect([await found(site, 'hovercraft'), await found(site, 'crates')]).toEqual([[], [number]])
  const again = await site.request('GET', `threads/${number}`, {
    headers: { 'if-none-match': old.headers.get('etag')! },
  })
  expect(again.status).toBe(200)
})

test('whom it mentions, by the name of then, and what it shows stays as it was', async () => {
  const site = await make()
  const [mia, tom] = [await site.member('Mia <3'), await site.member('Tom')]
  const raw = new Uint8Array(
    await sharp({ create: { width: 40, height: 20, channels: 3, background: '#2f6f5e' } })
      .png()
      .toBuffer(),
  )
  const headers = { 'content-type': 'image/png' }
  const image = (await site.request('POST', 'boards/ideas/images', { as: tom, raw, headers })).body.id
  const nobody = '01920000-0000-7000-8000-00000000000a'
  const body = `@[Mia](member:${mia.id}), @[Nobody](member:${nobody}) ![A map](image:${image})`
  const { number, post } = await idea(site, tom, body)
  const before = (await read(site, number)).html
  expect(before).toContain(`<bdi data-member="${mia.id}">@Mia &lt;3</bdi>, <bdi>@Nobody</bdi>`)
  expect(before).toMatch(/<img src="[^"]+" alt="A map" width="40" height="20"/)
  await site.patch('me', { name: 'Maria' }, mia)
  const told = (await site.get('me/notifications', mia)).body.items.length
  await age(post, `<p>Old <bdi data-member="${mia.id}">@Mia &lt;3</bdi></p>`)
  await renew()
  expect((await read(site, number)).html).toBe(before)
  expect((await site.get('me/notifications', mia)).body.items).toHaveLength(told)
})
test('a text that this renderer refuses stays as it was, and holds up no other', async () => {
  const site = await make()
  const mia = await site.member()
  const [deep, other] = [await idea(site, mia, 'One.'), await idea(site, mia, 'Two.')]
  await sql`update posts set body = ${`${'>'.repeat(60)} x`} where id = ${deep.post}`.execute(world.db)
  await age(deep.post, '<p>Deep.</p>')
  await age(other.post, '<p>Old.</p>')
  await renew()
  expect((await read(site, deep.number)).html).toBe('<p>Deep.</p>')
  expect((await read(site, other.number)).html).toBe('<p>Two.</p>')
  await sql`update posts set body = 'One.' where id = ${deep.post}`.execute(world.db)
  await renew()
  expect((await read(site, deep.number)).html).toBe('<p>One.</p>')
})

test('more than are read at once are all made anew, and what a newer renderer made is left to it', async () => {
  const site = await make()
  const mia = await site.member()
  const { number, post } = await idea(site, mia, 'Newer.')
  const { id } = await site.row()
  await sql`insert into posts (site_id, id, thread_id, kind, author_id, body, html, renderer)
    select ${id}, gen_random_uuid(), thread_id, 'reply', author_id, 'Reply ' || n, '', 1
    from posts, generate_series(1, 120) n where id = ${post}`.execute(world.db)
  await age(post, '<p>Of tomorrow.</p>', rendererVersion + 1)
  await renew()
  const left =
    await sql`select from posts where site_id = ${id} and (html = '' or renderer < ${rendererVersion})`
  expect((await left.execute(world.db)).rows).toHaveLength(0)
  world.cache.clear()
  expect((await read(site, number)).html).toBe('<p>Of tomorrow.</p>')
})

test('an index says that there is nothing to do', async () => {
  const site = await make()
  const { post } = await idea(site, await site.member(), 'Of many.')
  await sql`insert into posts (site_id, id, thread_id, kind, author_id, body, html, renderer)
    select site_id, gen_random_uuid(), thread_id, 'reply', author_id, 'Reply', '', renderer
    from posts, generate_series(1, 4000) n where id = ${post}`.execute(world.db)
  await sql`analyze posts`.execute(world.db)
  const plan = await planOf(world.db, async (db) => (await askForSites(db)).rows)
  expect(plan).toMatch(/Index (Only )?Scan using posts_renderer/)
  expect(plan).not.toContain('Seq Scan on posts')
})
