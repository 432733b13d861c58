import { type Kysely, sql } from 'kysely'

// Being given a thread to take care of was mailed as often as mentions were. Whoever chose that for mentions keeps it for both.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table telling_choices add column assignments text not null default 'soon'
    check (assignments in ('soon', 'day', 'week', 'none'))`.execute(db)
  await sql`update telling_choices set assignments = mentions`.execute(db)
  await sql`update notifications set mail_kind = 'assignments' where kind = 'assigned' and mail_kind = 'mentions'`.execute(
    db,
  )
}
