import { type Db, hot } from '../../db/connect.ts'

/** Of images by their ids, those that a member may show in a post: theirs, and in no other. */
export function ownImagesByIds(
  db: Db,
  siteId: string,
  ids: string[],
  memberId: string,
  postId: string | null,
): Promise<{ id: string; width: number; height: number }[]> {
  return db
    .selectFrom('images')
    .select(['id', 'width', 'height'])
    .where('site_id', '=', siteId)
    .where('id', 'in', ids)
    .where('member_id', '=', memberId)
    .where((row) => row.or([row('post_id', 'is', null), row('post_id', '=', postId)]))
    .execute()
}

export interface ImageRow {
  media_type: string
  bytes: Buffer
  /** What signs the passes of the image's site. */
  image_key: string
  /** Whether it stands in a post that can be read. */
  shown: boolean
  /** Who may read that post's board, as boards say it; null where it stands in none. */
  readers: string | null
}

const imageById = `
select i.media_type, i.bytes, s.image_key, b.readers,
  coalesce(p.deleted_at is null and b.archived_at is null and t.merged_into is null, false) and not exists (
    select from rulings r where r.site_id = p.site_id and r.post_id = p.id and r.lifted_at is null) as shown
from images i join sites s on s.id = i.site_id
left join posts p on p.site_id = i.site_id and p.id = i.post_id
left join threads t on t.site_id = p.site_id and t.id = p.thread_id
left join boards b on b.site_id = t.site_id and b.id = t.board_id
where i.site_id = $1 and i.id = $2`

export async function findImage(db: Db, siteId: string, id: string): Promise<ImageRow | undefined> {
  return (await hot<ImageRow>(db, imageById, [siteId, id]))[0]
}
