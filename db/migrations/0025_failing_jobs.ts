import { type Kysely, sql } from 'kysely'

// Work of a site that failed, of which its admins are to know: tried again, or given up. The work itself is the queue's.
const failing = `
create table failing_jobs (
  site_id uuid not null references sites on delete cascade,
  id uuid not null,
  queue text not null,
  about text not null,
  recipient text,
  attempts int not null,
  reason text not null,
  given_up boolean not null,
  failed_at timestamptz not null,
  primary key (site_id, id)
);
create index failing_jobs_latest on failing_jobs (site_id, failed_at desc, id desc);
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(failing).execute(db)
}
