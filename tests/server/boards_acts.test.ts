import { expect, test } from 'vitest'
import { type Person, type TestSite, testWorld } from '../support/world.ts'

const { site, world } = await testWorld()

const slugsOf = async (acme: TestSite, as?: Person) =>
  (await acme.get('boards', as)).body.items.map((board: { slug: string }) => board.slug)

test('an admin makes a board after the others, its slug made from its name', async () => {
  const acme = await site()
  const ana = await acme.staff('admin')
  expect(await slugsOf(acme)).toEqual(['ideas', 'help', 'news'])

  const made = await acme.post(
    'boards',
    {
      name: '  Größe &  Œuvre ',
      names: { fr: 'Taille' },
      purposes: { en: 'About size' },
      kinds: ['question', 'idea'],
    },
    ana,
  )
  expect(made.status).toBe(201)
  expect(made.body).toEqual({
    slug: 'grosse-oeuvre',
    name: 'Größe & Œuvre',
    names: { fr: 'Taille' },
    purposes: { en: 'About size' },
    kinds: ['idea', 'question'],
    visibility: 'public',
    segment: null,
    defaultSort: 'trending',
    icon: null,
    revision: 1,
    threads: 0,
  })
  expect(await slugsOf(acme)).toEqual(['ideas', 'help', 'news', 'grosse-oeuvre'])
})

test('a slug that is taken gets a number; one that was asked for is refused; a name without ASCII has one too', async () => {
  const acme = await site()
  const ana = await acme.staff('admin')
  const make = (wish: object) => acme.post('boards', { kinds: ['idea'], ...wish }, ana)
  expect((await make({ name: 'Ideas!' })).body.slug).toBe('ideas-2')
  expect((await make({ name: 'ideas' })).body.slug).toBe('ideas-3')
  expect((await make({ name: '想法' })).body.slug).toBe('board')
  expect((await make({ name: 'x'.repeat(60) })).body.slug).toBe('x'.repeat(34))
  const refused = await make({ name: 'Ideas', slug: 'ideas' })
  expect(refused.status).toBe(409)
  expect(refused.body.code).toBe('conflict')
})

test('boards of one name made at the same time get different slugs', async () => {
  const acme = await site()
  const ana = await acme.staff('admin')
  const made = await Promise.all(
    Array.from({ length: 5 }, () => acme.post('boards', { name: 'Talk', kinds: ['discussion'] }, ana)),
  )
  expect(made.map((one) => one.status)).toEqual([201, 201, 201, 201, 201])
  expect(made.map((one) => one.body.slug).sort()).toEqual(['talk', 'talk-2', 'talk-3', 'talk-4', 'talk-5'])
})

test('the same request sent twice under one key makes one board', async () => {
  const acme = await site()
  const ana = await acme.staff('admin')
  const send = () => acme.post('boards', { name: 'Once', kinds: ['idea'] }, ana, { 'idempotency-key': 'k1' })
  const first = await send()
  const second = await send()
  expect(first.status).toBe(201)
  expect(second.body).toEqual(first.body)
  expect(await slugsOf(acme)).toEqual(['ideas', 'help', 'news', 'once'])
})

test('a site has at most fifty boards, also when the last ones come together', async () => {
  const acme = await site()
  const ana = await acme.staff('admin')
  for (let count = 3; count < 49; count++) {
    expect((await acme.post('boards', { name: `Board ${count}`, kinds: ['idea'] }, ana)).status).toBe(201)
  }
  const last = await Promise.all(
    ['a', 'b', 'c'].map((name) => acme.post('boards', { name, kinds: ['idea'] }, ana)),
  )
  expect(last.map((one) => one.status).sort()).toEqual([201, 409, 409])
  expect((await acme.get('boards')).body.items).toHaveLength(50)
})

test('an edit needs the revision that was read, changes what was given, and wins once', async () => {
  const acme = await site()
  const ana = await acme.staff('admin')
  expect((await acme.patch('boards/ideas', { name: 'Wishes' }, ana)).status).toBe(428)
  const [one, other] = await Promise.all([
    acme.patch('boards/ideas', { name: 'Wishes' }, ana, 1),
    acme.patch('boards/ideas', { defaultSort: 'top' }, ana, 1),
  ])
  expect([one.status, other.status].sort()).toEqual([200, 412])
  const now = (await acme.get('boards')).body.items[0]
  expect(now.revision).toBe(2)
  expect(now.kinds).toEqual(['idea'])
  expect([now.name, now.defaultSort]).toEqual(one.status === 200 ? ['Wishes', 'trending'] : ['Ideas', 'top'])
  expect((await acme.patch('boards/ideas', {}, ana, 2)).status).toBe(422)
})

test('a board keeps the kinds of the threads it holds', async () => {
  const acme = await site()
  const ana = await acme.staff('admin')
  const mia = await acme.member()
  await acme.idea(mia, { board: 'help', kind: 'question' })
  const refused = await acme.patch('boards/help', { kinds: ['discussion'] }, ana, 1)
  expect(refused.status).toBe(409)
  expect(refused.body.code).toBe('in_use')
  expect(refused.body.detail).toContain('question')
  const taken = await acme.patch('boards/help', { kinds: ['question', 'idea'] }, ana, 1)
  expect(taken.body.kinds).toEqual(['idea', 'question'])
})

test('a board made private is gone for visitors and members at once, with its threads', async () => {
  const acme = await site()
  const ana = await acme.staff('admin')
  const mia = await acme.member()
  const number = await acme.idea(mia)
  expect((await acme.get(`threads/${number}`)).status).toBe(200)
  expect((await acme.patch('boards/ideas', { visibility: 'staff' }, ana, 1)).status).toBe(200)
  expect((await acme.get(`threads/${number}`)).status).toBe(404)
  expect((await acme.get(`threads/${number}`, mia)).status).toBe(404)
  expect((await acme.get(`threads/${number}`, ana)).status).toBe(200)
  expect(await slugsOf(acme, mia)).toEqual(['help', 'news'])
  expect((await acme.get('opening')).text).not.toContain('"ideas"')
})

test('an archived board is out of sight with all it holds, and its address is not given away', async () => {
  const acme = await site()
  const ana = await acme.staff('admin')
  const mia = await acme.member()
  const number = await acme.idea(mia)
  const reply = await acme.reply(mia, number)
  const { post } = (await acme.get(`threads/${number}`)).body
  // What is asked of a post by its own id, with nothing of a board in the address.
  const ofPosts = [post, reply].flatMap((id): [string, string, object?][] => [
    ['GET', `posts/${id}/revisions`],
    ['PUT', `posts/${id}/reactions/love`],
    ['POST', `posts/${id}/reports`, { reason: 'spam' }],
  ])
  ofPosts.push(['PATCH', `replies/${reply}`, { body: 'Anew' }], ['DELETE', `replies/${reply}`])
  const headers = { 'if-match': '"1"' }
  expect((await acme.request('PUT', `posts/${reply}/reactions/love`, { as: mia })).status).toBe(200)
  expect((await acme.delete('boards/ideas', ana)).status).toBe(204)
  for (const [method, path, body] of ofPosts)
    expect((await acme.request(method, path, { as: mia, body, headers })).status, path).toBe(404)
  expect(await slugsOf(acme, ana)).toEqual(['help', 'news'])
  expect((await acme.get(`threads/${number}`, ana)).status).toBe(404)
  expect((await acme.delete('boards/ideas', ana)).status).toBe(404)
  expect((await acme.patch('boards/ideas', { name: 'X' }, ana, 1)).status).toBe(404)
  expect((await acme.post('boards', { name: 'Ideas', kinds: ['idea'] }, ana)).body.slug).toBe('ideas-2')
  const rows = await world.db
    .selectFrom('threads')
    .select('number')
    .where('site_id', '=', (await acme.row()).id)
    .execute()
  expect(rows).toEqual([{ number }])
})

test('a restored board is back with all it holds, after the others, for who could read it before', async () => {
  const acme = await site()
  const ana = await acme.staff('admin')
  const mia = await acme.member()
  const number = await acme.idea(mia)
  await acme.patch('boards/ideas', { visibility: 'members' }, ana, 1)
  await acme.delete('boards/ideas', ana)
  await acme.delete('boards/news', ana)
  const archive = (await acme.get('boards/archive', ana)).body.items
  expect(archive.map((board: { slug: string }) => board.slug)).toEqual(['news', 'ideas'])
  expect(archive[1]).toMatchObject({ threads: 1, visibility: 'members', archivedAt: expect.any(String) })

  for (let time = 1; time <= 2; time++) {
    const restored = await acme.delete('boards/ideas/archive', ana)
    expect(restored).toMatchObject({ status: 200, body: { slug: 'ideas', threads: 1, revision: 2 } })
  }
  expect(await slugsOf(acme, mia)).toEqual(['help', 'ideas'])
  expect(await slugsOf(acme)).toEqual(['help'])
  expect((await acme.get(`threads/${number}`, mia)).status).toBe(200)
  expect((await acme.get(`threads/${number}`)).status).toBe(404)
  for (const never of ['never', 'Ideas!', '%00'])
    expect((await acme.delete(`boards/${never}/archive`, ana)).status, never).toBe(404)
  expect((await acme.get('boards/archive', ana)).body.items).toHaveLength(1)
})

test('a board is not restored beyond the fifty that a site has at most', async () => {
  const acme = await site()
  const ana = await acme.staff('admin')
  await acme.delete('boards/news', ana)
  for (let count = 2; count < 50; count++)
    await acme.post('boards', { name: `Board ${count}`, kinds: ['idea'] }, ana)
  const refused = await acme.delete('boards/news/archive', ana)
  expect(refused).toMatchObject({ status: 409, body: { code: 'conflict' } })
  expect((await acme.get('boards')).body.items).toHaveLength(50)
})

test('boards are put into an order as a whole; a list that has changed is refused', async () => {
  const acme = await site()
  const ana = await acme.staff('admin')
  const order = (items: unknown) => acme.put('boards/order', { items }, ana)
  const done = await order(['news', 'ideas', 'help'])
  expect(done.body.items.map((board: { slug: string }) => board.slug)).toEqual(['news', 'ideas', 'help'])
  expect(await slugsOf(acme)).toEqual(['news', 'ideas', 'help'])
  expect(done.body.items[0].revision).toBe(1)
  expect((await order(['news', 'ideas'])).body.code).toBe('conflict')
  expect((await order(['news', 'ideas', 'gone'])).body.code).toBe('conflict')
  expect((await order(['news', 'ideas', 'help', 'help'])).status).toBe(422)
  expect((await order('news')).status).toBe(422)
  expect((await acme.post('boards', { name: 'Last', kinds: ['idea'] }, ana)).status).toBe(201)
  expect(await slugsOf(acme)).toEqual(['news', 'ideas', 'help', 'last'])
})

test('what does not fit is refused and changes nothing', async () => {
  const acme = await site()
  const ana = await acme.staff('admin')
  const bad: object[] = [
    {},
    { name: 'X' },
    { name: '', kinds: ['idea'] },
    { name: 'X'.repeat(61), kinds: ['idea'] },
    { name: 'a\u202eb', kinds: ['idea'] },
    { name: 'X', kinds: [] },
    { name: 'X', kinds: ['event'] },
    { name: 'X', kinds: 'idea' },
    { name: 'X', kinds: ['idea'], slug: 'Not A Slug' },
    { name: 'X', kinds: ['idea'], slug: '../x' },
    { name: 'X', kinds: ['idea'], visibility: 'secret' },
    { name: 'X', kinds: ['idea'], defaultSort: 'random' },
    { name: 'X', kinds: ['idea'], names: { es: 'X' } },
    { name: 'X', kinds: ['idea'], names: { en: 5 } },
    { name: 'X', kinds: ['idea'], purposes: { en: 'X'.repeat(301) } },
    { name: 'X', kinds: ['idea'], position: 'a' },
    { name: 'X', kinds: ['idea'], revision: 7 },
    { name: 'X', kinds: ['idea'], site_id: '0' },
  ]
  for (const body of bad) {
    const refused = await acme.post('boards', body, ana)
    expect(refused.status, JSON.stringify(body)).toBe(422)
    expect(refused.body.code).toBe('invalid_input')
  }
  const raw = '{"name":"X","kinds":["idea"],"__proto__":{"visibility":"staff"}}'
  const proto = await acme.request('POST', 'boards', {
    as: ana,
    raw,
    headers: { 'content-type': 'application/json' },
  })
  expect(proto.status).toBe(422)
  expect(await slugsOf(acme)).toEqual(['ideas', 'help', 'news'])
})

test('only admins and owners of this very site touch its boards', async () => {
  const acme = await site()
  const other = await site()
  const mia = await acme.member()
  const stranger = await other.staff('owner')
  const acts: [string, string, unknown][] = [
    ['POST', 'boards', { name: 'X', kinds: ['idea'] }],
    ['PATCH', 'boards/ideas', { name: 'X' }],
    ['DELETE', 'boards/ideas', undefined],
    ['GET', 'boards/archive', undefined],
    ['DELETE', 'boards/ideas/archive', undefined],
    ['PUT', 'boards/order', { items: ['news', 'help', 'ideas'] }],
  ]
  const people: [Person | undefined, number][] = [
    [undefined, 401],
    [mia, 403],
    [stranger, 401],
    [await acme.staff('moderator'), 403],
    [await acme.staff('product'), 403],
  ]
  for (const [method, path, body] of acts) {
    for (const [as, status] of people) {
      const answer = await acme.request(method, path, { as, body, headers: { 'if-match': '"1"' } })
      expect(answer.status, `${method} ${path} ${as?.name}`).toBe(status)
    }
  }
  expect(await slugsOf(acme)).toEqual(['ideas', 'help', 'news'])
  expect((await acme.get('boards')).body.items[0].revision).toBe(1)
})

test('every act on a board is in the audit log, a refused one is not', async () => {
  const acme = await site()
  const ana = await acme.staff('owner')
  await acme.post('boards', { name: 'Talk', kinds: ['discussion'] }, ana)
  await acme.patch('boards/talk', { visibility: 'members' }, ana, 1)
  await acme.patch('boards/talk', { visibility: 'public' }, ana, 1)
  await acme.put('boards/order', { items: ['talk', 'ideas', 'help', 'news'] }, ana)
  await acme.delete('boards/talk', ana)
  await acme.delete('boards/talk/archive', ana)
  await acme.delete('boards/talk/archive', ana)
  const entries = await world.db
    .selectFrom('audit_entries')
    .select(['action', 'subject', 'actor_id'])
    .where('site_id', '=', (await acme.row()).id)
    .orderBy('id')
    .execute()
  expect(entries.map((entry) => entry.action)).toEqual([
    'board.make',
    'board.edit',
    'boards.order',
    'board.archive',
    'board.restore',
  ])
  expect(entries[1]).toEqual({ action: 'board.edit', subject: 'talk', actor_id: ana.id })
})
