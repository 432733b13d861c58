import type { SegmentRule } from '../../../server/segments/json.ts'
import type { SeedDrawing } from './drawings.ts'

/** What a demo community is made of. Days are counted back from the moment it is planted. */

export type Language = 'en' | 'fr' | 'de'

type StatusSlug = 'open' | 'review' | 'planned' | 'building' | 'shipped' | 'closed'

export interface SeedCompany {
  key: string
  name: string
  plan: 'starter' | 'fleet' | 'network'
  /** EUR per month. */
  revenue: number
  /** Tries what is new before others do, as its host says of its people. */
  pilot?: true
}

export interface SeedPerson {
  key: string
  name: string
  email: string
  locale: Language
  company?: string
  role?: 'owner' | 'admin' | 'moderator' | 'product'
  /** What staff are called under an answer, such as “Product lead, routing”. */
  title?: string
  joinedDaysAgo: number
}

export interface SeedTag {
  slug: string
  names: Record<Language, string>
}

export interface SeedRule {
  number: number
  texts: Record<Language, { title: string; text: string }>
}

export interface SeedReply {
  key?: string
  by: string
  daysAgo: number
  body: string
  official?: true
  /** Chosen by the person who asked; questions only. */
  accepted?: true
  /** The key of a top-level reply it answers; nested one level. */
  to?: string
  /** What it said before its author edited it, two hours after posting it. */
  before?: string
}

export interface SeedStep {
  status: StatusSlug
  daysAgo: number
  by: string
  note: string
}

export interface SeedThread {
  key: string
  board: 'ideas' | 'help' | 'news' | 'early-access'
  kind: 'idea' | 'question' | 'discussion' | 'announcement'
  language: Language
  by: string
  daysAgo: number
  title: string
  body: string
  tags: string[]
  /** Ideas only: how many members vote, those who came by a merge included. */
  votes?: number
  /** Some who surely voted. */
  voters?: string[]
  steps?: SeedStep[]
  replies: SeedReply[]
  mergedInto?: { key: string; daysAgo: number; by: string }
  /** Read by staff only. */
  note?: { by: string; body: string }
  assignee?: string
}

export interface SeedItem {
  key: string
  title: string
  summary: string
  stage: 'consideration' | 'exploring' | 'planned' | 'building' | 'shipped' | 'aside'
  ideas: string[]
  published: boolean
  /** A month, such as 2027-01. */
  expected?: string
  owner: string
  createdDaysAgo: number
}

export interface SeedRuling {
  thread: string
  /** The key of the reply; absent for the opening post. */
  reply?: string
  rule: number
  reason: string
  by: string
  daysAgo: number
}

/** Somebody is kept from writing: an end that is over has run out by itself. */
export interface SeedSuspension {
  who: string
  rule: number
  reason: string
  by: string
  daysAgo: number
  forDays: number
}

export interface SeedReport {
  thread: string
  reply?: string
  by: string
  reason: 'spam' | 'rude' | 'private' | 'off_topic' | 'illegal' | 'other'
  note: string
  daysAgo: number
}

export interface SeedSite {
  slug: string
  name: string
  locale: Language
  texts: Record<Language, { title: string; purpose: string }>
  promise: Record<Language, string>
}

/** A board beside those that every site begins with, for the people of a segment alone. */
export interface SeedBoard {
  slug: SeedThread['board']
  kinds: SeedThread['kind'][]
  names: Record<Language, string>
  purposes: Record<Language, string>
  segment: { slug: string; names: Record<Language, string>; rule: SegmentRule }
}

export interface SeedStory {
  site: SeedSite
  drawings: SeedDrawing[]
  boards: SeedBoard[]
  companies: SeedCompany[]
  people: SeedPerson[]
  tags: SeedTag[]
  rules: SeedRule[]
  threads: SeedThread[]
  items: SeedItem[]
  rulings: SeedRuling[]
  suspensions: SeedSuspension[]
  reports: SeedReport[]
}
