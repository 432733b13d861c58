import { type Kysely, sql } from 'kysely'

// A key acts under its own name, so it is a member of its own, by the same id: what it posts, decides and rules
// names it like anybody. Its role is 'key', which is neither the team's nor a customer's: whoever lists either by
// role does not find it, and nobody signs in as it.
const role = `
alter table members drop constraint members_role_check,
  add constraint members_role_check check (role in ('owner', 'admin', 'moderator', 'product', 'member', 'guest', 'key'));
`

// key_hash is the SHA-256 of the whole key, which has 256 bits of its own. The key is kept nowhere.
const keys = `
create table api_keys (
  site_id uuid not null,
  id uuid not null,
  key_hash text not null,
  last_four text not null,
  scopes text[] not null check (cardinality(scopes) > 0),
  made_by uuid,
  created_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > created_at and expires_at <= created_at + interval '731 days'),
  last_used_at timestamptz,
  ended_at timestamptz,
  ended_by uuid,
  primary key (site_id, id),
  unique (site_id, key_hash),
  check (ended_by is null or ended_at is not null),
  foreign key (site_id, id) references members on delete cascade,
  foreign key (site_id, made_by) references members on delete set null (made_by),
  foreign key (site_id, ended_by) references members on delete set null (ended_by)
);
create index on api_keys (site_id, made_by);
create index on api_keys (site_id, ended_by);
`

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [role, keys]) await sql.raw(part).execute(db)
}
