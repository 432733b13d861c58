import { beforeAll, expect, it } from 'vitest'
import { hide, openingOf } from '../support/judging.ts'
import { type Person, type TestSite, testWorld } from '../support/world.ts'

// What the team finds, and nobody else.

let site: TestSite
let owner: Person
let anna: Person
let number: number

const search = (q: string, as: Person | undefined, at = site) =>
  at.get(`search?q=${encodeURIComponent(q)}`, as)

async function found(q: string, as = owner) {
  const { status, body, text } = await search(q, as)
  expect(status, text).toBe(200)
  return body
}

const none = { threads: [], replies: [], notes: [], team: [], people: [] }

beforeAll(async () => {
  site = await (await testWorld()).site()
  owner = await site.staff('owner')
  anna = await site.member('Anna Quillfeather', { email: 'anna@customer.example' })
  number = await site.idea(anna, { title: 'Rounds that end at the depot' })
})

const note = async (body: string, of = number) =>
  (await site.post(`threads/${of}/notes`, { body }, owner)).body.id as string

it('finds threads, replies, notes in any language and people, with what matches marked', async () => {
  const reply = await site.reply(anna, number, 'The zeppelin & its **hangar** stand idle.')
  const english = await note('Sales: a zeppelin contract is being renewed.')
  const french = await note('Les clients préfèrent les livraisons du matin.')
  const german = await note('Die Kinder sitzen höher.')
  const all = await found('zeppelin')
  expect(all).toEqual({
    threads: [],
    replies: [
      {
        id: reply,
        thread: { number, title: 'Rounds that end at the depot' },
        author: 'Anna Quillfeather',
        text: ['The ', 'zeppelin', ' & its hangar stand idle.'],
        hidden: false,
        createdAt: expect.any(String),
      },
    ],
    notes: [
      {
        id: english,
        thread: { number, title: 'Rounds that end at the depot' },
        author: owner.name,
        text: ['Sales: a ', 'zeppelin', ' contract is being renewed.'],
        createdAt: expect.any(String),
      },
    ],
    team: [],
    people: [],
  })
  expect((await found('prefere livraison')).notes).toMatchObject([{ id: french }])
  expect((await found('kind hoher')).notes).toMatchObject([{ id: german }])
  expect((await found('zeppelin -contract')).notes).toEqual([])
  expect((await found('depot')).threads).toMatchObject([
    { number, title: ['Rounds that end at the ', 'depot', ''], hidden: false, mergedInto: null },
  ])
  for (const q of ['quillf', 'anna@customer'])
    expect((await found(q)).people, q).toMatchObject([{ id: anna.id, email: 'anna@customer.example' }])
  for (const q of ['', '   ', '%', '-zeppelin', '\u0001']) expect(await found(q), q).toEqual(none)
})

it('leaves out for a minus whatever is of a thread that holds the word, hidden replies too', async () => {
  const [kept, left] = [
    await site.idea(anna, { title: 'A mizzen of canvas' }),
    await site.idea(anna, { title: 'A mizzen of silk' }),
  ]
  for (const of of [kept, left]) {
    await site.reply(anna, of, 'The mizzen tore.')
    await note('Sales: the mizzen sells.', of)
  }
  const reply = await site.reply(anna, left, 'Mine has rivets.')
  const all = await found('mizzen')
  expect([all.threads, all.replies, all.notes].map((kind) => kind.length)).toEqual([2, 2, 2])
  const one = {
    threads: [{ number: kept }],
    replies: [{ thread: { number: kept } }],
    notes: [{ thread: { number: kept } }],
  }
  expect(await found('mizzen -rivet')).toMatchObject(one)
  expect(await found('mizzen -silk')).toMatchObject(one)
  await hide(site, owner, reply)
  expect(await found('mizzen -rivet')).toMatchObject(one)
})

it('puts misspelt words right where nothing holds them, and says so, also of what is hidden', async () => {
  const other = await site.idea(anna, { title: 'Larger mudguards' })
  const reply = await site.reply(anna, other, 'A mudguard of tin.')
  await hide(site, owner, reply)
  const near = await found('mudgard tin')
  expect(near.near).toBe(true)
  expect(near.replies).toMatchObject([{ id: reply, hidden: true }])
  expect(await found('"mudgard"')).toEqual(none)
  expect(await found('mudgard -tin')).toEqual(none)
  expect((await found('mudguard')).near).toBeUndefined()
})

it('finds hidden threads and replies, and says so, where customers find none of them', async () => {
  const hidden = await site.idea(anna, { title: 'Xylophones for every courier' })
  const reply = await site.reply(anna, number, 'Buy my xylophone oil.')
  expect((await site.get('threads?q=xylophone')).body.items).toHaveLength(2)
  await hide(site, owner, reply)
  await hide(site, owner, await openingOf(site, hidden))
  for (const role of ['owner', 'product'] as const)
    expect(await found('xylophone', await site.staff(role)), role).toMatchObject({
      threads: [{ number: hidden, hidden: true }],
      replies: [{ id: reply, hidden: true }],
    })
  for (const as of [undefined, anna, owner])
    expect((await site.get('threads?q=xylophone', as)).body.items).toEqual([])
})

it('finds a thread by its number, before what holds the figures, hidden and merged ones too', async () => {
  const [named, target] = [
    await site.idea(anna, { title: 'Lamps on the trailer' }),
    await site.idea(anna, { title: 'Lamps on the box' }),
  ]
  const holds = await site.idea(anna, { title: `Bell ${named} of them` })
  for (const q of [`${named}`, `#${named}`, ` #${named} `])
    expect((await found(q)).threads, q).toMatchObject([
      { number: named, title: ['Lamps on the trailer'], hidden: false, mergedInto: null },
      { number: holds },
    ])
  expect((await found(`#${named}`, await site.staff('product'))).threads[0].number).toBe(named)
  expect((await site.put(`threads/${named}/merge`, { into: target }, owner)).status).toBe(200)
  expect((await found(`#${named}`)).threads[0]).toMatchObject({ number: named, mergedInto: target })
  await hide(site, owner, await openingOf(site, holds))
  expect((await found(`#${holds}`)).threads).toMatchObject([{ number: holds, hidden: true }])
  const long = await site.idea(anna, { title: 'Lamps on the wall', body: `${'lantern '.repeat(40)}end` })
  const [{ text }] = (await found(`#${long}`)).threads
  expect(text.join('')).toMatch(/^(lantern ){10,}lantern…$/)
  for (const q of ['#0', '#999999999', '#99999999999', `##${named}`])
    expect(
      (await found(q)).threads.map((one: { number: number }) => one.number),
      q,
    ).not.toContain(named)
  const elsewhere = await (await testWorld()).site()
  expect((await search(`#${named}`, await elsewhere.staff('owner'), elsewhere)).body).toEqual(none)
})

it('leads to where the words of a merged thread are read now', async () => {
  const other = await site.idea(anna, { title: 'Gondolas on the canal' })
  const reply = await site.reply(anna, other, 'With a gondolier.')
  const written = await note('The gondolier is our client.', other)
  expect((await site.put(`threads/${other}/merge`, { into: number }, owner)).status).toBe(200)
  expect(await found('gondolier')).toMatchObject({
    replies: [{ id: reply, thread: { number } }],
    notes: [{ id: written, thread: { number } }],
  })
  expect((await found('gondolas')).threads).toMatchObject([{ number: other, mergedInto: number }])
})

it('finds nothing that its author deleted or took away, and nobody who was erased', async () => {
  const gone = await site.member('Wilhelmina Ostrich', { email: 'ostrich@customer.example' })
  const stays = await site.member('Ferdinand Ostrich', { email: 'ferdinand@customer.example' })
  const thread = await site.idea(gone, { title: 'Ostriches instead of bicycles' })
  await site.reply(gone, number, 'An ostrich is faster.')
  const nameless = await site.reply(stays, number, 'No ostrich is slower.')
  const deleted = await site.reply(anna, number, 'Which ostrich?')
  const judged = await site.reply(gone, number, 'A hidden ostrich.')
  await hide(site, owner, judged)
  const before = await found('ostrich')
  expect(before.threads).toMatchObject([{ number: thread }])
  expect(before.replies).toHaveLength(4)
  expect(before.people).toHaveLength(2)
  await site.delete(`replies/${deleted}`, anna)
  for (const [person, posts] of [
    [gone, 'remove'],
    [stays, 'keep'],
  ] as const) {
    const erased = await site.put(`members/${person.id}/erasure`, { posts, reason: 'By letter.' }, owner)
    expect(erased.status, erased.text).toBe(204)
  }
  const after = await found('ostrich')
  expect(after).toMatchObject({ ...none, replies: [{ id: nameless, author: null }] })
  expect(after.replies).toHaveLength(1)
  expect(await found('ferdinand@customer.example')).toEqual(none)
})

it('is the team’s alone, and of its own community and boards that stand', async () => {
  await site.restrict('help', 'staff')
  const inner = await site.idea(owner, { board: 'help', kind: 'question', title: 'Krakens in the cellar' })
  await note('A kraken, and no doubt.', inner)
  await site.reply(owner, inner, 'The kraken sleeps.')
  await site.takeGuests()
  const guest = await site.guest()
  expect((await search('kraken', undefined)).status).toBe(401)
  for (const as of [anna, guest]) expect((await search('kraken', as)).status).toBe(403)
  for (const role of ['product', 'moderator', 'admin'] as const)
    expect(await found('kraken', await site.staff(role)), role).toMatchObject({
      threads: [{ number: inner }],
      replies: [{}],
      notes: [{}],
    })
  const other = await (await testWorld()).site()
  expect((await search('kraken', owner, other)).status).toBe(401)
  const theirs = await other.staff('owner')
  for (const q of ['kraken', 'quillfeather', 'anna@customer.example'])
    expect((await search(q, theirs, other)).body, q).toEqual(none)
  expect((await site.delete('boards/help', owner)).status).toBe(204)
  expect(await found('kraken')).toEqual(none)
})

it('gives five of a kind at most, and takes no other question', async () => {
  for (let at = 0; at < 6; at++) await note(`Walrus number ${at}`)
  expect((await found('walrus')).notes).toHaveLength(5)
  for (const query of ['', '?q=walrus&q=2&site=x', '?q=walrus&__proto__=1', `?q=${'w'.repeat(201)}`])
    expect((await site.get(`search${query}`, owner)).status, query).toBe(422)
})

it('finds who is on the team, by name or address, and each as what they are', async () => {
  const admin = await site.staff('admin', 'Ottoline Ravenswood')
  const client = await site.member('Otto Ravenswood')
  const byProduct = await found('ravenswood', await site.staff('product'))
  expect(byProduct.team).toMatchObject([{ id: admin.id, name: 'Ottoline Ravenswood', role: 'admin' }])
  expect(byProduct.people).toMatchObject([{ id: client.id }])
  const { email } = byProduct.team[0]
  expect(email).toContain('@')
  expect((await found(email)).team).toMatchObject([{ id: admin.id }])
  const other = await (await testWorld()).site()
  expect((await search('ravenswood', await other.staff('owner'), other)).body).toEqual(none)
  expect((await site.delete(`team/${admin.id}`, owner)).status).toBe(204)
  expect((await found('ottoline')).team).toEqual([])
})

it('loses no thread to the many of a board that was put away', async () => {
  const full = await (await testWorld()).site()
  const chief = await full.staff('owner')
  for (let at = 0; at < 205; at++)
    await full.idea(chief, { board: 'help', kind: 'question', title: `Narwhals, number ${at}` })
  const last = await full.idea(chief, { title: 'A narwhal that stays' })
  expect((await search('narwhal', chief, full)).body.threads).toHaveLength(5)
  expect((await full.delete('boards/help', chief)).status).toBe(204)
  expect((await search('narwhal', chief, full)).body.threads).toMatchObject([{ number: last }])
})
