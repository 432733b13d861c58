import { type Kysely, sql } from 'kysely'

// A sign-on connection has one algorithm, which no token chooses. HS256 verifies by connection_secrets; the others
// by public keys, pasted (connection_keys) or read from the host's key set (jwks_url).
const connections = `
alter table connections
  add column algorithm text check (algorithm in ('HS256', 'RS256', 'ES256', 'EdDSA')),
  add column jwks_url text,
  add column emails_verified boolean not null default false;
update connections set algorithm = 'HS256' where kind = 'sso';
-- Who types a code from a mail has shown that the address is theirs.
update connections set emails_verified = true where kind = 'email';
alter table connections
  add check ((kind = 'sso') = (algorithm is not null)),
  add check (jwks_url is null or algorithm <> 'HS256');

create table connection_keys (
  site_id uuid not null,
  id uuid not null,
  connection_id uuid not null,
  jwk jsonb not null,
  thumbprint text not null,
  created_at timestamptz not null default now(),
  primary key (site_id, id),
  unique (site_id, connection_id, thumbprint),
  foreign key (site_id, connection_id) references connections on delete cascade
);
`

// The address that an identity last proved, by a connection that vouches for it: only by such a one is a person
// of one connection known again in another.
const identities = `
alter table identities add column email text;
update identities i set email = i.subject from connections c
  where c.site_id = i.site_id and c.id = i.connection_id and c.kind = 'email';
create index on identities (site_id, email) where email is not null;
`

// A session ends with the connection that opened it.
const sessions = `
alter table sessions add column connection_id uuid,
  add foreign key (site_id, connection_id) references connections on delete cascade;
update sessions s set connection_id = i.connection_id from identities i
  where i.site_id = s.site_id and i.member_id = s.member_id;
create index on sessions (site_id, connection_id);
`

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [connections, identities, sessions]) await sql.raw(part).execute(db)
}
