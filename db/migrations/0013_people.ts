import { type Kysely, sql } from 'kysely'

// Who took a provider's link away is not linked again by an address, but by their own wish alone.
const declined = `
create table openid_declined (
  site_id uuid not null,
  member_id uuid not null,
  provider_id uuid not null,
  created_at timestamptz not null,
  primary key (site_id, member_id, provider_id),
  foreign key (site_id, member_id) references members on delete cascade,
  foreign key (site_id, provider_id) references openid_providers on delete cascade
);
create index on openid_declined (site_id, provider_id);
`

// Less than three letters have no trigram: they are looked for at the beginning of a name or an address. Guests by when they came, for
// the sweep of those who never did anything.
const indexes = `
create index members_first_letters on members (site_id, f_unaccent(lower(name)) text_pattern_ops)
  where role in ('member', 'guest') and erased_at is null;
create index members_first_of_address on members (site_id, lower(email) text_pattern_ops)
  where role in ('member', 'guest') and erased_at is null;
create index members_guests on members (site_id, created_at) where role = 'guest';
`

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [declined, indexes]) await sql.raw(part).execute(db)
}
