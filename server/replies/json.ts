import { z } from '@hono/zod-openapi'
import type { Config } from '../config.ts'
import type { ShowImages } from '../images/address.ts'
import { AuthorJson, authorJson } from '../members/json.ts'
import { makeCursor, page } from '../paging.ts'
import { ReactionsJson } from '../reactions/json.ts'
import type { Site } from '../sites/queries.ts'
import { LocaleJson, MomentJson } from '../words.ts'
import type { StoryRow } from './queries.ts'

/** Where a post was hidden: the rule it broke, when. Its text is not there. */
export const TombstoneJson = z
  .object({
    rule: z.int(),
    ruleName: z.string(),
    ruleNames: z.partialRecord(LocaleJson, z.string()),
    at: MomentJson,
  })
  .openapi('Tombstone')
export type TombstoneJson = z.infer<typeof TombstoneJson>

const replyFields = {
  type: z.literal('reply'),
  id: z.uuid(),
  parent: z.uuid().nullable(),
  author: AuthorJson.nullable(),
  body: z.string().nullable(),
  html: z.string().nullable(),
  revision: z.int(),
  createdAt: MomentJson,
  editedAt: MomentJson.nullable(),
  official: z.boolean(),
  accepted: z.boolean(),
  /** The number of the merged thread it was written in, if it came from one. */
  origin: z.int().nullable(),
  /** Set where the post is hidden; then author, body and html are null. */
  tombstone: TombstoneJson.nullable(),
  reactions: ReactionsJson,
}

/** A reply alone, as the official one stands above the story. */
export const ReplyFieldsJson = z.object(replyFields)
export type ReplyFieldsJson = z.infer<typeof ReplyFieldsJson>

/** A reply; `replies` are those nested below it, oldest first. */
export const ReplyJson = z.object({ ...replyFields, replies: z.array(ReplyFieldsJson) }).openapi('Reply')
export type ReplyJson = z.infer<typeof ReplyJson>

/** Something that happened to the thread, told between the replies. */
export const EventJson = z
  .object({
    type: z.literal('event'),
    id: z.string(),
    /** status: from, to, note. merged: thread, votesAdded, votesShared. roadmap: item, ideas, to (a stage). */
    kind: z.enum(['status', 'merged', 'roadmap']),
    actor: AuthorJson.nullable(),
    createdAt: MomentJson,
    from: z.string().nullable(),
    to: z.string().nullable(),
    note: z.string(),
    thread: z.object({ number: z.int(), title: z.string() }).nullable(),
    votesAdded: z.int().nullable(),
    votesShared: z.int().nullable(),
    item: z.object({ number: z.int(), title: z.string() }).nullable(),
    /** Other ideas on the same item. */
    ideas: z.int().nullable(),
  })
  .openapi('Event')
export type EventJson = z.infer<typeof EventJson>

export const StoryJson = z
  .object({
    items: z.array(z.discriminatedUnion('type', [ReplyJson, EventJson])),
    next: z.string().nullable(),
  })
  .openapi('Story')
export type StoryJson = z.infer<typeof StoryJson>

/** A page of the story from its rows: nested replies gathered below theirs, the row beyond the page cut off. */
export function storyJson(
  config: Config,
  site: Site,
  rows: StoryRow[],
  limit: number,
  list: string,
  show: ShowImages,
): StoryJson {
  const top = rows.filter((row) => row.parent_id === null)
  const { rows: shown, next } = page(top, limit, (row) => makeCursor(list, [row.at, row.id]))
  const below = Map.groupBy(
    rows.filter((row) => row.parent_id !== null),
    (row) => row.parent_id!,
  )
  const items = shown.map((row) =>
    row.type === 'event'
      ? eventJson(config, site, row)
      : {
          ...replyFieldsJson(config, site, row, show),
          replies: (below.get(row.id) ?? []).map((reply) => replyFieldsJson(config, site, reply, show)),
        },
  )
  return { items, next }
}

/** A hidden or deleted reply keeps its place and loses its words and its author's name. */
export function replyFieldsJson(
  config: Config,
  site: Site,
  row: StoryRow,
  show: ShowImages,
): ReplyFieldsJson {
  const tombstone = tombstoneJson(row)
  const gone = tombstone !== null || row.deleted_at !== null
  return {
    type: 'reply',
    id: row.id,
    parent: row.parent_id,
    author: gone ? null : authorJson(config, site, row),
    body: gone ? null : row.body,
    html: gone || row.html === null ? null : show(row.html),
    revision: row.revision ?? 1,
    createdAt: row.created_at.toISOString(),
    editedAt: row.edited_at?.toISOString() ?? null,
    official: row.official,
    accepted: row.accepted,
    origin: row.origin,
    tombstone,
    reactions: gone ? {} : (row.reactions ?? {}),
  }
}

function eventJson(config: Config, site: Site, row: StoryRow): EventJson {
  const detail = (row.detail ?? {}) as Partial<EventJson>
  return {
    type: 'event',
    id: row.id,
    kind: row.kind as EventJson['kind'],
    actor: authorJson(config, site, row),
    createdAt: row.created_at.toISOString(),
    from: detail.from ?? null,
    to: detail.to ?? null,
    note: detail.note ?? '',
    thread: detail.thread ?? null,
    votesAdded: detail.votesAdded ?? null,
    votesShared: detail.votesShared ?? null,
    item: detail.item ?? null,
    ideas: detail.ideas ?? null,
  }
}

/** What stands in the place of a hidden post; null where none is. */
export function tombstoneJson(
  row: Pick<StoryRow, 'ruling_at' | 'ruling_rule' | 'ruling_name' | 'ruling_names'>,
): TombstoneJson | null {
  if (!row.ruling_at) return null
  return {
    rule: row.ruling_rule!,
    ruleName: row.ruling_name ?? '',
    ruleNames: row.ruling_names ?? {},
    at: row.ruling_at.toISOString(),
  }
}
