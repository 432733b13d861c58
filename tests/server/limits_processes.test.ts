import { describe, expect, it } from 'vitest'
import { makeApp } from '../../server/app.ts'
import { readConfig } from '../../server/config.ts'
import { systemClock } from '../../server/lib/clock.ts'
import { makeLog } from '../../server/log.ts'
import { closeWorld } from '../../server/open.ts'
import { makeWorld } from '../../server/world.ts'
import { ownMigrated } from '../support/own_database.ts'
import { OwnServer } from '../support/own_server.ts'
import { makeSite } from '../support/world.ts'

// On PostgreSQL alone (tests/run.ts): an embedded database serves one process, which takes its limits along through a restart: see limits.test.ts.
describe('a limit', () => {
  it('sec-R01: holds for real processes of one PostgreSQL, one of which is killed', async () => {
    const own = await ownMigrated('postgres')
    const world = makeWorld(readConfig({ DEMO: '0' }), own.database, systemClock, makeLog('silent'))
    const site = await makeSite(world, makeApp(world), { limits: { votes: 40 } })
    const lea = await site.member('Lea')
    const number = await site.idea(lea)
    const env = { DATABASE_URL: own.url! }
    const servers = await Promise.all([OwnServer.start(env), OwnServer.start(env)])
    try {
      const vote = async ({ origin }: OwnServer) => {
        const address = `${origin}/api/v1/sites/${site.slug}/threads/${number}/vote`
        return (await fetch(address, { method: 'PUT', headers: lea.headers })).status
      }
      const statuses: number[] = []
      for (let turn = 0; turn < 13; turn++) statuses.push(await vote(servers[turn % 2]!))
      expect(new Set(statuses)).toEqual(new Set([200]))
      await servers[1]!.end('SIGKILL')
      servers[1] = await OwnServer.start(env)
      for (let turn = 0; turn < 60; turn++) statuses.push(await vote(servers[turn % 2]!))
      const through = statuses.filter((status) => status === 200).length
      // What the killed one held of its block of four is lost, and no more than that.
      expect(through).toBeLessThanOrEqual(40)
      expect(through).toBeGreaterThanOrEqual(37)
      expect(statuses.slice(-10).every((status) => status === 429)).toBe(true)
    } finally {
      await Promise.all(servers.map((server) => server.end('SIGTERM')))
      await closeWorld(world)
      await own.remove()
    }
  })
})
