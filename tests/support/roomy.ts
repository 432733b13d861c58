import { sql } from 'kysely'
import type { World } from '../../server/context.ts'
import { inTransaction } from '../../server/lib/in_transaction.ts'
import type { SiteSettings } from '../../server/sites/queries.ts'

/**
 * Limits that a test does not come to while it is about something else: it does in a second what takes people a day.
 * How many codes an address is sent stays as it is.
 */
export const roomy: SiteSettings['limits'] = Object.fromEntries(
  [
    'reads',
    'searches',
    'votes',
    'threads',
    'replies',
    'reports',
    'pictures',
    'images',
    'exports',
    'changes',
    'keyReads',
    'keyChanges',
    'keyPosts',
    'signOns',
    'signInTries',
    'guestsPerNetwork',
    'guestsPerSite',
  ].map((kind) => [kind, 1_000_000]),
)

/** Gives a site its limits; those that are not named are the usual ones. */
export async function setLimits(world: World, slug: string, limits: SiteSettings['limits']): Promise<void> {
  const { id } = (await world.sites.find(slug))!
  const settings = JSON.stringify({ limits })
  await inTransaction(
    world,
    id,
    (trx) => sql`update sites set settings = settings || ${settings}::jsonb where id = ${id}`.execute(trx),
    'structure',
  )
}
