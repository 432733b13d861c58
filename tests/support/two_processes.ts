import { makeApp } from '../../server/app.ts'
import { readConfig } from '../../server/config.ts'
import type { World } from '../../server/context.ts'
import { systemClock } from '../../server/lib/clock.ts'
import { hearChanges } from '../../server/lib/in_transaction.ts'
import { makeLog } from '../../server/log.ts'
import { makeWorld } from '../../server/world.ts'
import { ownMigrated } from './own_database.ts'
import { OwnServer } from './own_server.ts'
import { makeSite, type SiteWish, type TestSite } from './world.ts'

// Two servers in processes of their own on one PostgreSQL, and this process as a third. To start one takes seconds,
// so the files of a worker share them; each makes its own site there. They end with the worker.

export class TwoProcesses {
  readonly world: World
  readonly servers: [OwnServer, OwnServer]
  private readonly url: string

  private constructor(world: World, url: string, servers: [OwnServer, OwnServer]) {
    this.world = world
    this.url = url
    this.servers = servers
  }

  static async start(): Promise<TwoProcesses> {
    const { database, url } = await ownMigrated('postgres')
    const config = readConfig({ DEMO: '0', PUBLIC_URL: 'http://localhost:3000/' })
    const world = makeWorld(config, database, systemClock, makeLog('silent'))
    await hearChanges(world)
    await world.jobs.start()
    const env = { DATABASE_URL: url! }
    return new TwoProcesses(world, url!, await Promise.all([OwnServer.start(env), OwnServer.start(env)]))
  }

  site(wish: SiteWish = {}): Promise<TestSite> {
    return makeSite(this.world, makeApp(this.world), wish)
  }

  /** Ends the second of the two, and has another in its place at another address. */
  async replace(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    await this.servers[1].end(signal)
    this.servers[1] = await OwnServer.start({ DATABASE_URL: this.url })
  }
}

const shared = globalThis as { parvisProcesses?: Promise<TwoProcesses> }

/** The two of this worker. Its database is removed with the others after all tests. */
export function twoProcesses(): Promise<TwoProcesses> {
  shared.parvisProcesses ??= TwoProcesses.start()
  return shared.parvisProcesses
}
