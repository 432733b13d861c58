import { type Kysely, sql } from 'kysely'

// How a board looks in a list: one of our own drawn icons, by name, or none.
const icons = `
alter table boards add column icon text check (icon in (
  'idea', 'question', 'talk', 'news', 'map', 'tool', 'phone', 'lock', 'people', 'book', 'heart', 'star'));
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(icons).execute(db)
}
