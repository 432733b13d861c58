import { type Kysely, sql } from 'kysely'

// Images that members put into posts. One belongs to the post that shows it, or waits since a moment for one that
// will. WebP does not get smaller by compression, so the bytes are kept out of line as they are.
const images = `
create table images (
  site_id uuid not null references sites on delete cascade,
  id uuid not null,
  member_id uuid,
  post_id uuid,
  waiting_since timestamptz,
  media_type text not null,
  width int not null check (width > 0),
  height int not null check (height > 0),
  size int not null check (size > 0),
  bytes bytea not null,
  created_at timestamptz not null,
  primary key (site_id, id),
  foreign key (site_id, member_id) references members on delete set null (member_id),
  foreign key (site_id, post_id) references posts on delete cascade,
  check ((post_id is null) = (waiting_since is not null))
);
alter table images alter column bytes set storage external;
create index images_of_post on images (site_id, post_id);
create index images_of_member on images (site_id, member_id, waiting_since);
create index images_waiting on images (site_id, waiting_since) where post_id is null;
`

// How much a site's images take, changed in the transaction that changes them.
const stores = `
create table image_stores (
  site_id uuid not null references sites on delete cascade,
  bytes bigint not null check (bytes >= 0),
  primary key (site_id)
);
`

// What signs the addresses of images that not everybody may see.
const keys = `
alter table sites add column image_key text not null
  default replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '');
`

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [images, stores, keys]) await sql.raw(part).execute(db)
}
