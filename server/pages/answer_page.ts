import type { Context } from 'hono'
import type { Env } from '../context.ts'
import { problemOf } from '../errors.ts'
import type { TombstoneJson } from '../replies/json.ts'
import { type Drawing, drawingOf } from './drawing.ts'
import { drawPage, type Page } from './frame.ts'
import { pageFilesOf } from './page_files.ts'
import { answerPublic, refusalHeaders } from './public_bytes.ts'
import { drawRefusal, refusalOf } from './refusal.ts'
import { tombstone } from './story.ts'

/** A page, or the way to where it is. */
export function answerPage(
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
export function removed(c: Context<Env>, drawing: Drawing, hidden: TombstoneJson): Response {
  const { config } = c.get('world')
  const why = tombstone(drawing, hidden)
  const page = drawRefusal(config, pageFilesOf(config), drawing.site, 'missing', why)
  return c.body(page, 410, refusalHeaders)
}

/** To the one address of a page. Titles change and merges are undone, and so nobody is to keep it. */
export function lead(c: Context<Env>, location: string): Response {
  return c.body(null, 301, { location, 'cache-control': 'no-store' })
}

/** The page for what cannot be shown. */
export function refuse(error: Error, c: Context<Env>): Response {
  const problem = problemOf(error, c)
  const { config } = c.get('world')
  const { status, which } = refusalOf(problem)
  const page = drawRefusal(config, pageFilesOf(config), c.get('site'), which)
  return new Response(page, { status, headers: { ...refusalHeaders, ...problem.headers } })
}
