import { type Kysely, sql } from 'kysely'

// The spine: sites, people, boards, threads, posts, votes, decisions, the roadmap and what moderation needs.
// Every tenant table leads with site_id in its primary key, its foreign keys, its unique constraints and its
// hot indexes, so that a row can never point into another tenant and the tables can be distributed by it.

const foundations = `
create extension if not exists unaccent;
create extension if not exists pg_trgm;
create extension if not exists btree_gin;

create text search configuration parvis_en (copy = english);
alter text search configuration parvis_en alter mapping for hword, hword_part, word with unaccent, english_stem;
create text search configuration parvis_fr (copy = french);
alter text search configuration parvis_fr alter mapping for hword, hword_part, word with unaccent, french_stem;
create text search configuration parvis_de (copy = german);
alter text search configuration parvis_de alter mapping for hword, hword_part, word with unaccent, german_stem;

-- unaccent() is only stable, because its dictionary may change; ours does not, and an index needs immutability.
create function f_unaccent(text) returns text language sql immutable strict parallel safe
  as $$ select public.unaccent('public.unaccent'::regdictionary, $1) $$;
`

const people = `
create table sites (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9](-?[a-z0-9])*$' and length(slug) between 2 and 40),
  name text not null,
  locale text not null check (locale in ('en', 'fr', 'de')),
  texts jsonb not null default '{}',
  settings jsonb not null default '{}',
  created_at timestamptz not null default now()
);

create table accounts (
  id uuid primary key,
  email text not null unique,
  name text not null,
  operator boolean not null default false,
  created_at timestamptz not null default now()
);

create table account_sessions (
  id text primary key,
  account_id uuid not null references accounts on delete cascade,
  expires_at timestamptz not null,
  created_at timestamptz not null default now()
);
create index on account_sessions (account_id);

create table site_origins (
  site_id uuid not null references sites on delete cascade,
  origin text not null,
  created_at timestamptz not null default now(),
  primary key (site_id, origin)
);

create table connections (
  site_id uuid not null references sites on delete cascade,
  id uuid not null,
  kind text not null check (kind in ('sso', 'email', 'guest')),
  name text not null,
  issuer text,
  created_at timestamptz not null default now(),
  primary key (site_id, id)
);
create unique index on connections (site_id, kind) where kind <> 'sso';

create table connection_secrets (
  site_id uuid not null,
  id uuid not null,
  connection_id uuid not null,
  secret text not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz,
  primary key (site_id, id),
  foreign key (site_id, connection_id) references connections on delete cascade
);
create index on connection_secrets (site_id, connection_id);

create table spent_tokens (
  site_id uuid not null,
  connection_id uuid not null,
  jti text not null,
  expires_at timestamptz not null,
  primary key (site_id, connection_id, jti),
  foreign key (site_id, connection_id) references connections on delete cascade
);

create table companies (
  site_id uuid not null references sites on delete cascade,
  id uuid not null,
  external_id text not null,
  name text not null,
  plan text,
  revenue numeric(14, 2),
  primary key (site_id, id),
  unique (site_id, external_id)
);

create table pictures (
  site_id uuid not null references sites on delete cascade,
  id uuid not null,
  media_type text not null,
  bytes bytea not null,
  created_at timestamptz not null default now(),
  primary key (site_id, id)
);

create table members (
  site_id uuid not null references sites on delete cascade,
  id uuid not null,
  role text not null default 'member'
    check (role in ('owner', 'admin', 'moderator', 'product', 'member', 'guest')),
  name text not null,
  email text,
  avatar_url text,
  picture_id uuid,
  locale text check (locale in ('en', 'fr', 'de')),
  company_id uuid,
  attributes jsonb not null default '{}',
  account_id uuid references accounts on delete set null,
  revision int not null default 1,
  created_at timestamptz not null default now(),
  erased_at timestamptz,
  primary key (site_id, id),
  unique (site_id, account_id),
  foreign key (site_id, company_id) references companies on delete set null (company_id),
  foreign key (site_id, picture_id) references pictures on delete set null (picture_id)
);
create index on members (site_id, role) where role not in ('member', 'guest');
create index on members (site_id, company_id);
create index on members (site_id, picture_id);
create index on members (account_id);

create table identities (
  site_id uuid not null,
  connection_id uuid not null,
  subject text not null,
  member_id uuid not null,
  created_at timestamptz not null default now(),
  primary key (site_id, connection_id, subject),
  foreign key (site_id, connection_id) references connections on delete cascade,
  foreign key (site_id, member_id) references members on delete cascade
);
create index on identities (site_id, member_id);

create table sessions (
  site_id uuid not null,
  token_hash text not null,
  member_id uuid not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  primary key (site_id, token_hash),
  foreign key (site_id, member_id) references members on delete cascade
);
create index on sessions (site_id, member_id);

-- A code typed from a mail. It is bound to the browser that asked (device_hash) and dies after five tries.
create table sign_in_codes (
  site_id uuid not null references sites on delete cascade,
  id uuid not null,
  purpose text not null check (purpose in ('member', 'staff')),
  email text not null,
  code_hash text not null,
  device_hash text not null,
  tries int not null default 0,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (site_id, id)
);
create index on sign_in_codes (site_id, email, created_at);

create table sign_in_links (
  site_id uuid not null references sites on delete cascade,
  token_hash text not null,
  account_id uuid not null references accounts on delete cascade,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (site_id, token_hash)
);
create index on sign_in_links (account_id);

create table member_days (
  site_id uuid not null,
  member_id uuid not null,
  day date not null,
  primary key (site_id, member_id, day),
  foreign key (site_id, member_id) references members on delete cascade
);
create index on member_days (site_id, day);
`

const words = `
create table boards (
  site_id uuid not null references sites on delete cascade,
  id uuid not null,
  slug text not null check (slug ~ '^[a-z0-9](-?[a-z0-9])*$' and length(slug) <= 40),
  name text not null,
  names jsonb not null default '{}',
  purposes jsonb not null default '{}',
  kinds text[] not null check (cardinality(kinds) > 0 and kinds <@ array['idea', 'question', 'discussion', 'announcement']),
  visibility text not null default 'public' check (visibility in ('public', 'members', 'staff')),
  default_sort text not null default 'trending' check (default_sort in ('top', 'trending', 'new', 'active')),
  position text collate "C" not null,
  revision int not null default 1,
  archived_at timestamptz,
  primary key (site_id, id),
  unique (site_id, slug)
);

create table statuses (
  site_id uuid not null references sites on delete cascade,
  id uuid not null,
  slug text not null check (slug ~ '^[a-z0-9](-?[a-z0-9])*$' and length(slug) <= 40),
  name text not null,
  names jsonb not null default '{}',
  category text not null check (category in ('open', 'review', 'planned', 'building', 'shipped', 'closed')),
  position text collate "C" not null,
  revision int not null default 1,
  primary key (site_id, id),
  unique (site_id, slug)
);

create table stages (
  site_id uuid not null references sites on delete cascade,
  id uuid not null,
  slug text not null check (slug ~ '^[a-z0-9](-?[a-z0-9])*$' and length(slug) <= 40),
  name text not null,
  names jsonb not null default '{}',
  category text not null check (category in ('open', 'review', 'planned', 'building', 'shipped', 'closed')),
  position text collate "C" not null,
  revision int not null default 1,
  primary key (site_id, id),
  unique (site_id, slug)
);

create table tags (
  site_id uuid not null references sites on delete cascade,
  id uuid not null,
  slug text not null check (slug ~ '^[a-z0-9](-?[a-z0-9])*$' and length(slug) <= 40),
  name text not null,
  names jsonb not null default '{}',
  position text collate "C" not null,
  revision int not null default 1,
  primary key (site_id, id),
  unique (site_id, slug)
);

-- A rule of the netiquette. A changed text is a new version, so that a ruling quotes what was in force.
create table rules (
  site_id uuid not null references sites on delete cascade,
  number int not null,
  version int not null,
  names jsonb not null,
  name text not null,
  created_at timestamptz not null default now(),
  retired_at timestamptz,
  primary key (site_id, number, version)
);
`

const conversation = `
create table threads (
  site_id uuid not null references sites on delete cascade,
  id uuid not null,
  number int not null,
  board_id uuid not null,
  kind text not null check (kind in ('idea', 'question', 'discussion', 'announcement', 'event', 'contest')),
  title text not null,
  excerpt text not null,
  language text not null check (language in ('en', 'fr', 'de')),
  author_id uuid,
  status_id uuid,
  opening_id uuid not null,
  merged_into uuid,
  revision int not null default 1,
  created_at timestamptz not null default now(),
  first_response_at timestamptz,
  first_official_response_at timestamptz,
  locked_at timestamptz,
  primary key (site_id, id),
  unique (site_id, number),
  foreign key (site_id, board_id) references boards,
  foreign key (site_id, author_id) references members on delete set null (author_id),
  foreign key (site_id, status_id) references statuses,
  foreign key (site_id, merged_into) references threads,
  check (kind <> 'idea' or status_id is not null)
);
create index on threads (site_id, board_id, created_at);
create index on threads (site_id, author_id, created_at);
create index on threads (site_id, status_id);
create index on threads (site_id, merged_into) where merged_into is not null;

create table posts (
  site_id uuid not null,
  id uuid not null,
  thread_id uuid not null,
  kind text not null check (kind in ('opening', 'reply')),
  parent_id uuid,
  origin_thread_id uuid,
  author_id uuid,
  body text not null,
  html text not null,
  renderer int not null,
  revision int not null default 1,
  created_at timestamptz not null default now(),
  edited_at timestamptz,
  deleted_at timestamptz,
  primary key (site_id, id),
  foreign key (site_id, thread_id) references threads on delete cascade,
  foreign key (site_id, parent_id) references posts,
  foreign key (site_id, origin_thread_id) references threads,
  foreign key (site_id, author_id) references members on delete set null (author_id)
);
create index on posts (site_id, thread_id, created_at, id) where kind = 'reply' and parent_id is null;
create index on posts (site_id, parent_id, created_at, id) where parent_id is not null;
create index posts_replies on posts (site_id, thread_id) where kind = 'reply';
create index on posts (site_id, author_id, created_at);
create index on posts (site_id, origin_thread_id) where origin_thread_id is not null;
alter table threads add foreign key (site_id, opening_id) references posts deferrable initially deferred;
create index on threads (site_id, opening_id);

-- The text a post had before it was edited: revision N as it stood until N + 1 was written.
create table revisions (
  site_id uuid not null,
  post_id uuid not null,
  revision int not null,
  title text,
  body text not null,
  html text not null,
  editor_id uuid,
  created_at timestamptz not null default now(),
  primary key (site_id, post_id, revision),
  foreign key (site_id, post_id) references posts on delete cascade,
  foreign key (site_id, editor_id) references members on delete set null (editor_id)
);

create table official_replies (
  site_id uuid not null,
  thread_id uuid not null,
  post_id uuid not null,
  marked_by uuid,
  marked_at timestamptz not null default now(),
  primary key (site_id, thread_id),
  foreign key (site_id, thread_id) references threads on delete cascade,
  foreign key (site_id, post_id) references posts on delete cascade,
  foreign key (site_id, marked_by) references members on delete set null (marked_by)
);
create index on official_replies (site_id, post_id);

-- Counters live beside the thread, away from indexed text, because every vote rewrites this row.
-- trend: doubling the votes is worth four weeks of age. listed: shown in lists (not merged away, not hidden).
create table thread_counters (
  site_id uuid not null,
  thread_id uuid not null,
  board_id uuid not null,
  number int not null,
  kind text not null,
  listed boolean not null default true,
  vote_count int not null default 0 check (vote_count >= 0),
  reply_count int not null default 0 check (reply_count >= 0),
  created_second bigint not null,
  trend double precision not null
    generated always as (ln((vote_count + 1)::double precision) / ln(2::double precision) + created_second / 2419200.0::double precision) stored,
  active_at timestamptz not null default now(),
  primary key (site_id, thread_id),
  unique (site_id, number),
  foreign key (site_id, thread_id) references threads on delete cascade,
  foreign key (site_id, board_id) references boards
) with (fillfactor = 80);
create index thread_counters_top on thread_counters (site_id, board_id, vote_count desc, number desc) where listed;
create index thread_counters_trend on thread_counters (site_id, board_id, trend desc, number desc) where listed;
create index thread_counters_new on thread_counters (site_id, board_id, number desc) where listed;
create index thread_counters_active on thread_counters (site_id, board_id, active_at desc, number desc) where listed;

create table thread_documents (
  site_id uuid not null,
  thread_id uuid not null,
  language text not null,
  title text not null,
  body text not null,
  document tsvector not null generated always as (
    case language
      when 'fr' then setweight(to_tsvector('parvis_fr', title), 'A') || setweight(to_tsvector('parvis_fr', body), 'C')
      when 'de' then setweight(to_tsvector('parvis_de', title), 'A') || setweight(to_tsvector('parvis_de', body), 'C')
      else setweight(to_tsvector('parvis_en', title), 'A') || setweight(to_tsvector('parvis_en', body), 'C')
    end) stored,
  primary key (site_id, thread_id),
  foreign key (site_id, thread_id) references threads on delete cascade
);
create index thread_documents_words on thread_documents using gin (site_id, document);
create index thread_documents_title on thread_documents using gin (site_id, f_unaccent(lower(title)) gin_trgm_ops);

create table votes (
  site_id uuid not null,
  thread_id uuid not null,
  member_id uuid not null,
  created_at timestamptz not null default now(),
  cast_by uuid,
  from_thread_id uuid,
  primary key (site_id, thread_id, member_id),
  foreign key (site_id, thread_id) references threads on delete cascade,
  foreign key (site_id, member_id) references members on delete cascade,
  foreign key (site_id, cast_by) references members on delete set null (cast_by),
  foreign key (site_id, from_thread_id) references threads on delete set null (from_thread_id)
);
create index on votes (site_id, member_id, created_at);
create index on votes (site_id, from_thread_id) where from_thread_id is not null;

-- carried: what the target got besides votes and replies, for an exact undo: tag ids, the official reply, the
-- roadmap item, each only where the target did not have it before.
create table merges (
  site_id uuid not null,
  id uuid not null,
  source_id uuid not null,
  target_id uuid not null,
  merged_by uuid,
  votes_added int not null,
  votes_shared int not null,
  carried jsonb not null default '{}',
  created_at timestamptz not null default now(),
  undone_at timestamptz,
  primary key (site_id, id),
  foreign key (site_id, source_id) references threads on delete cascade,
  foreign key (site_id, target_id) references threads on delete cascade,
  foreign key (site_id, merged_by) references members on delete set null (merged_by)
);
create unique index on merges (site_id, source_id) where undone_at is null;
create index on merges (site_id, target_id);

create table thread_tags (
  site_id uuid not null,
  thread_id uuid not null,
  tag_id uuid not null,
  primary key (site_id, thread_id, tag_id),
  foreign key (site_id, thread_id) references threads on delete cascade,
  foreign key (site_id, tag_id) references tags on delete cascade
);
create index on thread_tags (site_id, tag_id, thread_id);

create table notes (
  site_id uuid not null,
  id uuid not null,
  thread_id uuid not null,
  author_id uuid,
  body text not null,
  html text not null,
  created_at timestamptz not null default now(),
  primary key (site_id, id),
  foreign key (site_id, thread_id) references threads on delete cascade,
  foreign key (site_id, author_id) references members on delete set null (author_id)
);
create index on notes (site_id, thread_id, created_at);

create table assignments (
  site_id uuid not null,
  thread_id uuid not null,
  member_id uuid not null,
  assigned_by uuid,
  assigned_at timestamptz not null default now(),
  primary key (site_id, thread_id),
  foreign key (site_id, thread_id) references threads on delete cascade,
  foreign key (site_id, member_id) references members on delete cascade,
  foreign key (site_id, assigned_by) references members on delete set null (assigned_by)
);
create index on assignments (site_id, member_id);
`

const judgement = `
create table reports (
  site_id uuid not null,
  id uuid not null,
  post_id uuid not null,
  revision int not null,
  member_id uuid,
  reason text not null check (reason in ('spam', 'rude', 'private', 'off_topic', 'illegal', 'other')),
  note text not null default '',
  created_at timestamptz not null default now(),
  outcome text check (outcome in ('upheld', 'dismissed')),
  closed_by uuid,
  closed_at timestamptz,
  primary key (site_id, id),
  unique (site_id, post_id, revision, member_id),
  foreign key (site_id, post_id) references posts on delete cascade,
  foreign key (site_id, member_id) references members on delete set null (member_id),
  foreign key (site_id, closed_by) references members on delete set null (closed_by),
  check ((outcome is null) = (closed_at is null))
);
create index on reports (site_id, created_at) where closed_at is null;
create index on reports (site_id, member_id, created_at);

-- A moderator's decision on one revision of a post. A post is hidden while a ruling on it stands.
create table rulings (
  site_id uuid not null,
  id uuid not null,
  number int not null,
  post_id uuid not null,
  revision int not null,
  rule_number int not null,
  rule_version int not null,
  reason text not null,
  ruled_by uuid,
  created_at timestamptz not null default now(),
  tell_at timestamptz not null,
  lifted_at timestamptz,
  lifted_by uuid,
  primary key (site_id, id),
  unique (site_id, number),
  foreign key (site_id, post_id) references posts on delete cascade,
  foreign key (site_id, rule_number, rule_version) references rules,
  foreign key (site_id, ruled_by) references members on delete set null (ruled_by),
  foreign key (site_id, lifted_by) references members on delete set null (lifted_by)
);
create unique index rulings_standing on rulings (site_id, post_id) where lifted_at is null;
create index on rulings (site_id, post_id);

create table audit_entries (
  site_id uuid not null references sites on delete cascade,
  id uuid not null,
  actor_id uuid,
  action text not null,
  subject_kind text not null,
  subject text not null,
  detail jsonb not null default '{}',
  created_at timestamptz not null default now(),
  primary key (site_id, id),
  foreign key (site_id, actor_id) references members on delete set null (actor_id)
);
create index on audit_entries (site_id, actor_id, id);
create index on audit_entries (site_id, action, id);
`

const commitment = `
create table roadmap_items (
  site_id uuid not null references sites on delete cascade,
  id uuid not null,
  number int not null,
  title text not null,
  summary text not null default '',
  stage_id uuid not null,
  position text collate "C" not null,
  owner_id uuid,
  expected_on date,
  revision int not null default 1,
  created_at timestamptz not null default now(),
  created_by uuid,
  published_at timestamptz,
  archived_at timestamptz,
  primary key (site_id, id),
  unique (site_id, number),
  foreign key (site_id, stage_id) references stages,
  foreign key (site_id, owner_id) references members on delete set null (owner_id),
  foreign key (site_id, created_by) references members on delete set null (created_by)
);
create index on roadmap_items (site_id, stage_id, position, id);
create index roadmap_items_published on roadmap_items (site_id, stage_id, position, id)
  where published_at is not null and archived_at is null;

-- detached_at: a status set by hand took the idea off its item's steps; it stays on the card.
create table roadmap_ideas (
  site_id uuid not null,
  thread_id uuid not null,
  item_id uuid not null,
  added_by uuid,
  added_at timestamptz not null default now(),
  detached_at timestamptz,
  primary key (site_id, thread_id),
  foreign key (site_id, thread_id) references threads on delete cascade,
  foreign key (site_id, item_id) references roadmap_items on delete cascade,
  foreign key (site_id, added_by) references members on delete set null (added_by)
);
create index on roadmap_ideas (site_id, item_id);

-- Append-only: who decided what about an idea or an item, and why. An undo is a decision that reverses one.
-- cause: the step of an item that took the idea along. from_position and detached: what an undo puts back,
-- where the item lay in the stage it left, and that this status took the idea off its item's steps.
create table decisions (
  site_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('status', 'stage', 'publication')),
  thread_id uuid,
  item_id uuid,
  from_id uuid,
  to_id uuid,
  note text not null default '',
  expected_on date,
  decided_by uuid,
  reverses uuid,
  cause uuid,
  from_position text collate "C",
  detached boolean not null default false,
  created_at timestamptz not null default now(),
  tell_at timestamptz not null,
  primary key (site_id, id),
  foreign key (site_id, thread_id) references threads on delete cascade,
  foreign key (site_id, item_id) references roadmap_items on delete cascade,
  foreign key (site_id, decided_by) references members on delete set null (decided_by),
  foreign key (site_id, reverses) references decisions,
  foreign key (site_id, cause) references decisions
);
create unique index on decisions (site_id, reverses) where reverses is not null;
create index on decisions (site_id, thread_id, created_at);
create index on decisions (site_id, item_id, created_at);
create index on decisions (site_id, cause) where cause is not null;

create table feeds (
  site_id uuid primary key references sites on delete cascade,
  last_seq bigint not null default 0,
  last_thread int not null default 0,
  last_item int not null default 0,
  last_ruling int not null default 0
);

-- decision_id: what it tells of, so that taking the decision back also takes it out of the story.
create table activity (
  site_id uuid not null references sites on delete cascade,
  seq bigint not null,
  kind text not null,
  board_id uuid,
  thread_id uuid,
  post_id uuid,
  actor_id uuid,
  decision_id uuid,
  detail jsonb not null default '{}',
  public boolean not null default true,
  created_at timestamptz not null default now(),
  primary key (site_id, seq),
  foreign key (site_id, thread_id) references threads on delete cascade,
  foreign key (site_id, actor_id) references members on delete set null (actor_id),
  foreign key (site_id, decision_id) references decisions on delete cascade
);
create index on activity (site_id, thread_id, created_at, seq) where public;
create index on activity (site_id, actor_id);
create index on activity (site_id, decision_id) where decision_id is not null;

-- key makes a step tell a person once, whatever the number of their votes behind it.
create table notifications (
  site_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  key text not null,
  kind text not null,
  thread_id uuid,
  item_id uuid,
  post_id uuid,
  decision_id uuid,
  ruling_id uuid,
  actor_id uuid,
  created_at timestamptz not null default now(),
  tell_at timestamptz not null default now(),
  read_at timestamptz,
  primary key (site_id, id),
  unique (site_id, member_id, key),
  foreign key (site_id, member_id) references members on delete cascade,
  foreign key (site_id, thread_id) references threads on delete cascade,
  foreign key (site_id, item_id) references roadmap_items on delete cascade,
  foreign key (site_id, post_id) references posts on delete cascade,
  foreign key (site_id, decision_id) references decisions on delete cascade,
  foreign key (site_id, ruling_id) references rulings on delete cascade,
  foreign key (site_id, actor_id) references members on delete set null (actor_id)
);
create index on notifications (site_id, member_id, tell_at desc, id desc);
create index on notifications (site_id, member_id) where read_at is null;
create index on notifications (site_id, decision_id);
create index on notifications (site_id, ruling_id);
`

const edge = `
create table idempotency_keys (
  site_id uuid not null,
  member_id uuid not null,
  key text not null,
  request_hash text not null,
  status int,
  answer jsonb,
  created_at timestamptz not null default now(),
  primary key (site_id, member_id, key),
  foreign key (site_id, member_id) references members on delete cascade
);
create index on idempotency_keys (site_id, created_at);

-- What would have been mailed, shown in the admin in development where no SMTP_URL is given.
create table mailbox (
  site_id uuid not null references sites on delete cascade,
  id uuid not null,
  recipient text not null,
  subject text not null,
  text text not null,
  html text not null,
  created_at timestamptz not null default now(),
  primary key (site_id, id)
);
`

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [foundations, people, words, conversation, judgement, commitment, edge]) {
    await sql.raw(part).execute(db)
  }
}
