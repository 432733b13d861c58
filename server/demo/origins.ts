import { sql } from 'kysely'
import { bakfleet } from '../../db/seeds/bakfleet/index.ts'
import type { Config } from '../config.ts'
import type { World } from '../context.ts'
import { inTransaction } from '../lib/in_transaction.ts'
import { addOrigins } from '../sites/create.ts'
import type { Site } from '../sites/queries.ts'

/** Where browsers find the demo's host page. */
export function hostOrigins(config: Config, port = config.demoPort): string[] {
  const names = new Set(['localhost', '127.0.0.1', config.publicUrl.hostname])
  return [...names].map((name) => `http://${name}:${port}`)
}

/** The site that the seed made, and no other of its name: only for its customers does the host page sign. */
export async function demoSite(world: World): Promise<Site | undefined> {
  const site = await world.sites.find(bakfleet.site.slug)
  return site?.settings.demoPort === undefined ? undefined : site
}

/** Lets the host page reach the site from the port it has now, and no longer from the one it had before. */
export async function keepOrigins(world: World, site: Site): Promise<void> {
  const { config } = world
  const wanted = hostOrigins(config)
  const before = site.settings.demoPort
  const stale = before === undefined || before === config.demoPort ? [] : hostOrigins(config, before)
  if (!stale.length && wanted.every((origin) => site.origins.includes(origin))) return
  await inTransaction(
    world,
    site.id,
    async (trx) => {
      if (stale.length) {
        await trx
          .deleteFrom('site_origins')
          .where('site_id', '=', site.id)
          .where('origin', 'in', stale)
          .execute()
      }
      await addOrigins(trx, site.id, wanted)
      const host = `http://${config.publicUrl.hostname}:${config.demoPort}`
      const settings = JSON.stringify({
        demoPort: config.demoPort,
        hostPage: `${host}/community`,
        hostPages: { fr: `${host}/fr/communaute`, de: `${host}/de/gemeinschaft` },
      })
      await sql`update sites set settings = settings || ${settings}::jsonb where id = ${site.id}`.execute(trx)
    },
    'structure',
  )
}
