import { type Kysely, sql } from 'kysely'

// How a staff account proves itself. An account is outside of any site, and so is all of this; only invitations
// are a site's own.
const credentials = `
create table account_passwords (
  account_id uuid primary key references accounts on delete cascade,
  hash text not null,
  set_at timestamptz not null
);

-- One app that makes codes (RFC 6238). Without confirmed_at it is being set up and is asked for by nothing.
-- last_step is the time step of the last code taken: no code of that step or before is taken again.
create table account_authenticators (
  account_id uuid primary key references accounts on delete cascade,
  secret bytea not null,
  last_step int not null default 0,
  created_at timestamptz not null,
  confirmed_at timestamptz
);

create table account_recovery_codes (
  account_id uuid not null references accounts on delete cascade,
  code_hash text not null,
  used_at timestamptz,
  primary key (account_id, code_hash)
);

create table account_passkeys (
  id uuid primary key,
  account_id uuid not null references accounts on delete cascade,
  credential_id text not null unique,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  name text not null,
  created_at timestamptz not null,
  used_at timestamptz
);
create index on account_passkeys (account_id);

-- What was begun and waits for its second half: the second factor after the first, or the answer of a passkey.
-- token_hash is of the secret that the asking browser keeps, or of the challenge that a passkey signs.
create table account_challenges (
  token_hash text primary key,
  kind text not null check (kind in ('second_factor', 'passkey', 'new_passkey')),
  account_id uuid references accounts on delete cascade check (kind = 'passkey' or account_id is not null),
  proved_by text,
  tries int not null default 0,
  expires_at timestamptz not null
);
create index on account_challenges (account_id);
create index on account_challenges (expires_at);
`

// id is the hash of the secret, which nobody needs to see; handle is what one's list of sessions names.
const sessions = `
alter table account_sessions
  add column handle uuid not null unique default gen_random_uuid(),
  add column browser text,
  add column system text,
  add column proved_by text not null default 'link' check (proved_by in ('link', 'code', 'password', 'passkey')),
  add column proved_at timestamptz not null default now(),
  add column seen_at timestamptz not null default now();
`

// Each mail that invited an address, so that none gets many.
const invitations = `
create table invitations (
  site_id uuid not null references sites on delete cascade,
  id uuid not null,
  email text not null,
  invited_by uuid,
  sent_at timestamptz not null,
  primary key (site_id, id),
  foreign key (site_id, invited_by) references members on delete set null (invited_by)
);
create index on invitations (site_id, email, sent_at);
create index on invitations (site_id, invited_by);
`

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [credentials, sessions, invitations]) await sql.raw(part).execute(db)
}
