import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  type Ask,
  askerOf,
  match,
  type Premise,
  personOf,
  premiseOf,
  type RouteCase,
} from '../support/routes/case.ts'
import { routeTable } from '../support/routes/table.ts'
import { testWorld } from '../support/world.ts'

// An id of one site, used in another, is an unknown one: the same answer, by the same work.

let here: Premise
let there: Premise
beforeAll(async () => {
  const { site } = await testWorld()
  here = await premiseOf(await site())
  there = await premiseOf(await site())
})

const uuid = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/

async function asked(row: Pick<RouteCase, 'route' | 'as'>, { path, body, raw, headers }: Ask) {
  const as = personOf(here, row.as)
  await here.site.get('me', as)
  let answer: { status: number; code: string } | undefined
  const texts = await (await testWorld()).statements(async () => {
    const method = row.route.split(' ')[0]!
    const { status, body: problem } = await here.site.request(method, path, {
      as,
      body,
      raw,
      headers,
    })
    answer = { status, code: problem?.code }
  })
  return { ...answer, statements: texts.length }
}

describe('sec-A03: an id of another site', () => {
  const named = routeTable.filter(({ route }) => /\{(id|challenge)\}/.test(route))

  it('is in these routes, so that a new one is asked too', () => {
    expect(named.length).toBeGreaterThan(8)
  })

  it.each(named.map((row) => [row.route, row] as const))('is unknown to %s', async (_, row) => {
    const ask = await row.ask(there, await askerOf(there, row))
    expect(ask.path).toMatch(uuid)
    const unknownAsk = () => asked(row, { ...ask, path: ask.path.replace(uuid, randomUUID()) })
    await unknownAsk() // The first of a kind also leases the permits of those after it.
    const foreign = await asked(row, ask)
    const unknown = await unknownAsk()
    expect(foreign).toEqual(unknown)
    expect([401, 404]).toContain(foreign.status)
    const own = await row.ask(here, personOf(here, row.as))
    expect((await asked(row, own)).status, 'its own').not.toBe(404)
  })

  it.each([
    ['who is to answer', 'PUT', 'staff', 'assignment', (id: string) => ({ member: id }), 'moderator'],
    ['the official reply', 'PUT', 'staff', 'official', (id: string) => ({ reply: id }), 'reported'],
    [
      'what is answered',
      'POST',
      'member',
      'replies',
      (id: string) => ({ body: 'So.', parent: id }),
      'reported',
    ],
  ] as const)('is no %s', async (_, method, as, noun, body, which) => {
    const row = { route: `${method} threads/{number}/${noun}`, as }
    const theirs = which === 'moderator' ? there.moderator.id : there.reported
    const path = `threads/${here.idea}/${noun}`
    await asked(row, { path, body: body(randomUUID()) })
    const foreign = await asked(row, { path, body: body(theirs) })
    expect(foreign).toEqual(await asked(row, { path, body: body(randomUUID()) }))
    expect([404, 409, 422]).toContain(foreign.status)
  })

  it('is no owner of a roadmap item, and nothing one has read', async () => {
    const edit = { route: 'PATCH roadmap/items/{number}', as: 'product' as const }
    const path = `roadmap/items/${here.privateItem}`
    const owned = (owner: string) => ({ path, body: { owner }, headers: match(1) })
    await asked(edit, owned(randomUUID()))
    const foreign = await asked(edit, owned(there.product.id))
    expect(foreign).toEqual(await asked(edit, owned(randomUUID())))
    expect(foreign.status).toBe(422)
    const read = { route: 'PUT me/notifications/read', as: 'member' as const }
    const { items } = (await there.site.get('me/notifications', there.ben)).body
    const upTo = (id: string) => ({ path: 'me/notifications/read', body: { upTo: id } })
    await asked(read, upTo(randomUUID()))
    const theirs = await asked(read, upTo(items[0]?.id ?? randomUUID()))
    expect(theirs).toEqual(await asked(read, upTo(randomUUID())))
    expect(theirs.status).toBe(404)
  })
})
