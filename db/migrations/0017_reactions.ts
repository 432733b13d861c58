import { type Kysely, sql } from 'kysely'

// Who reacted to which post, and how often each reaction was given, which is read with every post.
const reactions = `
create table reactions (
  site_id uuid not null,
  post_id uuid not null,
  member_id uuid not null,
  name text not null check (name in ('like', 'love', 'celebrate', 'laugh', 'think', 'eyes')),
  created_at timestamptz not null,
  primary key (site_id, post_id, member_id, name),
  foreign key (site_id, post_id) references posts on delete cascade,
  foreign key (site_id, member_id) references members
);
create index reactions_mine on reactions (site_id, member_id, post_id);

create table reaction_counts (
  site_id uuid not null,
  post_id uuid not null,
  counts jsonb not null,
  primary key (site_id, post_id),
  foreign key (site_id, post_id) references posts on delete cascade
);
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(reactions).execute(db)
}
