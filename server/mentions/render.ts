import type { World } from '../context.ts'
import type { Asked } from '../lib/markdown.ts'
import { namedIn } from '../lib/markdown_mentions.ts'
import type { Site } from '../sites/queries.ts'
import { boardById } from '../sites/words.ts'
import type { PostText } from '../threads/render.ts'
import { namesOfReaders } from './queries.ts'

/** How many people a post may tell of itself, however often it is edited. */
export const mostMentioned = 10

/**
 * Those whom a text may mention, by id. Asked only where somebody is mentioned; who is not there, or may
 * not read the board, is mentioned by nobody, and no answer says which of the two it is.
 */
export async function peopleIn(
  world: World,
  site: Site,
  { boardId, body }: PostText,
): Promise<Asked['people']> {
  const ids = namedIn(body, mostMentioned)
  const board = boardId === undefined ? undefined : boardById(site, boardId)
  return ids.length && board ? namesOfReaders(world.db, site, board, ids) : new Map()
}
