import { sql } from 'kysely'
import type { World } from '../context.ts'
import { Problem } from '../errors.ts'
import { inTransaction, type Trx } from '../lib/in_transaction.ts'
import { rendererVersion, type Sizes } from '../lib/markdown.ts'
import { drawnIn } from '../lib/markdown_mentions.ts'
import { holdThreadsOf, renewFoundWords } from './found_words.ts'

const atOnce = 20
// A job has two minutes; the next one goes on in five.
const patienceInMilliseconds = 60_000

/**
 * Makes the HTML of posts that an older renderer made anew, and what lists show and searches find of them, so that a
 * renderer that was put right is so for what was written before. Nothing about a post says that it was edited, and
 * nobody is told. Whom it mentions and which images it shows stays as it was: that was decided when it was written.
 */
export async function renewTexts(world: World): Promise<void> {
  const until = performance.now() + patienceInMilliseconds
  for (const { id } of (await askForSites(world.db)).rows) {
    let last: string | undefined = '00000000-0000-0000-0000-000000000000'
    while (last && performance.now() < until) last = await renewSome(world, id, last)
  }
}

/**
 * The sites where an older renderer's work is left, which after the first hours of a version are none. One look
 * each, whatever the planner knows of the posts.
 */
export const askForSites = (db: World['db']) =>
  sql<{ id: string }>`
    select s.id from sites s where (
      select true from posts p where p.site_id = s.id and p.renderer < ${rendererVersion} limit 1)
    order by s.id`.execute(db)

interface Older {
  id: string
  body: string
  html: string
  images: Sizes
}

interface Renewed {
  of: Older
  html: string
}

/** Makes those next after one anew, and says which was the last; undefined where there are no more. */
async function renewSome(world: World, siteId: string, after: string): Promise<string | undefined> {
  const { rows } = await sql<Older>`
    select p.id, p.body, p.html, coalesce((
      select jsonb_object_agg(i.id, jsonb_build_object('width', i.width, 'height', i.height))
      from images i where i.site_id = p.site_id and i.post_id = p.id), '{}') as images
    from posts p where p.site_id = ${siteId} and p.renderer < ${rendererVersion} and p.id > ${after}
    order by p.id limit ${atOnce}`.execute(world.db)
  const made: Renewed[] = []
  for (const of of rows) {
    const html = await renew(world, of)
    if (html !== undefined) made.push({ of, html })
  }
  if (made.length) await keep(world, siteId, made)
  return rows.length === atOnce ? rows.at(-1)!.id : undefined
}

/** Undefined of one that this renderer refuses: it stays as it is, and somebody has to look. */
async function renew(world: World, { id, body, html, images }: Older): Promise<string | undefined> {
  try {
    return (await world.render.render(body, { people: drawnIn(html), images })).html
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'unrenderable') throw error
    world.log.warn({ post: id }, 'post not made anew: this renderer refuses it')
    return undefined
  }
}

/** One that was rewritten or taken away meanwhile has been made by this renderer, or is read anew. */
async function keep(world: World, siteId: string, made: Renewed[]): Promise<void> {
  const ids = made.map(({ of }) => of.id)
  const work = async (trx: Trx) => {
    await holdThreadsOf(trx, siteId, ids)
    for (const { of, html } of made) {
      const { numAffectedRows } = await sql`update posts set html = ${html}, renderer = ${rendererVersion}
        where site_id = ${siteId} and id = ${of.id} and renderer < ${rendererVersion}
          and body = ${of.body} and html = ${of.html}`.execute(trx)
      if (numAffectedRows && html !== of.html) await renewFoundWords(trx, siteId, of.id, html)
    }
  }
  await inTransaction(
    world,
    siteId,
    work,
    made.some(({ of, html }) => html !== of.html) ? 'content' : 'quiet',
  )
}
