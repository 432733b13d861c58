import { type Community, furnish } from '../community.ts'
import type { Person, TestSite } from '../world.ts'
import type { Asker } from './permissions.ts'

// One row for every route: what it is asked, by whom, what comes of it and what it costs. What must hold for
// all routes is a test that walks this table.

/** The least who a route's guard lets in. */
export type Caller = 'visitor' | 'member' | 'fullMember' | 'staff' | 'moderator' | 'product' | 'admin'

export interface Ask {
  /** Below the site. */
  path: string
  body?: unknown
  raw?: Uint8Array<ArrayBuffer>
  /** Besides those that say who asks. */
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
  /** When all is well. */
  status: 200 | 201 | 202 | 204 | 303
  /** Sent to the database, transactions' own included, where site and session are known. */
  statements: number
  /** Is about the asker's own session or account: whoever asks it has come for that, and goes. */
  ofNewcomer?: true
  /** Others see or count what it does, so that a suspended member may not. */
  seen?: true
  /** Who may ask, and for whom the answer is that it does not fit: 409. */
  unfit?: Asker[]
  /** Only who made what is asked about may, and these. */
  makerOr?: Asker[]
  /** Makes what the request needs, and the request: anew each time, so that it can be asked by anybody. */
  ask(premise: Premise, asker: Person): Ask | Promise<Ask>
}

export async function premiseOf(site: TestSite): Promise<Premise> {
  const community = await furnish(site)
  return { ...community, admin: await site.staff('admin', 'Ada Marsh') }
}

/** A visitor, who says nothing of who asks. */
export const nobody: Person = { id: '', name: 'Nobody', headers: {} }

/** The person of the premise that a caller is. */
export function personOf(premise: Premise, caller: Caller): Person {
  if (caller === 'visitor') return nobody
  if (caller === 'member' || caller === 'fullMember') return premise.anna
  return caller === 'staff' ? premise.product : premise[caller]
}

/** Somebody who may ask what the row asks. */
export async function askerOf(premise: Premise, { as, ofNewcomer }: RouteCase): Promise<Person> {
  if (!ofNewcomer || as === 'visitor') return personOf(premise, as)
  return as === 'member' || as === 'fullMember'
    ? premise.site.member()
    : premise.site.staff(as === 'staff' ? 'product' : as)
}

/** What a request itself sent: a lease of permits serves a tenth of a limit, and is nobody's in particular. */
export const besidesLeases = (texts: string[]) => texts.filter((text) => !text.includes('into allowances'))

/** `If-Match` with a revision. */
export const match = (revision: number) => ({ 'if-match': `"${revision}"` })

let made = 0

/** A name nothing else has. */
export const unique = (word: string) => `${word} ${++made}`
