import { sql, type Transaction } from 'kysely'
import type { DB } from '../../db/schema.ts'
import type { World } from '../context.ts'

export type Trx = Transaction<DB>

/** The channel on which processes tell each other that a site has changed. */
export const changesChannel = 'parvis_changes'

/** Before the handle of a session of the team that is over. Such belong to no site, and say nothing of who told it. */
export const signedOut = 'session'

/**
 * What a change makes stale. quiet: nothing that anyone reads. content: threads, posts, counts, names.
 * people: also who is in which segment. structure: also the site itself, its boards and words, and its people's
 * rights.
 */
export type Scope = 'quiet' | 'content' | 'people' | 'structure'

const scopes: Scope[] = ['quiet', 'content', 'people', 'structure']

const widened = new WeakMap<Trx, Scope>()
const lastSteps = new WeakMap<Trx, LastStep>()

/** What a transaction does last of all, because it takes the site's sequence, the last lock of each. */
export type LastStep = (trx: Trx, siteId: string) => Promise<void>

export function doLast(trx: Trx, step: LastStep): void {
  lastSteps.set(trx, step)
}

const committed = new WeakMap<Trx, (() => void)[]>()

/** What is done once a transaction is committed, and not at all where it is not. */
export function afterCommit(trx: Trx, act: () => void): void {
  committed.set(trx, [...(committed.get(trx) ?? []), act])
}

/** Says, inside a change, that it made more stale than such changes do; what was said before stays said. */
export function makesStale(trx: Trx, scope: Scope): void {
  widened.set(trx, wider(widened.get(trx) ?? 'quiet', scope))
}

const wider = (one: Scope, other: Scope) => (scopes.indexOf(one) > scopes.indexOf(other) ? one : other)

/**
 * Runs one change of one site. Its activity rows are written last, because they take the site's sequence,
 * which is the last lock of every transaction. After the commit everything cached of the site is stale:
 * here at once, in other processes by NOTIFY.
 */
export async function inTransaction<T>(
  world: World,
  siteId: string,
  work: (trx: Trx) => Promise<T>,
  scope: Scope = 'content',
): Promise<T> {
  let stale = scope
  let acts: (() => void)[] = []
  const result = await world.db.transaction().execute(async (trx) => {
    const outcome = await work(trx)
    acts = committed.get(trx) ?? []
    await lastSteps.get(trx)?.(trx, siteId)
    stale = wider(widened.get(trx) ?? 'quiet', scope)
    if (stale !== 'quiet')
      await sql`select pg_notify(${changesChannel}, ${`${stale} ${siteId} ${world.id}`})`.execute(trx)
    return outcome
  })
  if (stale !== 'quiet') forget(world, siteId, stale)
  for (const act of acts) act()
  return result
}

/** Drops what this process remembers of a site. */
export function forget(world: World, siteId: string, scope: Scope): void {
  world.cache.forget(siteId)
  if (scope !== 'content') {
    world.sessions.forget(siteId)
    if (scope !== 'people') world.sites.forget(siteId)
  }
  world.live.changed(siteId, scope)
}

/** Drops what votes made stale. `numbers` are those of the ideas that got or lost some. */
export function forgetVotes(world: Pick<World, 'cache' | 'live'>, siteId: string, numbers: number[]): void {
  world.cache.forget(siteId)
  world.live.voted(siteId, numbers)
}

/** Listens to what other processes changed; an empty message says that some may have been missed. */
export async function hearChanges(world: World): Promise<void> {
  await world.database.listen(changesChannel, (message) => {
    const [scope, siteId, origin, rest] = message.split(' ')
    if (origin === world.id) return
    if (siteId && scope === signedOut) world.live.signedOut(siteId)
    else if (siteId && scope === 'votes') forgetVotes(world, siteId, rest?.split(',').map(Number) ?? [])
    else if (siteId && scope === 'desk') world.live.call(siteId, rest ?? '')
    else if (siteId) forget(world, siteId, scope as Scope)
    else {
      world.cache.clear()
      world.sites.clear()
      world.sessions.clear()
      world.live.missed()
    }
  })
}
