import type { Logger } from 'pino'
import type { Database, Db } from '../db/connect.ts'
import type { Live } from './activity/live.ts'
import type { Scope } from './api_keys/scopes.ts'
import type { Config } from './config.ts'
import type { KeySets } from './connections/key_sets.ts'
import type { Cache } from './http/cache.ts'
import type { Networks, Origin } from './http/network.ts'
import type { Jobs } from './jobs/queue.ts'
import type { Clock } from './lib/clock.ts'
import type { Mailer } from './lib/mailer.ts'
import type { Renderer } from './lib/markdown.ts'
import type { Limits } from './limits/limits.ts'
import type { Issuers } from './openid/issuers.ts'
import type { SessionCache } from './sessions/cache.ts'
import type { StaffSession } from './sessions/staff_cookie.ts'
import type { SiteCache } from './sites/cache.ts'
import type { Site } from './sites/queries.ts'
import type { VoteBatch } from './votes/batch.ts'
import type { Role } from './words.ts'

/** All that a running Parvis holds, made in main.ts (and by the tests) and handed down. */
export interface World {
  /** This process, as it signs what it tells the others. */
  id: string
  config: Config
  database: Database
  db: Db
  clock: Clock
  log: Logger
  render: Renderer
  mailer: Mailer
  jobs: Jobs
  cache: Cache
  sites: SiteCache
  sessions: SessionCache
  keySets: KeySets
  issuers: Issuers
  votes: VoteBatch
  live: Live
  limits: Limits
  networks: Networks
}

/** Whose boards someone may read. */
export type Audience = 'public' | 'members' | 'staff'

/** Somebody in one site, as far as it matters for what they may read there. */
export interface Reader {
  siteId: string
  audience: Audience
  /** The segments, by id and in one order, whose boards they may read: those they belong to, and for staff all. */
  segments: readonly string[]
}

export interface ViewerMember {
  id: string
  name: string
  role: Role
  /** Set where a suspension was imposed and not lifted; it is over by itself at `until`. */
  suspension?: { until: Date | null }
}

/** What an API key opens. */
export interface ViewerKey {
  scopes: ReadonlySet<Scope>
  expiresAt: Date
  /** When its use was last noted, as far as this process knows. */
  usedAt: Date | null
}

/** Who is asking, in one site. */
export interface Viewer extends Reader {
  member: ViewerMember | null
  /** The staff account behind a cookie session; null where that is of this site alone. */
  accountId: string | null
  /** Set where it is an API key that asks, and not a person. */
  key?: ViewerKey
}

export interface Env {
  Variables: {
    world: World
    requestId: string
    site: Site
    viewer: Viewer
    /** Of whoever came by the admin's cookie. */
    staffSession?: StaffSession
    /** Of the site's cached answers, when this request found its site; -1 where that was changing just then. */
    generation: number
    shared: boolean
    /** The request is a repeat, answered as the first was. */
    repeated?: boolean
  }
  Bindings: { incoming?: Origin; outgoing?: { destroy(): unknown } }
}

const keys: Record<Audience, string[]> = {
  public: ['public'],
  members: ['public', 'members'],
  staff: ['public', 'members', 'staff'],
}

/** What is compared with `boards.readers`: someone may read a board whose key is among theirs. */
export function visibleTo({ audience, segments }: Pick<Reader, 'audience' | 'segments'>): string[] {
  return [...keys[audience], ...segments.map((id) => `segment:${id}`)]
}
