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

/**
 * Whether a thread `t` stands where its reader may read it: itself, and the one that it was merged into in the end.
 * `boards` is a parameter of what the reader holds (`visibleTo`).
 */
export const endsInSight = (boards: string) => `(t.merged_into is null or exists (
  with recursive onward as (
    select m.merged_into, m.board_id, 1 as steps from threads m where m.site_id = t.site_id and m.id = t.merged_into
    union all
    select m.merged_into, m.board_id, onward.steps + 1 from onward
    join threads m on m.site_id = t.site_id and m.id = onward.merged_into where onward.steps < 50)
  select from onward join boards e on e.site_id = t.site_id and e.id = onward.board_id
  where onward.merged_into is null and e.archived_at is null and e.readers = any(${boards}::text[])))`

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
