import { z } from '@hono/zod-openapi'
import type { Config } from '../config.ts'
import { authorJson } from '../members/json.ts'
import { NoteJson } from '../moderation/json.ts'
import type { Site } from '../sites/queries.ts'
import type { NoteRow } from './queries.ts'

export const NotePageJson = z
  .object({ items: z.array(NoteJson), next: z.string().nullable() })
  .openapi('NotePage')
export type NotePageJson = z.infer<typeof NotePageJson>

export function noteJson(config: Config, site: Site, row: NoteRow): NoteJson {
  return {
    id: row.id,
    author: authorJson(config, site, row),
    body: row.body,
    html: row.html,
    createdAt: row.created_at.toISOString(),
  }
}
