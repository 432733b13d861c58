import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Env } from '../context.ts'
import { Problem } from '../errors.ts'
import { admins, signedIn, staff } from '../guards.ts'
import { idempotent } from '../http/idempotency.ts'
import { isId } from '../lib/ids.ts'
import { rulingsOn } from '../moderation/queries.ts'
import { makeCursor, page, pageSize, readCursor } from '../paging.ts'
import { permit } from '../permit.ts'
import { answers, body, guarded, nothing, routes } from '../route.ts'
import { sanctionsOn } from '../sanctions/queries.ts'
import { MemberFileJson, MemberRowJson, memberFileJson, memberRowJson } from './file_json.ts'
import { customerOnFile, listCustomers } from './file_queries.ts'
import { MemberParam, MembersQuery, NewTeamMember, TeamEdit } from './input.ts'
import { StaffMemberJson, staffMemberJson } from './json.ts'
import { canSetRole } from './policy.ts'
import { listOwnPosts } from './posts_of.ts'
import { listStaff, type StaffRow } from './queries.ts'
import { addToTeam, mostStaff, removeFromTeam, setRole } from './team.ts'

const MemberPageJson = z
  .object({ items: z.array(MemberRowJson.or(StaffMemberJson)), next: z.string().nullable() })
  .openapi('MemberPage')
const TeamJson = z.object({ items: z.array(StaffMemberJson) }).openapi('Team')

/** Who is here, who is on the team, and who may do what there. */
export const members = routes()
  .openapi(
    createRoute({
      method: 'get',
      path: '/members',
      tags: ['team'],
      summary: 'The team by name, to assign or to filter by; or customers, the latest first',
      ...guarded(staff),
      request: { query: MembersQuery },
      responses: answers(MemberPageJson),
    }),
    async (c) => {
      const { world, site } = c.var
      const { filter = 'team', q, cursor, limit = pageSize } = c.req.valid('query')
      if (filter !== 'team') return c.json(await customersPage(c, filter, q?.trim(), cursor, limit), 200)
      const after = readCursor<[string, string]>(cursor, 'staff', ['string', 'string'])
      const rows = await listStaff(world.db, site.id, { q: q?.trim(), after, limit })
      const { rows: shown, next } = page(rows, limit, (row) => makeCursor('staff', [row.key, row.id]))
      return c.json({ items: shown.map((row) => staffMemberJson(world.config, site.id, row)), next }, 200)
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/members/{id}',
      tags: ['members'],
      summary: 'A customer: who they are, what they wrote, and what was decided about it and about them',
      ...guarded(staff),
      request: { params: MemberParam },
      responses: answers(MemberFileJson),
    }),
    async (c) => c.json(await readFile(c, c.req.valid('param').id), 200),
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/team',
      tags: ['team'],
      summary: 'The whole team',
      ...guarded(admins),
      responses: answers(TeamJson),
    }),
    async (c) => {
      const { world, site } = c.var
      const rows = await listStaff(world.db, site.id, { limit: mostStaff })
      return c.json({ items: rows.map((row) => staffMemberJson(world.config, site.id, row)) }, 200)
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/team',
      tags: ['team'],
      summary: 'Put somebody on the team; they sign in by a code sent to their address',
      ...guarded(admins),
      request: body(NewTeamMember),
      responses: answers(StaffMemberJson, 201),
    }),
    async (c) =>
      idempotent(c, async () => {
        const { world, site, viewer } = c.var
        const draft = c.req.valid('json')
        permit(canSetRole(viewer, draft.role))
        const id = await addToTeam(world, site.id, draft, signedIn(viewer).id)
        return c.json(staffMemberJson(world.config, site.id, await findStaff(c, id)), 201)
      }),
  )
  .openapi(
    createRoute({
      method: 'patch',
      path: '/team/{id}',
      tags: ['team'],
      summary: 'Give somebody of the team another role',
      ...guarded(admins),
      request: { params: MemberParam, ...body(TeamEdit) },
      responses: answers(StaffMemberJson),
    }),
    async (c) => {
      const { world, site, viewer } = c.var
      const { role } = c.req.valid('json')
      const person = await findStaff(c, c.req.valid('param').id)
      permit(canSetRole(viewer, person.role, role))
      await setRole(world, site.id, person, role, signedIn(viewer).id)
      return c.json(staffMemberJson(world.config, site.id, { ...person, role }), 200)
    },
  )
  .openapi(
    createRoute({
      method: 'delete',
      path: '/team/{id}',
      tags: ['team'],
      summary: 'Take somebody off the team',
      ...guarded(admins),
      request: { params: MemberParam },
      responses: nothing,
    }),
    async (c) => {
      const { world, site, viewer } = c.var
      const person = await findStaff(c, c.req.valid('param').id)
      permit(canSetRole(viewer, person.role))
      await removeFromTeam(world, site.id, person, signedIn(viewer).id)
      return c.body(null, 204)
    },
  )

async function findStaff(c: Context<Env>, id: string): Promise<StaffRow> {
  const { world, site } = c.var
  const [person] = isId(id) ? await listStaff(world.db, site.id, { id, limit: 1 }) : []
  if (!person) throw new Problem('not_found')
  return person
}

async function customersPage(
  c: Context<Env>,
  filter: 'customers' | 'suspended',
  q: string | undefined,
  cursor: string | undefined,
  limit: number,
) {
  const { world, site } = c.var
  const after = readCursor<[string, string]>(cursor, filter, ['moment', 'id'])
  const suspended = filter === 'suspended'
  const found = await listCustomers(world.db, site.id, world.clock.now(), { q, suspended, after, limit })
  const { rows, next } = page(found, limit, (row) => makeCursor(filter, [row.at, row.id]))
  return { items: rows.map((row) => memberRowJson(world.config, site.id, row)), next }
}

async function readFile(c: Context<Env>, id: string): Promise<MemberFileJson> {
  const { world, site, viewer } = c.var
  const now = world.clock.now()
  const row = isId(id) ? await customerOnFile(world.db, site.id, now, id) : undefined
  if (!row) throw new Problem('not_found')
  const [latest, rulings, sanctions] = await Promise.all([
    listOwnPosts(world.db, viewer, id, undefined, 20),
    rulingsOn(world.db, site.id, id),
    sanctionsOn(world.db, site.id, id),
  ])
  return memberFileJson(world.config, site.id, now, { row, latest: latest.slice(0, 20), rulings, sanctions })
}
