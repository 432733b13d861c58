import { type Kysely, sql } from 'kysely'

// A segment is a rule over what a site's host says of its customers. The rule's form is the server's to check; here
// it is only held to be small.
const segments = `
create table segments (
  site_id uuid not null references sites on delete cascade,
  id uuid not null,
  slug text not null check (slug ~ '^[a-z0-9](-?[a-z0-9])*$' and length(slug) <= 40),
  name text not null,
  names jsonb not null default '{}',
  rule jsonb not null check (jsonb_typeof(rule) = 'object' and length(rule::text) <= 20000),
  position text collate "C" not null,
  revision int not null default 1,
  primary key (site_id, id),
  unique (site_id, slug)
);
`

// readers is the one key that a reader must hold to read the board: what every query asks for.
const boards = `
alter table boards drop constraint boards_visibility_check;
alter table boards
  add check (visibility in ('public', 'members', 'staff', 'segment')),
  add column segment_id uuid,
  add foreign key (site_id, segment_id) references segments,
  add check ((visibility = 'segment') = (segment_id is not null));
alter table boards add column readers text not null
  generated always as (case visibility when 'segment' then 'segment:' || segment_id::text else visibility end) stored;
create index on boards (site_id, segment_id) where segment_id is not null;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [segments, boards]) await sql.raw(part).execute(db)
}
