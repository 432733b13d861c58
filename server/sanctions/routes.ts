import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Env } from '../context.ts'
import { Problem } from '../errors.ts'
import { moderators, signedIn } from '../guards.ts'
import { isId } from '../lib/ids.ts'
import { permit } from '../permit.ts'
import { answers, body, guarded, nothing, routes } from '../route.ts'
import { LiftQuery, MemberParam, NewSuspension } from './input.ts'
import { SuspensionMadeJson, sanctionJson } from './json.ts'
import { liftSuspension } from './lift.ts'
import { canSuspend } from './policy.ts'
import { findSanctionable, type Sanctionable, sanctionsOn } from './queries.ts'
import { suspend } from './suspend.ts'

const tags = ['members']

/** What moderators impose on members. */
export const sanctions = routes()
  .openapi(
    createRoute({
      method: 'put',
      path: '/members/{id}/suspension',
      tags,
      summary: 'Suspend a member by a rule and with a reason; they are told after twelve seconds',
      ...guarded(moderators),
      request: { params: MemberParam, ...body(NewSuspension) },
      responses: answers(SuspensionMadeJson, 201),
    }),
    async (c) => {
      const { world, site, viewer } = c.var
      const member = await find(c, c.req.valid('param').id)
      permit(canSuspend(viewer, member))
      const draft = { ...c.req.valid('json'), by: signedIn(viewer).id }
      const made = await suspend(world, site.id, member.id, draft)
      const rows = await sanctionsOn(world.db, site.id, member.id)
      const row = rows.find(({ id }) => id === made.id)!
      // This one alone: by then it may be lifted, and another moderator's stand in its place.
      const path = `members/${member.id}/suspension?sanction=${made.id}`
      const undo = { path, until: made.tellAt.toISOString() }
      return c.json({ suspension: sanctionJson(row, world.clock.now()), undo }, 201)
    },
  )
  .openapi(
    createRoute({
      method: 'delete',
      path: '/members/{id}/suspension',
      tags,
      summary: 'Lift a member’s suspension',
      ...guarded(moderators),
      request: { params: MemberParam, query: LiftQuery },
      responses: nothing,
    }),
    async (c) => {
      const { world, site, viewer } = c.var
      const member = await find(c, c.req.valid('param').id)
      const { sanction } = c.req.valid('query')
      await liftSuspension(world, site.id, member.id, { by: signedIn(viewer).id, only: sanction })
      return c.body(null, 204)
    },
  )

async function find(c: Context<Env>, id: string): Promise<Sanctionable> {
  const { world, site } = c.var
  const member = isId(id) ? await findSanctionable(world.db, site.id, id) : undefined
  if (!member) throw new Problem('not_found')
  return member
}
