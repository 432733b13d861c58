import { type Kysely, sql } from 'kysely'

// Providers by which the team of one site signs in (OpenID Connect Core 1.0). A link is what a person of the team was
// proved to be at one of them: issuer and subject, and never an address. A provider without a client is being set up.
const providers = `
create table openid_providers (
  site_id uuid not null references sites on delete cascade,
  id uuid not null,
  name text not null,
  issuer text not null,
  client_id text,
  client_secret text,
  created_at timestamptz not null,
  primary key (site_id, id),
  check ((client_id is null) = (client_secret is null))
);

create table openid_links (
  site_id uuid not null,
  id uuid not null,
  provider_id uuid not null,
  issuer text not null,
  subject text not null,
  member_id uuid not null,
  created_at timestamptz not null,
  used_at timestamptz not null,
  primary key (site_id, id),
  unique (site_id, provider_id, issuer, subject),
  unique (site_id, member_id, provider_id),
  foreign key (site_id, provider_id) references openid_providers on delete cascade,
  foreign key (site_id, member_id) references members on delete cascade
);

-- A sign-in under way, until its browser comes back: once, and from the provider that it was sent to. What the provider
-- must repeat (nonce) and be shown (code verifier) is made from the browser's own secret and is nowhere kept. With a
-- member_id it is no sign-in: somebody who is signed in links what they are there to themselves.
create table openid_requests (
  site_id uuid not null,
  state_hash text not null,
  provider_id uuid not null,
  browser_hash text not null,
  back text not null,
  member_id uuid,
  expires_at timestamptz not null,
  primary key (site_id, state_hash),
  foreign key (site_id, provider_id) references openid_providers on delete cascade,
  foreign key (site_id, member_id) references members on delete cascade
);
create index on openid_requests (site_id, provider_id);
create index on openid_requests (site_id, member_id);
create index on openid_requests (site_id, expires_at);
`

// A session that a site's provider opened is of that site alone, whatever other teams the account is on: who sets up a
// provider in one site could else open another.
const sessions = `
alter table account_sessions
  add column site_id uuid references sites on delete cascade,
  add column openid_link_id uuid,
  drop constraint account_sessions_proved_by_check,
  add check (proved_by in ('link', 'code', 'password', 'passkey', 'openid')),
  add check ((proved_by = 'openid') = (site_id is not null)),
  add check ((site_id is null) = (openid_link_id is null));
create index on account_sessions (site_id, openid_link_id) where site_id is not null;

alter table account_challenges
  add column site_id uuid references sites on delete cascade,
  add column openid_link_id uuid,
  add check ((site_id is null) = (openid_link_id is null));
create index on account_challenges (site_id) where site_id is not null;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [providers, sessions]) await sql.raw(part).execute(db)
}
