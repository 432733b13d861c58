import type { World } from '../context.ts'
import { Problem } from '../errors.ts'
import { newId } from '../lib/ids.ts'
import { inTransaction, type Trx } from '../lib/in_transaction.ts'
import { positions } from '../lib/positions.ts'
import { newSecret } from '../lib/secrets.ts'
import { makeOwnerLink } from '../sessions/owner_link.ts'
import type { Locale } from '../words.ts'
import {
  defaultBoards,
  defaultRules,
  defaultStages,
  defaultStatuses,
  defaultTitles,
  inLocale,
} from './defaults.ts'

export interface NewSite {
  slug: string
  name: string
  locale: Locale
  origins: string[]
}

export interface CreatedSite {
  slug: string
  /** The HS256 key of host sign-on, shown this once. */
  ssoSecret: string
  ownerLink: string
}

/** Makes a site with its default boards, statuses, stages and rules. A taken slug is a conflict. */
export async function createSite(world: World, site: NewSite): Promise<CreatedSite> {
  const id = newId()
  const ssoSecret = newSecret()
  await inTransaction(
    world,
    id,
    (trx) => insertSite(trx, id, site, ssoSecret, world.clock.now()),
    'structure',
  )
  return {
    slug: site.slug,
    ssoSecret,
    ownerLink: await makeOwnerLink(world, { id, slug: site.slug }, 'new site'),
  }
}

/** The rows of a new site, inside a transaction of the caller. */
export async function insertSite(
  trx: Trx,
  id: string,
  site: NewSite,
  ssoSecret: string,
  at: Date,
): Promise<void> {
  const made = await trx
    .insertInto('sites')
    .values({
      id,
      slug: site.slug,
      name: site.name,
      locale: site.locale,
      texts: JSON.stringify({ titles: defaultTitles }),
      created_at: at,
    })
    .onConflict((conflict) => conflict.column('slug').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!made) throw new Problem('conflict', `There is already a site named ${site.slug}.`)
  await trx.insertInto('feeds').values({ site_id: id }).execute()
  await addOrigins(trx, id, site.origins)
  await addConnections(trx, id, ssoSecret)
  await addWords(trx, id, site.locale)
}

export async function addOrigins(trx: Trx, siteId: string, origins: string[]): Promise<void> {
  if (!origins.length) return
  await trx
    .insertInto('site_origins')
    .values([...new Set(origins)].map((origin) => ({ site_id: siteId, origin })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

async function addConnections(trx: Trx, siteId: string, secret: string): Promise<void> {
  const [sso, guest] = [newId(), newId()]
  await trx
    .insertInto('connections')
    .values([
      { site_id: siteId, id: sso, kind: 'sso', name: 'Host sign-on', algorithm: 'HS256' },
      { site_id: siteId, id: newId(), kind: 'email', name: 'E-mail code', emails_verified: true },
      { site_id: siteId, id: guest, kind: 'guest', name: 'Guest' },
    ])
    .execute()
  await trx
    .insertInto('connection_secrets')
    .values([
      { site_id: siteId, id: newId(), connection_id: sso, secret },
      { site_id: siteId, id: newId(), connection_id: guest, secret: newSecret() },
    ])
    .execute()
}

async function addWords(trx: Trx, siteId: string, locale: Locale): Promise<void> {
  const named = (names: Record<string, string>) => ({
    name: inLocale(names, locale),
    names: JSON.stringify(names),
  })
  const boardPlaces = positions(defaultBoards.length)
  await trx
    .insertInto('boards')
    .values(
      defaultBoards.map((board, index) => ({
        site_id: siteId,
        id: newId(),
        slug: board.slug,
        ...named(board.names),
        purposes: JSON.stringify(board.purposes),
        kinds: [...board.kinds],
        default_sort: board.sort,
        icon: board.icon,
        position: boardPlaces[index]!,
      })),
    )
    .execute()
  for (const [table, steps] of [
    ['statuses', defaultStatuses],
    ['stages', defaultStages],
  ] as const) {
    const places = positions(steps.length)
    await trx
      .insertInto(table)
      .values(
        steps.map((step, index) => ({
          site_id: siteId,
          id: newId(),
          slug: step.slug,
          ...named(step.names),
          category: step.category,
          position: places[index]!,
        })),
      )
      .execute()
  }
  await trx
    .insertInto('rules')
    .values(
      defaultRules.map((names, index) => ({
        site_id: siteId,
        number: index + 1,
        version: 1,
        ...named(names),
      })),
    )
    .execute()
}
