import { type Db, hot } from '../../db/connect.ts'
import { type Reader, visibleTo } from '../context.ts'
import type { AuthorColumns } from '../members/json.ts'
import type { KeyPart } from '../paging.ts'
import type { ReactionsJson } from '../reactions/json.ts'
import type { Kind, Locale } from '../words.ts'

export interface ThreadRow extends AuthorColumns {
  id: string
  number: number
  board_id: string
  kind: Kind
  title: string
  excerpt: string
  language: Locale
  status_id: string | null
  tag_ids: string[]
  vote_count: number
  reply_count: number
  official: boolean
  accepted: boolean
  created_at: Date
  active_at: Date
  /** The sort key of the list it was read for. */
  key: KeyPart
}

// How an author is named, wherever `a` is members and `co` companies.
export const authorColumns = `
a.id as author_id, a.name as author_name, a.role as author_role, a.avatar_url as author_avatar,
a.picture_id as author_picture, co.name as author_company`

export const threadColumns = `
t.id, t.number, t.board_id, t.kind, t.title, t.excerpt, t.language, t.status_id, t.created_at,
c.vote_count, c.reply_count, c.active_at, ${authorColumns},
o.post_id is not null as official,
k.post_id is not null and not exists (
  select from rulings h where h.site_id = k.site_id and h.post_id = k.post_id and h.lifted_at is null) as accepted,
array(select g.tag_id::text from thread_tags g where g.site_id = t.site_id and g.thread_id = t.id) as tag_ids`

export const threadJoins = `
left join members a on a.site_id = t.site_id and a.id = t.author_id and a.erased_at is null
left join companies co on co.site_id = a.site_id and co.id = a.company_id
left join official_replies o on o.site_id = t.site_id and o.thread_id = t.id
left join accepted_replies k on k.site_id = t.site_id and k.thread_id = t.id`

export interface ThreadFull extends ThreadRow {
  opening_id: string
  body: string
  html: string
  revision: number
  edited_at: Date | null
  deleted_at: Date | null
  locked_at: Date | null
  author_member: string | null
  visibility: string
  merged_into: string | null
  merged_number: number | null
  ruling_rule: number | null
  ruling_version: number | null
  ruling_name: string | null
  ruling_names: Record<string, string> | null
  ruling_at: Date | null
  reactions: ReactionsJson | null
  item_number: number | null
  item_title: string | null
  item_stage: string | null
  item_expected: string | null
}

const threadByNumber = `
select ${threadColumns}, t.number as key, t.opening_id, p.body, p.html, t.revision, p.edited_at, p.deleted_at, t.locked_at,
  p.author_id as author_member, b.visibility, t.merged_into, m.number as merged_number,
  r.rule_number as ruling_rule, r.rule_version as ruling_version, ru.name as ruling_name, ru.names as ruling_names,
  r.created_at as ruling_at, rc.counts as reactions,
  i.number as item_number, i.title as item_title, st.slug as item_stage, i.expected_on as item_expected
from threads t
join boards b on b.site_id = t.site_id and b.id = t.board_id and b.archived_at is null
join thread_counters c on c.site_id = t.site_id and c.thread_id = t.id
join posts p on p.site_id = t.site_id and p.id = t.opening_id
${threadJoins}
left join threads m on m.site_id = t.site_id and m.id = t.merged_into
left join rulings r on r.site_id = t.site_id and r.post_id = t.opening_id and r.lifted_at is null
left join rules ru on ru.site_id = r.site_id and ru.number = r.rule_number and ru.version = r.rule_version
left join reaction_counts rc on rc.site_id = t.site_id and rc.post_id = t.opening_id
left join roadmap_ideas ri on ri.site_id = t.site_id and ri.thread_id = t.id
left join roadmap_items i on i.site_id = ri.site_id and i.id = ri.item_id and i.published_at is not null and i.archived_at is null
left join stages st on st.site_id = i.site_id and st.id = i.stage_id
where t.site_id = $1 and t.number = $2 and b.readers = any($3::text[])`

/** A thread that this audience may read, or nothing: no access and no such thing are one answer. */
export async function findThread(db: Db, viewer: Reader, number: number): Promise<ThreadFull | undefined> {
  return (await hot<ThreadFull>(db, threadByNumber, [viewer.siteId, number, visibleTo(viewer)]))[0]
}

/** Where threads are known by number: their ids, kinds and boards, for what staff do to several at once. */
export function threadsByNumbers(db: Db, siteId: string, numbers: number[]) {
  return db
    .selectFrom('threads')
    .select([
      'id',
      'number',
      'kind',
      'title',
      'board_id',
      'author_id',
      'status_id',
      'merged_into',
      'opening_id',
    ])
    .where('site_id', '=', siteId)
    .where('number', 'in', numbers)
    .limit(200)
    .execute()
}
