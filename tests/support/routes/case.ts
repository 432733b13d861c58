import { type Community, furnish } from '../community.ts'
import type { Person, TestSite } from '../world.ts'
import type { Asker } from './permissions.ts'

// One row for every route: what it is asked, by whom, what comes of it and what it costs. What must hold for
// all routes is a test that walks this table.

/** The least who a route's guard lets in. */
export type Caller = 'visitor' | 'member' | 'staff' | 'moderator' | 'product' | 'admin'

export interface Ask {
  /** Below the site. */
  path: string
  body?: unknown
  raw?: Uint8Array<ArrayBuffer>
  /** Those of another person stand in the caller's place: of one who may be signed out by it, or changed. */
  headers?: Record<string, string>
}

/** A furnished site, its people, and ways to make what a request is about to change. */
export interface Premise extends Community {
  admin: Person
}

export interface RouteCase {
  /** Method and path as the document has them, below the site. */
  route: string
  as: Caller
  status: number
  /** Sent to the database, transactions' own included, where site and session are known. */
  statements: number
  /** The asker's own session is over after it. */
  endsSession?: true
  /** Only who made what is asked about may, and these. */
  makerOr?: Asker[]
  /** Makes what the request needs, and the request: anew each time, so that it can be asked by anybody. */
  ask(premise: Premise): Ask | Promise<Ask>
}

export async function premiseOf(site: TestSite): Promise<Premise> {
  const community = await furnish(site)
  return { ...community, admin: await site.staff('admin', 'Ada Marsh') }
}

/** The person of the premise that a caller is. */
export function personOf(premise: Premise, caller: Caller): Person | undefined {
  if (caller === 'visitor') return undefined
  return caller === 'member' ? premise.anna : caller === 'staff' ? premise.product : premise[caller]
}

/** `If-Match` with a revision. */
export const match = (revision: number) => ({ 'if-match': `"${revision}"` })

let made = 0

/** A name nothing else has. */
export const unique = (word: string) => `${word} ${++made}`
