import { createRoute } from '@hono/zod-openapi'
import { Problem } from '../errors.ts'
import { signedIn, staff } from '../guards.ts'
import { permit } from '../permit.ts'
import { answers, body, guarded, nothing, routes } from '../route.ts'
import { threadAsked } from '../threads/asked.ts'
import { NumberParam } from '../threads/input.ts'
import { findThread } from '../threads/queries.ts'
import { readThread } from '../threads/read.ts'
import { DecisionParam, StatusChange } from './input.ts'
import { StatusSetJson, undoJson } from './json.ts'
import { canTakeBack } from './policy.ts'
import { findDecision } from './queries.ts'
import { setStatus } from './status.ts'
import { takeBack } from './undo.ts'

export const decisions = routes()
  .openapi(
    createRoute({
      method: 'put',
      path: '/threads/{number}/status',
      tags: ['decisions'],
      summary: 'Set an idea’s status and say why',
      ...guarded(staff),
      request: { params: NumberParam, ...body(StatusChange) },
      responses: answers(StatusSetJson),
    }),
    async (c) => {
      const { world, site, viewer } = c.var
      const { number } = c.req.valid('param')
      const wish = c.req.valid('json')
      const thread = await threadAsked(c, number)
      const status = site.statuses.find((one) => one.slug === wish.status)
      if (!status) {
        throw new Problem('invalid_input', undefined, {
          errors: [{ path: 'status', message: 'There is no such status.' }],
        })
      }
      const { decision, told } = await setStatus(
        world,
        site,
        thread,
        { status, note: wish.note ?? '', from: wish.from },
        signedIn(viewer).id,
      )
      const after = await findThread(world.db, viewer, number)
      return c.json(
        { thread: await readThread(world, site, viewer, after!), undo: undoJson(decision), told },
        200,
      )
    },
  )
  .openapi(
    createRoute({
      method: 'delete',
      path: '/decisions/{id}',
      tags: ['decisions'],
      summary: 'Take a decision back before anyone is told',
      ...guarded(staff),
      request: { params: DecisionParam },
      responses: nothing,
    }),
    async (c) => {
      const { world, site, viewer } = c.var
      const decision = await findDecision(world.db, site.id, c.req.valid('param').id)
      if (!decision) throw new Problem('not_found')
      permit(canTakeBack(viewer, decision))
      await takeBack(world, site, decision, signedIn(viewer).id)
      return c.body(null, 204)
    },
  )
