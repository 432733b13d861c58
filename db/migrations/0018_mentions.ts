import { type Kysely, sql } from 'kysely'

// How often mentions are mailed, as for the other kinds; and how many a post told of itself, so that no number of edits
// tells more.
const mentions = `
alter table telling_choices
  add column mentions text not null default 'soon' check (mentions in ('soon', 'day', 'week', 'none'));
create index notifications_mentions on notifications (site_id, post_id) where kind = 'mention';
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(mentions).execute(db)
}
