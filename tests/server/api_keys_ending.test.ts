import { describe, expect, it } from 'vitest'
import { newKeyText } from '../../server/api_keys/key_text.ts'
import { makeApp } from '../../server/app.ts'
import { hearChanges } from '../../server/lib/in_transaction.ts'
import { kinds } from '../../server/limits/kinds.ts'
import { makeWorld } from '../../server/world.ts'
import { asKey, makeKey } from '../support/api_key.ts'
import { eventually } from '../support/eventually.ts'
import { TestSite, testWorld } from '../support/world.ts'

const day = 86_400

describe('an API key ends', () => {
  it('by the clock, also in the moment it was looked up before', async () => {
    const { site: make, clock } = await testWorld()
    const site = await make()
    const owner = await site.staff('owner')
    const key = await makeKey(site, owner, { days: 1 })
    clock.move(day - 2)
    expect((await site.get('threads', key)).status).toBe(200)
    clock.move(2)
    const refused = await site.get('threads', key)
    expect(refused.status).toBe(401)
    expect(refused.headers.get('www-authenticate')).toBe('Bearer error="invalid_token"')
    const { items } = (await site.get('api-keys', owner)).body
    expect(items[0]).toMatchObject({ works: false, endedAt: null })
  })

  it('sec-S10: when an admin says so, at the very next request, and once, by who was first', async () => {
    const site = await (await testWorld()).site()
    const [ada, olga] = [await site.staff('admin', 'Ada'), await site.staff('owner', 'Olga')]
    const key = await makeKey(site, ada, { name: 'Sync' })
    const posted = await site.post(
      'threads',
      { board: 'ideas', kind: 'idea', title: 'From a program', body: 'It stays.' },
      key,
    )
    expect((await site.get('threads', key)).status).toBe(200)
    expect((await site.delete(`api-keys/${key.id}`, olga)).status).toBe(204)
    expect((await site.get('threads', key)).status).toBe(401)
    const twice = await Promise.all([
      site.delete(`api-keys/${key.id}`, ada),
      site.delete(`api-keys/${key.id}`, ada),
    ])
    expect(twice.map(({ status }) => status)).toEqual([204, 204])
    const { items } = (await site.get('api-keys', ada)).body
    expect(items[0]).toMatchObject({
      works: false,
      endedAt: expect.any(String),
      endedBy: { name: 'Olga' },
    })
    const ends = (await site.get('audit?action=key.end', ada)).body.items
    expect(ends).toHaveLength(1)
    expect(ends[0]).toMatchObject({ actor: { name: 'Olga' }, subject: key.id, detail: { name: 'Sync' } })
    // What it wrote stays, under its name.
    expect((await site.get(`threads/${posted.body.number}`)).body.author.name).toBe('Sync')
  })

  it('in every process that has it in memory', async () => {
    const { site: make, world, clock } = await testWorld()
    const site = await make()
    const admin = await site.staff('admin')
    const key = await makeKey(site, admin)
    // Another process of the same database: what it remembers is its own, and it hears of changes.
    const other = makeWorld(world.config, world.database, clock, world.log)
    await hearChanges(other)
    const there = new TestSite(other, makeApp(other), {
      slug: site.slug,
      ssoSecret: site.secret,
      ownerLink: site.ownerLink,
    })
    const { id } = await site.row()
    expect((await there.get('me', key)).status).toBe(403)
    const looks = await (await testWorld()).statements(() => there.get('me', key))
    expect(looks, 'the premise: it is in memory there').toEqual([])
    const before = other.sessions.generation(id)
    await site.delete(`api-keys/${key.id}`, admin)
    await eventually(() => other.sessions.generation(id) > before).toBe(true)
    expect((await there.get('me', key)).status).toBe(401)
    await other.render.close()
  })

  it('sec-S11: with its maker’s place among those who run the community', async () => {
    const site = await (await testWorld()).site()
    const owner = await site.staff('owner', 'Olga')
    const [leaving, demoted, swapped] = [
      await site.staff('admin', 'Leo'),
      await site.staff('admin', 'Dan'),
      await site.staff('owner', 'Sam'),
    ]
    const keys = [
      await makeKey(site, leaving, { name: 'One' }),
      await makeKey(site, leaving, { name: 'Two' }),
      await makeKey(site, demoted, { name: 'Three' }),
    ]
    const stays = [await makeKey(site, swapped), await makeKey(site, owner)]
    for (const key of [...keys, ...stays]) expect((await site.get('threads', key)).status).toBe(200)
    expect((await site.delete(`team/${leaving.id}`, owner)).status).toBe(204)
    expect((await site.patch(`team/${demoted.id}`, { role: 'moderator' }, owner)).status).toBe(200)
    expect((await site.patch(`team/${swapped.id}`, { role: 'admin' }, owner)).status).toBe(200)
    for (const key of keys) expect((await site.get('threads', key)).status, key.name).toBe(401)
    for (const key of stays) expect((await site.get('threads', key)).status).toBe(200)
    const ends = (await site.get('audit?action=key.end', owner)).body.items
    expect(ends.map((one: { detail: { name: string } }) => one.detail.name).toSorted()).toEqual([
      'One',
      'Three',
      'Two',
    ])
    // A place given back does not bring a key back, which somebody may hold who should not.
    expect((await site.patch(`team/${demoted.id}`, { role: 'admin' }, owner)).status).toBe(200)
    expect((await site.get('threads', keys[2])).status).toBe(401)
  })

  it('sec-S11: where its maker is gone by any other way', async () => {
    const { site: make, world } = await testWorld()
    const site = await make()
    const admin = await site.staff('admin')
    const key = await makeKey(site, admin)
    expect((await site.get('threads', key)).status).toBe(200)
    await world.db
      .updateTable('members')
      .set({ erased_at: world.clock.now() })
      .where('id', '=', admin.id)
      .execute()
    world.sessions.clear()
    expect((await site.get('threads', key)).status).toBe(401)
    const { items } = (await site.get('api-keys', await site.staff('owner'))).body
    expect(items[0]).toMatchObject({ works: false, endedAt: null })
  })

  it('nowhere else: another site knows nothing of it', async () => {
    const { site: make } = await testWorld()
    const [here, there] = [await make(), await make()]
    const key = await makeKey(here, await here.staff('owner'))
    const owner = await there.staff('owner')
    expect((await there.get('threads', key)).status).toBe(401)
    expect((await there.delete(`api-keys/${key.id}`, owner)).status).toBe(404)
    expect((await there.get('api-keys', owner)).body.items).toEqual([])
    expect((await here.get('threads', key)).status).toBe(200)
  })
})

describe('the use of an API key', () => {
  it('is noted once a minute, and costs the requests in between no statement', async () => {
    const world = await testWorld()
    const site = await world.site()
    const admin = await site.staff('admin')
    const key = await makeKey(site, admin)
    const lastUsed = async () => (await site.get('api-keys', admin)).body.items[0].lastUsedAt
    expect(await lastUsed()).toBeNull()
    await site.get('openapi.json', key)
    const first = await lastUsed()
    expect(first).toEqual(expect.any(String))
    world.clock.move(30)
    expect(await world.statements(() => site.get('openapi.json', key))).toEqual([])
    // Nor where it is looked up anew, as by another process.
    site.world.sessions.clear()
    const texts = await world.statements(() => site.get('openapi.json', key))
    expect(texts).toHaveLength(1)
    expect(texts[0]).toContain('select')
    expect(await lastUsed()).toBe(first)
    world.clock.move(31)
    await Promise.all(Array.from({ length: 5 }, () => site.get('openapi.json', key)))
    expect(await lastUsed()).not.toBe(first)
  })

  it('sec-R01: takes permits of the key’s own, and none of a network or a person', async () => {
    const { site: make, world } = await testWorld()
    const site = await make({ limits: { keyReads: 20, keyChanges: 20, keyPosts: 2, reads: 100 } })
    const admin = await site.staff('admin')
    const [one, two] = [await makeKey(site, admin), await makeKey(site, admin)]
    const read = await site.get('threads', one)
    expect(read.headers.get('ratelimit-policy')).toBe('"keyReads";q=20;w=60')
    expect(read.headers.get('ratelimit')).toMatch(/^"keyReads";r=19;t=\d+$/)
    const statuses = await Promise.all(Array.from({ length: 30 }, () => site.get('threads', one)))
    expect(statuses.filter(({ status }) => status === 200)).toHaveLength(19)
    const refused = await site.get('threads', one)
    expect(refused.body.code).toBe('rate_limited')
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    // Another key, the network's visitors and the person who made it are not touched.
    for (const other of [two, undefined, admin]) expect((await site.get('threads', other)).status).toBe(200)
    const post = () =>
      site.post('threads', { board: 'ideas', kind: 'idea', title: 'One more', body: 'From a key.' }, one)
    const posts = [await post(), await post(), await post()]
    expect(posts.map(({ status }) => status)).toEqual([201, 201, 429])
    expect(posts[0]!.headers.get('ratelimit-policy')).toContain('"keyPosts";q=2;w=600')
    expect(posts[0]!.headers.get('ratelimit-policy')).toContain('"keyChanges";q=20;w=600')
    const { id } = await site.row()
    const taken = await world.db.selectFrom('allowances').selectAll().where('site_id', '=', id).execute()
    const of = (kind: string) => taken.filter((row) => row.kind === kind).map((row) => row.subject)
    expect(of('keyReads').toSorted()).toEqual([one.id, two.id].toSorted())
    expect(of('keyPosts')).toEqual([one.id])
    expect([...of('changes'), ...of('reads')]).not.toContain(one.id)
    expect([of('threads'), of('replies')]).toEqual([[], []])
    for (const kind of ['keyReads', 'keyChanges', 'keyPosts'] as const) expect(kinds[kind].of).toBe('key')
  })

  it('sec-R01: in vain is the network’s, as with other tokens that are not good', async () => {
    const { site: make } = await testWorld()
    const site = await make({ limits: { reads: 100 } })
    const guess = (key: string, origin?: string) =>
      site.request('GET', 'threads', { headers: { ...asKey(key), ...(origin ? { origin } : {}) } })
    const statuses: number[] = []
    for (let turn = 0; turn < 34; turn++) {
      statuses.push((await guess(newKeyText())).status)
      statuses.push((await guess(`${newKeyText().slice(0, -1)}_`)).status)
      statuses.push((await guess(newKeyText(), 'https://host.example')).status)
    }
    expect(statuses.slice(0, 100).every((status) => status === 401 || status === 403)).toBe(true)
    expect(statuses.slice(100)).toEqual([429, 429])
  })
})
