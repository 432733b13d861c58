import { type Context, Hono, type MiddlewareHandler } from 'hono'
import type { Env } from '../context.ts'
import { Problem, problemOf } from '../errors.ts'
import { limitReads } from '../http/rate_limit.ts'
import { visitor } from '../http/session.ts'
import { findSite } from '../http/site.ts'
import { imagesOf } from '../images/address.ts'
import { listPostsOf } from '../members/posts_of.ts'
import { profilePostsJson } from '../members/posts_of_json.ts'
import { requireProfile, votesOf } from '../members/profile.ts'
import { profileJson } from '../members/profile_json.ts'
import { pageSize, readCursor } from '../paging.ts'
import { storyJson, type TombstoneJson, tombstoneJson } from '../replies/json.ts'
import { storyRows } from '../replies/queries.ts'
import { readEdits } from '../revisions/read.ts'
import { roadmapJson } from '../roadmap/json.ts'
import { roadmapCards } from '../roadmap/queries.ts'
import { readPage } from '../threads/list.ts'
import { readThread } from '../threads/read.ts'
import { pageLink, threadPath } from './addresses.ts'
import { type Drawing, drawingOf, nameIn } from './drawing.ts'
import { editsPage } from './edits_page.ts'
import { feedOfReplies, feedOfThreads } from './feeds.ts'
import {
  namedThread,
  numberIn,
  publicBoard,
  publicBoards,
  publicPost,
  publicThread,
  queryOf,
} from './find.ts'
import { drawPage, type Page } from './frame.ts'
import { boardPage, type ListView, startPage } from './list_pages.ts'
import { memberPage } from './member_page.ts'
import { pageFilesOf } from './page_files.ts'
import { answerPublic, refusalHeaders } from './public_bytes.ts'
import { drawRefusal, refusalOf } from './refusal.ts'
import { roadmapPage } from './roadmap_page.ts'
import { lastSitemapPage, sitemapIndex, sitemapPage } from './sitemap.ts'
import { tombstone } from './story.ts'
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
    const { pathname } = new URL(c.req.url)
    if (!pathname.endsWith('/')) throw new Problem('not_found')
    return lead(c, c.get('world').config.publicUrl.pathname + pathname.replace(/^\/|\/+$/g, ''))
  })
  return app
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
    const { world, site } = c.var
    const thread = await namedThread(c, number)
    const hidden = tombstoneJson(thread)
    if (hidden) return removed(c, drawing, hidden)
    const path = threadPath(thread)
    if (path !== `/t/${asked}`) return lead(c, pageLink(world.config, site, path))
    const after = readCursor<[string, string]>(cursor, 'story', ['moment', 'string'])
    const [json, rows] = await Promise.all([
      readThread(world, site, thread),
      after && storyRows(world.db, site.id, thread.id, after, pageSize, true),
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

function addFeeds(app: Hono<Env>): void {
  app.get('/s/:slug/feed.atom', (c) => {
    const { world, site } = c.var
    const about = { id: site.id, title: site.name, path: '/' }
    return answerPublic(c, '/', 'feed', () => feedOfThreads(world, site, publicBoards(c), about))
  })
  app.get('/s/:slug/b/:board/feed.atom', (c) => {
    const { world, site } = c.var
    const board = publicBoard(c)
    const title = `${nameIn(drawingOf(world.config, site), board)} · ${site.name}`
    const about = { id: board.id, title, path: `/b/${board.slug}` }
    return answerPublic(c, about.path, 'feed', () => feedOfThreads(world, site, [board], about))
  })
  app.get('/s/:slug/t/:number/feed.atom', (c) => {
    const { world, site } = c.var
    const number = numberIn(c.req.param('number'))
    return answerPublic(c, `/t/${number}`, 'feed', async () => {
      const thread = await publicThread(c, number)
      if (thread.number === number) return feedOfReplies(world, site, thread)
      return lead(c, pageLink(world.config, site, `/t/${thread.number}/feed.atom`))
    })
  })
}

function addSitemap(app: Hono<Env>): void {
  app.get('/s/:slug/sitemap.xml', (c) =>
    answerPublic(c, '/', 'sitemap', () => sitemapIndex(c.var.world, c.var.site, publicBoards(c))),
  )
  app.get('/s/:slug/sitemap/:page', (c) => {
    const page = Number(/^([1-9]\d{0,4})\.xml$/.exec(c.req.param('page'))?.[1] ?? 0)
    if (!page || page > lastSitemapPage) throw new Problem('not_found')
    return answerPublic(c, `/${page}`, 'sitemap', async () => {
      const drawn = await sitemapPage(c.var.world, c.var.site, publicBoards(c), page)
      if (!drawn) throw new Problem('not_found')
      return drawn
    })
  })
}

/** A page, or the way to where it is. */
function answerPage(
  c: Context<Env>,
  name: string,
  make: (drawing: Drawing) => Promise<Page | Response>,
): Promise<Response> {
  const { world, site } = c.var
  return answerPublic(c, name, 'page', async () => {
    const drawing = drawingOf(world.config, site)
    const page = await make(drawing)
    return page instanceof Response ? page : drawPage(drawing, pageFilesOf(world.config), page)
  })
}

/** What is left of a thread whose opening text was hidden: by which rule and when, as the widget says it. */
function removed(c: Context<Env>, drawing: Drawing, hidden: TombstoneJson): Response {
  const { config } = c.get('world')
  const why = tombstone(drawing, hidden)
  const page = drawRefusal(config, pageFilesOf(config), drawing.site, 'missing', why)
  return c.body(page, 410, refusalHeaders)
}

/** To the one address of a page. Titles change and merges are undone, and so nobody is to keep it. */
function lead(c: Context<Env>, location: string): Response {
  return c.body(null, 301, { location, 'cache-control': 'no-store' })
}

function refuse(error: Error, c: Context<Env>): Response {
  const problem = problemOf(error, c)
  const { config } = c.get('world')
  const { status, which } = refusalOf(problem)
  const page = drawRefusal(config, pageFilesOf(config), c.get('site'), which)
  return new Response(page, { status, headers: { ...refusalHeaders, ...problem.headers } })
}
