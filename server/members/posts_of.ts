import { type Db, hot } from '../../db/connect.ts'
import { type Reader, visibleTo } from '../context.ts'
import { endsInSight } from '../votes/merged.ts'
import type { Locale } from '../words.ts'

export interface PostOfRow {
  id: string
  kind: 'opening' | 'reply'
  number: number
  title: string
  title_hidden: boolean
  /** Of the thread. */
  language: Locale
  html: string
  created_at: Date
  at: string
  /** By a ruling. */
  hidden: boolean
}

const ruled = (post: string) =>
  `exists (select from rulings r where r.site_id = p.site_id and r.post_id = ${post} and r.lifted_at is null)`

const deleted = (post: string) =>
  `exists (select from posts o where o.site_id = p.site_id and o.id = ${post} and o.deleted_at is not null)`

/** The two lists differ in what of a thread's title is not to be read, and in which posts stand in them. */
const postsOf = (titleHidden: string, stands: string) => `
select p.id, p.kind, t.number, t.title, t.language, left(p.html, 4000) as html, p.created_at,
  (extract(epoch from p.created_at) * 1000000)::bigint::text as at,
  ${titleHidden} as title_hidden, ${ruled('p.id')} as hidden
from posts p
join threads t on t.site_id = p.site_id and t.id = p.thread_id
join boards b on b.site_id = t.site_id and b.id = t.board_id and b.archived_at is null and b.readers = any($3::text[])
where p.site_id = $1 and p.author_id = $2 and p.deleted_at is null and ${endsInSight('$3')} and ${stands}
  and p.created_at <= to_timestamp($4::numeric / 1000000)
  and (p.created_at, p.id::text) < (to_timestamp($4::numeric / 1000000), $5)
order by p.created_at desc, p.id::text desc limit $6`

// Of oneself: all that was not taken away, and the titles of one's own threads whatever became of them.
const own = postsOf(
  `(t.author_id is distinct from $2 and (${deleted('t.opening_id')} or ${ruled('t.opening_id')}))`,
  'true',
)
const others = postsOf(ruled('t.opening_id'), `not ${ruled('p.id')}`)

type Page = [after: [string, string] | undefined, limit: number]

/** What somebody wrote that stands and that the reader may read, newest first, and one row more where there is one. */
export const listPostsOf = (db: Db, reader: Reader, id: string, ...page: Page) =>
  list(db, others, reader, id, page)

/** What a member wrote, as they read it themselves: what is hidden too, where the reader may read the board. */
export const listOwnPosts = (db: Db, reader: Reader, id: string, ...page: Page) =>
  list(db, own, reader, id, page)

function list(db: Db, text: string, reader: Reader, id: string, [after, limit]: Page): Promise<PostOfRow[]> {
  const [at, last] = after ?? ['9000000000000000', '']
  return hot<PostOfRow>(db, text, [reader.siteId, id, visibleTo(reader), at, last, limit + 1])
}
