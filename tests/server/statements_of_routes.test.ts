import { beforeAll, describe, expect, it } from 'vitest'
import { eventually } from '../support/eventually.ts'
import {
  type Ask,
  askerOf,
  besidesLeases,
  nobody,
  type Premise,
  premiseOf,
  type RouteCase,
} from '../support/routes/case.ts'
import { operatorOf, outside } from '../support/routes/outside.ts'
import { addOneOfEach } from '../support/routes/plenty.ts'
import { routeTable } from '../support/routes/table.ts'
import { type Answer, type Person, testWorld } from '../support/world.ts'

// What every route asks of the database, once its site and its caller's session are known: a budget, in which
// `begin` and `commit` count as what they are, round trips. Less is welcome, more needs a reason.

let premise: Premise
beforeAll(async () => {
  premise = await premiseOf(await (await testWorld()).site())
})

const below = '/api/v1/sites/:slug/'
const named = ({ method, path }: { method: string; path: string }) => `${method} ${path}`

/** The routes of the app; not what every request passes, and not the front ends, which are files. */
async function mounted(): Promise<string[]> {
  const { app } = await testWorld()
  const routes = app.routes.filter(
    ({ method, path }) => method !== 'ALL' && !/^\/(?:widget|admin)\b/.test(path),
  )
  return [...new Set(routes.map(named))]
}

describe('every route of a site', () => {
  it('has its row, and every row its route', async () => {
    const rows = routeTable.map(({ route }) => {
      const [method, path] = route.replace(/\{(\w+)\}/g, ':$1').split(' ')
      return `${method} ${below}${path}`
    })
    expect(rows.toSorted()).toEqual((await mounted()).filter((one) => one.includes(below)).toSorted())
  })

  it.each(routeTable.map((row) => [row.route, row.statements, row] as const))(
    '%s asks the database %i times',
    async (_, statements, row) => {
      const asker = await askerOf(premise, row)
      const ask = await row.ask(premise, asker)
      await makeKnown(premise, asker)
      const first = await cost(premise, row, ask, asker)
      expect(first).toMatchObject({ status: row.status, statements })
      // What has an entity tag is the same bytes for all readers, and kept, once it is heard that a row before
      // changed the site.
      const again = () => cost(premise, row, ask, asker)
      if (first.etag) await eventually(again).toMatchObject({ status: row.status, statements: 0 })
    },
  )

  it('that reads costs the same for six of a kind as for one', async () => {
    const { site, clock } = await testWorld()
    const fuller = await premiseOf(await site())
    const add = async (times: number) => {
      for (let turn = 0; turn < times; turn++) await addOneOfEach(fuller)
      clock.move(13) // Whoever is to be told of it, has been.
    }
    await add(1)
    const few = await readAll(fuller)
    await add(5)
    const many = await readAll(fuller)
    for (const [route, { statements }] of many)
      expect({ route, statements }).toEqual({ route, statements: few.get(route)!.statements })
    const asLong = [...many].filter(([route, { listed }]) => listed && listed <= few.get(route)!.listed)
    expect(
      asLong.map(([route]) => route),
      'lists to be made longer in plenty.ts',
    ).toEqual(ofOneLength)
  })
})

/** Limits of a site, the document, a handful of similar threads, and the sites of an account. */
const ofOneLength = ['GET settings', 'GET openapi.json', 'GET threads/similar', 'GET staff-sessions/current']

describe('every route of no site', () => {
  let shown: Premise
  beforeAll(async () => {
    shown = await premiseOf(await (await testWorld()).site())
  })

  it('has its row, and every row its route', async () => {
    expect(outside.map((row) => row.route).toSorted()).toEqual(
      (await mounted()).filter((one) => !one.includes(below)).toSorted(),
    )
  })

  it.each(outside.map((row) => [row.route, row.statements, row] as const))(
    '%s asks the database %i times',
    async (_, statements, row) => {
      const { app, site, world, statements: during } = await testWorld()
      const { headers } = row.as === 'operator' ? await operatorOf(await site()) : { headers: {} }
      const [method, pattern] = row.route.split(' ') as [string, string]
      const address = new URL((await row.path?.(shown)) ?? pattern, world.config.publicUrl).href
      const body = row.body && JSON.stringify(row.body(shown))
      const type: Record<string, string> = body ? { 'content-type': 'application/json' } : {}
      const here = { incoming: { socket: { remoteAddress: '127.0.0.1' } } }
      await makeKnown(shown, nobody)
      let status = 0
      const texts = await during(async () => {
        status = (await app.request(address, { method, body, headers: { ...type, ...headers } }, here)).status
      })
      expect({ status, statements: besidesLeases(texts).length }).toEqual({ status: row.status, statements })
    },
  )
})

/** Has site and session looked up, as by a request before, and nothing else. */
async function makeKnown({ site }: Premise, asker: Person): Promise<void> {
  await site.get('openapi.json', asker)
  site.world.cache.forget((await site.row()).id)
}

async function cost({ site }: Premise, row: RouteCase, { path, ...ask }: Ask, as: Person) {
  let answer: Answer | undefined
  const texts = await (await testWorld()).statements(async () => {
    answer = await site.request(row.route.split(' ')[0]!, path, { as, ...ask })
  })
  return {
    status: answer!.status,
    // statements.test.ts has the price of a lease.
    statements: besidesLeases(texts).length,
    etag: answer!.headers.get('etag'),
    listed: listedIn(answer!.body),
  }
}

async function readAll(premise: Premise) {
  const found = new Map<string, { statements: number; listed: number }>()
  for (const row of routeTable.filter(({ route }) => route.startsWith('GET '))) {
    const asker = await askerOf(premise, row)
    const ask = await row.ask(premise, asker)
    await makeKnown(premise, asker)
    found.set(row.route, await cost(premise, row, ask, asker))
  }
  return found
}

/** How many objects stand in the lists of an answer, at any depth. */
function listedIn(value: unknown, inList = false): number {
  if (Array.isArray(value)) return value.reduce((sum: number, one) => sum + listedIn(one, true), 0)
  if (value === null || typeof value !== 'object') return 0
  return Object.values(value).reduce((sum, one) => sum + listedIn(one), inList ? 1 : 0)
}
