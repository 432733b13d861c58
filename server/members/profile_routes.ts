import { createRoute } from '@hono/zod-openapi'
import { Problem } from '../errors.ts'
import { anyone } from '../guards.ts'
import { share } from '../http/shared.ts'
import { pageSize, readCursor } from '../paging.ts'
import { answers, guarded, routes } from '../route.ts'
import { ThreadPageJson } from '../threads/json.ts'
import { MemberParam, PageQuery } from './input.ts'
import { listPostsOf } from './posts_of.ts'
import { ProfilePostPageJson, profilePostsJson } from './posts_of_json.ts'
import { requireProfile, votesOf } from './profile.ts'
import { ProfileJson, profileJson } from './profile_json.ts'

const tags = ['members']

/** What everybody may know of a member. */
export const profiles = routes()
  .openapi(
    createRoute({
      method: 'get',
      path: '/profiles/{id}',
      tags,
      summary: 'A member’s public page',
      ...guarded(anyone),
      request: { params: MemberParam },
      responses: answers(ProfileJson),
    }),
    async (c) => {
      const { world, site } = c.var
      const row = await requireProfile(world, site, c.req.valid('param').id)
      return share(c, profileJson(world.config, site, row))
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/profiles/{id}/posts',
      tags,
      summary: 'What a member wrote, as far as the asker may read it, newest first',
      ...guarded(anyone),
      request: { params: MemberParam, query: PageQuery },
      responses: answers(ProfilePostPageJson),
    }),
    async (c) => {
      const { world, site, viewer } = c.var
      const { cursor, limit = pageSize } = c.req.valid('query')
      const after = readCursor<[string, string]>(cursor, 'profile-posts', ['moment', 'id'])
      const { id } = c.req.valid('param')
      await requireProfile(world, site, id)
      const rows = await listPostsOf(world.db, viewer, id, after, limit)
      return share(c, profilePostsJson(rows, limit))
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/profiles/{id}/votes',
      tags,
      summary: 'The ideas a member voted for, where they show it',
      ...guarded(anyone),
      request: { params: MemberParam, query: PageQuery },
      responses: answers(ThreadPageJson),
    }),
    async (c) => {
      const { world, site, viewer } = c.var
      const { cursor, limit = pageSize } = c.req.valid('query')
      const after = readCursor<[string, string]>(cursor, 'profile-votes', ['moment', 'id'])
      const { id } = c.req.valid('param')
      const { votes_shown } = await requireProfile(world, site, id)
      if (!votes_shown) throw new Problem('not_found')
      return share(c, await votesOf(world, site, viewer, id, 'profile-votes', after, limit))
    },
  )
