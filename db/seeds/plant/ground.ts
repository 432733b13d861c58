import { randomBytes } from 'node:crypto'
import type { Activity } from '../../../server/activity/record.ts'
import type { Rendered } from '../../../server/lib/markdown.ts'
import type { Category } from '../../../server/words.ts'
import type { SeedPerson, SeedReply, SeedStory, SeedThread } from '../bakfleet/story.ts'
import type { Rows } from './rows.ts'

/** What the rows of a demo community grow from. */
export interface Ground {
  story: SeedStory
  siteId: string
  now: Date
  /** Ids by slug, of the words that the new site was made with. */
  boards: Map<string, string>
  statuses: Map<string, string>
  stages: Map<string, { id: string; category: Category }>
  tags: Map<string, string>
  connections: { sso: string; email: string }
  people: Map<string, Person>
  threads: Map<string, Thread>
  /** Markdown made ready to be read, by its text. */
  rendered: Map<string, Rendered>
  rows: Rows
  /** What happened, in no order yet; numbered by time at the end. */
  happened: (Activity & { at: Date })[]
  acts: Act[]
}

export interface Person {
  story: SeedPerson
  id: string
  joined: Date
  staff: boolean
}

export interface Ballot {
  person: Person
  at: Date
  /** The duplicate that brought this vote. */
  from: Thread | undefined
}

export interface Reply {
  story: SeedReply
  id: string
  at: Date
  author: Person
  parent: Reply | undefined
}

export interface Thread {
  story: SeedThread
  id: string
  number: number
  openingId: string
  at: Date
  author: Person
  replies: Reply[]
  ballots: Ballot[]
}

/** A staff act for the audit log. */
interface Act {
  at: Date
  by: Person
  action: string
  subjectKind: string
  subject: string
  detail: Record<string, unknown>
}

const dayInMilliseconds = 86_400_000

/** The moment so many days before the planting. */
export function ago(ground: { now: Date }, days: number): Date {
  return new Date(ground.now.getTime() - Math.round(days * dayInMilliseconds))
}

/** The moment at a share (0 to 1) of the way from one to another. */
export function between(from: Date, to: Date, share: number): Date {
  return new Date(from.getTime() + Math.round((to.getTime() - from.getTime()) * share))
}

export function latest(...moments: Date[]): Date {
  return new Date(Math.max(...moments.map((moment) => moment.getTime())))
}

let made = 0

/** A UUIDv7 as it would have been made at a moment, since several lists are read in the order of ids. */
export function idAt(moment: Date): string {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(moment.getTime(), 0, 6)
  // Ids of one millisecond keep the order in which they were made.
  bytes.writeUInt16BE(0x7000 | (made++ & 0xfff), 6)
  bytes[8] = 0x80 | (bytes[8]! & 0x3f)
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** Looks something up that the story names; a story that names what it does not have is a fault of ours. */
export function known<T>(map: Map<string, T>, key: string, what: string): T {
  const found = map.get(key)
  if (found === undefined) throw new Error(`The demo story names an unknown ${what}: ${key}.`)
  return found
}

export const personOf = (ground: Ground, key: string) => known(ground.people, key, 'person')
export const threadOf = (ground: Ground, key: string) => known(ground.threads, key, 'thread')

export function renderedOf(ground: Ground, markdown: string): Rendered {
  return known(ground.rendered, markdown, 'text')
}
