import { beforeAll, describe, expect, it } from 'vitest'
import { type Ask, type Premise, personOf, premiseOf, type RouteCase } from '../support/routes/case.ts'
import { routeTable } from '../support/routes/table.ts'
import { testWorld } from '../support/world.ts'

// What every route asks of the database, once its site and its caller's session are known: a budget, in which
// `begin` and `commit` count as what they are, round trips. Less is welcome, more needs a reason.

let premise: Premise
beforeAll(async () => {
  premise = await premiseOf(await (await testWorld()).site())
})

const below = '/api/v1/sites/{slug}/'

describe('every route', () => {
  it('has its row, and every row its route', async () => {
    const { app } = await testWorld()
    const routes = app.openAPIRegistry.definitions.flatMap((one) =>
      one.type === 'route' && one.route.path.startsWith(below)
        ? [`${one.route.method.toUpperCase()} ${one.route.path.slice(below.length)}`]
        : [],
    )
    expect(routeTable.map((row) => row.route).toSorted()).toEqual(routes.toSorted())
  })

  it.each(routeTable.map((row) => [row.route, row.statements, row] as const))(
    '%s asks the database %i times',
    async (_, statements, row) => {
      const ask = await row.ask(premise)
      const { status, count } = await cost(premise, row, ask)
      expect({ status, statements: count }).toEqual({ status: row.status, statements })
    },
  )

  it('that reads costs the same however much there is to read', async () => {
    const fuller = await premiseOf(await (await testWorld()).site())
    await fill(fuller)
    const reads = routeTable.filter(({ route }) => route.startsWith('GET '))
    const counts: Record<string, number> = {}
    for (const row of reads) counts[row.route] = (await cost(fuller, row, await row.ask(fuller))).count
    expect(counts).toEqual(Object.fromEntries(reads.map((row) => [row.route, row.statements])))
  })
})

async function cost(
  { site, ...people }: Premise,
  row: RouteCase,
  { path, body, raw, headers }: Ask,
): Promise<{ status: number; count: number }> {
  const caller = personOf({ site, ...people }, row.as)
  const as = caller && { ...caller, headers: { ...caller.headers, ...headers } }
  await site.get('boards')
  await site.get('me', as)
  let status = 0
  const texts = await (await testWorld()).statements(async () => {
    const method = row.route.split(' ')[0]!
    status = (await site.request(method, path, { as, body, raw, headers })).status
  })
  // A lease of permits serves a tenth of a limit, so it is nobody's in particular; statements.test.ts has its price.
  const own = texts.filter((text) => !text.includes('into allowances'))
  return { status, count: own.length }
}

/** Five more of whatever can be listed. */
async function fill({ site, anna, ben, moderator, product, owner, idea, item }: Premise): Promise<void> {
  for (let turn = 0; turn < 5; turn++) {
    const own = await site.idea(anna, { tags: ['rounds'] })
    const other = await site.idea(ben, { tags: ['batteries'] })
    await site.put(`threads/${other}/vote`, undefined, anna)
    const reply = await site.reply(ben, idea)
    await site.reply(product, idea, 'So do we.', { parent: reply })
    await site.post(`posts/${reply}/reports`, { reason: 'spam' }, anna)
    const hidden = await site.reply(anna, idea)
    await site.post(`posts/${hidden}/rulings`, { rule: 1, reason: 'Off.', revision: 1 }, moderator)
    await site.post(`threads/${idea}/notes`, { body: 'Again.' }, moderator)
    await site.put(`threads/${own}/status`, { status: 'planned', note: '' }, product)
    await site.put(`roadmap/items/${item}/ideas/${other}`, undefined, product)
    await site.post('roadmap/items', { title: `Plan ${turn}`, threads: [own] }, product)
    await site.post('tags', { name: `Tag ${turn}` }, owner)
    await site.staff('moderator')
  }
}
