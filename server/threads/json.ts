import { z } from '@hono/zod-openapi'
import type { Config } from '../config.ts'
import type { ShowImages } from '../images/address.ts'
import { AuthorJson, authorJson } from '../members/json.ts'
import { ReactionsJson } from '../reactions/json.ts'
import { ReplyFieldsJson, replyFieldsJson, StoryJson, TombstoneJson, tombstoneJson } from '../replies/json.ts'
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
export const MarkedJson = z.array(z.string()).openapi('Marked')
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
  officialReply: ReplyFieldsJson.nullable(),
  acceptedReply: ReplyFieldsJson.nullable(),
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
    /** Of a search that found nothing: these hold words a letter away, or have titles near to them. */
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
    // What its author took away has a title that names nothing.
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
