import { sql } from 'kysely'
import type { Db } from '../../db/connect.ts'
import { type Reader, visibleTo } from '../context.ts'
import { endsInSight } from '../votes/merged.ts'

// All that is one's own, to be taken along. What stands on a board that its owner may not read (any more) is told by
// its own words alone, and never by the title of a thread of somebody else's, nor by a number, which would say that it is
// still there.

/** How many rows of a part are read at once. */
export const pageRows = 100

/** A row of a part of the file, with its place in that part. */
export interface ExportRow {
  at: string
  key: string
  row: Record<string, unknown>
}

const micro = (column: string) => sql.raw(`(extract(epoch from ${column}) * 1000000)::bigint::text`)

const readable = (reader: Reader) => {
  const [before = '', after = ''] = endsInSight('$boards').split('$boards')
  const boards = visibleTo(reader)
  return sql`(b.archived_at is null and b.readers = any(${boards}::text[])
    and ${sql.raw(before)}${boards}${sql.raw(after)})`
}

const title = (reader: Reader, memberId: string) => sql`case when t.author_id = ${memberId}
    or (${readable(reader)} and not exists (
      select from rulings h where h.site_id = t.site_id and h.post_id = t.opening_id and h.lifted_at is null))
  then t.title else '' end`

const thread = (reader: Reader, memberId: string) =>
  sql`json_build_object('number', case when ${readable(reader)} then t.number end, 'title', ${title(reader, memberId)})`

const threadJoins = sql`join boards b on b.site_id = t.site_id and b.id = t.board_id`

type Part = (reader: Reader, memberId: string) => { rows: unknown; at: string; key: string }

/** Each part that may be long: what a row says, and by what the next page is found. */
const parts = {
  posts: (reader, memberId) => ({
    at: 'p.created_at',
    key: 'p.id::text',
    rows: sql`json_build_object('id', p.id, 'kind', p.kind, 'thread', ${thread(reader, memberId)}, 'body', p.body,
        'createdAt', p.created_at, 'editedAt', p.edited_at, 'deletedAt', p.deleted_at,
        'revisions', (select coalesce(json_agg(json_build_object('revision', v.revision, 'title', v.title,
            'body', v.body, 'replacedAt', v.created_at) order by v.revision), '[]') from (
          select * from revisions o where o.site_id = p.site_id and o.post_id = p.id order by o.revision limit 1000) v)) as row
      from posts p join threads t on t.site_id = p.site_id and t.id = p.thread_id ${threadJoins}
      where p.site_id = ${reader.siteId} and p.author_id = ${memberId}`,
  }),
  votes: (reader, memberId) => ({
    at: 'v.created_at',
    key: 'v.thread_id::text',
    rows: sql`json_build_object('thread', ${thread(reader, memberId)}, 'createdAt', v.created_at) as row
      from votes v join threads t on t.site_id = v.site_id and t.id = v.thread_id ${threadJoins}
      where v.site_id = ${reader.siteId} and v.member_id = ${memberId}`,
  }),
  reactions: (reader, memberId) => ({
    at: 'x.created_at',
    key: "x.post_id || ' ' || x.name",
    rows: sql`json_build_object('post', x.post_id, 'name', x.name, 'createdAt', x.created_at) as row
      from reactions x where x.site_id = ${reader.siteId} and x.member_id = ${memberId}`,
  }),
  images: (reader, memberId) => ({
    at: 'i.created_at',
    key: 'i.id::text',
    rows: sql`json_build_object('id', i.id, 'post', i.post_id, 'width', i.width, 'height', i.height, 'size', i.size,
        'createdAt', i.created_at) as row
      from images i where i.site_id = ${reader.siteId} and i.member_id = ${memberId}`,
  }),
  follows: (reader, memberId) => ({
    at: 'f.changed_at',
    key: 'f.thread_id::text',
    rows: sql`json_build_object('thread', ${thread(reader, memberId)}, 'following', f.following,
        'changedAt', f.changed_at) as row
      from thread_subscriptions f join threads t on t.site_id = f.site_id and t.id = f.thread_id ${threadJoins}
      where f.site_id = ${reader.siteId} and f.member_id = ${memberId}`,
  }),
  visits: (reader, memberId) => ({
    at: 'v.read_until',
    key: 'v.thread_id::text',
    rows: sql`json_build_object('thread', ${thread(reader, memberId)}, 'readUntil', v.read_until) as row
      from thread_visits v join threads t on t.site_id = v.site_id and t.id = v.thread_id ${threadJoins}
      where v.site_id = ${reader.siteId} and v.member_id = ${memberId}`,
  }),
  reports: (reader, memberId) => ({
    at: 'r.created_at',
    key: 'r.id::text',
    rows: sql`json_build_object('post', r.post_id, 'reason', r.reason, 'note', r.note, 'createdAt', r.created_at,
        'outcome', r.outcome) as row
      from reports r where r.site_id = ${reader.siteId} and r.member_id = ${memberId}`,
  }),
} satisfies Record<string, Part>

export type ExportPart = keyof typeof parts
export const exportParts = Object.keys(parts) as ExportPart[]

/** A page of a part, the earliest first, and one row more where there is one. */
export async function exportPage(
  db: Db,
  reader: Reader,
  memberId: string,
  part: ExportPart,
  after: ExportRow | undefined,
  limit: number,
): Promise<ExportRow[]> {
  const { rows, at, key } = parts[part](reader, memberId)
  const [from, before] = [after?.at ?? '0', after?.key ?? '']
  const place = sql.raw(at)
  const found = await sql<ExportRow>`
    select ${micro(at)} as at, ${sql.raw(key)} as key, ${rows}
      and ${place} >= to_timestamp(${from}::numeric / 1000000)
      and (${place}, ${sql.raw(key)}) > (to_timestamp(${from}::numeric / 1000000), ${before})
    order by ${place}, ${sql.raw(key)} limit ${limit + 1}`.execute(db)
  return found.rows
}

export async function exportImage(db: Db, siteId: string, id: string): Promise<Buffer | undefined> {
  const found = db.selectFrom('images').select('bytes').where('site_id', '=', siteId).where('id', '=', id)
  return (await found.executeTakeFirst())?.bytes
}

/** The picture beside a member's name, where they gave one here. */
export async function exportPicture(db: Db, siteId: string, memberId: string): Promise<Buffer | undefined> {
  const found = db
    .selectFrom('members as m')
    .innerJoin('pictures as p', (join) =>
      join.onRef('p.site_id', '=', 'm.site_id').onRef('p.id', '=', 'm.picture_id'),
    )
    .select('p.bytes')
    .where('m.site_id', '=', siteId)
    .where('m.id', '=', memberId)
  return (await found.executeTakeFirst())?.bytes
}

/** How one is known here, without what lets one in. */
export async function exportIdentity(db: Db, siteId: string, memberId: string): Promise<ExportIdentity> {
  const { rows } = await sql<ExportIdentity>`
    select m.attributes,
      (select coalesce(json_agg(json_build_object('by', i.kind, 'name', i.name, 'subject', i.subject,
          'email', i.email, 'createdAt', i.created_at)), '[]') from (
        select k.kind, k.name, case when k.kind = 'guest' then null else i.subject end as subject, i.email, i.created_at
        from identities i join connections k on k.site_id = i.site_id and k.id = i.connection_id
        where i.site_id = m.site_id and i.member_id = m.id order by i.created_at limit 100) i) as identities,
      (select coalesce(json_agg(json_build_object('openedAt', s.created_at, 'endsAt', s.expires_at)), '[]') from (
        select created_at, expires_at from sessions s
        where s.site_id = m.site_id and s.member_id = m.id order by created_at limit 100) s) as sessions,
      (select coalesce(json_agg(d.day order by d.day), '[]') from (
        select day::text from member_days d
        where d.site_id = m.site_id and d.member_id = m.id order by day limit 10000) d) as days,
      (select coalesce(json_agg(json_build_object('name', l.name, 'issuer', l.issuer, 'subject', l.subject,
          'createdAt', l.created_at, 'usedAt', l.used_at)), '[]') from (
        select p.name, k.issuer, k.subject, k.created_at, k.used_at
        from openid_links k join openid_providers p on p.site_id = k.site_id and p.id = k.provider_id
        where k.site_id = m.site_id and k.member_id = m.id order by k.created_at limit 100) l) as providers,
      (select coalesce(json_agg(json_build_object('name', x.name, 'createdAt', x.created_at)), '[]') from (
        select p.name, k.created_at
        from openid_declined k join openid_providers p on p.site_id = k.site_id and p.id = k.provider_id
        where k.site_id = m.site_id and k.member_id = m.id order by k.created_at limit 100) x) as "providersDeclined"
    from members m where m.site_id = ${siteId} and m.id = ${memberId}`.execute(db)
  return rows[0]!
}

export interface ExportIdentity {
  attributes: Record<string, unknown>
  identities: unknown[]
  sessions: unknown[]
  days: string[]
  providers: unknown[]
  providersDeclined: unknown[]
}
