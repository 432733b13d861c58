import { type Kysely, sql } from 'kysely'

// The one reply that answers a question, as its author or the team says. A row with who and when, never a flag.
const accepted = `
create table accepted_replies (
  site_id uuid not null,
  thread_id uuid not null,
  post_id uuid not null,
  marked_by uuid,
  marked_at timestamptz not null,
  primary key (site_id, thread_id),
  foreign key (site_id, thread_id) references threads on delete cascade,
  foreign key (site_id, post_id) references posts on delete cascade,
  foreign key (site_id, marked_by) references members on delete set null (marked_by)
);
create index on accepted_replies (site_id, post_id);
create index on accepted_replies (site_id, marked_by);
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(accepted).execute(db)
}
