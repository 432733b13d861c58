import type { BoardJson, TagJson } from '../../server/boards/json.ts'
import type { Host } from '../context.ts'

/** Reads the boards again: others may be open to who is there now, or hold more than before. */
export const readBoards = async (host: Host): Promise<void> => {
  const boards = await host.community!.api.ask<{ items: BoardJson[] }>('boards').catch(() => undefined)
  if (boards && host.ctx) host.ctx = { ...host.ctx, opening: { ...host.ctx.opening, boards: boards.items } }
}

/** Reads anew what can be chosen for a thread, and waits until the views have it: boards with their kinds, and tags. */
export const readChoices = async (host: Host): Promise<void> => {
  await readBoards(host)
  const tags = await host.community!.api.ask<{ items: TagJson[] }>('tags').catch(() => undefined)
  if (tags && host.ctx) host.ctx = { ...host.ctx, opening: { ...host.ctx.opening, tags: tags.items } }
  await host.updateComplete
}
