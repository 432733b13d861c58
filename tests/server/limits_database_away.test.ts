import { describe, expect, it } from 'vitest'
import { connectPostgres } from '../../db/connect.ts'
import { makeApp } from '../../server/app.ts'
import { readConfig } from '../../server/config.ts'
import { systemClock } from '../../server/lib/clock.ts'
import { hearChanges } from '../../server/lib/in_transaction.ts'
import { makeLog } from '../../server/log.ts'
import { closeWorld } from '../../server/open.ts'
import { makeWorld } from '../../server/world.ts'
import { ownMigrated } from '../support/own_database.ts'
import { WireTo } from '../support/wire_to.ts'
import { makeSite } from '../support/world.ts'

// On PostgreSQL alone (tests/runner/parts.ts): an embedded database is in the process, and away only with it.
describe('while the database is away', () => {
  it('sec-R06: nothing goes through uncounted, what was leased is still spent, and nobody is locked out afterwards', async () => {
    const own = await ownMigrated('postgres')
    await own.database.close()
    const wire = await WireTo.open(own.url!)
    const database = connectPostgres(wire.url, 4)
    const world = makeWorld(readConfig({ DEMO: '0' }), database, systemClock, makeLog('silent'))
    await hearChanges(world)
    try {
      const app = makeApp(world)
      const site = await makeSite(world, app, { limits: { votes: 50 } })
      const lea = await site.member('Lea')
      const number = await site.idea(lea)
      const vote = () => site.put(`threads/${number}/vote`, undefined, lea)
      const { id } = await site.row()
      const spend = () => world.limits.spend({ siteId: id, kind: 'votes', subject: lea.id, permits: 50 })
      expect((await vote()).status).toBe(200)

      await wire.cut()
      // Of the block of five, four are in hand: for them the database need not be asked.
      for (let turn = 0; turn < 4; turn++) await spend()
      for (let turn = 0; turn < 60; turn++)
        await expect(spend()).rejects.not.toMatchObject({ code: 'rate_limited' })
      const refused = await vote()
      expect(refused.status).toBe(503)
      expect(refused.body.code).toBe('unavailable')
      expect(refused.headers.get('retry-after')).toBe('2')

      await wire.mend()
      await expect.poll(async () => (await vote()).status, { timeout: 10_000 }).toBe(200)
      // Fifty in all, and none for what was refused: five were leased before, and this was the sixth.
      let more = 0
      while ((await vote()).status === 200) more++
      expect(more).toBe(44)
    } finally {
      await closeWorld(world)
      await wire.cut()
      await own.remove()
    }
  })
})
