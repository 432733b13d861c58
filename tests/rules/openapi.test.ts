import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { makeApp } from '../../server/app.ts'
import { openApiText } from '../../server/cli/openapi.ts'
import type { World } from '../../server/context.ts'

const committed = new URL('../../docs/api/openapi.json', import.meta.url)

const document = JSON.parse(openApiText()) as {
  paths: Record<
    string,
    Record<
      string,
      {
        tags?: string[]
        summary?: string
        'x-guard'?: string
        'x-scope'?: string | null
        security: unknown[]
      }
    >
  >
}
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    name: `${method.toUpperCase()} ${path}`,
    ...operation,
  })),
)

test('the committed OpenAPI document is what the routes say; if not, run `npm run openapi`', async () => {
  expect(await readFile(committed, 'utf8')).toBe(openApiText())
})

test('sec-P04: the document names every mounted API route and no other', () => {
  const mounted = makeApp({} as World)
    .routes.filter((route) => route.method !== 'ALL' && route.path.startsWith('/api/'))
    .map((route) => `${route.method} ${route.path.replace(/:(\w+)/g, '{$1}')}`)
  expect(operations.map((one) => one.name).sort()).toEqual([...new Set(mounted)].sort())
})

test('every operation says in words what it does, which noun it is of and who may come in', () => {
  expect(operations.length).toBeGreaterThan(50)
  for (const one of operations) {
    expect(one.summary, one.name).toMatch(/\w/)
    expect(one.tags, one.name).toHaveLength(1)
    expect(one['x-guard'], one.name).toMatch(
      /^(anyone|member|activeMember|fullMember|staff|moderators|productTeam|admins|operator)$/,
    )
  }
})

test('only a cookie or a key opens what needs a role, since a bearer token lives in a page of the host', () => {
  for (const one of operations) {
    const guard = one['x-guard'] ?? ''
    const ofMembers = ['member', 'activeMember', 'fullMember'].includes(guard)
    const people = guard === 'anyone' ? [] : [...(ofMembers ? [{ bearer: [] }] : []), { cookie: [] }]
    const scope = one['x-scope']
    const nobody = scope && !people.length ? [{}] : []
    expect(one.security, one.name).toEqual([...people, ...nobody, ...(scope ? [{ key: [scope] }] : [])])
  }
})

test('every noun has a page for people that names each of its routes', async () => {
  for (const [noun, routes] of Map.groupBy(operations, (one) => one.tags![0]!)) {
    const page = await readFile(new URL(`${noun}.md`, committed), 'utf8').catch(() => '')
    for (const { name } of routes) {
      expect(page, `docs/api/${noun}.md`).toContain(name.replace('/api/v1/sites/{slug}/', ''))
    }
  }
})
