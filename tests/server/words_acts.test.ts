import { expect, test } from 'vitest'
import { newId } from '../../server/lib/ids.ts'
import { type Person, type TestSite, testWorld } from '../support/world.ts'

const { site, world } = await testWorld()

const kinds = [
  { table: 'statuses', draft: { name: 'Some day', category: 'closed' }, first: 'open' },
  { table: 'stages', draft: { name: 'Some day', category: 'closed' }, first: 'consideration' },
  { table: 'tags', draft: { name: 'Some day' }, first: 'urgent' },
] as const

const slugsOf = async (acme: TestSite, table: string) =>
  (await acme.get(table)).body.items.map((word: { slug: string }) => word.slug)

test('a new site has six statuses and six stages, one of each category, and no tags', async () => {
  const acme = await site()
  const categories = async (table: string) =>
    (await acme.get(table)).body.items.map(({ slug, category }: { slug: string; category: string }) => [
      slug,
      category,
    ])
  expect(await categories('statuses')).toEqual([
    ['open', 'open'],
    ['review', 'review'],
    ['planned', 'planned'],
    ['building', 'building'],
    ['shipped', 'shipped'],
    ['closed', 'closed'],
  ])
  expect((await categories('stages')).map(([, category]: string[]) => category)).toEqual([
    'open',
    'review',
    'planned',
    'building',
    'shipped',
    'closed',
  ])
  expect(await slugsOf(acme, 'tags')).toEqual([])
})

async function withTag(acme: TestSite, owner: Person): Promise<void> {
  expect((await acme.post('tags', { name: 'Urgent' }, owner)).status).toBe(201)
}

for (const { table, draft, first } of kinds) {
  test(`${table}: made at the end, changed from a revision, ordered, deleted while unused, all audited`, async () => {
    const acme = await site()
    const ana = await acme.staff('owner')
    await withTag(acme, ana)
    const before = await slugsOf(acme, table)

    const made = await acme.post(table, draft, ana)
    expect(made.status).toBe(201)
    expect(made.body).toEqual({ slug: 'some-day', names: {}, revision: 1, ...draft })
    expect((await acme.post(table, { ...draft, name: 'Some-day?' }, ana)).body.slug).toBe('some-day-2')
    expect(await slugsOf(acme, table)).toEqual([...before, 'some-day', 'some-day-2'])

    const edited = await acme.patch(`${table}/some-day`, { names: { fr: 'Un jour' } }, ana, 1)
    expect(edited.body).toEqual({ ...made.body, names: { fr: 'Un jour' }, revision: 2 })
    expect((await acme.patch(`${table}/some-day`, { name: 'Never' }, ana, 1)).status).toBe(412)
    expect((await acme.patch(`${table}/some-day`, { name: 'Never' }, ana)).status).toBe(428)
    expect((await acme.patch(`${table}/some-day`, {}, ana, 2)).status).toBe(422)

    const order = ['some-day-2', ...before, 'some-day']
    const ordered = await acme.put(`${table}/order`, { items: order }, ana)
    expect(ordered.body.items.map((word: { slug: string }) => word.slug)).toEqual(order)
    expect(await slugsOf(acme, table)).toEqual(order)

    expect((await acme.delete(`${table}/some-day`, ana)).status).toBe(204)
    expect((await acme.delete(`${table}/some-day`, ana)).status).toBe(404)
    expect((await acme.patch(`${table}/some-day`, { name: 'X' }, ana, 2)).status).toBe(404)
    expect(await slugsOf(acme, table)).toEqual(['some-day-2', ...before])

    const noun = { statuses: 'status', stages: 'stage', tags: 'tag' }[table]
    const actions = await world.db
      .selectFrom('audit_entries')
      .select('action')
      .where('site_id', '=', (await acme.row()).id)
      .orderBy('id')
      .execute()
    expect(actions.map((entry) => entry.action)).toEqual([
      'tag.make',
      `${noun}.make`,
      `${noun}.make`,
      `${noun}.edit`,
      `${table}.order`,
      `${noun}.delete`,
    ])
  })

  test(`${table}: words of one slug made at the same time get different ones, an asked-for one is given once`, async () => {
    const acme = await site()
    const ana = await acme.staff('admin')
    const alike = ['Some day', 'Some-day', 'Some/day', 'Some day!']
    const made = await Promise.all(alike.map((name) => acme.post(table, { ...draft, name }, ana)))
    expect(made.map((one) => one.body.slug).sort()).toEqual([
      'some-day',
      'some-day-2',
      'some-day-3',
      'some-day-4',
    ])
    const mine = (name: string) => acme.post(table, { ...draft, name, slug: 'mine' }, ana)
    const asked = await Promise.all(['Mine', 'Yours'].map(mine))
    expect(asked.map((one) => one.status).sort()).toEqual([201, 409])
  })

  test(`${table}: no two have one name, in making and in renaming, until it is free again`, async () => {
    const acme = await site()
    const ana = await acme.staff('admin')
    const make = (name: string) => acme.post(table, { ...draft, name }, ana)
    const made = await Promise.all(Array.from({ length: 3 }, () => make('Später')))
    expect(made.map((one) => one.status).sort()).toEqual([201, 409, 409])
    const { slug } = made.find((one) => one.status === 201)!.body
    for (const name of ['später', 'SPÄTER', 'Spater', ' Spa\u0308ter ']) {
      const refused = await make(name)
      expect(refused.status, name).toBe(409)
      expect(refused.body.code).toBe('conflict')
      expect(refused.body.errors).toEqual([
        { path: 'name', message: expect.stringContaining('of this name') },
      ])
    }
    const other = (await make('Spät')).body
    const rename = (name: string, revision: number) =>
      acme.patch(`${table}/${other.slug}`, { name }, ana, revision)
    expect((await rename('Spater', 1)).body.errors[0].path).toBe('name')
    // Its own name is no other's: it is written another way, and kept with what else is changed.
    expect((await rename('SPÄT', 1)).status).toBe(200)
    expect(
      (await acme.patch(`${table}/${slug}`, { name: 'Später', names: { fr: 'Plus tard' } }, ana, 1)).status,
    ).toBe(200)
    expect((await acme.delete(`${table}/${slug}`, ana)).status).toBe(204)
    expect((await rename('Später', 2)).status).toBe(200)
    expect((await make('が')).status).toBe(201)
    expect((await make('か')).status).toBe(201)
  })

  test(`${table}: only admins and owners of this very site`, async () => {
    const acme = await site()
    const other = await site()
    const ana = await acme.staff('owner')
    await withTag(acme, ana)
    const people: [Person | undefined, number][] = [
      [undefined, 401],
      [await acme.member(), 403],
      [await other.staff('owner'), 401],
      [await acme.staff('moderator'), 403],
      [await acme.staff('product'), 403],
    ]
    const acts: [string, string, unknown][] = [
      ['POST', table, draft],
      ['PATCH', `${table}/${first}`, { name: 'X' }],
      ['DELETE', `${table}/${first}`, undefined],
      ['PUT', `${table}/order`, { items: [first] }],
    ]
    for (const [method, path, body] of acts) {
      for (const [as, status] of people) {
        const answer = await acme.request(method, path, { as, body, headers: { 'if-match': '"1"' } })
        expect(answer.status, `${method} ${path} ${as?.name}`).toBe(status)
      }
    }
    const word = (await acme.get(table)).body.items.find((one: { slug: string }) => one.slug === first)
    expect(word.revision).toBe(1)
  })

  test(`${table}: what does not fit is refused`, async () => {
    const acme = await site()
    const ana = await acme.staff('admin')
    const bad: object[] = [
      {},
      { ...draft, name: '' },
      { ...draft, name: 'x'.repeat(61) },
      { ...draft, name: { en: 'x' } },
      { ...draft, slug: 'UPPER' },
      { ...draft, names: { it: 'x' } },
      { ...draft, names: [] },
      { ...draft, category: 'unknown' },
      { ...draft, revision: 9 },
      { ...draft, id: newId() },
    ]
    for (const body of bad) expect((await acme.post(table, body, ana)).status, JSON.stringify(body)).toBe(422)
    const raw = JSON.stringify(draft).replace('{', '{"__proto__":{"slug":"x"},')
    const proto = await acme.request('POST', table, {
      as: ana,
      raw,
      headers: { 'content-type': 'application/json' },
    })
    expect(proto.status).toBe(422)
    expect((await acme.put(`${table}/order`, { items: ['constructor'] }, ana)).status).toBe(409)
    expect((await acme.get(table)).text).not.toContain('some-day')
  })
}

test('a tag has no category', async () => {
  const acme = await site()
  const ana = await acme.staff('admin')
  expect((await acme.post('tags', { name: 'Urgent', category: 'open' }, ana)).status).toBe(422)
  await withTag(acme, ana)
  expect((await acme.patch('tags/urgent', { category: 'open' }, ana, 1)).status).toBe(422)
})

test('a status with ideas may not go, and says how many', async () => {
  const acme = await site()
  const ana = await acme.staff('admin')
  const mia = await acme.member()
  expect((await acme.post('statuses', { name: 'New', category: 'open' }, ana)).status).toBe(201)
  await acme.idea(mia)
  await acme.idea(mia)
  const refused = await acme.delete('statuses/open', ana)
  expect(refused.status).toBe(409)
  expect(refused.body.code).toBe('in_use')
  expect(refused.body.detail).toContain('status: 2.')
  expect(await slugsOf(acme, 'statuses')).toContain('open')
})

test('the last status of the category open neither goes nor changes its category', async () => {
  const acme = await site()
  const ana = await acme.staff('admin')
  expect((await acme.delete('statuses/open', ana)).body.code).toBe('in_use')
  expect((await acme.patch('statuses/open', { category: 'closed' }, ana, 1)).body.code).toBe('in_use')
  expect((await acme.patch('statuses/open', { name: 'Fresh', category: 'open' }, ana, 1)).status).toBe(200)
  expect((await acme.post('statuses', { name: 'New', category: 'open' }, ana)).status).toBe(201)
  const both = await Promise.all([acme.delete('statuses/open', ana), acme.delete('statuses/new', ana)])
  expect(both.map((one) => one.status).sort()).toEqual([204, 409])
  expect((await acme.delete('stages/consideration', ana)).status).toBe(204)
})

test('a stage with an item may not go, a tag on a thread neither', async () => {
  const acme = await site()
  const ana = await acme.staff('admin')
  await withTag(acme, ana)
  const number = await acme.idea(await acme.member())
  const { id: siteId, stages, tags } = await acme.row()
  const thread = await world.db
    .selectFrom('threads')
    .select('id')
    .where('site_id', '=', siteId)
    .where('number', '=', number)
    .executeTakeFirstOrThrow()
  await world.db
    .insertInto('roadmap_items')
    .values({
      site_id: siteId,
      id: newId(),
      number: 1,
      title: 'Card',
      stage_id: stages[0]!.id,
      position: 'i',
    })
    .execute()
  await world.db
    .insertInto('thread_tags')
    .values({ site_id: siteId, thread_id: thread.id, tag_id: tags[0]!.id })
    .execute()

  const stage = await acme.delete(`stages/${stages[0]!.slug}`, ana)
  expect([stage.status, stage.body.code]).toEqual([409, 'in_use'])
  expect(stage.body.detail).toContain('counted: 1.')
  const tag = await acme.delete('tags/urgent', ana)
  expect([tag.status, tag.body.code]).toEqual([409, 'in_use'])
  expect(tag.body.detail).toContain('tag: 1.')
})

test('there are at most 500 tags', async () => {
  const acme = await site()
  const ana = await acme.staff('admin')
  const { id: siteId } = await acme.row()
  const rows = Array.from({ length: 499 }, (_, index) => ({
    site_id: siteId,
    id: newId(),
    slug: `t${index}`,
    name: `T ${index}`,
    position: 'i',
  }))
  await world.db.insertInto('tags').values(rows).execute()
  const both = await Promise.all(['a', 'b'].map((name) => acme.post('tags', { name }, ana)))
  expect(both.map((one) => one.status).sort()).toEqual([201, 409])
})
