import { type Kysely, sql } from 'kysely'

// Who follows what. A thread that somebody let go of keeps its row, so that a reply of theirs does not make them
// follow it again.
const subscriptions = `
create table thread_subscriptions (
  site_id uuid not null,
  thread_id uuid not null,
  member_id uuid not null,
  following boolean not null,
  changed_at timestamptz not null,
  primary key (site_id, thread_id, member_id),
  foreign key (site_id, thread_id) references threads on delete cascade,
  foreign key (site_id, member_id) references members on delete cascade
);
create index thread_subscriptions_mine on thread_subscriptions (site_id, member_id, changed_at desc, thread_id desc);
create index thread_subscriptions_told on thread_subscriptions (site_id, thread_id, member_id) where following;

create table board_subscriptions (
  site_id uuid not null,
  board_id uuid not null,
  member_id uuid not null,
  changed_at timestamptz not null,
  primary key (site_id, board_id, member_id),
  foreign key (site_id, board_id) references boards on delete cascade,
  foreign key (site_id, member_id) references members on delete cascade
);
create index board_subscriptions_mine on board_subscriptions (site_id, member_id);
`

// What a member chose about being told; who has no row has what is usual.
const choices = `
create table telling_choices (
  site_id uuid not null,
  member_id uuid not null,
  follow_own boolean not null default true,
  primary key (site_id, member_id),
  foreign key (site_id, member_id) references members on delete cascade
);
`

// Who started a thread follows it, also one from before there were subscriptions.
const authors = `
insert into thread_subscriptions (site_id, thread_id, member_id, following, changed_at)
select t.site_id, t.id, t.author_id, true, t.created_at from threads t
join members m on m.site_id = t.site_id and m.id = t.author_id and m.role <> 'key' and m.erased_at is null
where t.merged_into is null;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [subscriptions, choices, authors]) await sql.raw(part).execute(db)
}
