import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { readCatalog } from '../../db/archive/catalog.ts'
import { openApiText } from '../../server/cli/openapi.ts'
import { type Ask, askerOf, type Premise, premiseOf } from '../support/routes/case.ts'
import { routeTable } from '../support/routes/table.ts'
import { type Answer, testWorld } from '../support/world.ts'

// Whatever is made by a POST is made once under an Idempotency-Key, however often it is asked for.

/** What each POST of a site makes, by the table that it is a row of. */
const makes: Record<string, string> = {
  'POST boards': 'boards',
  'POST statuses': 'statuses',
  'POST stages': 'stages',
  'POST tags': 'tags',
  'POST rules': 'rules',
  'POST segments': 'segments',
  'POST team': 'members',
  'POST threads': 'threads',
  'POST threads/{number}/notes': 'notes',
  'POST threads/{number}/replies': 'posts',
  'POST posts/{id}/reports': 'reports',
  'POST posts/{id}/rulings': 'rulings',
  'POST roadmap/items': 'roadmap_items',
}

/** Those that take no key, as docs/api/README.md says, and why. */
const takeNone: [RegExp, string][] = [
  [/^POST (staff-)?sessions\//, 'whoever signs in is nobody yet, whose keys they would be'],
  [/^POST account\//, 'what it answers is a secret, or is of one browser’s moment'],
  [/^POST (connections|api-keys|openid-providers)(\/|$)/, 'it is about secrets, of which nothing is kept'],
  [/^POST boards\/\{board\}\/images$/, 'an image that no post shows is swept'],
  [/^POST \/api\/v1\/(sites|owner-links|site-secrets)$/, 'what it answers is shown once'],
]

/** Every POST that answers 201, as the document has it. */
function creating(): string[] {
  const { paths } = JSON.parse(openApiText()) as {
    paths: Record<string, { post?: { responses: Record<string, unknown> } }>
  }
  return Object.entries(paths)
    .filter(([, { post }]) => post && '201' in post.responses)
    .map(([path]) => `POST ${path.replace('/api/v1/sites/{slug}/', '')}`)
}

let premise: Premise
let tables: string[]
beforeAll(async () => {
  premise = await premiseOf(await (await testWorld()).site())
  const all = (await readCatalog(premise.site.world.db)).tables
  // What is left of a limit is no thing that is made.
  tables = all
    .filter(({ name, columns }) => name !== 'allowances' && columns.some((one) => one.name === 'site_id'))
    .map(({ name }) => name)
})

/** How many rows the site has, by table. */
async function rowsOfSite(): Promise<Record<string, number>> {
  const { id } = await premise.site.row()
  const counts = tables.map(
    (name) =>
      sql`select ${name}::text as name, count(*)::int as n from ${sql.table(name)} where site_id = ${id}`,
  )
  const { rows } = await sql<{ name: string; n: number }>`${sql.join(counts, sql` union all `)}`.execute(
    premise.site.world.db,
  )
  return Object.fromEntries(rows.map(({ name, n }) => [name, n]))
}

/** The same request with other words. */
function changed({ path, body }: Ask): Ask {
  const words = body as Record<string, string>
  const field = ['title', 'name', 'body', 'reason'].find((one) => one in words)!
  return { path, body: { ...words, [field]: words[field] === 'spam' ? 'rude' : `${words[field]} too` } }
}

describe('every POST that makes something', () => {
  it('is known here, with what it makes or why it takes no Idempotency-Key', () => {
    const found = creating()
    expect(found.length).toBeGreaterThan(30)
    const reasons = found.map((route) => takeNone.filter(([pattern]) => pattern.test(route)).length)
    expect(found.filter((route, index) => reasons[index] !== (route in makes ? 0 : 1))).toEqual([])
    expect(Object.keys(makes).filter((route) => !found.includes(route))).toEqual([])
  })

  it.each(Object.entries(makes))('%s makes it once under a key', async (route, table) => {
    const row = routeTable.find((one) => one.route === route)!
    const [key, otherKey] = ['first', 'second'].map((one) => `${one}-of-${route.replaceAll(' ', '-')}`)
    const as = await askerOf(premise, row)
    const send = ({ path, body }: Ask, key: string): Promise<Answer> =>
      premise.site.post(path, body, as, { 'idempotency-key': key })

    const ask = await row.ask(premise, as)
    const before = await rowsOfSite()
    const first = await send(ask, key!)
    expect(first.status, first.text).toBe(201)
    const after = await rowsOfSite()
    expect(after[table]! - before[table]!).toBe(1)

    const repeat = await send(ask, key!)
    expect([repeat.status, repeat.body]).toEqual([201, first.body])
    const other = await send(changed(ask), key!)
    expect([other.status, other.body.code]).toEqual([409, 'idempotency_mismatch'])
    expect(await rowsOfSite()).toEqual(after)

    const atOnce = await row.ask(premise, as)
    const ready = await rowsOfSite()
    const answers = await Promise.all([send(atOnce, otherKey!), send(atOnce, otherKey!)])
    const made = answers.filter((answer) => answer.status === 201)
    expect(made.length).toBeGreaterThanOrEqual(1)
    for (const answer of answers)
      if (answer.status !== 201) expect(answer.body.code).toBe('idempotency_pending')
    const last = await send(atOnce, otherKey!)
    for (const answer of made) expect([last.status, last.body]).toEqual([201, answer.body])
    expect((await rowsOfSite())[table]! - ready[table]!).toBe(1)
  })
})
