import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Env } from '../context.ts'
import { Problem } from '../errors.ts'
import { fullMember, isSuspended, member, refuseSuspended, signedIn } from '../guards.ts'
import { bytesOf } from '../input.ts'
import { pageSize, readCursor } from '../paging.ts'
import { answers, body, guarded, routes } from '../route.ts'
import { suspensionOf } from '../sanctions/queries.ts'
import { suspensionJson } from '../sanctions/suspension_json.ts'
import { ThreadPageJson } from '../threads/json.ts'
import { MeEdit, OverlayQuery, PageQuery } from './input.ts'
import { type MeJson, MeJson as MeSchema, meJson, OverlayJson, overlayJson } from './json.ts'
import { dropPicture, editMe, putPicture } from './me.ts'
import { readMe, readOverlay } from './me_queries.ts'
import { makePicture, mostPictureBytes } from './picture.ts'
import { listOwnPosts } from './posts_of.ts'
import { MyPostPageJson, myPostsJson } from './posts_of_json.ts'
import { votesOf } from './profile.ts'

const tags = ['me']

const pictureBody = {
  required: true,
  content: { 'image/*': { schema: z.string().openapi({ type: 'string', format: 'binary' }) } },
}

/** Oneself. */
export const me = routes()
  .openapi(
    createRoute({
      method: 'get',
      path: '/me',
      tags,
      summary: 'Oneself',
      ...guarded(member),
      responses: answers(MeSchema),
    }),
    async (c) => c.json(await presentMe(c), 200),
  )
  .openapi(
    createRoute({
      method: 'patch',
      path: '/me',
      tags,
      summary: 'Change one’s name or language',
      ...guarded(member),
      request: body(MeEdit),
      responses: answers(MeSchema),
    }),
    async (c) => {
      const { world, site, viewer } = c.var
      const edit = c.req.valid('json')
      if (edit.name !== undefined) refuseSuspended(viewer, world.clock.now())
      await editMe(world, site, signedIn(viewer).id, edit)
      return c.json(await presentMe(c), 200)
    },
  )
  .openapi(
    createRoute({
      method: 'put',
      path: '/me/picture',
      tags,
      summary: 'Put one’s picture: PNG, JPEG, WebP or GIF, 5 MB at most',
      ...guarded(fullMember, 'changes', 'pictures'),
      request: { body: pictureBody },
      responses: answers(MeSchema),
    }),
    async (c) => {
      const { world, site, viewer } = c.var
      const picture = await makePicture(await bytesOf(c, mostPictureBytes))
      await putPicture(world, site.id, signedIn(viewer).id, picture)
      return c.json(await presentMe(c), 200)
    },
  )
  .openapi(
    createRoute({
      method: 'delete',
      path: '/me/picture',
      tags,
      summary: 'Take one’s picture away',
      ...guarded(fullMember),
      responses: answers(MeSchema),
    }),
    async (c) => {
      const { world, site, viewer } = c.var
      await dropPicture(world, site.id, signedIn(viewer).id)
      return c.json(await presentMe(c), 200)
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/me/overlay',
      tags,
      summary: 'What is personal about a page of threads',
      ...guarded(member),
      request: { query: OverlayQuery },
      responses: answers(OverlayJson),
    }),
    async (c) => {
      const { world, site, viewer } = c.var
      const { id, role } = signedIn(viewer)
      const numbers = c.req.valid('query').threads ?? []
      const now = world.clock.now()
      const row = await readOverlay(world.db, viewer, id, now, numbers)
      if (!row) throw new Problem('unauthenticated')
      return c.json(overlayJson(world.config, site.id, row, role, isSuspended(viewer, now)), 200)
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/me/posts',
      tags,
      summary: 'What one wrote, newest first',
      ...guarded(member),
      request: { query: PageQuery },
      responses: answers(MyPostPageJson),
    }),
    async (c) => {
      const { world, viewer } = c.var
      const { cursor, limit = pageSize } = c.req.valid('query')
      const after = readCursor<[string, string]>(cursor, 'my-posts', ['moment', 'string'])
      const rows = await listOwnPosts(world.db, viewer, signedIn(viewer).id, after, limit)
      return c.json(myPostsJson(rows, limit), 200)
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/me/votes',
      tags,
      summary: 'The ideas one voted for, the latest vote first',
      ...guarded(member),
      request: { query: PageQuery },
      responses: answers(ThreadPageJson),
    }),
    async (c) => {
      const { world, site, viewer } = c.var
      const { cursor, limit = pageSize } = c.req.valid('query')
      const after = readCursor<[string, string]>(cursor, 'my-votes', ['moment', 'string'])
      return c.json(await votesOf(world, site, viewer, signedIn(viewer).id, 'my-votes', after, limit), 200)
    },
  )

async function presentMe(c: Context<Env>): Promise<MeJson> {
  const { world, site, viewer } = c.var
  const { id, role } = signedIn(viewer)
  const now = world.clock.now()
  const [row, suspension] = await Promise.all([
    readMe(world.db, viewer, id, now),
    viewer.member?.suspension ? suspensionOf(world.db, site.id, id, now) : undefined,
  ])
  if (!row) throw new Problem('unauthenticated')
  return meJson(world.config, site.id, row, role, suspension ? suspensionJson(suspension) : null)
}
