import type { Logger } from 'pino'
import type { Database } from '../db/connect.ts'
import { Live } from './activity/live.ts'
import type { Config } from './config.ts'
import { KeySets } from './connections/key_sets.ts'
import type { World } from './context.ts'
import { Cache } from './http/cache.ts'
import { Networks } from './http/network.ts'
import { Jobs } from './jobs/queue.ts'
import type { Clock } from './lib/clock.ts'
import { newId } from './lib/ids.ts'
import { forgetVotes } from './lib/in_transaction.ts'
import { Mailer } from './lib/mailer.ts'
import { Renderer } from './lib/markdown.ts'
import { Limits } from './limits/limits.ts'
import { Issuers } from './openid/issuers.ts'
import { SessionCache } from './sessions/cache.ts'
import { SiteCache } from './sites/cache.ts'
import { VoteBatch } from './votes/batch.ts'

/** Puts together what a running Parvis holds, around a database that is open and migrated. */
export function makeWorld(config: Config, database: Database, clock: Clock, log: Logger): World {
  const { db } = database
  const trusted = () => database.listening()
  const id = newId()
  const cache = new Cache(config.cacheSize)
  const sites = new SiteCache(db, trusted)
  const live = new Live({ db, clock, sites, trusted })
  return {
    id,
    config,
    database,
    db,
    clock,
    log,
    cache,
    render: new Renderer(),
    mailer: new Mailer(config, db),
    jobs: new Jobs(database, log),
    sites,
    live,
    sessions: new SessionCache(trusted),
    keySets: new KeySets(clock, log, config.development),
    issuers: new Issuers(clock, log, config.development),
    votes: new VoteBatch(db, id, (siteId, numbers) => forgetVotes({ cache, live }, siteId, numbers)),
    limits: new Limits(db, clock),
    networks: new Networks(config.trustedProxies, log),
  }
}
