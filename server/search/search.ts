import type { Db } from '../../db/connect.ts'
import type { Viewer, World } from '../context.ts'
import { memberRowJson } from '../members/file_json.ts'
import { listCustomers } from '../members/file_queries.ts'
import { staffMemberJson } from '../members/json.ts'
import { listStaff } from '../members/queries.ts'
import type { Site } from '../sites/queries.ts'
import { boardsFor } from '../sites/words.ts'
import { meantBy } from '../threads/misspelt.ts'
import { markedJson } from '../threads/search.ts'
import { asksForSomething, termsOf } from '../threads/search_terms.ts'
import type { StaffSearchJson } from './json.ts'
import {
  type Asked,
  type FoundPost,
  type FoundThread,
  notesOfTeam,
  repliesOfTeam,
  threadOfNumber,
  threadsOfTeam,
} from './queries.ts'

/** How many of each kind are found; who wants others asks for more words. */
const most = 5

/** A thread's number, as screens and people write it; within PostgreSQL's integers. */
const aNumber = /^#?(\d{1,9})$/

/**
 * What the team looks for, a thread also by its number, in the boards that the viewer may read and among the people who are not erased. Where there
 * is nothing, what holds the words it may have been meant for, and `near` says so.
 */
export async function searchForTeam(
  world: World,
  site: Site,
  viewer: Viewer,
  typed: string,
): Promise<StaffSearchJson> {
  const terms = termsOf(typed)
  const boardIds = boardsFor(site, viewer).map((board) => board.id)
  const asked = { siteId: site.id, boardIds, limit: most }
  const number = aNumber.exec(typed)?.[1]
  const [posts, named, team, people] = await Promise.all([
    postsOfTeam(world.db, { ...asked, terms }),
    number ? threadOfNumber(world.db, site.id, boardIds, Number(number)) : [],
    typed ? listStaff(world.db, site.id, { q: typed, limit: most }) : [],
    typed
      ? listCustomers(world.db, site.id, world.clock.now(), { q: typed, suspended: false, limit: most })
      : [],
  ])
  const found = {
    ...posts,
    threads: [
      ...named.map(threadJson),
      ...posts.threads.filter((thread) => thread.number !== named[0]?.number),
    ].slice(0, most),
    team: team.slice(0, most).map((row) => staffMemberJson(world.config, site.id, row)),
    people: people.slice(0, most).map((row) => memberRowJson(world.config, site.id, row)),
  }
  if (!isEmpty(found)) return found
  const filter = { boardIds, sort: 'top' as const, limit: most }
  const meant = await meantBy(world.db, { siteId: site.id, filter, terms }, typed)
  const near = meant ? await postsOfTeam(world.db, { ...asked, terms: termsOf(meant) }) : posts
  return isEmpty(near) ? found : { ...found, ...near, near: true }
}

const isEmpty = (found: Record<string, unknown[]>) => Object.values(found).every((rows) => !rows.length)

async function postsOfTeam(
  db: Db,
  asked: Asked,
): Promise<Pick<StaffSearchJson, 'threads' | 'replies' | 'notes'>> {
  if (!asksForSomething(asked.terms)) return { threads: [], replies: [], notes: [] }
  const [threads, replies, notes] = await Promise.all([
    threadsOfTeam(db, asked),
    repliesOfTeam(db, asked),
    notesOfTeam(db, asked),
  ])
  return {
    threads: threads.map(threadJson),
    replies: replies.map((row) => ({ ...postJson(row), hidden: row.hidden })),
    notes: notes.map(postJson),
  }
}

function threadJson(row: FoundThread): StaffSearchJson['threads'][number] {
  return {
    number: row.number,
    title: markedJson(row.title),
    text: markedJson(row.piece),
    hidden: row.hidden,
    mergedInto: row.merged_into,
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
