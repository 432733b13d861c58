import { beforeAll, describe, expect, it } from 'vitest'
import { type Person, type TestSite, testWorld } from '../support/world.ts'

let site: TestSite
let ana: Person
let cm: Person
beforeAll(async () => {
  site = await (await testWorld()).site()
  ana = await site.staff('admin', 'Ana Admin')
  cm = await site.staff('moderator', 'Mo Deration')
})

const fleet = { match: 'all', conditions: [{ field: 'plan', test: 'is', values: ['Fleet'] }] }
const make = async (name: string, rule: unknown = fleet) => site.post('segments', { name, rule }, ana)
const list = async () => (await site.get('segments', cm)).body.items as { slug: string; revision: number }[]

describe('a segment', () => {
  it('is made with a slug of its name, changed from the revision that was read, ordered and deleted', async () => {
    const made = await make('Customers on Fleet')
    expect(made.status, made.text).toBe(201)
    expect(made.body).toEqual({
      slug: 'customers-on-fleet',
      name: 'Customers on Fleet',
      names: {},
      rule: fleet,
      boards: [],
      revision: 1,
    })
    expect((await make('Customers on Fleet')).body.slug).toBe('customers-on-fleet-2')
    const rule = { match: 'any', conditions: [{ field: 'revenue', test: 'atLeast', value: 1000 }] }
    const edit = await site.patch('segments/customers-on-fleet', { rule, names: { fr: 'Clients' } }, ana, 1)
    expect(edit.body).toMatchObject({ rule, names: { fr: 'Clients' }, revision: 2 })
    expect((await site.patch('segments/customers-on-fleet', { name: 'X' }, ana, 1)).status).toBe(412)
    expect((await site.patch('segments/customers-on-fleet', { name: 'X' }, ana)).status).toBe(428)
    const slugs = (await list()).map((one) => one.slug)
    expect((await site.put('segments/order', { items: slugs.toReversed() }, ana)).status).toBe(200)
    expect((await list()).map((one) => one.slug)).toEqual(slugs.toReversed())
    expect((await site.put('segments/order', { items: slugs.slice(1) }, ana)).status).toBe(409)
    expect((await site.delete('segments/customers-on-fleet-2', ana)).status).toBe(204)
    expect((await site.delete('segments/customers-on-fleet-2', ana)).status).toBe(404)
    const entries = (await site.get('audit?limit=100', ana)).body.items as { action: string }[]
    expect(entries.map((one) => one.action)).toEqual(
      expect.arrayContaining(['segment.make', 'segment.edit', 'segments.order', 'segment.delete']),
    )
  })

  it('that a board is kept for cannot be deleted, and says which, the archived ones too', async () => {
    await make('Guards')
    const board = { name: 'Early access', kinds: ['idea'], visibility: 'segment', segment: 'guards' }
    const made = await site.post('boards', board, ana)
    expect(made.status, made.text).toBe(201)
    expect(made.body).toMatchObject({ visibility: 'segment', segment: 'guards' })
    const refused = await site.delete('segments/guards', ana)
    expect(refused.status).toBe(409)
    expect(refused.body).toMatchObject({
      code: 'in_use',
      detail: expect.stringContaining('“Early access”'),
    })
    expect((await list()).find((one) => one.slug === 'guards')).toMatchObject({ boards: ['early-access'] })
    await site.delete('boards/early-access', ana)
    expect((await site.delete('segments/guards', ana)).body.detail).toContain('(archived)')
    await site.delete('boards/early-access/archive', ana)
    expect((await site.patch('boards/early-access', { visibility: 'members' }, ana, 1)).body).toMatchObject({
      visibility: 'members',
      segment: null,
    })
    expect((await site.delete('segments/guards', ana)).status).toBe(204)
  })

  it.each([
    ['no condition', { match: 'all', conditions: [] }],
    ['eleven conditions', { match: 'all', conditions: Array(11).fill(fleet.conditions[0]) }],
    ['a match of its own', { ...fleet, match: 'none' }],
    ['a key more', { ...fleet, nested: fleet }],
    ['conditions that are no list', { match: 'all', conditions: fleet.conditions[0] }],
    ['an unknown field', of('role', 'is', ['owner'])],
    ['a test of another field', of('plan', 'atLeast', ['Pro'])],
    [
      'a size that is text',
      { match: 'all', conditions: [{ field: 'revenue', test: 'atLeast', value: '5' }] },
    ],
    [
      'a size below nothing',
      { match: 'all', conditions: [{ field: 'revenue', test: 'atLeast', value: -1 }] },
    ],
    ['both a list and a size', of('attributes.seats', 'is', [1], { value: 5 })],
    ['no values', of('plan', 'is', [])],
    ['a plan that is a number', of('plan', 'is', [5])],
    ['21 values', of('plan', 'is', Array(21).fill('Pro'))],
    ['a value too long', of('plan', 'is', ['P'.repeat(101)])],
    ['a null byte', of('plan', 'is', ['Pro\0'])],
    ['half a character', of('attributes.x', 'is', ['\ud800'])],
    ['an object as a value', of('attributes.x', 'is', [{ a: 1 }])],
    ['null as a value', of('attributes.x', 'is', [null])],
    ['an attribute without a name', of('attributes.', 'is', [true])],
    ['an attribute with a name too long', of(`attributes.${'x'.repeat(61)}`, 'is', [true])],
    ['__proto__', of('attributes.__proto__', 'is', [true])],
    ['constructor', of('attributes.constructor', 'is', [true])],
    ['a locale that there is not', of('locale', 'is', ['es'])],
    ['a part of a domain', of('emailDomain', 'is', ['kurier'])],
    ['a domain with a wildcard', of('emailDomain', 'is', ['*.example.com'])],
    ['an address as a domain', of('emailDomain', 'is', ['lea@kurier.example'])],
    ['a rule that is huge', of('attributes.x', 'is', Array(20).fill('x'.repeat(500)))],
  ])('is refused with %s', async (_, rule) => {
    for (const answer of [await make('X', rule), await site.post('segments/preview', { rule }, ana)])
      expect(answer.status, answer.text).toBe(422)
    expect(({} as { test?: string }).test).toBeUndefined()
  })

  it('is refused where a key of its body is a prototype’s', async () => {
    const raw = `{"name":"X","rule":{"match":"all","conditions":[{"__proto__":{"field":"plan","test":"is","values":["Pro"]}}]}}`
    const headers = { 'content-type': 'application/json' }
    expect((await site.request('POST', 'segments', { as: ana, raw, headers })).status).toBe(422)
  })

  it('takes no more than fifty of a site', async () => {
    const full = await (await testWorld()).site()
    const owner = await full.staff('owner')
    for (let number = 1; number <= 50; number++)
      expect((await full.post('segments', { name: `S ${number}`, rule: fleet }, owner)).status).toBe(201)
    expect((await full.post('segments', { name: 'S 51', rule: fleet }, owner)).status).toBe(409)
  })
})

describe('a board for a segment', () => {
  it('names one that is there, and none where it is for others', async () => {
    await make('Chosen')
    const board = { name: 'B', kinds: ['idea'] }
    for (const wrong of [
      { visibility: 'segment' },
      { visibility: 'segment', segment: 'nowhere' },
      { visibility: 'members', segment: 'chosen' },
      { segment: 'chosen' },
    ]) {
      expect((await site.post('boards', { ...board, ...wrong }, ana)).status).toBe(422)
      expect((await site.patch('boards/help', wrong, ana, 1)).status).toBe(422)
    }
    const kept = await site.patch('boards/help', { visibility: 'segment', segment: 'chosen' }, ana, 1)
    expect(kept.body).toMatchObject({ visibility: 'segment', segment: 'chosen', revision: 2 })
    // An edit of something else leaves its readers as they are.
    expect((await site.patch('boards/help', { name: 'Help' }, ana, 2)).body).toMatchObject({
      segment: 'chosen',
    })
  })

  it('is never a segment of another site', async () => {
    const other = await (await testWorld()).site()
    const owner = await other.staff('owner')
    await other.post('segments', { slug: 'theirs', name: 'Theirs', rule: fleet }, owner)
    const wrong = await site.post(
      'boards',
      { name: 'B', kinds: ['idea'], visibility: 'segment', segment: 'theirs' },
      ana,
    )
    expect(wrong.status).toBe(422)
  })
})

function of(field: string, test: string, values: unknown[], more: object = {}) {
  return { match: 'all', conditions: [{ field, test, values, ...more }] }
}
