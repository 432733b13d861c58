import { createRoute } from '@hono/zod-openapi'
import { Problem } from '../errors.ts'
import { activeMember, anyone, member, signedIn } from '../guards.ts'
import { idempotent } from '../http/idempotency.ts'
import { spend } from '../http/rate_limit.ts'
import { share } from '../http/shared.ts'
import { imagesOf } from '../images/address.ts'
import { revisionFrom } from '../input.ts'
import { pageSize, readCursor } from '../paging.ts'
import { permit } from '../permit.ts'
import { StoryJson, storyJson } from '../replies/json.ts'
import { storyRows } from '../replies/queries.ts'
import { answers, body, guarded, nothing, routes } from '../route.ts'
import { boardsFor } from '../sites/words.ts'
import { threadAsked } from './asked.ts'
import { deleteThread } from './delete.ts'
import { editThread } from './edit.ts'
import { ListQuery, NewThread, NumberParam, SimilarQuery, StoryQuery, ThreadEdit } from './input.ts'
import { SimilarJson, ThreadJson, ThreadPageJson } from './json.ts'
import { readPage } from './list.ts'
import { canDeleteThread, canEditWords, canPost, isStaff, mayHandle } from './policy.ts'
import { postThread, tagIdsOf } from './post.ts'
import { findThread } from './queries.ts'
import { readThread } from './read.ts'
import { similarThreads } from './similar.ts'
import { tagThreads } from './tag.ts'

export const threads = routes()
  .openapi(
    createRoute({
      method: 'get',
      path: '/threads',
      tags: ['threads'],
      summary: 'List or search threads',
      ...guarded(anyone),
      request: { query: ListQuery },
      responses: answers(ThreadPageJson),
    }),
    async (c) => {
      const { world, site, viewer } = c.var
      const query = c.req.valid('query')
      if (query.assignee || query.unanswered) permit(isStaff(viewer))
      if (query.q) await spend(c, 'searches')
      const list = await readPage(world, site, viewer, query)
      return query.q ? c.json(list, 200) : share(c, list)
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/threads/similar',
      tags: ['threads'],
      summary: 'Threads like a title that is being typed',
      ...guarded(anyone, 'searches'),
      request: { query: SimilarQuery },
      responses: answers(SimilarJson),
    }),
    async (c) => {
      const { world, site, viewer } = c.var
      const { title, board } = c.req.valid('query')
      return c.json({ items: await similarThreads(world, site, viewer, title, board) }, 200)
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/threads/{number}',
      tags: ['threads'],
      summary: 'A thread with the first page of its story',
      ...guarded(anyone),
      request: { params: NumberParam },
      responses: {
        ...answers(ThreadJson),
        307: { description: 'Merged into the thread of the Location header' },
      },
    }),
    async (c) => {
      const { world, site, viewer } = c.var
      const thread = await threadAsked(c, c.req.valid('param').number)
      if (thread.merged_into) {
        const target = await findThread(world.db, viewer, thread.merged_number!)
        if (!target) throw new Problem('not_found')
        // A path alone, so that whoever reaches this server by another name stays with it.
        const base = world.config.publicUrl.pathname
        const location = `${base}api/v1/sites/${site.slug}/threads/${target.number}`
        return c.body(null, 307, { location, 'cache-control': 'no-store' })
      }
      return share(c, await readThread(world, site, viewer, thread))
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/threads/{number}/story',
      tags: ['threads'],
      summary: 'Replies and what happened, oldest first',
      ...guarded(anyone),
      request: { params: NumberParam, query: StoryQuery },
      responses: answers(StoryJson),
    }),
    async (c) => {
      const { world, site, viewer } = c.var
      const { cursor, limit = pageSize } = c.req.valid('query')
      const thread = await threadAsked(c, c.req.valid('param').number)
      const after = readCursor<[string, string]>(cursor, 'story', ['moment', 'string'])
      const rows = await storyRows(world.db, viewer, thread.id, after, limit, true)
      const show = imagesOf(world, site, thread.board_id)
      return share(c, storyJson(world.config, site, rows, limit, 'story', show))
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/threads',
      tags: ['threads'],
      summary: 'Post a thread',
      ...guarded(activeMember, 'changes', 'threads'),
      request: body(NewThread),
      responses: answers(ThreadJson, 201),
    }),
    async (c) =>
      idempotent(c, async () => {
        const { world, site, viewer } = c.var
        const draft = c.req.valid('json')
        const author = signedIn(viewer)
        const board = boardsFor(site, viewer).find((one) => one.slug === draft.board)
        if (!board)
          throw new Problem('invalid_input', undefined, {
            errors: [{ path: 'board', message: 'There is no such board.' }],
          })
        if (!board.kinds.includes(draft.kind)) {
          throw new Problem('invalid_input', undefined, {
            errors: [{ path: 'kind', message: 'This board does not take that kind.' }],
          })
        }
        permit(canPost(viewer, board, draft.kind))
        const locked = draft.comments === false
        if (locked) permit(mayHandle(viewer))
        const { number } = await postThread(world, site, {
          board,
          kind: draft.kind,
          title: draft.title,
          body: draft.body,
          tagIds: tagIdsOf(site, draft.tags ?? []),
          language: draft.language ?? site.locale,
          authorId: author.id,
          votes: !viewer.key,
          locked,
        })
        const thread = await findThread(world.db, viewer, number)
        return c.json(await readThread(world, site, viewer, thread!), 201)
      }),
  )
  .openapi(
    createRoute({
      method: 'patch',
      path: '/threads/{number}',
      tags: ['threads'],
      summary: 'Edit one’s own words, or as staff the tags and language',
      ...guarded(activeMember),
      request: { params: NumberParam, ...body(ThreadEdit) },
      responses: answers(ThreadJson),
    }),
    async (c) => {
      const { world, site, viewer } = c.var
      const { number } = c.req.valid('param')
      const edit = c.req.valid('json')
      const thread = await threadAsked(c, number)
      if (
        edit.title !== undefined ||
        edit.body !== undefined ||
        (edit.language !== undefined && !mayHandle(viewer))
      ) {
        permit(canEditWords(viewer, thread))
      }
      if (edit.tags) permit(mayHandle(viewer))
      const revision = revisionFrom(c)
      if (revision !== thread.revision) throw new Problem('stale_revision')
      // Before anything is written, so that an unknown tag leaves the words as they are.
      const tagIds = edit.tags && tagIdsOf(site, edit.tags)
      if (edit.title !== undefined || edit.body !== undefined || edit.language !== undefined) {
        const words = {
          title: edit.title ?? thread.title,
          body: edit.body ?? thread.body,
          language: edit.language ?? thread.language,
        }
        await editThread(world, site, thread, words, signedIn(viewer).id, revision)
      }
      if (tagIds) await tagThreads(world, site, [thread], { set: tagIds }, signedIn(viewer).id)
      return c.json(await readThread(world, site, viewer, (await findThread(world.db, viewer, number))!), 200)
    },
  )
  .openapi(
    createRoute({
      method: 'delete',
      path: '/threads/{number}',
      tags: ['threads'],
      summary: 'Take one’s own thread away',
      ...guarded(member),
      request: { params: NumberParam },
      responses: nothing,
    }),
    async (c) => {
      const { world, site, viewer } = c.var
      const thread = await threadAsked(c, c.req.valid('param').number)
      permit(canDeleteThread(viewer, thread))
      if (!thread.deleted_at) await deleteThread(world, site, thread, signedIn(viewer).id)
      return c.body(null, 204)
    },
  )
