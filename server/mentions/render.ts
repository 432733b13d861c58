import type { World } from '../context.ts'
import type { Rendered } from '../lib/markdown.ts'
import { namedIn } from '../lib/markdown_mentions.ts'
import type { Site } from '../sites/queries.ts'
import { boardById } from '../sites/words.ts'
import { namesOfReaders } from './queries.ts'

/** How many people a post may tell of itself, however often it is edited. */
export const mostMentioned = 10

/**
 * Makes the text of a post ready to be read. Who is mentioned is asked only where somebody is; who is not there, or
 * may not read the board, is mentioned by nobody, and no answer says which of the two it is.
 */
export async function renderPost(
  world: World,
  site: Site,
  boardId: string | undefined,
  markdown: string,
): Promise<Rendered> {
  const ids = namedIn(markdown, mostMentioned)
  const board = boardId === undefined ? undefined : boardById(site, boardId)
  if (!ids.length || !board) return world.render.render(markdown)
  return world.render.render(markdown, await namesOfReaders(world.db, site, board, ids))
}
