import { z } from '@hono/zod-openapi'
import type { Config } from '../config.ts'
import type { Site } from '../sites/queries.ts'
import { AuthorJson, authorJson } from './json.ts'
import type { ProfileRow } from './profile_queries.ts'

/** A member's public page. `since` is a month. `votesShown`: the member shows what they voted for. */
export const ProfileJson = AuthorJson.omit({ guest: true })
  .extend({ since: z.string().regex(/^\d{4}-\d\d$/), votesShown: z.boolean() })
  .openapi('Profile')
export type ProfileJson = z.infer<typeof ProfileJson>

export function profileJson(config: Config, site: Site, row: ProfileRow): ProfileJson {
  const { guest: _, ...author } = authorJson(config, site, row)!
  return { ...author, since: row.created_at.toISOString().slice(0, 7), votesShown: row.votes_shown }
}
