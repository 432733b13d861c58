import { expect, test } from 'vitest'
import { decidedRoutes, scopeOf, scopes } from '../../server/api_keys/scopes.ts'
import { openApiText } from '../../server/cli/openapi.ts'

const document = JSON.parse(openApiText()) as { paths: Record<string, Record<string, unknown>> }
const below = '/api/v1/sites/{slug}/'
const routes = Object.entries(document.paths)
  .filter(([path]) => path.startsWith(below))
  .flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.slice(below.length)}`),
  )

test('every route has one line in server/api_keys/scopes.ts, which opens it to keys by a scope or closes it', () => {
  expect(routes.length).toBeGreaterThan(100)
  expect(decidedRoutes.toSorted()).toEqual(routes.toSorted())
})

test('a route without a line is closed, also one that has the name of what every object has', () => {
  for (const route of ['GET secrets', 'DELETE ', '', 'constructor', '__proto__'])
    expect(scopeOf(route), route).toBeNull()
})

test('every scope opens something', () => {
  for (const scope of scopes)
    expect(routes.filter((route) => scopeOf(route) === scope).length, scope).toBeGreaterThan(0)
})

test('what is personal, and what would give more power, is closed to every key', () => {
  const never =
    /^\w+ (me|account|sessions|staff-sessions|team|settings|api-keys|connections|token-checks|mailbox)\b/
  const found = routes.filter((route) => never.test(route))
  expect(found.length).toBeGreaterThan(50)
  expect(found.filter((route) => scopeOf(route) !== null)).toEqual([])
})

test('the scopes that read change nothing', () => {
  const reading = new Set<string | null>(['read', 'people', 'audit'])
  const opened = routes.filter((route) => reading.has(scopeOf(route)))
  expect(opened.filter((route) => !route.startsWith('GET '))).toEqual([])
})
