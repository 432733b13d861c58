import { describe, expect, it } from 'vitest'
import * as guards from '../../server/guards.ts'
import { testWorld } from '../support/world.ts'

const names = new Set(Object.values(guards).flatMap((one) => ('named' in one ? [one.named] : [])))

describe('every route', () => {
  it('names its guard, and the guard is one of ours', async () => {
    const { app } = await testWorld()
    const routes = app.openAPIRegistry.definitions.flatMap((one) => (one.type === 'route' ? [one.route] : []))
    expect(routes.length).toBeGreaterThan(20)
    const without = routes.filter(
      (route) => !names.has((route as unknown as Record<string, string>)['x-guard'] ?? ''),
    )
    expect(without.map((route) => `${route.method} ${route.path}`)).toEqual([])
  })

  it('that is mounted below a site is in the document', async () => {
    const { app } = await testWorld()
    const described = new Set(
      app.openAPIRegistry.definitions.flatMap((one) =>
        one.type === 'route'
          ? [`${one.route.method.toUpperCase()} ${one.route.path.replace(/\{(\w+)\}/g, ':$1')}`]
          : [],
      ),
    )
    const mounted = app.routes.filter(
      (route) => route.method !== 'ALL' && route.path.startsWith('/api/v1/sites/:slug/'),
    )
    const hidden = mounted
      .map((route) => `${route.method} ${route.path}`)
      .filter((route) => !described.has(route))
    expect([...new Set(hidden)]).toEqual([])
  })
})
