import { z } from '@hono/zod-openapi'
import type { Config } from '../config.ts'
import { excerptOf, wordsOf } from '../lib/excerpt.ts'
import { makeCursor, page } from '../paging.ts'
import type { Site } from '../sites/queries.ts'
import { MomentJson } from '../words.ts'
import { AuthorJson, authorJson } from './json.ts'
import type { ProfilePostRow, ProfileRow } from './profile_queries.ts'

/** A member's public page. `since` is a month. `votesShown`: the member shows what they voted for. */
export const ProfileJson = AuthorJson.omit({ guest: true })
  .extend({ since: z.string().regex(/^\d{4}-\d\d$/), votesShown: z.boolean() })
  .openapi('Profile')
export type ProfileJson = z.infer<typeof ProfileJson>

/** What somebody wrote, as far as its reader may read it. The title is empty where it was removed. */
export const ProfilePostPageJson = z
  .object({
    items: z.array(
      z.object({
        id: z.uuid(),
        kind: z.enum(['opening', 'reply']),
        thread: z.object({ number: z.int(), title: z.string() }),
        excerpt: z.string(),
        createdAt: MomentJson,
      }),
    ),
    next: z.string().nullable(),
  })
  .openapi('ProfilePostPage')
export type ProfilePostPageJson = z.infer<typeof ProfilePostPageJson>

export function profileJson(config: Config, site: Site, row: ProfileRow): ProfileJson {
  const { guest: _, ...author } = authorJson(config, site, row)!
  return { ...author, since: row.created_at.toISOString().slice(0, 7), votesShown: row.votes_shown }
}

export function profilePostsJson(rows: ProfilePostRow[], limit: number): ProfilePostPageJson {
  const { rows: shown, next } = page(rows, limit, (row) => makeCursor('profile-posts', [row.at, row.id]))
  const items = shown.map((row) => ({
    id: row.id,
    kind: row.kind,
    thread: { number: row.number, title: row.title_hidden ? '' : row.title },
    excerpt: excerptOf(wordsOf(row.html)),
    createdAt: row.created_at.toISOString(),
  }))
  return { items, next }
}
