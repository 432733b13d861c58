import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Env } from '../context.ts'
import { signedIn, staff } from '../guards.ts'
import { answers, guarded, routes } from '../route.ts'
import { readAgain, threadAsked } from './asked.ts'
import { NumberParam } from './input.ts'
import { ThreadJson } from './json.ts'
import { lockThread } from './lock.ts'

const lock = (method: 'put' | 'delete', summary: string) =>
  createRoute({
    method,
    path: '/threads/{number}/lock',
    tags: ['threads'],
    summary,
    ...guarded(staff),
    request: { params: NumberParam },
    responses: answers(ThreadJson),
  })

/** Whether a thread takes replies. */
export const locks = routes()
  .openapi(lock('put', 'Let a thread take no more replies'), async (c) => {
    await setLock(c, c.req.valid('param').number, true)
    return c.json(await readAgain(c, c.req.valid('param').number), 200)
  })
  .openapi(lock('delete', 'Let a thread take replies again'), async (c) => {
    await setLock(c, c.req.valid('param').number, false)
    return c.json(await readAgain(c, c.req.valid('param').number), 200)
  })

async function setLock(c: Context<Env>, number: number, locked: boolean): Promise<void> {
  const { world, site, viewer } = c.var
  await lockThread(world, site, await threadAsked(c, number), locked, signedIn(viewer).id)
}
