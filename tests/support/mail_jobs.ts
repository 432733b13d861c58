import { sql } from 'kysely'
import type { World } from '../../server/context.ts'

/** Every mail to an address that was ever queued, sent or not: what is not here was not and will not be sent. */
export async function mailsQueued(world: World, email: string): Promise<{ text: string }[]> {
  const { rows } = await sql<{ text: string }>`
    select data ->> 'text' as text from pgboss.job where name = 'mail' and data ->> 'to' = ${email}
    order by created_on`.execute(world.db)
  return rows
}
