import { type Kysely, sql } from 'kysely'

// What somebody has taken of a limit, in the window that is open: one row for each kind of act and each subject (a
// member, a network, an address, the site itself). Processes lease from it in blocks; `granted` is what the last
// lease got, so that a lease is one statement. Rewritten often and never indexed otherwise, hence the room in pages.
const allowances = `
create table allowances (
  site_id uuid not null references sites on delete cascade,
  kind text not null,
  subject text not null,
  permits int not null,
  leased int not null,
  granted int not null,
  ends_at timestamptz not null,
  primary key (site_id, kind, subject)
) with (fillfactor = 80);
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(allowances).execute(db)
}
