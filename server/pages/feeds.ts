import type { World } from '../context.ts'
import { imagesOf } from '../images/address.ts'
import { authorJson } from '../members/json.ts'
import type { Board, Site } from '../sites/queries.ts'
import { listThreads } from '../threads/list_queries.ts'
import type { ThreadFull } from '../threads/queries.ts'
import { absolute, canonicalOf, pageLink, threadPath } from './addresses.ts'
import { drawFeed, type Entry } from './atom.ts'
import { drawingOf } from './drawing.ts'
import { nameOfAuthor } from './parts.ts'
import { latestReplies, openingsOf } from './queries.ts'

const mostEntries = 30

/** The newest threads of some boards: of one, or of all that a visitor may read. */
export async function feedOfThreads(
  world: World,
  site: Site,
  boards: Board[],
  about: { id: string; title: string; path: string },
): Promise<string> {
  const { config, db } = world
  const drawing = drawingOf(config, site)
  const rows = await listThreads(db, site.id, {
    boardIds: boards.map((board) => board.id),
    sort: 'new',
    limit: mostEntries,
  })
  const shown = rows.slice(0, mostEntries)
  const openings = await openingsOf(
    db,
    site.id,
    shown.map((row) => row.id),
  )
  const entries = shown.flatMap((row): Entry[] => {
    const opening = openings.get(row.id)
    // What its author took away is no news.
    if (!opening?.html) return []
    return [
      {
        id: opening.opening_id,
        title: row.title,
        link: canonicalOf(config, site, threadPath(row)),
        author: nameOfAuthor(drawing, authorJson(config, site, row)),
        published: row.created_at,
        updated: opening.edited_at ?? row.created_at,
        language: row.language,
        content: withoutMembers(imagesOf(world, site, row.board_id)(opening.html)),
      },
    ]
  })
  return drawFeed({
    id: about.id,
    title: about.title,
    language: site.locale,
    self: selfOf(world, site, about.path === '/' ? '' : about.path),
    page: canonicalOf(config, site, about.path),
    entries,
  })
}

/** The latest replies to a thread, and last the thread's own text. */
export async function feedOfReplies(world: World, site: Site, thread: ThreadFull): Promise<string> {
  const { config, db } = world
  const drawing = drawingOf(config, site)
  const path = threadPath(thread)
  const page = absolute(config, pageLink(config, site, path))
  const show = imagesOf(world, site, thread.board_id)
  const rows = await latestReplies(db, site.id, thread.id, mostEntries)
  const entries = rows.map((row): Entry => {
    const name = nameOfAuthor(drawing, authorJson(config, site, row))
    return {
      id: row.id,
      title: drawing.words.replyBy(name),
      link: `${page}#post-${row.id}`,
      author: name,
      published: row.created_at,
      updated: row.edited_at ?? row.created_at,
      language: thread.language,
      content: withoutMembers(show(row.html)),
    }
  })
  if (!thread.deleted_at)
    entries.push({
      id: thread.opening_id,
      title: thread.title,
      link: page,
      author: nameOfAuthor(drawing, authorJson(config, site, thread)),
      published: thread.created_at,
      updated: thread.edited_at ?? thread.created_at,
      language: thread.language,
      content: withoutMembers(show(thread.html)),
    })
  return drawFeed({
    id: thread.id,
    title: drawing.words.feedOfThread(thread.title),
    language: site.locale,
    self: selfOf(world, site, `/t/${thread.number}`),
    page: canonicalOf(config, site, path),
    entries,
  })
}

const selfOf = ({ config }: World, site: Site, path: string) =>
  absolute(config, pageLink(config, site, `${path}/feed.atom`))

/** A post's HTML as it may go anywhere: who is mentioned is a name there and nothing more. */
const withoutMembers = (html: string) => html.replaceAll(/ data-member="[0-9a-f-]{36}"/g, '')
