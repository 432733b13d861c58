import { sql } from 'kysely'
import type { TestSite } from './world.ts'

/** Every text that the database holds of a site, its jobs too, to look for what must be in none of it. */
export async function allOf(site: TestSite): Promise<string> {
  const { id } = await site.row()
  const { db } = site.world
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'site_id'`.execute(db)
  const parts = await Promise.all(
    tables.map(async ({ name }) => {
      const { rows } = await sql`select to_jsonb(t) - 'html' as row from ${sql.table(name)} t
        where site_id = ${id}`.execute(db)
      return `${name}: ${JSON.stringify(rows)}`
    }),
  )
  const { rows: jobs } = await sql`select to_jsonb(j) as row from pgboss.job j
    where data ->> 'siteId' = ${id}`.execute(db)
  return [...parts, `jobs: ${JSON.stringify(jobs)}`].join('\n')
}
