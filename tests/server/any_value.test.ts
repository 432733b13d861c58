import { beforeEach, expect, it } from 'vitest'
import { askerOf, type Premise, premiseOf, type RouteCase } from '../support/routes/case.ts'
import { routeTable } from '../support/routes/table.ts'
import { type Answer, type Person, testWorld } from '../support/world.ts'

// Whatever stands in a field of a body, in a path or in a query: it is refused or taken, and never breaks the server.

// What PostgreSQL cannot hold breaks most often, and is tried in every run; the others in the full run.
const full = process.env.PARVIS_FULL === '1'

const values: unknown[] = [
  ...['a\0b', ['a\0b'], null, '__proto__'],
  ...(full ? [-1, 1.5, 2 ** 53, '', 'x', 'half \ud800', 'x'.repeat(30_000), true, [], [null], {}] : []),
  ...(full ? ['+275760-09-13T00:00:00.001Z', '9999-12-31T23:59:59Z', 'infinity', '\u202eabc', 1e308] : []),
  ...(full
    ? ['constructor', '00000000-0000-0000-0000-000000000000', JSON.parse('{"__proto__":{"a":1}}')]
    : []),
]
const parts = [
  ...['%00', 'Ideas!', '99999999999999999999'],
  ...(full ? ['0', '-1', '%ff', '%', '__proto__', "'", 'x'.repeat(300)] : []),
  ...(full ? ['a%00b', '%ED%A0%80', '%2e%2e', '2147483648', '1e3', '١'] : []),
]
const words = [
  ...['%00', '__proto__', '1e309'],
  ...(full ? ['', '-1', '999999999999', '%ff', "'", 'x'.repeat(5000), 'bnVsbA', 'W10'] : []),
]

interface Schema {
  $ref?: string
  properties?: Record<string, Schema>
}

interface Operation {
  requestBody?: { content: Record<string, { schema: Schema }> }
  parameters?: { name: string; in: string }[]
}

let document: { paths: Record<string, Record<string, Operation>>; components: { schemas: object } }
let premise: Premise

beforeEach(async () => {
  premise = await another()
  document = (await premise.site.get('openapi.json')).body
})

const operationOf = (route: string): Operation | undefined => {
  const [method, path] = route.split(' ') as [string, string]
  return document.paths[`/api/v1/sites/{slug}/${path}`]?.[method.toLowerCase()]
}

function fieldsOf(schema: Schema | undefined): Record<string, Schema> {
  const name = schema?.$ref?.split('/').at(-1)
  const meant = name ? (document.components.schemas as Record<string, Schema>)[name] : schema
  return meant?.properties ?? {}
}

const another = async () => premiseOf(await (await testWorld()).site())
const askOf = async (row: RouteCase, as: Person) => row.ask(premise, as)

async function* asks() {
  for (const row of routeTable) {
    const method = row.route.split(' ')[0]!
    let as = await askerOf(premise, row)
    let ask = await askOf(row, as).catch(() => undefined)
    if (!ask) {
      // What was tried before has filled this one up, such as with the ten connections of a site.
      premise = await another()
      as = await askerOf(premise, row)
      ask = await askOf(row, as)
    }
    const send = (more: { path?: string; body?: unknown } = {}) =>
      premise.site.request(method, more.path ?? ask.path, {
        as,
        body: more.body ?? ask.body,
        raw: ask.raw,
        headers: ask.headers,
      })
    yield { row, ask, send }
  }
}

/** What was answered as no request may be: with a failure of ours, or with what only we should read. */
function judge(what: string, { status, text, headers }: Answer): string[] {
  if (status < 400) return []
  const ours = status >= 500 || /node_modules|\.ts:|select |constraint|pgboss/.test(text)
  const form = /^(application\/problem\+json|text\/html)/.test(headers.get('content-type') ?? '')
  return ours || !form ? [`${what}: ${status} ${text.slice(0, 200)}`] : []
}

it('sec-R03, sec-I11, sec-P03: no value of any field of a body breaks the server', {
  timeout: 300_000,
}, async () => {
  const broken: string[] = []
  let tried = 0
  for await (const { row, ask, send } of asks()) {
    if (ask.raw) continue
    const fields = fieldsOf(operationOf(row.route)?.requestBody?.content['application/json']?.schema)
    for (const field of new Set([...Object.keys(fields), ...Object.keys((ask.body as object) ?? {})])) {
      const inner = Object.keys(fieldsOf(fields[field]))
      for (const value of [...values, ...inner.map((name) => ({ [name]: 'a\0b' }))]) {
        const answer = await send({ body: { ...(ask.body as object), [field]: value } })
        broken.push(...judge(`${row.route} ${field}=${JSON.stringify(value).slice(0, 40)}`, answer))
        tried++
      }
    }
  }
  expect(broken).toEqual([])
  expect(tried).toBeGreaterThan(600)
})

it('sec-R03, sec-P03: nor does any part of a path or a query', { timeout: 300_000 }, async () => {
  const broken: string[] = []
  let tried = 0
  for await (const { row, ask, send } of asks()) {
    const [path, query = ''] = ask.path.split('?') as [string, string?]
    const named = row.route.split(' ')[1]!.split('/')
    for (const [place, name] of named.entries()) {
      if (!name.startsWith('{')) continue
      for (const part of parts) {
        const other = path.split('/').with(place, part).join('/')
        broken.push(
          ...judge(`${row.route} ${name}=${part.slice(0, 40)}`, await send({ path: `${other}?${query}` })),
        )
        tried++
      }
    }
    if (row.route === 'GET live') continue // Its answer has no end where it follows.
    for (const { name, in: where } of operationOf(row.route)?.parameters ?? []) {
      if (where !== 'query') continue
      const rest = query.split('&').filter((one) => one && !one.startsWith(`${name}=`))
      for (const word of words) {
        const asked = [...rest, `${name}=${word}`].join('&')
        broken.push(
          ...judge(`${row.route} ${name}=${word.slice(0, 40)}`, await send({ path: `${path}?${asked}` })),
        )
        tried++
      }
    }
  }
  expect(broken).toEqual([])
  expect(tried).toBeGreaterThan(300)
})
