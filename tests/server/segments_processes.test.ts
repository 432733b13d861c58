import { describe, expect, it, vi } from 'vitest'
import { makeApp } from '../../server/app.ts'
import { readConfig } from '../../server/config.ts'
import { systemClock } from '../../server/lib/clock.ts'
import { makeLog } from '../../server/log.ts'
import { closeWorld } from '../../server/open.ts'
import { makeWorld } from '../../server/world.ts'
import { ownMigrated } from '../support/own_database.ts'
import { OwnServer } from '../support/own_server.ts'
import { makeSite } from '../support/world.ts'

// On PostgreSQL alone (tests/run.ts): an embedded database serves one process.
describe('who is no longer in a segment', () => {
  it('sec-S11: reads its board no more from another process either, before what that one knew is old', async () => {
    const own = await ownMigrated('postgres')
    const world = makeWorld(readConfig({ DEMO: '0' }), own.database, systemClock, makeLog('silent'))
    const site = await makeSite(world, makeApp(world), {})
    const owner = await site.staff('owner')
    const rule = { match: 'all', conditions: [{ field: 'plan', test: 'is', values: ['Fleet'] }] }
    await site.post('segments', { slug: 'fleet', name: 'Fleet', rule }, owner)
    await site.patch('boards/ideas', { visibility: 'segment', segment: 'fleet' }, owner, 1)
    const signOn = (sub: string, plan: string) => site.member(sub, { sub, company: { id: 'velox', plan } })
    const [lea, tom] = [await signOn('Lea', 'Fleet'), await signOn('Tom', 'Fleet')]
    const other = await OwnServer.start({ DATABASE_URL: own.url! })
    try {
      const status = async ({ headers }: typeof lea) =>
        (await fetch(`${other.origin}/api/v1/sites/${site.slug}/threads?board=ideas`, { headers })).status
      expect([await status(lea), await status(tom)]).toEqual([200, 200])
      const since = performance.now()
      await signOn('Lea', 'Pro')
      await vi.waitFor(async () => expect([await status(lea), await status(tom)]).toEqual([422, 422]), {
        timeout: 4000,
        interval: 5,
      })
      // Told, and not found out when the five seconds of what it knew were over.
      expect(performance.now() - since).toBeLessThan(4000)
    } finally {
      await other.end('SIGTERM')
      await closeWorld(world)
      await own.remove()
    }
  })
})
