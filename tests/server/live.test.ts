import { sql } from 'kysely'
import { afterEach, describe, expect, it } from 'vitest'
import { Listener } from '../support/live_listener.ts'
import { type Person, type TestSite, testWorld } from '../support/world.ts'

// What happens in a community, as those hear of it who have it open.

const { site: make, world, clock } = await testWorld()

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

/** Something everybody hears, so that whoever did not hear what was before it never will. */
async function mark(site: TestSite, as: Person, ...listeners: Listener[]): Promise<void> {
  const number = await site.idea(as)
  for (const one of listeners)
    await one.until(({ heard }) =>
      heard.some(({ event, data }) => event === 'thread' && data.thread === number),
    )
}

describe('a live stream', () => {
  it('tells of threads, replies, statuses and official answers in their order, and not a word of them', async () => {
    const site = await make()
    const [lea, tom] = [await site.member('Lea Secretly'), await site.member('Tom')]
    const product = await site.staff('product')
    const visitor = await listen(site)
    expect(visitor.headers.get('content-type')).toBe('text/event-stream')
    expect(visitor.headers.get('cache-control')).toBe('no-store, no-transform')
    expect(visitor.headers.get('x-accel-buffering')).toBe('no')
    expect(visitor.headers.get('content-encoding')).toBeNull()

    // What is told is how things are when it is told: the next thing waits for that.
    const number = await site.idea(lea, { title: 'Words nobody sends', body: 'Nor these.' })
    await visitor.first('thread')
    const post = await site.reply(tom, number, 'Nor those.')
    await visitor.first('reply')
    await site.put(`threads/${number}/status`, { status: 'planned', note: 'Nor this note.' }, product)
    await visitor.first('status')
    await site.put(`threads/${number}/official`, { reply: post }, product)
    await visitor.first('official')
    expect(visitor.names).toEqual(['thread', 'reply', 'status', 'official'])
    const base = { thread: number, board: 'ideas', kind: 'idea', votes: 1 }
    const data = visitor.heard.slice(1).map((one) => one.data)
    expect(data).toEqual([
      { ...base, post: expect.any(String), status: 'open', replies: 0, official: false },
      { ...base, post, status: 'open', replies: 1, official: false },
      { ...base, post: null, status: 'planned', replies: 1, official: false },
      { ...base, post, status: 'planned', replies: 1, official: true },
    ])
    for (const word of ['Words', 'Nor', 'Lea', 'Secretly', lea.id, 'note'])
      expect(visitor.text).not.toContain(word)
  })

  it('tells the counts of votes once for many, with no statement for each of them', async () => {
    const site = await make()
    const lea = await site.member('Lea')
    const number = await site.idea(lea)
    const people = await Promise.all(Array.from({ length: 30 }, () => site.member()))
    const [one, two] = [await listen(site), await listen(site, lea)]
    await Promise.all(people.map((person) => site.put(`threads/${number}/vote`, undefined, person)))
    for (const listener of [one, two])
      await listener.until(({ heard }) => heard.at(-1)?.data.threads?.[0]?.votes === 31)
    expect(one.heard.at(-1)!.data).toEqual({ threads: [{ number, votes: 31, replies: 0 }] })
    expect(one.names.length).toBeLessThanOrEqual(3)
    // A vote said twice changes nothing, and nobody is told.
    const before = one.names.length
    await site.put(`threads/${number}/vote`, undefined, people[0])
    await mark(site, lea, one)
    expect(one.names.length).toBe(before + 1)
  })

  it('goes on where it was left, and misses and repeats nothing', async () => {
    const site = await make()
    const lea = await site.member('Lea')
    const number = await site.idea(lea)
    const first = await listen(site, lea)
    await site.reply(lea, number)
    const { id } = await first.first('reply')
    await first.leave()
    const missed = [await site.reply(lea, number, 'One'), await site.reply(lea, number, 'Two')]
    for (const how of [{ headers: { 'last-event-id': id } }, { query: `?after=${id}` }]) {
      const again = await listen(site, lea, how)
      await again.until(({ names }) => names.length >= 2)
      await mark(site, lea, again)
      expect(again.heard.filter((one) => one.event === 'reply').map((one) => one.data.post)).toEqual(missed)
    }
    // Where it had all: nothing comes twice.
    const last = await listen(site, lea, { headers: { 'last-event-id': first.lastId } })
    const end = last.lastId
    await last.leave()
    const whole = await listen(site, lea, { headers: { 'last-event-id': end } })
    await mark(site, lea, whole)
    expect(whole.names.filter((name) => name === 'reply')).toEqual([])
  })

  it('says `reset` where it cannot say what was missed: too much, too long ago, or a place of somebody else’s', async () => {
    const [site, other] = [await make(), await make()]
    const lea = await site.member('Lea')
    const number = await site.idea(lea)
    const { lastId } = await listen(site)
    const foreign = (await listen(other)).lastId
    for (const after of [foreign, 'x'.repeat(22), '1', '__proto__', '0'.repeat(22)]) {
      const listener = await listen(site, undefined, { query: `?after=${after}&follow=false` })
      await listener.end()
      expect([after, listener.names]).toEqual([after, ['reset']])
    }
    const { id } = await site.row()
    const happen = async (first: number, last: number) => {
      await sql`insert into activity (site_id, seq, kind, thread_id)
        select ${id}::uuid, s, 'merged', (select id from threads where site_id = ${id} and number = ${number})
        from generate_series(${first}::int, ${last}::int) s`.execute(world.db)
      await world.db.updateTable('feeds').set({ last_seq: last }).where('site_id', '=', id).execute()
      world.live.changed(id, 'content')
    }
    const along = await listen(site)
    await happen(101, 600)
    await along.until(({ names }) => names.length === 500)
    const flood = { query: `?after=${lastId}&follow=false` }
    expect((await (await listen(site, undefined, flood)).end()).names).toEqual(Array(500).fill('merged'))
    await happen(601, 601)
    await along.until(({ names }) => names.length === 501)
    const flooded = await (await listen(site, undefined, flood)).end()
    expect(flooded.names).toEqual(['reset'])
    clock.move(3700)
    const late = await listen(site, undefined, { query: `?after=${flooded.lastId}&follow=false` })
    expect((await late.end()).names).toEqual(['reset'])
  })

  it('begins with `reset` where something happened since one read what one shows', async () => {
    const site = await make()
    const lea = await site.member('Lea')
    await site.idea(lea)
    clock.move(60)
    const quiet = await listen(site, undefined, { query: '?ago=2&follow=false' })
    expect((await quiet.end()).names).toEqual([])
    await site.idea(lea)
    const busy = await listen(site, undefined, { query: '?ago=2&follow=false' })
    expect((await busy.end()).names).toEqual(['reset'])
  })

  it('may be of one board or one thread', async () => {
    const site = await make()
    const lea = await site.member('Lea')
    const [one, two] = [await site.idea(lea), await site.idea(lea)]
    const thread = await listen(site, undefined, { query: `?thread=${one}` })
    const board = await listen(site, undefined, { query: '?board=help' })
    const all = await listen(site)
    await site.reply(lea, two)
    await site.put(`threads/${two}/vote`, undefined, await site.member())
    await site.reply(lea, one)
    const question = await site.idea(lea, { board: 'help', kind: 'question' })
    await all.until(({ names }) => names.length >= 3)
    await thread.first('reply')
    await board.first('thread')
    expect(thread.heard.slice(1).map(({ data }) => data.thread)).toEqual([one])
    expect(board.heard.slice(1).map(({ data }) => data.thread)).toEqual([question])
    const unknown = await site.get('live?board=nowhere')
    expect([unknown.status, unknown.body.code]).toEqual([422, 'invalid_input'])
  })

  it('tells that a post was hidden, brought back or deleted only by the thread that is to be read anew', async () => {
    const site = await make()
    const [lea, moderator] = [await site.member('Lea'), await site.staff('moderator')]
    const number = await site.idea(lea)
    const visitor = await listen(site)
    const post = await site.reply(lea, number)
    const ruling = await site.post(
      `posts/${post}/rulings`,
      { rule: 1, reason: 'It is rude.', revision: 1 },
      moderator,
    )
    expect(ruling.status).toBe(201)
    await visitor.first('changed')
    expect((await site.delete(ruling.body.undo.path, moderator)).status).toBe(204)
    await visitor.until(({ names }) => names.length === 3)
    await site.delete(`replies/${post}`, lea)
    await visitor.until(({ names }) => names.length === 4)
    expect(visitor.names).toEqual(['reply', 'changed', 'changed', 'changed'])
    for (const { data } of visitor.heard.slice(2)) expect(data).toMatchObject({ thread: number, post: null })
    // Of a reply that is gone nobody is told who comes later.
    const late = await listen(site, undefined, { query: `?after=${visitor.heard[0]!.id}&follow=false` })
    expect((await late.end()).names).not.toContain('reply')
  })

  it('tells that a status was taken back', async () => {
    const site = await make()
    const [lea, product] = [await site.member('Lea'), await site.staff('product')]
    const number = await site.idea(lea)
    const visitor = await listen(site)
    const decided = await site.put(`threads/${number}/status`, { status: 'planned' }, product)
    await visitor.first('status')
    expect((await site.delete(decided.body.undo.path, product)).status).toBe(204)
    expect((await visitor.first('changed')).data).toMatchObject({ thread: number, status: 'open' })
  })

  it('says now and then that it is still there, by a place of its own each time', async () => {
    const site = await make()
    const visitor = await listen(site)
    const ids = [visitor.lastId]
    for (let beat = 1; beat <= 3; beat++) {
      world.live.beat()
      await visitor.until(({ lastId }) => lastId !== ids.at(-1))
      ids.push(visitor.lastId)
    }
    expect(visitor.text.match(/^: still here$/gm)).toHaveLength(3)
    expect(visitor.text).toMatch(/^retry: \d+$/m)
    expect(new Set(ids).size).toBe(4)
    expect(visitor.names).toEqual([])
  })

  it('answers HEAD without opening anything', async () => {
    const site = await make()
    const head = await site.request('HEAD', 'live')
    expect([head.status, head.text]).toEqual([200, ''])
    expect(world.live.open).toBe(0)
  })
})
