import type { Context } from 'hono'
import type { Env } from '../context.ts'
import { Problem } from '../errors.ts'
import type { ThreadJson } from './json.ts'
import { findThread, type ThreadFull } from './queries.ts'
import { readThread } from './read.ts'

/** The thread that a route is asked about; 404 where there is none that the viewer may read. */
export async function threadAsked(c: Context<Env>, number: number): Promise<ThreadFull> {
  const thread = await findThread(c.var.world.db, c.var.viewer, number)
  if (!thread) throw new Problem('not_found')
  return thread
}

/** A thread as it is read after something was done with it. */
export async function readAgain(c: Context<Env>, number: number): Promise<ThreadJson> {
  const { world, site, viewer } = c.var
  return readThread(world, site, viewer, await threadAsked(c, number))
}
