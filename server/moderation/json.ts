import { z } from '@hono/zod-openapi'
import type { Config } from '../config.ts'
import type { ShowImages } from '../images/address.ts'
import { excerptOf } from '../lib/excerpt.ts'
import { AuthorJson, authorJson } from '../members/json.ts'
import type { Site } from '../sites/queries.ts'
import { LocaleJson, MomentJson } from '../words.ts'
import type { PostOnFileRow, ReportedRow, ReportRow, RulingRow } from './queries.ts'

export const reasons = ['spam', 'rude', 'private', 'off_topic', 'illegal', 'other'] as const
export const ReasonJson = z.enum(reasons)

/** All open reports about one post, newest first, with the post as it stands. */
export const ReportedPostJson = z
  .object({
    post: z.uuid(),
    kind: z.enum(['opening', 'reply']),
    thread: z.object({ number: z.int(), title: z.string() }),
    author: AuthorJson.nullable(),
    body: z.string(),
    html: z.string(),
    revision: z.int(),
    createdAt: MomentJson,
    hidden: z.boolean(),
    reports: z.array(
      z.object({
        id: z.uuid(),
        reason: ReasonJson,
        note: z.string(),
        revision: z.int(),
        by: AuthorJson.nullable(),
        createdAt: MomentJson,
      }),
    ),
  })
  .openapi('ReportedPost')
export type ReportedPostJson = z.infer<typeof ReportedPostJson>

export const ReportedPageJson = z
  .object({ items: z.array(ReportedPostJson), next: z.string().nullable(), total: z.int() })
  .openapi('ReportedPage')

/** A ruling as its author reads it (and staff): what was decided, about which words, why, by whom. */
export const RulingJson = z
  .object({
    id: z.uuid(),
    number: z.int(),
    post: z.uuid(),
    postKind: z.enum(['opening', 'reply']),
    thread: z.object({ number: z.int(), title: z.string() }),
    revision: z.int(),
    excerpt: z.string(),
    body: z.string(),
    rule: z.int(),
    ruleName: z.string(),
    ruleNames: z.partialRecord(LocaleJson, z.string()),
    reason: z.string(),
    by: z.string().nullable(),
    createdAt: MomentJson,
    liftedAt: MomentJson.nullable(),
  })
  .openapi('Ruling')
export type RulingJson = z.infer<typeof RulingJson>

/** What a moderator judges: `authorLocale` is the language in which its author is written to, `ruling` what hides it. */
export const PostOnFileJson = ReportedPostJson.extend({
  authorLocale: LocaleJson,
  ruling: RulingJson.nullable(),
}).openapi('PostOnFile')
export type PostOnFileJson = z.infer<typeof PostOnFileJson>

export const RulingPageJson = z
  .object({ items: z.array(RulingJson), next: z.string().nullable() })
  .openapi('RulingPage')

export const NoteJson = z
  .object({
    id: z.uuid(),
    author: AuthorJson.nullable(),
    body: z.string(),
    html: z.string(),
    createdAt: MomentJson,
  })
  .openapi('Note')
export type NoteJson = z.infer<typeof NoteJson>

/** What only staff see about a thread, beside its public page. */
export const ThreadFileJson = z
  .object({
    /** The oldest hundred; `notesNext` leads to those after them, as the list of notes takes it. */
    notes: z.array(NoteJson),
    notesNext: z.string().nullable(),
    assignee: AuthorJson.nullable(),
    /** With whose post it was, for those who may moderate. */
    rulings: z.array(RulingJson.extend({ author: AuthorJson.nullable() })),
    reports: z.int(),
    voters: z.int(),
    companies: z.int(),
    revenue: z.number(),
    item: z
      .object({
        number: z.int(),
        title: z.string(),
        stage: z.string(),
        published: z.boolean(),
        detached: z.boolean(),
      })
      .nullable(),
    mergedFrom: z.array(z.object({ number: z.int(), title: z.string() })),
    decisions: z.array(
      z.object({
        id: z.uuid(),
        from: z.string().nullable(),
        to: z.string().nullable(),
        note: z.string(),
        by: z.string().nullable(),
        /** The decision that this one took back. */
        reverses: z.uuid().nullable(),
        createdAt: MomentJson,
      }),
    ),
  })
  .openapi('ThreadFile')
export type ThreadFileJson = z.infer<typeof ThreadFileJson>

/** An act that can be taken back: `DELETE` the path before the moment, and nobody is told. */
export const UndoJson = z.object({ path: z.string(), until: MomentJson }).openapi('Undo')
export type UndoJson = z.infer<typeof UndoJson>

/** How to open the reports again that were just dismissed; null where none was open. */
export const DismissedJson = z.object({ undo: UndoJson.nullable() }).openapi('Dismissed')

/** A ruling just made, and how to take it back. */
export const RulingMadeJson = z.object({ ruling: RulingJson, undo: UndoJson }).openapi('RulingMade')

/** A post with its open reports out of those given. */
export function reportedPostJson(
  config: Config,
  site: Site,
  row: ReportedRow,
  reports: ReportRow[],
  show: ShowImages,
): ReportedPostJson {
  return {
    post: row.id,
    kind: row.kind,
    thread: { number: row.number, title: row.title },
    author: authorJson(config, site, row),
    body: row.body,
    html: show(row.html),
    revision: row.revision,
    createdAt: row.created_at.toISOString(),
    hidden: row.hidden,
    reports: reports
      .filter((report) => report.post_id === row.id)
      .map((report) => ({
        id: report.id,
        reason: report.reason,
        note: report.note,
        revision: report.revision,
        by: authorJson(config, site, report),
        createdAt: report.created_at.toISOString(),
      })),
  }
}

export function postOnFileJson(
  config: Config,
  site: Site,
  row: PostOnFileRow,
  reports: ReportRow[],
  ruling: RulingRow | undefined,
  show: ShowImages,
): PostOnFileJson {
  return {
    ...reportedPostJson(config, site, row, reports, show),
    authorLocale: row.author_locale ?? site.locale,
    ruling: ruling ? rulingJson(ruling) : null,
  }
}

export function rulingJson(row: RulingRow): RulingJson {
  return {
    id: row.id,
    number: row.number,
    post: row.post_id,
    postKind: row.post_kind,
    thread: { number: row.thread_number, title: row.title },
    revision: row.revision,
    excerpt: excerptOf(row.body.replace(/\s+/g, ' ').trim()),
    body: row.body,
    rule: row.rule_number,
    ruleName: row.rule_name,
    ruleNames: row.rule_names,
    reason: row.reason,
    by: row.by_name,
    createdAt: row.created_at.toISOString(),
    liftedAt: row.lifted_at?.toISOString() ?? null,
  }
}
