import { expect, test } from 'vitest'
import { newId } from '../../server/lib/ids.ts'
import { inTransaction } from '../../server/lib/in_transaction.ts'
import { openSession } from '../../server/sessions/open.ts'
import { type Person, type TestSite, testWorld } from '../support/world.ts'

const { site, world, clock, mails, statements } = await testWorld()

/** Someone who signed in by an e-mail code, whose name is their own. */
async function byEmail(acme: TestSite, email: string): Promise<Person> {
  const asked = await acme.post('sessions/email', { email })
  const code = /\b(\d{6})\b/.exec((await mails.to(email)).text ?? '')![1]
  const proof = { code, device: asked.body.device }
  const session = await acme.post(`sessions/email/${asked.body.challenge}`, proof)
  const { member, token } = session.body
  return { id: member.id, name: member.name, headers: { authorization: `Bearer ${token}` } }
}

async function hide(acme: TestSite, number: number, post?: string): Promise<void> {
  const moderator = await acme.staff('moderator')
  const thread = (await acme.get(`threads/${number}`, moderator)).body
  const ruling = { rule: 1, reason: 'It names somebody.', revision: post ? 1 : thread.revision }
  const ruled = await acme.post(`posts/${post ?? thread.post}/rulings`, ruling, moderator)
  expect(ruled.status).toBe(201)
}

async function notify(
  acme: TestSite,
  member: Person,
  more: { tell_at?: Date; read_at?: Date; thread_id?: string } = {},
): Promise<void> {
  const { id } = await acme.row()
  const told = { key: newId(), kind: 'status', tell_at: world.clock.now(), ...more }
  const row = { site_id: id, id: newId(), member_id: member.id, ...told }
  await world.db.insertInto('notifications').values(row).execute()
}

test('a member reads themselves', async () => {
  const acme = await site()
  const company = { id: 'c1', name: 'Nord & Sud' }
  const mia = await acme.member('Mia', { email: 'mia@example.org', locale: 'fr', company })
  const first = await acme.idea(mia)
  await acme.idea(mia)
  await acme.reply(mia, first)
  expect((await acme.delete(`threads/${first}/vote`, mia)).status).toBe(200)
  const me = await acme.get('me', mia)
  expect(me.status).toBe(200)
  expect(me.body).toEqual({
    id: mia.id,
    name: 'Mia',
    email: 'mia@example.org',
    avatar: null,
    locale: 'fr',
    role: 'member',
    company: 'Nord & Sud',
    managed: true,
    votesShown: false,
    createdAt: expect.stringMatching(/^\d{4}-.*Z$/),
    posts: 3,
    votes: 1,
    unread: 0,
    suspension: null,
  })
  expect(me.headers.get('cache-control')).toBe('no-store')
})

test('nobody reads themselves signed out, and staff in the widget are members there', async () => {
  const acme = await site()
  for (const path of ['me', 'me/overlay', 'me/posts', 'me/votes'])
    expect((await acme.get(path)).status, path).toBe(401)
  const owner = await acme.staff('owner', 'Olga')
  expect((await acme.get('me', owner)).body).toMatchObject({ name: 'Olga', role: 'owner', managed: false })
  const { id } = await acme.row()
  const { token } = await inTransaction(world, id, (trx) => openSession(world, trx, id, owner.id))
  const inWidget = { id: owner.id, name: 'Olga', headers: { authorization: `Bearer ${token}` } }
  expect((await acme.get('me', inWidget)).body.role).toBe('member')
  expect((await acme.get('me/overlay', inWidget)).body.member.role).toBe('member')
  expect((await acme.get('settings', inWidget)).status).toBe(403)
})

test('one changes one’s own name and language where no host manages them', async () => {
  const acme = await site()
  const lea = await byEmail(acme, `lea-${newId()}@example.org`)
  const number = await acme.idea(lea)
  expect((await acme.get(`threads/${number}`)).body.author.name).toMatch(/^Member \d{4}$/)
  const changed = await acme.patch('me', { name: '  Léa   L. ', locale: 'de' }, lea)
  expect(changed.body).toMatchObject({ name: 'Léa L.', locale: 'de', managed: false })
  expect((await acme.get(`threads/${number}`)).body.author.name).toBe('Léa L.')
  expect((await acme.patch('me', { locale: null }, lea)).body).toMatchObject({ name: 'Léa L.', locale: null })
  expect((await acme.patch('me', {}, lea)).status).toBe(200)
})

test('a name that the host signs is changed there, a language here', async () => {
  const acme = await site()
  const mia = await acme.member('Mia')
  const refused = await acme.patch('me', { name: 'Mallory' }, mia)
  expect([refused.status, refused.body.code]).toEqual([409, 'conflict'])
  expect((await acme.patch('me', { locale: 'fr' }, mia)).body).toMatchObject({ name: 'Mia', locale: 'fr' })
  expect((await acme.patch('me', { name: 'Mallory', locale: 'de' }, mia)).status).toBe(409)
  expect((await acme.get('me', mia)).body).toMatchObject({ name: 'Mia', locale: 'fr' })
})

test('nothing but name and language is taken from a member', async () => {
  const acme = await site()
  const lea = await byEmail(acme, `lea-${newId()}@example.org`)
  const bad: object[] = [
    { role: 'owner' },
    { id: newId() },
    { email: 'x@example.org' },
    { name: '' },
    { name: 'x'.repeat(81) },
    { name: 'a\u202eb' },
    { name: ['x'] },
    { locale: 'es' },
    { managed: false },
    { company: 'X' },
  ]
  for (const body of bad) expect((await acme.patch('me', body, lea)).status, JSON.stringify(body)).toBe(422)
  const raw = '{"__proto__":{"role":"owner"}}'
  const proto = await acme.request('PATCH', 'me', {
    as: lea,
    raw,
    headers: { 'content-type': 'application/json' },
  })
  expect(proto.status).toBe(422)
  expect((await acme.get('me', lea)).body.role).toBe('member')
})

test('the overlay says which of a page’s threads I voted for and follow, in one statement', async () => {
  const acme = await site()
  const mia = await acme.member('Mia')
  const tom = await acme.member('Tom')
  const [one, two, three] = [await acme.idea(mia), await acme.idea(tom), await acme.idea(tom)]
  await acme.put(`threads/${three}/vote`, undefined, mia)
  const path = `me/overlay?threads=${three},${two},${one},999`
  const overlay = await acme.get(path, mia)
  expect(overlay.body).toEqual({
    member: { id: mia.id, name: 'Mia', avatar: null, role: 'member', suspended: false },
    voted: [one, three],
    // One’s own threads are followed from the start.
    followed: [one],
    boards: [],
    visits: [],
    reacted: {},
    unread: 0,
  })
  expect((await acme.get(`me/overlay?threads=${one},${two},${three}`, tom)).body.voted).toEqual([two, three])
  expect((await acme.get(`me/overlay?threads=${two}`, mia)).body.voted).toEqual([])
  expect((await acme.get('me/overlay', mia)).body.voted).toEqual([])
  expect((await acme.get('me/overlay?threads=', mia)).body.voted).toEqual([])
  expect(await statements(() => acme.get(path, mia))).toHaveLength(1)
})

test('the overlay takes a hundred numbers and nothing else', async () => {
  const acme = await site()
  const mia = await acme.member()
  const numbers = Array.from({ length: 101 }, (_, index) => index + 1)
  expect((await acme.get(`me/overlay?threads=${numbers.slice(1)}`, mia)).status).toBe(200)
  for (const bad of [
    String(numbers),
    '1,',
    ',1',
    '1,,2',
    'a',
    '-1',
    '0',
    '1.5',
    '1e9',
    '9999999999',
    '1;drop',
  ]) {
    expect((await acme.get(`me/overlay?threads=${bad}`, mia)).status, bad).toBe(422)
  }
  expect((await acme.get('me/overlay?threads[]=1', mia)).status).toBe(422)
})

test('votes of the same number in another site are not mine', async () => {
  const acme = await site()
  const other = await site()
  const mia = await acme.member()
  const number = await acme.idea(mia)
  const there = await other.member()
  expect(await other.idea(there)).toBe(number)
  const stranger = await other.member()
  expect((await other.get(`me/overlay?threads=${number}`, stranger)).body.voted).toEqual([])
  expect((await other.get('me', mia)).status).toBe(401)
})

test('unread news count once they may be told, and not when read', async () => {
  const acme = await site()
  const mia = await acme.member()
  const tom = await acme.member()
  await notify(acme, mia)
  await notify(acme, mia, { read_at: new Date() })
  await notify(acme, mia, { tell_at: new Date(clock.now().getTime() + 12_000) })
  await notify(acme, tom)
  expect((await acme.get('me', mia)).body.unread).toBe(1)
  expect((await acme.get('me/overlay', mia)).body.unread).toBe(1)
  clock.move(13)
  expect((await acme.get('me/overlay', mia)).body.unread).toBe(2)
})

test('news of a board that became private counts no more', async () => {
  const acme = await site()
  const mia = await acme.member()
  const number = await acme.idea(mia)
  const { id } = await acme.row()
  const thread = await world.db
    .selectFrom('threads')
    .select('id')
    .where('site_id', '=', id)
    .where('number', '=', number)
    .executeTakeFirstOrThrow()
  await notify(acme, mia, { thread_id: thread.id })
  expect((await acme.get('me/overlay', mia)).body.unread).toBe(1)
  await acme.restrict('ideas', 'staff')
  expect((await acme.get('me/overlay', mia)).body.unread).toBe(0)
  expect((await acme.get('me', mia)).body.unread).toBe((await acme.get('me/notifications', mia)).body.unread)
})

test('my posts: newest first, page by page, without markup, and only mine', async () => {
  const acme = await site()
  const mia = await acme.member()
  const tom = await acme.member()
  const idea = await acme.idea(mia, {
    title: 'A bridge over the river',
    body: 'We **need** a [bridge](https://x.example) & more.',
  })
  const his = await acme.idea(tom, { title: 'Another one' })
  const reply = await acme.reply(mia, his, '> quoted\n\nYes <b>this</b>, 1 < 2.')
  await acme.reply(tom, his)
  const gone = await acme.reply(mia, his, 'Taken back')
  expect((await acme.delete(`replies/${gone}`, mia)).status).toBe(204)

  const first = await acme.get('me/posts?limit=1', mia)
  expect(first.body.items).toEqual([
    {
      id: reply,
      kind: 'reply',
      thread: { number: his, title: 'Another one', language: 'en' },
      excerpt: expect.stringContaining('1 < 2.'),
      createdAt: expect.any(String),
      hidden: false,
    },
  ])
  expect(first.text).not.toContain('<p>')
  const second = await acme.get(`me/posts?limit=1&cursor=${first.body.next}`, mia)
  expect(second.body.items[0]).toMatchObject({
    kind: 'opening',
    thread: { number: idea, title: 'A bridge over the river' },
    excerpt: 'We need a bridge & more.',
  })
  expect(second.body.next).toBe(null)
  expect((await acme.get('me/posts?cursor=nonsense', mia)).body.code).toBe('broken_cursor')
})

test('my hidden post is still mine to read; a hidden title of another is not', async () => {
  const acme = await site()
  const mia = await acme.member()
  const tom = await acme.member()
  const mine = await acme.idea(mia, { title: 'Mine with a name', body: 'Call Mrs Smith.' })
  const his = await acme.idea(tom, { title: 'His secret title' })
  await acme.reply(mia, his, 'I answered')
  await hide(acme, mine)
  await hide(acme, his)
  const { items } = (await acme.get('me/posts', mia)).body
  expect(items).toHaveLength(2)
  expect(items[0]).toMatchObject({
    kind: 'reply',
    thread: { number: his, title: '', language: null },
    hidden: false,
  })
  expect(items[1]).toMatchObject({
    thread: { title: 'Mine with a name' },
    excerpt: 'Call Mrs Smith.',
    hidden: true,
  })
})

test('what I wrote or voted for in a board that became private is not shown to me', async () => {
  const acme = await site()
  const mia = await acme.member()
  await acme.idea(mia)
  const question = await acme.idea(mia, { board: 'help', kind: 'question' })
  expect((await acme.get('me/votes', mia)).body.items).toHaveLength(1)
  await acme.restrict('ideas', 'staff')
  const posts = (await acme.get('me/posts', mia)).body.items
  expect(posts.map((post: { thread: { number: number } }) => post.thread.number)).toEqual([question])
  expect((await acme.get('me/votes', mia)).body.items).toEqual([])
})

test('my votes: the latest vote first, page by page, without what is hidden', async () => {
  const acme = await site()
  const mia = await acme.member()
  const tom = await acme.member()
  const numbers = [await acme.idea(tom), await acme.idea(tom), await acme.idea(tom)]
  for (const number of [numbers[1], numbers[2], numbers[0]]) {
    await acme.put(`threads/${number}/vote`, undefined, mia)
    // The database gives votes their moments, the embedded one in milliseconds: two of one have no order.
    await new Promise((passed) => setTimeout(passed, 3))
  }
  const first = await acme.get('me/votes?limit=2', mia)
  expect(first.body.items.map((row: { number: number }) => row.number)).toEqual([numbers[0], numbers[2]])
  expect(first.body.items[0]).toMatchObject({ votes: 2, board: 'ideas', author: { id: tom.id } })
  const second = await acme.get(`me/votes?limit=2&cursor=${first.body.next}`, mia)
  expect(second.body).toMatchObject({ items: [{ number: numbers[1] }], next: null })
  await hide(acme, numbers[0]!)
  const rest = (await acme.get('me/votes', mia)).body.items.map((row: { number: number }) => row.number)
  expect(rest).toEqual([numbers[2], numbers[1]])
  expect((await acme.get(`me/votes?cursor=${encodeURIComponent('x'.repeat(600))}`, mia)).status).toBe(400)
})

test('cursors with nonsense in them are refused and break nothing', async () => {
  const acme = await site()
  const mia = await acme.member()
  for (const list of ['my-posts', 'my-votes']) {
    for (const at of ['x', '1e999', '-1', '', '99999999999999999999999999']) {
      const cursor = Buffer.from(JSON.stringify([list, at, newId()])).toString('base64url')
      const answer = await acme.get(`me/${list === 'my-posts' ? 'posts' : 'votes'}?cursor=${cursor}`, mia)
      expect(answer.status, `${list} ${at}`).toBe(400)
    }
  }
})
