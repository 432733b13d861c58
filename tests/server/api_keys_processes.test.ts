import { describe, expect, it } from 'vitest'
import { makeApp } from '../../server/app.ts'
import { readConfig } from '../../server/config.ts'
import { systemClock } from '../../server/lib/clock.ts'
import { hearChanges } from '../../server/lib/in_transaction.ts'
import { makeLog } from '../../server/log.ts'
import { closeWorld } from '../../server/open.ts'
import { makeWorld } from '../../server/world.ts'
import { makeKey } from '../support/api_key.ts'
import { eventually } from '../support/eventually.ts'
import { ownMigrated } from '../support/own_database.ts'
import { OwnServer } from '../support/own_server.ts'
import { makeSite } from '../support/world.ts'

// On PostgreSQL alone (tests/run.ts): an embedded database serves one process.
describe('an API key', () => {
  it('sec-R01, sec-S10: is limited by real processes together, and refused in each as soon as it is ended in one', async () => {
    const own = await ownMigrated('postgres')
    const world = makeWorld(
      readConfig({ DEMO: '0', PUBLIC_URL: 'http://localhost:3000/' }),
      own.database,
      systemClock,
      makeLog('silent'),
    )
    await hearChanges(world)
    await world.jobs.start()
    const site = await makeSite(world, makeApp(world), { limits: { keyReads: 40 } })
    const owner = await site.staff('owner')
    const [key, other] = [await makeKey(site, owner), await makeKey(site, owner)]
    const env = { DATABASE_URL: own.url! }
    const servers = await Promise.all([OwnServer.start(env), OwnServer.start(env)])
    const read = async ({ origin }: OwnServer, { headers } = key) =>
      (await fetch(`${origin}/api/v1/sites/${site.slug}/openapi.json`, { headers })).status
    try {
      const statuses: number[] = []
      for (let turn = 0; turn < 80; turn++) statuses.push(await read(servers[turn % 2]!))
      const through = statuses.filter((status) => status === 200).length
      expect(through).toBeLessThanOrEqual(40)
      expect(through).toBeGreaterThanOrEqual(37)
      expect(statuses.slice(-10).every((status) => status === 429)).toBe(true)

      expect([await read(servers[0]!, other), await read(servers[1]!, other)]).toEqual([200, 200])
      const begun = performance.now()
      expect((await site.delete(`api-keys/${other.id}`, owner)).status).toBe(204)
      await eventually(() => Promise.all(servers.map((server) => read(server, other)))).toEqual([401, 401])
      // It was told, and not only forgotten: what is looked up is kept for five seconds.
      expect(performance.now() - begun).toBeLessThan(3000)
    } finally {
      await Promise.all(servers.map((server) => server.end('SIGTERM')))
      await closeWorld(world)
      await own.remove()
    }
  })
})
