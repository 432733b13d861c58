import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Env, Viewer } from '../context.ts'
import { Problem } from '../errors.ts'
import { activeMember, anyone, member, signedIn } from '../guards.ts'
import { idempotent } from '../http/idempotency.ts'
import { share } from '../http/shared.ts'
import { imagesOf, ownImages } from '../images/address.ts'
import { revisionFrom } from '../input.ts'
import { pageSize, readCursor } from '../paging.ts'
import { permit } from '../permit.ts'
import { answers, body, guarded, nothing, routes } from '../route.ts'
import { boardsFor } from '../sites/words.ts'
import { threadAsked } from '../threads/asked.ts'
import { NumberParam, StoryQuery } from '../threads/input.ts'
import { ThreadJson } from '../threads/json.ts'
import { canAccept, isStaff, mayHandle, takesReplies } from '../threads/policy.ts'
import { findThread, type ThreadFull } from '../threads/queries.ts'
import { readThread } from '../threads/read.ts'
import { renderPost } from '../threads/render.ts'
import { acceptReply, dropAccepted } from './accept.ts'
import { deleteReply, editReply } from './edit.ts'
import { NewReply, Preview, ReplyChoice, ReplyEdit, ReplyParam } from './input.ts'
import { ReplyJson, storyJson } from './json.ts'
import { canDeleteReply, canEditReply } from './policy.ts'
import { findPost, oneReply, storyRows } from './queries.ts'
import { postReply } from './reply.ts'

const ReplyPageJson = z
  .object({ items: z.array(ReplyJson), next: z.string().nullable() })
  .openapi('ReplyPage')

export const replies = routes()
  .openapi(
    createRoute({
      method: 'get',
      path: '/threads/{number}/replies',
      tags: ['replies'],
      summary: 'Replies to a thread, oldest first',
      ...guarded(anyone),
      request: { params: NumberParam, query: StoryQuery },
      responses: answers(ReplyPageJson),
    }),
    async (c) => {
      const { world, site, viewer } = c.var
      const { cursor, limit = pageSize } = c.req.valid('query')
      const thread = await threadAsked(c, c.req.valid('param').number)
      const after = readCursor<[string, string]>(cursor, 'replies', ['moment', 'string'])
      const rows = await storyRows(world.db, viewer, thread.id, after, limit, false)
      const show = imagesOf(world, site, thread.board_id)
      const { items, next } = storyJson(world.config, site, rows, limit, 'replies', show)
      return share(c, { items: items.filter((item) => item.type === 'reply'), next })
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/threads/{number}/replies',
      tags: ['replies'],
      summary: 'Reply to a thread, or to a reply',
      ...guarded(activeMember, 'changes', 'replies'),
      request: { params: NumberParam, ...body(NewReply) },
      responses: answers(ReplyJson, 201),
    }),
    async (c) =>
      idempotent(c, async () => {
        const { world, site, viewer } = c.var
        const draft = c.req.valid('json')
        const thread = await threadAsked(c, c.req.valid('param').number)
        permit(!draft.official || mayHandle(viewer))
        if (!takesReplies(thread)) throw new Problem(thread.merged_into ? 'thread_merged' : 'thread_locked')
        const id = await postReply(world, site, thread, {
          body: draft.body,
          parentId: draft.parent ?? null,
          official: draft.official ?? false,
          authorId: signedIn(viewer).id,
          byStaff: isStaff(viewer),
        })
        return c.json(await readReply(c, id, thread.board_id), 201)
      }),
  )
  .openapi(
    createRoute({
      method: 'patch',
      path: '/replies/{id}',
      tags: ['replies'],
      summary: 'Edit one’s own reply',
      ...guarded(activeMember),
      request: { params: ReplyParam, ...body(ReplyEdit) },
      responses: answers(ReplyJson),
    }),
    async (c) => {
      const { world, site, viewer } = c.var
      const post = await findPost(world.db, viewer, c.req.valid('param').id)
      if (post?.kind !== 'reply') throw new Problem('not_found')
      permit(canEditReply(viewer, post))
      await editReply(world, site, post, c.req.valid('json').body, signedIn(viewer).id, revisionFrom(c))
      return c.json(await readReply(c, post.id, post.board_id), 200)
    },
  )
  .openapi(
    createRoute({
      method: 'delete',
      path: '/replies/{id}',
      tags: ['replies'],
      summary: 'Take one’s own reply away',
      ...guarded(member),
      request: { params: ReplyParam },
      responses: nothing,
    }),
    async (c) => {
      const { world, site, viewer } = c.var
      const post = await findPost(world.db, viewer, c.req.valid('param').id)
      if (post?.kind !== 'reply') throw new Problem('not_found')
      permit(canDeleteReply(viewer, post))
      await deleteReply(world, site, post)
      return c.body(null, 204)
    },
  )
  .openapi(
    createRoute({
      method: 'put',
      path: '/threads/{number}/accepted',
      tags: ['replies'],
      summary: 'Accept a reply as the answer to a question',
      ...guarded(activeMember),
      request: { params: NumberParam, ...body(ReplyChoice) },
      responses: answers(ThreadJson),
    }),
    async (c) => {
      const { world, site, viewer } = c.var
      const { number } = c.req.valid('param')
      const thread = await questionOf(c, number)
      await acceptReply(world, site, thread, c.req.valid('json').reply, accepter(viewer))
      return c.json(await readThread(world, site, viewer, await questionOf(c, number)), 200)
    },
  )
  .openapi(
    createRoute({
      method: 'delete',
      path: '/threads/{number}/accepted',
      tags: ['replies'],
      summary: 'Let no reply be the accepted answer',
      ...guarded(activeMember),
      request: { params: NumberParam },
      responses: answers(ThreadJson),
    }),
    async (c) => {
      const { world, site, viewer } = c.var
      const { number } = c.req.valid('param')
      await dropAccepted(world, site, await questionOf(c, number), accepter(viewer))
      return c.json(await readThread(world, site, viewer, await questionOf(c, number)), 200)
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/previews',
      tags: ['replies'],
      summary: 'Markdown as it will be shown',
      ...guarded(member),
      request: body(Preview),
      responses: answers(z.object({ html: z.string() }).openapi('PreviewHtml')),
    }),
    async (c) => {
      const { world, site, viewer } = c.var
      const { markdown, ...place } = c.req.valid('json')
      const text = { boardId: await boardOf(c, place), body: markdown, authorId: signedIn(viewer).id }
      const { html } = await renderPost(world, site, text, { preview: true, signal: c.req.raw.signal })
      return c.json({ html: ownImages(world, site)(html) }, 200)
    },
  )

/** The board on which something is to be posted, by its id; undefined where the viewer reads no such board. */
async function boardOf(
  c: Context<Env>,
  { thread, board }: { thread?: number | undefined; board?: string | undefined },
): Promise<string | undefined> {
  const { world, site, viewer } = c.var
  if (thread !== undefined) return (await findThread(world.db, viewer, thread))?.board_id
  return boardsFor(site, viewer).find(({ slug }) => slug === board)?.id
}

/** A thread of which the viewer may say which reply answers it. */
async function questionOf(c: Context<Env>, number: number): Promise<ThreadFull> {
  const thread = await threadAsked(c, number)
  permit(canAccept(c.var.viewer, thread))
  return thread
}

const accepter = (viewer: Viewer) => ({ id: signedIn(viewer).id, staff: isStaff(viewer) })

/** One reply as its page would show it, read back by its own key. */
async function readReply(c: Context<Env>, id: string, boardId: string): Promise<ReplyJson> {
  const { world, site } = c.var
  const show = imagesOf(world, site, boardId)
  const row = await oneReply(world.db, site.id, id)
  const { items } = storyJson(world.config, site, [{ ...row!, parent_id: null }], 1, 'replies', show)
  return { ...(items[0] as ReplyJson), parent: row!.parent_id }
}
