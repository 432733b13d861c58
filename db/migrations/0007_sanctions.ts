import { type Kysely, sql } from 'kysely'

// What a moderator imposed on a member: a row with its rule and reason, never a flag. One of a kind is in force at a
// time; one that ran out stays unlifted until the next is imposed, since nobody is needed for it to end.
const sanctions = `
create table sanctions (
  site_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  kind text not null check (kind in ('suspension')),
  rule_number int not null,
  rule_version int not null,
  reason text not null check (reason <> ''),
  until timestamptz check (until > created_at),
  imposed_by uuid,
  created_at timestamptz not null,
  tell_at timestamptz not null,
  lifted_at timestamptz,
  lifted_by uuid,
  primary key (site_id, id),
  check (lifted_by is null or lifted_at is not null),
  foreign key (site_id, member_id) references members on delete cascade,
  foreign key (site_id, rule_number, rule_version) references rules,
  foreign key (site_id, imposed_by) references members on delete set null (imposed_by),
  foreign key (site_id, lifted_by) references members on delete set null (lifted_by)
);
create unique index sanctions_in_force on sanctions (site_id, member_id, kind) where lifted_at is null;
create index on sanctions (site_id, member_id, created_at desc);
create index on sanctions (site_id, imposed_by);
create index on sanctions (site_id, lifted_by);
create index on sanctions (site_id, rule_number, rule_version);
`

const notifications = `
alter table notifications add column sanction_id uuid,
  add foreign key (site_id, sanction_id) references sanctions on delete cascade;
create index on notifications (site_id, sanction_id) where sanction_id is not null;
`

// The members page lists by when people came, finds them by parts of name and address, and who is suspended.
const members = `
create index members_newest on members (site_id, created_at desc, id desc) where erased_at is null;
create index members_names on members using gin (site_id, f_unaccent(lower(name)) gin_trgm_ops);
create index members_addresses on members using gin (site_id, lower(email) gin_trgm_ops);
create index sanctions_standing on sanctions (site_id, created_at desc) where lifted_at is null;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [sanctions, notifications, members]) await sql.raw(part).execute(db)
}
