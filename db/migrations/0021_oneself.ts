import { type Kysely, sql } from 'kysely'

// What a member says of their public page, and a purpose more for codes: who asks to be erased shows by one that it is
// really them.
const oneself = `
alter table members add column votes_shown boolean not null default false;
alter table sign_in_codes drop constraint sign_in_codes_purpose_check;
alter table sign_in_codes add constraint sign_in_codes_purpose_check check (purpose in ('member', 'staff', 'erasure'));
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(oneself).execute(db)
}
