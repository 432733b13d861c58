import { z } from '@hono/zod-openapi'
import { excerptOf, wordsOf } from '../lib/excerpt.ts'
import { makeCursor, page } from '../paging.ts'
import { TitledJson, titledJson } from '../threads/titled.ts'
import { MomentJson } from '../words.ts'
import type { PostOfRow } from './posts_of.ts'

const PostOfJson = z.object({
  id: z.uuid(),
  kind: z.enum(['opening', 'reply']),
  thread: TitledJson,
  excerpt: z.string(),
  createdAt: MomentJson,
})

/** What somebody wrote, as far as its reader may read it. The title is empty where it was removed. */
export const ProfilePostPageJson = z
  .object({ items: z.array(PostOfJson), next: z.string().nullable() })
  .openapi('ProfilePostPage')
export type ProfilePostPageJson = z.infer<typeof ProfilePostPageJson>

/** A post of one's own. `hidden`: by a ruling, which its author reads among theirs. */
export const OwnPostJson = PostOfJson.extend({ hidden: z.boolean() })

/** One's own posts. */
export const MyPostPageJson = z
  .object({ items: z.array(OwnPostJson), next: z.string().nullable() })
  .openapi('MyPostPage')
export type MyPostPageJson = z.infer<typeof MyPostPageJson>

export function profilePostsJson(rows: PostOfRow[], limit: number): ProfilePostPageJson {
  const { rows: shown, next } = page(rows, limit, (row) => makeCursor('profile-posts', [row.at, row.id]))
  return { items: shown.map(postOfJson), next }
}

export function myPostsJson(rows: PostOfRow[], limit: number): MyPostPageJson {
  const { rows: shown, next } = page(rows, limit, (row) => makeCursor('my-posts', [row.at, row.id]))
  return { items: shown.map(ownPostJson), next }
}

export const ownPostJson = (row: PostOfRow): z.infer<typeof OwnPostJson> => ({
  ...postOfJson(row),
  hidden: row.hidden,
})

/** A post by its first words. */
function postOfJson(row: PostOfRow): z.infer<typeof PostOfJson> {
  return {
    id: row.id,
    kind: row.kind,
    thread: titledJson(row.number, row.title_hidden ? '' : row.title, row.language),
    excerpt: excerptOf(wordsOf(row.html)),
    createdAt: row.created_at.toISOString(),
  }
}
