import { z } from '@hono/zod-openapi'
import type { Config } from '../config.ts'
import { withNames } from '../lib/markdown_mentions.ts'
import { AuthorJson, authorJson } from '../members/json.ts'
import type { Site } from '../sites/queries.ts'
import { MomentJson } from '../words.ts'
import { difference } from './difference.ts'
import type { EditRow } from './queries.ts'

/** Runs of a text in its Markdown, mentions as `@Name`, as they follow each other. They are text, never HTML. */
const DifferenceJson = z
  .array(z.object({ type: z.enum(['same', 'added', 'removed']), text: z.string() }))
  .openapi('Difference')

/** One edit of a post: the revision it made, by whom and when, and what changed. */
export const EditJson = z
  .object({
    revision: z.int(),
    editor: AuthorJson.nullable(),
    at: MomentJson,
    /** Null where the title stayed as it was, and for replies, which have none. */
    title: DifferenceJson.nullable(),
    /** Null where the text stayed as it was. */
    body: DifferenceJson.nullable(),
  })
  .openapi('Edit')
export type EditJson = z.infer<typeof EditJson>

export const EditPageJson = z
  .object({ items: z.array(EditJson), next: z.string().nullable() })
  .openapi('EditPage')
export type EditPageJson = z.infer<typeof EditPageJson>

export function editJson(config: Config, site: Site, row: EditRow): EditJson {
  const changed = (before: string | null, after: string | null) =>
    before === after ? null : difference(withNames(before ?? ''), withNames(after ?? ''))
  return {
    revision: row.revision,
    editor: authorJson(config, site, row),
    at: row.created_at.toISOString(),
    title: row.title_before === null ? null : changed(row.title_before, row.title_after),
    body: changed(row.body_before, row.body_after),
  }
}
