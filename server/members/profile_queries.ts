import { type Db, hot } from '../../db/connect.ts'
import { type Reader, visibleTo } from '../context.ts'
import { authorColumns } from '../threads/queries.ts'
import type { AuthorColumns } from './json.ts'

export interface ProfileRow extends AuthorColumns {
  created_at: Date
  votes_shown: boolean
}

// A guest is a device, and has no page. Nothing here tells of a suspension, which is between a member and the team.
const profile = `
select ${authorColumns}, a.created_at, a.votes_shown
from members a left join companies co on co.site_id = a.site_id and co.id = a.company_id
where a.site_id = $1 and a.id = $2 and a.role <> 'guest' and a.erased_at is null`

/** Somebody as everybody may know them; nobody where they are a guest, were erased, or are of another site. */
export async function findProfile(db: Db, siteId: string, id: string): Promise<ProfileRow | undefined> {
  return (await hot<ProfileRow>(db, profile, [siteId, id]))[0]
}

export interface ProfilePostRow {
  id: string
  kind: 'opening' | 'reply'
  number: number
  title: string
  title_hidden: boolean
  html: string
  created_at: Date
  at: string
}

const posts = `
select p.id, p.kind, t.number, t.title, left(p.html, 4000) as html, p.created_at,
  (extract(epoch from p.created_at) * 1000000)::bigint::text as at,
  exists (select from rulings r where r.site_id = t.site_id and r.post_id = t.opening_id and r.lifted_at is null) as title_hidden
from posts p
join threads t on t.site_id = p.site_id and t.id = p.thread_id
join boards b on b.site_id = t.site_id and b.id = t.board_id and b.archived_at is null and b.readers = any($3::text[])
where p.site_id = $1 and p.author_id = $2 and p.deleted_at is null
  and not exists (select from rulings r where r.site_id = p.site_id and r.post_id = p.id and r.lifted_at is null)
  and p.created_at <= to_timestamp($4::numeric / 1000000)
  and (p.created_at, p.id::text) < (to_timestamp($4::numeric / 1000000), $5)
order by p.created_at desc, p.id::text desc limit $6`

/** What somebody wrote that stands and that the reader may read, newest first, and one row more where there is one. */
export function listPostsOf(
  db: Db,
  reader: Reader,
  id: string,
  after: [string, string] | undefined,
  limit: number,
): Promise<ProfilePostRow[]> {
  const [at, last] = after ?? ['9000000000000000', '']
  return hot<ProfilePostRow>(db, posts, [reader.siteId, id, visibleTo(reader), at, last, limit + 1])
}
