import { z } from '@hono/zod-openapi'
import type { Config } from '../config.ts'
import type { ShowImages } from '../images/address.ts'
import { AuthorJson, authorJson } from '../members/json.ts'
import { makeCursor, page } from '../paging.ts'
import { ReactionsJson } from '../reactions/json.ts'
import type { StoryRow } from '../replies/queries.ts'
import type { Site } from '../sites/queries.ts'
import { boardById, statusById, tagById } from '../sites/words.ts'
import { KindJson, LocaleJson, MomentJson } from '../words.ts'
import type { ListedRow } from './list_queries.ts'
import type { ThreadFull, ThreadRow } from './queries.ts'

/** A thread in a list. `board`, `status` and `tags` are slugs. */
export const ThreadRowJson = z
  .object({
    number: z.int(),
    board: z.string(),
    kind: KindJson,
    title: z.string(),
    /** The first words of the opening text, without markup, at most 200 characters. */
    excerpt: z.string(),
    language: LocaleJson,
    status: z.string().nullable(),
    tags: z.array(z.string()),
    votes: z.int(),
    replies: z.int(),
    official: z.boolean(),
    /** A question with a reply that its author or the team accepted, and that can be read. */
    accepted: z.boolean(),
    author: AuthorJson.nullable(),
    createdAt: MomentJson,
    activeAt: MomentJson,
  })
  .openapi('ThreadRow')
export type ThreadRowJson = z.infer<typeof ThreadRowJson>

/** Plain text in pieces, by turns as it stands and matched: `["A ", "route", " planner"]`. */
const MarkedJson = z.array(z.string()).openapi('Marked')
export type MarkedJson = z.infer<typeof MarkedJson>

/**
 * A thread in a list that was asked for. `assignee`, who has it, is in answers to staff only. `found`, of a search:
 * its title and a piece of its text, with what matched; of a thread found by a reply, a piece of that, and which it is.
 */
export const ListedThreadJson = ThreadRowJson.extend({
  assignee: AuthorJson.nullable().optional(),
  found: z
    .object({
      title: MarkedJson,
      text: MarkedJson,
      reply: z.object({ id: z.uuid(), author: z.string().nullable() }).optional(),
    })
    .optional(),
}).openapi('ListedThread')
export type ListedThreadJson = z.infer<typeof ListedThreadJson>

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

/** A reply; `replies` are those nested below it, oldest first. */
export const ReplyJson = z
  .object({ ...replyFields, replies: z.array(z.object(replyFields)) })
  .openapi('Reply')
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

export const ThreadJson = ThreadRowJson.extend({
  /** The opening post, for reports, links and rulings. */
  post: z.uuid(),
  body: z.string().nullable(),
  html: z.string().nullable(),
  revision: z.int(),
  editedAt: MomentJson.nullable(),
  locked: z.boolean(),
  tombstone: TombstoneJson.nullable(),
  reactions: ReactionsJson,
  officialReply: z.object(replyFields).nullable(),
  acceptedReply: z.object(replyFields).nullable(),
  /** The published roadmap item that gathers this idea. */
  item: z
    .object({ number: z.int(), title: z.string(), stage: z.string(), expectedOn: z.string().nullable() })
    .nullable(),
  /** The first page of replies and events, oldest first. */
  story: StoryJson,
}).openapi('Thread')
export type ThreadJson = z.infer<typeof ThreadJson>

export const VoteJson = z.object({ votes: z.int(), voted: z.boolean() }).openapi('Vote')
export type VoteJson = z.infer<typeof VoteJson>

export const ThreadPageJson = z
  .object({
    items: z.array(ListedThreadJson),
    next: z.string().nullable(),
    /** Of a search that found nothing: these have titles near to the words. */
    near: z.literal(true).optional(),
  })
  .openapi('ThreadPage')
export type ThreadPageJson = z.infer<typeof ThreadPageJson>

export const SimilarJson = z
  .object({ items: z.array(ThreadRowJson.extend({ titleHtml: z.string() })) })
  .openapi('Similar')

/** A row of a list, for people of any audience that may read its board. */
export function threadRowJson(config: Config, site: Site, row: ThreadRow): ThreadRowJson {
  const tags = row.tag_ids.map((id) => tagById(site, id)).filter((tag) => tag !== undefined)
  return {
    number: row.number,
    board: boardById(site, row.board_id)?.slug ?? '',
    kind: row.kind,
    title: row.title,
    excerpt: row.excerpt,
    language: row.language,
    status: row.status_id ? (statusById(site, row.status_id)?.slug ?? null) : null,
    tags: tags.sort((a, b) => (a.position < b.position ? -1 : 1)).map((tag) => tag.slug),
    votes: row.vote_count,
    replies: row.reply_count,
    official: row.official,
    accepted: row.accepted,
    author: authorJson(config, site, row),
    createdAt: row.created_at.toISOString(),
    activeAt: row.active_at.toISOString(),
  }
}

/** A row of a list; one that was read for staff says who has the thread. */
export function listedThreadJson(config: Config, site: Site, row: ListedRow): ListedThreadJson {
  const shown = threadRowJson(config, site, row)
  if (row.assignee_id === undefined) return shown
  const assignee = authorJson(config, site, {
    author_id: row.assignee_id,
    author_name: row.assignee_name ?? null,
    author_role: row.assignee_role ?? null,
    author_avatar: row.assignee_avatar ?? null,
    author_picture: row.assignee_picture ?? null,
    author_company: null,
  })
  return { ...shown, assignee }
}

export function threadJson(
  config: Config,
  site: Site,
  row: ThreadFull,
  marked: { official: StoryRow | undefined; accepted: StoryRow | undefined },
  story: StoryJson,
  show: ShowImages,
): ThreadJson {
  const tombstone = tombstoneJson(row)
  const gone = tombstone !== null || row.deleted_at !== null
  const shown = (reply: StoryRow | undefined) =>
    reply && !reply.ruling_at ? replyFieldsJson(config, site, reply, show) : null
  return {
    ...threadRowJson(config, site, row),
    ...(gone ? { author: null, excerpt: '' } : {}),
    // Whose author took it away when they were erased has a title that names nothing.
    ...(tombstone ? { title: '' } : {}),
    post: row.opening_id,
    body: gone ? null : row.body,
    html: gone ? null : show(row.html),
    revision: row.revision,
    editedAt: row.edited_at?.toISOString() ?? null,
    locked: row.locked_at !== null,
    tombstone,
    reactions: gone ? {} : (row.reactions ?? {}),
    officialReply: shown(marked.official),
    acceptedReply: shown(marked.accepted),
    item: row.item_number
      ? {
          number: row.item_number,
          title: row.item_title!,
          stage: row.item_stage!,
          expectedOn: row.item_expected,
        }
      : null,
    story,
  }
}

function tombstoneJson(
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

type ReplyFields = NonNullable<ThreadJson['officialReply']>

/** A hidden or deleted reply keeps its place and loses its words and its author's name. */
export function replyFieldsJson(config: Config, site: Site, row: StoryRow, show: ShowImages): ReplyFields {
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
