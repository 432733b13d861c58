import { z } from '@hono/zod-openapi'
import type { Site } from '../sites/queries.ts'
import { boardById, statusById } from '../sites/words.ts'
import { KindJson } from '../words.ts'
import type { ActivityRow, CountRow } from './queries.ts'

/** What a live event says: where, and how many. Never a word that somebody wrote, nor who it was. */
export const LiveEventJson = z
  .object({
    thread: z.int(),
    board: z.string(),
    kind: KindJson,
    post: z.uuid().nullable(),
    status: z.string().nullable(),
    votes: z.int(),
    replies: z.int(),
    official: z.boolean(),
  })
  .openapi('LiveEvent')
export type LiveEventJson = z.infer<typeof LiveEventJson>

/** The counts of threads that got votes or lost them. */
export const LiveCountsJson = z
  .object({ threads: z.array(z.object({ number: z.int(), votes: z.int(), replies: z.int() })) })
  .openapi('LiveCounts')
export type LiveCountsJson = z.infer<typeof LiveCountsJson>

/** What may be told of, under which name. A kind that is not here is told to nobody. */
const names: Record<string, string> = {
  thread: 'thread',
  reply: 'reply',
  status: 'status',
  merged: 'merged',
  roadmap: 'roadmap',
  official: 'official',
  accepted: 'accepted',
  edited: 'edited',
  deleted: 'changed',
  reversed: 'changed',
  hidden: 'changed',
  lifted: 'changed',
  locked: 'changed',
  unlocked: 'changed',
}

/** That a post was hidden is the team's to know, and that its thread is to be read anew everybody's. */
const toldAnyhow = new Set(['hidden', 'lifted'])
const ofPosts = new Set(['reply', 'edited', 'official', 'accepted'])

/** An activity as a live event: its name and what it says; undefined for what is not told, or no longer so. */
export function liveEvent(site: Site, row: ActivityRow): { name: string; json: LiveEventJson } | undefined {
  const name = names[row.kind]
  const board = row.number !== null && boardById(site, row.board_id)
  if (!name || !board || !(row.public || toldAnyhow.has(row.kind))) return undefined
  if (row.kind === 'thread' && (!row.listed || row.gone)) return undefined
  if (ofPosts.has(row.kind) && row.gone) return undefined
  return {
    name,
    json: {
      thread: row.number!,
      board: board.slug,
      kind: row.thread_kind,
      post: name === 'changed' ? null : row.post_id,
      status: row.status_id ? (statusById(site, row.status_id)?.slug ?? null) : null,
      votes: row.vote_count,
      replies: row.reply_count,
      official: row.official,
    },
  }
}

export function liveCounts(rows: CountRow[]): LiveCountsJson {
  return {
    threads: rows.map((row) => ({ number: row.number, votes: row.vote_count, replies: row.reply_count })),
  }
}
