import { type Db, hot } from '../../db/connect.ts'

// Fifty merges in a row are followed; they never lead in a ring.
const ends = `
with recursive way as (
  select t.site_id, t.number as asked, t.number, t.merged_into, 0 as steps from threads t
  where (t.site_id, t.number) in (select * from unnest($1::uuid[], $2::int[]))
  union all
  select t.site_id, way.asked, t.number, t.merged_into, way.steps + 1 from way
  join threads t on t.site_id = way.site_id and t.id = way.merged_into where way.steps < 50)
select site_id, asked, number from way where merged_into is null and steps > 0`

/** Where merged threads went in the end, by `site number`; those that were not merged are left out. */
export async function whereMerged(
  db: Db,
  threads: { siteId: string; number: number }[],
): Promise<Map<string, number>> {
  const rows = await hot<{ site_id: string; asked: number; number: number }>(db, ends, [
    threads.map((thread) => thread.siteId),
    threads.map((thread) => thread.number),
  ])
  return new Map(rows.map((row) => [`${row.site_id} ${row.asked}`, row.number]))
}
