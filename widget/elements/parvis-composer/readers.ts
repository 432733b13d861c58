import type { AuthorJson } from '../../../server/members/json.ts'
import type { Context } from '../../context.ts'

/** The thread or the board that a text is written for. */
export type Where = { thread: number } | { board: string }

/** People who may read what is written there, by how their names begin. */
export async function readers(
  ctx: Context,
  where: Where,
  q: string,
  signal: AbortSignal,
): Promise<AuthorJson[]> {
  const place = 'thread' in where ? `threads/${where.thread}` : `boards/${where.board}`
  const path = `${place}/mentionable?q=${encodeURIComponent(q)}`
  return (await ctx.api.ask<{ items: AuthorJson[] }>(path, { signal })).items
}
