import { type Context, Hono, type MiddlewareHandler } from 'hono'
import type { Env } from '../context.ts'
import { Problem } from '../errors.ts'
import { limitReads } from '../http/rate_limit.ts'
import { visitor } from '../http/session.ts'
import { findSite } from '../http/site.ts'
import { imagesOf } from '../images/address.ts'
import { listPostsOf } from '../members/posts_of.ts'
import { profilePostsJson } from '../members/posts_of_json.ts'
import { requireProfile, votesOf } from '../members/profile.ts'
import { profileJson } from '../members/profile_json.ts'
import { pageSize, readCursor } from '../paging.ts'
import { storyJson, tombstoneJson } from '../replies/json.ts'
import { storyRows } from '../replies/queries.ts'
import { readEdits } from '../revisions/read.ts'
import { roadmapJson } from '../roadmap/json.ts'
import { roadmapCards } from '../roadmap/queries.ts'
import { onlySite } from '../sites/queries.ts'
import { readPage } from '../threads/list.ts'
import { readThread } from '../threads/read.ts'
import { pageLink, threadPath } from './addresses.ts'
import { answerPage, lead, refuse, removed } from './answer_page.ts'
import { editsPage } from './edits_page.ts'
import { namedThread, numberIn, publicBoard, publicBoards, publicPost, queryOf } from './find.ts'
import { addFeeds, addSitemap } from './indexes.ts'
import { boardPage, type ListView, startPage } from './list_pages.ts'
import { memberPage } from './member_page.ts'
import { roadmapPage } from './roadmap_page.ts'
import { threadPage } from './thread_page.ts'
import { addUnsubscribe } from './unsubscribe.ts'

/** A visitor, whoever asks: what is answered here is public, whatever cookie or token comes along. */
const readAsVisitor: MiddlewareHandler<Env> = (c, next) => {
  c.set('viewer', visitor(c.get('site').id))
  return next()
}

/**
 * Every public board and thread as a page of its own, `/s/{slug}/…`: to be read without a script, found by search
 * engines and followed in feed readers.
 */
export function publicPages() {
  const app = new Hono<Env>()
  app.onError(refuse)
  app.get('/', answerHome)
  app.use('/s/:slug/*', findSite, readAsVisitor, limitReads)
  for (const path of ['', '/new', '/me', '/me/:part'])
    app.get(`/s/:slug${path}`, (c) => answerStart(c, path !== ''))
  app.get('/s/:slug/b/:board', answerBoard)
  app.get('/s/:slug/t/:thread', answerThread)
  app.get('/s/:slug/edits/:post', answerEdits)
  app.get('/s/:slug/m/:member', answerMember)
  app.get('/s/:slug/roadmap', answerRoadmap)
  addFeeds(app)
  addSitemap(app)
  addUnsubscribe(app)
  app.all('/s/:slug/*', (c) => {
    const { pathname, search } = new URL(c.req.url)
    if (!pathname.endsWith('/')) throw new Problem('not_found')
    return lead(c, c.get('world').config.publicUrl.pathname + pathname.replace(/^\/|\/+$/g, '') + search)
  })
  return app
}

// Who opens the bare address of a server with one community means that one; of several, none is told.
async function answerHome(c: Context<Env>): Promise<Response> {
  const { db, config, sites } = c.get('world')
  const slug = await onlySite(db)
  const site = slug === undefined ? undefined : await sites.find(slug)
  if (!site) throw new Problem('not_found')
  return c.body(null, 302, { location: pageLink(config, site, '/'), 'cache-control': 'no-store' })
}

function answerStart(c: Context<Env>, aside: boolean): Promise<Response> {
  const { cursor: _, ...query } = queryOf(c)
  const boards = publicBoards(c)
  const view = { boards, board: boards[0], query }
  return answerPage(c, `/?${aside ? 'aside&' : ''}${new URLSearchParams(query)}`, async (drawing) => {
    const { world, site, viewer } = c.var
    const newest = boards.length > 1 ? { sort: 'new' as const, limit: 10 } : undefined
    const [list, latest] = await Promise.all([
      listOf(c, view),
      newest ? readPage(world, site, viewer, newest) : { items: [], next: null },
    ])
    return startPage(drawing, list, latest, aside || Object.keys(query).length > 0)
  })
}

function answerBoard(c: Context<Env>): Promise<Response> {
  const board = publicBoard(c)
  const query = queryOf(c)
  return answerPage(c, `/b/${board.slug}?${new URLSearchParams(query)}`, async (drawing) => {
    const view = await listOf(c, { boards: publicBoards(c), board, query })
    return boardPage(drawing, { ...view, board })
  })
}

async function listOf(
  c: Context<Env>,
  { boards, board, query }: Pick<ListView, 'boards' | 'board'> & { query: ReturnType<typeof queryOf> },
): Promise<ListView> {
  const { world, site, viewer } = c.var
  const list = board
    ? await readPage(world, site, viewer, { ...query, board: board.slug })
    : { items: [], next: null }
  const sort = query.sort ?? board?.default_sort ?? 'trending'
  return { boards, board, sort, filters: query as Record<string, string>, list }
}

function answerThread(c: Context<Env>): Promise<Response> {
  const asked = c.req.param('thread') ?? ''
  const number = numberIn(asked)
  const { cursor } = queryOf(c)
  return answerPage(c, `/t/${asked}?${cursor ?? ''}`, async (drawing) => {
    const { world, site, viewer } = c.var
    const thread = await namedThread(c, number)
    const hidden = tombstoneJson(thread)
    if (hidden) return removed(c, drawing, hidden)
    const path = threadPath(thread)
    if (path !== `/t/${asked}`) {
      const query = cursor ? `?${new URLSearchParams({ cursor })}` : ''
      return lead(c, pageLink(world.config, site, path) + query)
    }
    const after = readCursor<[string, string]>(cursor, 'story', ['moment', 'string'])
    const [json, rows] = await Promise.all([
      readThread(world, site, viewer, thread),
      after && storyRows(world.db, viewer, thread.id, after, pageSize, true),
    ])
    const show = imagesOf(world, site, thread.board_id)
    return threadPage(drawing, json, rows && storyJson(world.config, site, rows, pageSize, 'story', show))
  })
}

function answerEdits(c: Context<Env>): Promise<Response> {
  const id = c.req.param('post') ?? ''
  const { cursor } = queryOf(c)
  return answerPage(c, `/edits/${id}?${cursor ?? ''}`, async (drawing) => {
    const { world, site } = c.var
    return editsPage(drawing, await publicPost(c, id), await readEdits(world, site, id, cursor))
  })
}

function answerMember(c: Context<Env>): Promise<Response> {
  const id = c.req.param('member') ?? ''
  const { cursor } = queryOf(c)
  return answerPage(c, `/m/${id}?${cursor ?? ''}`, async (drawing) => {
    const { world, site, viewer } = c.var
    const row = await requireProfile(world, site, id)
    const after = readCursor<[string, string]>(cursor, 'profile-posts', ['moment', 'id'])
    const [posts, votes] = await Promise.all([
      listPostsOf(world.db, viewer, id, after, pageSize),
      row.votes_shown && !after
        ? votesOf(world, site, viewer, id, 'profile-votes', undefined, pageSize)
        : { items: [], next: null },
    ])
    const member = profileJson(world.config, site, row)
    return memberPage(drawing, member, profilePostsJson(posts, pageSize), votes, after !== undefined)
  })
}

function answerRoadmap(c: Context<Env>): Promise<Response> {
  const { world, site, viewer } = c.var
  return answerPage(c, '/roadmap', async (drawing) => {
    const rows = await roadmapCards(world.db, site, viewer)
    return roadmapPage(drawing, publicBoards(c), roadmapJson(site, rows))
  })
}
