import type { Hono } from 'hono'
import type { Env } from '../context.ts'
import { Problem } from '../errors.ts'
import { pageLink } from './addresses.ts'
import { lead } from './answer_page.ts'
import { drawingOf, nameIn } from './drawing.ts'
import { feedOfReplies, feedOfThreads } from './feeds.ts'
import { numberIn, publicBoard, publicBoards, publicThread } from './find.ts'
import { answerPublic } from './public_bytes.ts'
import { lastSitemapPage, sitemapIndex, sitemapPage } from './sitemap.ts'

// What programs read of a community: feed readers its Atom feeds, search engines its sitemap.

export function addFeeds(app: Hono<Env>): void {
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

export function addSitemap(app: Hono<Env>): void {
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
