import { expect, test } from 'vitest'
import { type Person, testWorld } from '../support/world.ts'

const { site, world } = await testWorld()

test('a new rule gets the next number, and a retired number is never given again', async () => {
  const acme = await site()
  const ana = await acme.staff('admin')
  expect((await acme.get('rules')).body.items).toHaveLength(4)
  const made = await acme.post('rules', { name: 'Be kind.', names: { fr: 'Soyez aimable.' } }, ana)
  expect([made.status, made.body]).toEqual([
    201,
    { number: 5, version: 1, name: 'Be kind.', names: { fr: 'Soyez aimable.' } },
  ])
  expect((await acme.delete('rules/5', ana)).status).toBe(204)
  expect((await acme.get('rules')).body.items.map((rule: { number: number }) => rule.number)).toEqual([
    1, 2, 3, 4,
  ])
  expect((await acme.post('rules', { name: 'Be brief.' }, ana)).body.number).toBe(6)
})

test('a changed text is a new version, the same text is none, and the old version stays for its rulings', async () => {
  const acme = await site()
  const ana = await acme.staff('owner')
  const before = (await acme.get('rules')).body.items[0]
  const same = await acme.put('rules/1', { name: before.name, names: before.names }, ana)
  expect([same.status, same.body.version]).toEqual([200, 1])
  const changed = await acme.put('rules/1', { name: 'One wish per idea.' }, ana)
  expect(changed.body).toEqual({ number: 1, version: 2, name: 'One wish per idea.', names: {} })
  expect((await acme.get('rules')).body.items[0]).toEqual(changed.body)
  const versions = await world.db
    .selectFrom('rules')
    .select(['version', 'name'])
    .where('site_id', '=', (await acme.row()).id)
    .where('number', '=', 1)
    .orderBy('version')
    .execute()
  expect(versions).toEqual([
    { version: 1, name: before.name },
    { version: 2, name: 'One wish per idea.' },
  ])
})

test('a version that was read can be sent along, and a stale one is refused', async () => {
  const acme = await site()
  const ana = await acme.staff('admin')
  const put = (name: string, version: string) =>
    acme.request('PUT', 'rules/2', { as: ana, body: { name }, headers: { 'if-match': version } })
  const both = await Promise.all([put('One', '"1"'), put('Two', '"1"')])
  expect(both.map((one) => one.status).sort()).toEqual([200, 412])
  expect((await put('Three', 'x')).status).toBe(422)
  expect((await acme.get('rules')).body.items[1].version).toBe(2)
})

test('a retired rule is not there any more', async () => {
  const acme = await site()
  const ana = await acme.staff('admin')
  await acme.put('rules/3', { name: 'Speak of the work.' }, ana)
  expect((await acme.delete('rules/3', ana)).status).toBe(204)
  expect((await acme.delete('rules/3', ana)).status).toBe(404)
  expect((await acme.put('rules/3', { name: 'Again' }, ana)).status).toBe(404)
  expect((await acme.get('rules')).body.items.map((rule: { number: number }) => rule.number)).toEqual([
    1, 2, 4,
  ])
})

test('a netiquette has at most fifty rules in force, however many were retired', async () => {
  const acme = await site()
  const ana = await acme.staff('admin')
  const { id } = await acme.row()
  const retired = Array.from({ length: 110 }, (_, index) => ({
    site_id: id,
    number: index + 5,
    version: 1,
    name: 'Old',
    names: '{}',
    retired_at: new Date(),
  }))
  await world.db.insertInto('rules').values(retired).execute()
  for (let count = 4; count < 49; count++) {
    expect((await acme.post('rules', { name: `Rule ${count}` }, ana)).status).toBe(201)
  }
  const last = await Promise.all(['a', 'b'].map((name) => acme.post('rules', { name }, ana)))
  expect(last.map((one) => one.status).sort()).toEqual([201, 409])
  expect((await acme.get('rules')).body.items).toHaveLength(50)
})

test('rules are the admins’ of this site, bounded, and audited', async () => {
  const acme = await site()
  const other = await site()
  const ana = await acme.staff('admin')
  const people: [Person | undefined, number][] = [
    [undefined, 401],
    [await acme.member(), 403],
    [await other.staff('owner'), 401],
    [await acme.staff('moderator'), 403],
  ]
  for (const [as, status] of people) {
    expect((await acme.post('rules', { name: 'X' }, as)).status).toBe(status)
    expect((await acme.put('rules/1', { name: 'X' }, as)).status).toBe(status)
    expect((await acme.delete('rules/1', as)).status).toBe(status)
  }
  for (const body of [
    {},
    { name: '' },
    { name: 'x'.repeat(301) },
    { name: 'X', number: 9 },
    { name: 'X', names: { en: '' } },
  ]) {
    expect((await acme.post('rules', body, ana)).status, JSON.stringify(body)).toBe(422)
  }
  expect((await acme.put('rules/zero', { name: 'X' }, ana)).status).toBe(422)
  expect((await acme.get('rules')).body.items).toHaveLength(4)
  await acme.post('rules', { name: 'New' }, ana)
  await acme.put('rules/5', { name: 'Newer' }, ana)
  await acme.delete('rules/5', ana)
  const actions = await world.db
    .selectFrom('audit_entries')
    .select('action')
    .where('site_id', '=', (await acme.row()).id)
    .orderBy('id')
    .execute()
  expect(actions.map((one) => one.action)).toEqual(['rule.make', 'rule.rewrite', 'rule.retire'])
})
