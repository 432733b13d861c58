import { sql } from 'kysely'
import type { World } from '../../server/context.ts'

/** Every mail to an address that was ever queued, sent or not: what is not here was not and will not be sent. */
export async function mailsQueued(world: World, email: string): Promise<{ text: string }[]> {
  const { rows } = await sql<{ text: string }>`
    select data ->> 'text' as text from pgboss.job where name = 'mail' and data ->> 'to' = ${email}
    order by created_on`.execute(world.db)
  return rows
}

/** Every mail of a site that was ever queued, those to nobody included. */
export async function mailsOfSite(world: World, siteId: string): Promise<{ to: string | null }[]> {
  const { rows } = await sql<{ to: string | null }>`
    select data ->> 'to' as "to" from pgboss.job where name = 'mail' and data ->> 'siteId' = ${siteId}`.execute(
    world.db,
  )
  return rows
}
