import { type Db, hot } from '../../db/connect.ts'
import type { AuthorColumns } from '../members/json.ts'
import { authorColumns } from '../threads/queries.ts'

/** An edit: what a post said before and after it, who made it and when. Only openings have titles. */
export interface EditRow extends AuthorColumns {
  /** The revision that it made. */
  revision: number
  created_at: Date
  title_before: string | null
  title_after: string | null
  body_before: string
  body_after: string
}

// A change of the language alone makes a revision and keeps no words, since none were changed.
const edits = `
select v.revision + 1 as revision, v.created_at, v.title as title_before, v.body as body_before,
  case when p.kind = 'opening' then coalesce(n.title, t.title) end as title_after, coalesce(n.body, p.body) as body_after,
  ${authorColumns}
from (select * from revisions where site_id = $1 and post_id = $2 and revision < $3 order by revision desc limit $4) v
join posts p on p.site_id = v.site_id and p.id = v.post_id
join threads t on t.site_id = p.site_id and t.id = p.thread_id
left join lateral (select n.title, n.body from revisions n
  where n.site_id = v.site_id and n.post_id = v.post_id and n.revision > v.revision order by n.revision limit 1) n on true
left join members a on a.site_id = v.site_id and a.id = v.editor_id and a.erased_at is null
left join companies co on co.site_id = a.site_id and co.id = a.company_id
order by v.revision desc`

/** The edits of a post, the latest first, and one more than `limit` where there is one. */
export function editsOf(
  db: Db,
  siteId: string,
  postId: string,
  before: number | undefined,
  limit: number,
): Promise<EditRow[]> {
  // A cursor names the revision that the last edit shown had made; what it began from is the next one's.
  return hot<EditRow>(db, edits, [siteId, postId, before === undefined ? 2 ** 31 - 1 : before - 1, limit + 1])
}
