import type { BoardJson } from '../../server/boards/json.ts'
import type { Host } from '../context.ts'

/** Reads the boards again: others may be open to who is there now, or hold more than before. */
export const readBoards = async (host: Host): Promise<void> => {
  const boards = await host.community!.api.ask<{ items: BoardJson[] }>('boards').catch(() => undefined)
  if (boards && host.ctx) host.ctx = { ...host.ctx, opening: { ...host.ctx.opening, boards: boards.items } }
}
