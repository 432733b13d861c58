import { sql } from 'kysely'
import { afterEach, describe, expect, it } from 'vitest'
import { Live } from '../../server/activity/live.ts'
import { makeApp } from '../../server/app.ts'
import { makeKey } from '../support/api_key.ts'
import { report } from '../support/judging.ts'
import { Listener } from '../support/live_listener.ts'
import { type Person, publicUrl, type TestSite, testWorld } from '../support/world.ts'

// Nobody hears of what they may not read, and nobody goes on hearing who may no longer.

const { site: make, world, clock, statements } = await testWorld()

const open: Listener[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.leave()))
  clock.reset()
  expect(world.live.open).toBe(0)
})

async function listen(site: TestSite, as?: Person, how?: Parameters<typeof Listener.inside>[2]) {
  const listener = await Listener.inside(site, as, how)
  open.push(listener)
  if (listener.status === 200) await listener.until((one) => one.heard.length > 0)
  return listener
}

describe('sec-A06: a board that one may not read', () => {
  it('is not told of, not by an event, not by a count, not by a place', async () => {
    const site = await make()
    const [lea, owner] = [await site.member('Lea'), await site.staff('owner')]
    const numbers = {
      team: await site.idea(lea),
      members: await site.idea(lea, { board: 'help', kind: 'question' }),
    }
    await site.restrict('ideas', 'staff')
    await site.restrict('help', 'members')
    const [visitor, member, team] = [await listen(site), await listen(site, lea), await listen(site, owner)]
    const before = visitor.lastId
    await site.reply(owner, numbers.team)
    await site.put(`threads/${numbers.team}/vote`, undefined, owner)
    await site.reply(owner, numbers.members)
    await site.put(`threads/${numbers.team}/status`, { status: 'planned' }, owner)
    // Everybody may read the news, and after that no more is to come.
    const news = await site.idea(owner, { board: 'news', kind: 'announcement' })
    for (const one of [visitor, member, team])
      await one.until(({ heard }) => heard.some(({ data }) => data.thread === news))
    await team.until(({ names }) => names.includes('counts'))
    const heard = (one: Listener) => one.heard.flatMap(({ data }) => data.thread ?? data.threads ?? [])
    expect(heard(visitor)).toEqual([news])
    expect(heard(member)).toEqual([numbers.members, news])
    expect(team.names.toSorted()).toEqual(['counts', 'reply', 'reply', 'status', 'thread'])
    // Five things happened and one was told: the places are sealed, so nobody can count.
    expect(visitor.lastId).toMatch(/^[\w-]{22}$/)
    expect(before.slice(0, 8)).not.toBe(visitor.lastId.slice(0, 8))
    for (const query of ['?board=ideas', '?board=nowhere']) {
      const answer = await site.get(`live${query}`)
      expect([answer.status, answer.body.errors]).toEqual([
        422,
        [{ path: 'board', message: 'There is no such board.' }],
      ])
    }
    // Nor by a thread’s number, nor afterwards.
    for (const query of [`?thread=${numbers.team}&after=${before}`, `?thread=999999&after=${before}`]) {
      const later = await listen(site, undefined, { query: `${query}&follow=false` })
      expect((await later.end()).names).toEqual([])
    }
    const ago = await listen(site, undefined, { query: `?board=news&ago=1&follow=false` })
    expect((await ago.end()).names).toEqual(['reset'])
  })

  it('of a segment is told to its members and the team, and to nobody from the moment they leave it', async () => {
    const site = await make()
    const owner = await site.staff('owner')
    const signOn = (sub: string, plan: string) =>
      site.member(sub, { sub, company: { id: `co-${sub}`, name: sub, plan } })
    const [inside, outside] = [await signOn('ines', 'Fleet'), await signOn('otto', 'Pro')]
    const early = await listen(site, owner)
    const rule = { match: 'all', conditions: [{ field: 'plan', test: 'is', values: ['Fleet'] }] }
    await site.post('segments', { slug: 'early', name: 'Early', rule }, owner)
    const board = { slug: 'early', name: 'Early', kinds: ['idea'], visibility: 'segment', segment: 'early' }
    expect((await site.post('boards', board, owner)).status).toBe(201)
    const [hers, his, visitor] = [await listen(site, inside), await listen(site, outside), await listen(site)]
    const secret = await site.idea(inside, { board: 'early' })
    await hers.first('thread')
    await early.first('thread')
    await signOn('ines', 'Pro')
    await site.reply(owner, secret)
    const open = await site.idea(outside)
    for (const one of [hers, his, visitor])
      await one.until(({ heard }) => heard.some(({ data }) => data.thread === open))
    expect(hers.names).toEqual(['thread', 'thread'])
    for (const one of [his, visitor]) expect(one.names).toEqual(['thread'])
  })

  it('is told of no more from the moment it is closed, and opened again it is', async () => {
    const site = await make()
    const [lea, owner] = [await site.member('Lea'), await site.staff('owner')]
    const visitor = await listen(site)
    const only = await listen(site, undefined, { query: '?board=ideas' })
    const one = await listen(site, undefined, { query: `?thread=${await site.idea(lea)}` })
    await site.restrict('ideas', 'members')
    await only.end()
    await one.end()
    const closed = await site.idea(lea)
    const news = await site.idea(owner, { board: 'news', kind: 'announcement' })
    await visitor.until(({ heard }) => heard.some(({ data }) => data.thread === news))
    expect(visitor.text).not.toContain(`"thread":${closed},`)
    expect([...only.names, ...one.names].filter((name) => name !== 'thread')).toEqual([])
  })
})

describe('what came to the team', () => {
  it('has those look again who find something there, in the admin, without a word, and nobody else', async () => {
    const site = await make()
    const [lea, tom, mo] = [await site.member('Lea'), await site.member('Tom'), await site.staff('moderator')]
    const [owner, pia] = [await site.staff('owner'), await site.staff('product')]
    const number = await site.idea(lea)
    const post = await site.reply(lea, number, 'Buy my boots')
    const key = await makeKey(site, owner)
    const readers = { visitor: undefined, lea, tom, mo, owner, pia, key }
    const heard = new Map<string, Listener>()
    for (const [name, as] of Object.entries(readers)) heard.set(name, await listen(site, as))
    const only = await listen(site, mo, { query: '?board=ideas' })
    const all = [...heard.values(), only]
    const names = async () => {
      const mark = await site.idea(lea)
      for (const one of all) await one.until(({ heard }) => heard.some(({ data }) => data.thread === mark))
      return Object.fromEntries(
        [...heard].map(([name, one]) => [name, one.names.filter((name) => name !== 'thread')]),
      )
    }
    const nobody = { visitor: [], lea: [], tom: [], mo: [], owner: [], pia: [], key: [] }

    await report(site, tom, post)
    expect(await names()).toEqual({ ...nobody, mo: ['reports'], owner: ['reports'] })
    // Said once more by the same person, it is the report that is there.
    await report(site, tom, post)
    await site.put(`threads/${number}/assignment`, { member: pia.id }, owner)
    expect(await names()).toEqual({
      ...nobody,
      mo: ['reports', 'rows'],
      owner: ['reports', 'rows'],
      pia: ['news', 'rows'],
    })
    await site.put(`threads/${number}/assignment`, { member: mo.id }, owner)
    await site.put(`posts/${post}/dismissal`, undefined, owner)
    expect(await names()).toEqual({
      ...nobody,
      mo: ['reports', 'rows', 'news', 'rows', 'reports'],
      owner: ['reports', 'rows', 'rows', 'reports'],
      pia: ['news', 'rows', 'rows', 'news'],
    })
    await site.delete(`threads/${number}/assignment`, owner)
    const before = ['reports', 'rows', 'news', 'rows', 'reports']
    expect((await names()).mo).toEqual([...before, 'news', 'rows'])
    await site.post('tags', { slug: 'maps', name: 'Maps' }, owner)
    expect((await site.post('taggings', { threads: [number], add: ['maps'] }, owner)).status).toBe(200)
    expect(await names()).toMatchObject({
      ...nobody,
      mo: [...before, 'news', 'rows', 'rows'],
      owner: expect.arrayContaining(['rows']),
      pia: expect.arrayContaining(['rows']),
    })
    // Whoever leaves the team leaves what they had to nobody, which lists show; who had nothing changes none.
    await site.put(`threads/${number}/assignment`, { member: pia.id }, owner)
    const idle = await site.staff('product', 'Idle')
    const known = (await names()).mo!
    expect((await site.delete(`team/${idle.id}`, owner)).status).toBe(204)
    expect((await names()).mo).toEqual(known)
    heard.delete('pia')
    all.splice(0, all.length, ...heard.values(), only)
    expect((await site.delete(`team/${pia.id}`, owner)).status).toBe(204)
    expect((await names()).mo).toEqual([...known, 'rows'])
    expect(only.names.filter((name) => name !== 'thread')).toEqual([])
    for (const { heard } of all)
      for (const { event, data } of heard)
        if (['reports', 'news', 'rows'].includes(event)) expect(data).toEqual({})
  })
})

describe('a stream ends', () => {
  it('after an hour in any case, also by a clock that was set right', async () => {
    const site = await make()
    const visitor = await listen(site)
    clock.move(3500)
    world.live.beat()
    expect(visitor.over).toBe(false)
    clock.move(100)
    world.live.beat()
    await visitor.end()
  })

  it('when its reader takes nothing, while the others go on', async () => {
    const site = await make()
    const lea = await site.member('Lea')
    const number = await site.idea(lea)
    const { id } = await site.row()
    const address = `${publicUrl}api/v1/sites/${site.slug}/live`
    const deaf = await site.app.request(address)
    const reader = await listen(site)
    expect(world.live.open).toBe(2)
    await sql`insert into activity (site_id, seq, kind, thread_id)
      select ${id}::uuid, s, 'merged', (select id from threads where site_id = ${id} and number = ${number})
      from generate_series(101, 1300) s`.execute(world.db)
    await world.db.updateTable('feeds').set({ last_seq: 1300 }).where('site_id', '=', id).execute()
    world.live.changed(id, 'content')
    await reader.until(({ names }) => names.length === 1200)
    expect(world.live.open).toBe(1)
    await expect(deaf.text()).rejects.toThrow()
  })

  it('when the process stops, which then takes no more', async () => {
    const site = await make()
    const live = new Live({ db: world.db, clock, sites: world.sites, trusted: () => true })
    const app = makeApp({ ...world, live })
    const address = `${publicUrl}api/v1/sites/${site.slug}/live`
    const listener = new Listener(await app.request(address))
    live.close()
    await listener.end()
    const refused = await app.request(address)
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '10'])
    expect(live.open).toBe(0)
  })
})

describe('a stream is refused', () => {
  it('sec-B01: to pages of other origins, and to other people’s pages that say nothing', async () => {
    const site = await make({ origins: ['https://acme.example'] })
    const lea = await site.member('Lea')
    const ask = async (headers: Record<string, string>, as?: Person) => {
      const listener = await Listener.inside(site, as, { headers })
      await listener.leave()
      return [listener.status, listener.headers.get('access-control-allow-origin')]
    }
    expect(await ask({ origin: 'https://acme.example' }, lea)).toEqual([200, 'https://acme.example'])
    expect(await ask({ origin: new URL(publicUrl).origin })).toEqual([200, null])
    expect(await ask({ 'sec-fetch-site': 'same-origin' })).toEqual([200, null])
    for (const origin of [
      'https://evil.example',
      'null',
      'https://acme.example.evil.example',
      'http://acme.example',
    ])
      for (const as of [undefined, lea]) expect(await ask({ origin }, as), origin).toEqual([403, null])
    expect(await ask({ 'sec-fetch-site': 'cross-site' })).toEqual([403, null])
    const preflight = await site.request('OPTIONS', 'live', {
      headers: { origin: 'https://acme.example', 'access-control-request-method': 'GET' },
    })
    expect(preflight.headers.get('access-control-allow-headers')).toContain('last-event-id')
  })

  it('sec-R01: to a member, a network, and in a process with too many', async () => {
    const site = await make()
    const lea = await site.member('Lea')
    const live = new Live(
      { db: world.db, clock, sites: world.sites, trusted: () => true },
      { streams: 6, ofMember: 2, ofNetwork: 3 },
    )
    const app = makeApp({ ...world, live })
    const ask = async (remoteAddress: string, as?: Person) => {
      const env = { incoming: { socket: { remoteAddress } } }
      const address = `${publicUrl}api/v1/sites/${site.slug}/live`
      const listener = new Listener(await app.request(address, { headers: as?.headers }, env))
      open.push(listener)
      return listener
    }
    const statuses = async (asks: Promise<Listener>[]) =>
      (await Promise.all(asks)).map((one) => one.status).sort()
    expect(await statuses([1, 2, 3].map(() => ask('10.0.0.1', lea)))).toEqual([200, 200, 429])
    expect(await statuses([1, 2, 3, 4].map(() => ask('10.0.0.1')))).toEqual([200, 200, 200, 429])
    const refused = await ask('10.0.0.1')
    expect(refused.headers.get('retry-after')).toBe('30')
    expect(await statuses([ask('10.0.0.2'), ask('10.0.0.3')])).toEqual([200, 503])
    // What is left is free again.
    const one = open.find(({ status }) => status === 200)!
    await one.leave()
    await one.end()
    expect((await ask('10.0.0.9')).status).toBe(200)
    expect(live.open).toBe(6)
    live.close()
  })

  it('sec-R03: where what it asks makes no sense', async () => {
    const site = await make()
    for (const query of [
      '?thread=0',
      '?thread=1e9',
      '?ago=-1',
      '?board=__proto__',
      '?follow=maybe',
      `?after=${'x'.repeat(65)}`,
      '?x=1',
      '?thread=1&thread=2',
    ])
      expect([query, (await site.get(`live${query}`)).status]).toEqual([query, 422])
    const long = await site.request('GET', 'live', { headers: { 'last-event-id': 'x'.repeat(65) } })
    expect(long.status).toBe(422)
  })
})

describe('what many streams cost', () => {
  it('is one statement a burst, and none for a site that nobody follows', async () => {
    const [site, other] = [await make(), await make()]
    const [lea, tom] = [await site.member('Lea'), await other.member('Tom')]
    const [number, elsewhere] = [await site.idea(lea), await other.idea(tom)]
    const many = await Promise.all(Array.from({ length: 40 }, () => listen(site)))
    const reads = (texts: string[]) =>
      texts.filter((text) => /from activity a|from thread_counters\nwhere/.test(text))
    const alone = await statements(() => other.reply(tom, elsewhere))
    expect(reads(alone)).toEqual([])
    const texts = await statements(async () => {
      await site.reply(lea, number)
      await Promise.all(many.map((one) => one.first('reply')))
    })
    expect(reads(texts)).toHaveLength(1)
    const voted = await statements(async () => {
      await site.put(`threads/${number}/vote`, undefined, await site.member())
      await Promise.all(many.map((one) => one.first('counts')))
    })
    expect(reads(voted)).toHaveLength(1)
  })
})
