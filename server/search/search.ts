import type { Viewer, World } from '../context.ts'
import { memberRowJson } from '../members/file_json.ts'
import { listCustomers } from '../members/file_queries.ts'
import { staffMemberJson } from '../members/json.ts'
import { listStaff } from '../members/queries.ts'
import type { Site } from '../sites/queries.ts'
import { boardsFor } from '../sites/words.ts'
import { markedJson } from '../threads/search.ts'
import { asksForSomething, termsOf } from '../threads/search_terms.ts'
import type { StaffSearchJson } from './json.ts'
import { type Asked, type FoundPost, notesOfTeam, repliesOfTeam, threadsOfTeam } from './queries.ts'

/** How many of each kind are found; who wants others asks for more words. */
const most = 5

/** What the team looks for, in the boards that the viewer may read and among the people who are not erased. */
export async function searchForTeam(
  world: World,
  site: Site,
  viewer: Viewer,
  typed: string,
): Promise<StaffSearchJson> {
  const terms = termsOf(typed)
  const boardIds = boardsFor(site, viewer).map((board) => board.id)
  const asked: Asked = { siteId: site.id, boardIds, terms, limit: most }
  const words = asksForSomething(terms)
  const [threads, replies, notes, team, people] = await Promise.all([
    words ? threadsOfTeam(world.db, asked) : [],
    words ? repliesOfTeam(world.db, asked) : [],
    words ? notesOfTeam(world.db, asked) : [],
    typed ? listStaff(world.db, site.id, { q: typed, limit: most }) : [],
    typed
      ? listCustomers(world.db, site.id, world.clock.now(), { q: typed, suspended: false, limit: most })
      : [],
  ])
  return {
    threads: threads.map(({ number, title, piece, hidden, merged_into }) => ({
      number,
      title: markedJson(title),
      text: markedJson(piece),
      hidden,
      mergedInto: merged_into,
    })),
    replies: replies.map((row) => ({ ...postJson(row), hidden: row.hidden })),
    notes: notes.map(postJson),
    team: team.slice(0, most).map((row) => staffMemberJson(world.config, site.id, row)),
    people: people.slice(0, most).map((row) => memberRowJson(world.config, site.id, row)),
  }
}

function postJson(row: Omit<FoundPost, 'hidden'>): StaffSearchJson['notes'][number] {
  return {
    id: row.id,
    thread: { number: row.number, title: row.thread_title },
    author: row.author,
    text: markedJson(row.piece),
    createdAt: row.created_at.toISOString(),
  }
}
