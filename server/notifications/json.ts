import { z } from '@hono/zod-openapi'
import type { Config } from '../config.ts'
import { AuthorJson, authorJson } from '../members/json.ts'
import type { Site } from '../sites/queries.ts'
import { TitledJson, titledJson } from '../threads/titled.ts'
import { MomentJson, NamesJson } from '../words.ts'
import { newsKinds } from './kinds.ts'
import type { NotificationRow } from './queries.ts'

/** Something told to a member. status: to, note. roadmap: item, to (a stage). ruling: ruling, lifted.
 * suspension: rule, note (its reason), until, lifted. */
export const NotificationJson = z
  .object({
    id: z.uuid(),
    kind: z.enum(newsKinds),
    createdAt: MomentJson,
    read: z.boolean(),
    actor: AuthorJson.nullable(),
    thread: TitledJson.nullable(),
    item: z.object({ number: z.int(), title: z.string() }).nullable(),
    post: z.uuid().nullable(),
    to: z.string().nullable(),
    note: z.string(),
    ruling: z.int().nullable(),
    /** The ruling or the suspension was lifted. */
    lifted: z.boolean(),
    /** When a suspension ends by itself. */
    until: MomentJson.nullable(),
    /** The rule that a suspension is by, as it was worded then. */
    rule: z.object({ number: z.int(), name: z.string(), names: NamesJson }).nullable(),
  })
  .openapi('Notification')
export type NotificationJson = z.infer<typeof NotificationJson>

export const NotificationPageJson = z
  .object({ items: z.array(NotificationJson), next: z.string().nullable(), unread: z.int() })
  .openapi('NotificationPage')
export type NotificationPageJson = z.infer<typeof NotificationPageJson>

/** `createdAt` is when it was told, which is a little after what it tells of. */
export function notificationJson(config: Config, site: Site, row: NotificationRow): NotificationJson {
  // What a ruling says is read among the decisions, with the words that it is about.
  const rule = row.kind === 'ruling' ? null : row.rule_number
  return {
    id: row.id,
    kind: row.kind,
    createdAt: row.created_at.toISOString(),
    read: row.read_at !== null,
    actor: authorJson(config, site, row),
    thread:
      row.thread_number === null
        ? null
        : titledJson(row.thread_number, row.thread_title ?? '', row.thread_language),
    item: row.item_number === null ? null : { number: row.item_number, title: row.item_title ?? '' },
    post: row.post_id,
    to: row.to,
    note: row.kind === 'ruling' ? '' : (row.note ?? ''),
    ruling: row.ruling,
    lifted: row.lifted,
    until: row.until?.toISOString() ?? null,
    rule: rule === null ? null : { number: rule, name: row.rule_name ?? '', names: row.rule_names ?? {} },
  }
}
