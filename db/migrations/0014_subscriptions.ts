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

// How far a member has read in a thread that they opened.
const visits = `
create table thread_visits (
  site_id uuid not null,
  member_id uuid not null,
  thread_id uuid not null,
  read_until timestamptz not null,
  primary key (site_id, member_id, thread_id),
  foreign key (site_id, member_id) references members on delete cascade,
  foreign key (site_id, thread_id) references threads on delete cascade
);
create index thread_visits_of_thread on thread_visits (site_id, thread_id);
`

// What a member chose about being told; who has no row has what is usual. The key is what a mail's link to end such
// mails is known by.
const choices = `
create table telling_choices (
  site_id uuid not null,
  member_id uuid not null,
  follow_own boolean not null default true,
  follows text not null default 'soon' check (follows in ('soon', 'day', 'week', 'none')),
  statuses text not null default 'soon' check (statuses in ('soon', 'day', 'week', 'none')),
  officials text not null default 'soon' check (officials in ('soon', 'day', 'week', 'none')),
  unsubscribe_key uuid not null default gen_random_uuid(),
  primary key (site_id, member_id),
  unique (site_id, unsubscribe_key),
  foreign key (site_id, member_id) references members on delete cascade
);
`

// A mail that gathers what its reader is to be told until it is due. What stands in it is asked when it is sent. News
// from before has no kind of mail, and is in none.
const mails = `
create table mails (
  site_id uuid not null references sites on delete cascade,
  id uuid not null,
  member_id uuid not null,
  cadence text not null check (cadence in ('soon', 'day', 'week')),
  state text not null default 'waiting' check (state in ('waiting', 'sending', 'sent', 'failed')),
  due_at timestamptz not null,
  attempts int not null default 0,
  reason text,
  claimed_at timestamptz,
  settled_at timestamptz,
  created_at timestamptz not null,
  primary key (site_id, id),
  foreign key (site_id, member_id) references members on delete cascade
);
create unique index mails_gathering on mails (site_id, member_id, cadence) where state = 'waiting';
create index mails_due on mails (site_id, state, due_at, id);
create index mails_of_member on mails (site_id, member_id);

alter table notifications add column mail_kind text, add column mail_id uuid;
create index notifications_to_mail on notifications (site_id, member_id, tell_at) where mail_kind is not null and mail_id is null;
create index notifications_in_mail on notifications (site_id, mail_id) where mail_id is not null;
`

// Who started a thread follows it, also one from before there were subscriptions.
const authors = `
insert into thread_subscriptions (site_id, thread_id, member_id, following, changed_at)
select t.site_id, t.id, t.author_id, true, t.created_at from threads t
join members m on m.site_id = t.site_id and m.id = t.author_id and m.role <> 'key' and m.erased_at is null
where t.merged_into is null;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [subscriptions, visits, choices, mails, authors]) await sql.raw(part).execute(db)
}
