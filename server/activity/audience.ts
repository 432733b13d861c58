import { findKeyByHash } from '../api_keys/queries.ts'
import { type Viewer, visibleTo } from '../context.ts'
import { viewerOfMember } from '../http/session.ts'
import { findMembersByTokens, type StaffStandingRow, staffOfSessions } from '../sessions/queries.ts'
import { roleWithin } from '../sessions/staff_sessions.ts'
import type { Site } from '../sites/queries.ts'
import { boardsFor, guardIdsOf, guardsOf } from '../sites/words.ts'
import type { Means } from './feed.ts'
import type { Reader } from './reader.ts'

const known = new WeakMap<Site, Map<string, Set<string>>>()

/** The boards that a viewer may read, by id. The one place where a stream asks. */
export function readableBoards(site: Site, viewer: Viewer): Set<string> {
  const byAudience = known.get(site) ?? new Map<string, Set<string>>()
  known.set(site, byAudience)
  const visible = visibleTo(viewer)
  const key = visible.join(' ')
  const boards = byAudience.get(key) ?? new Set(boardsFor(site, viewer).map((board) => board.id))
  byAudience.set(key, boards)
  return boards
}

/** Who a reader is, and until when, in milliseconds since 1970. */
export interface Standing {
  viewer: Viewer
  until: number
}

/**
 * Who the readers of a site are by now. Left out is whose session is over, and who has another role than when the
 * stream began: they may come again as who they are. A statement for all members, one for all of the team, and one for each key.
 */
export async function standing(
  { db, clock }: Pick<Means, 'db' | 'clock'>,
  site: Site,
  readers: Reader[],
): Promise<Map<Reader, Standing>> {
  const keys = readers.filter(({ viewer }) => viewer.key)
  const tokens = readers.flatMap(({ wish, viewer }) => (viewer.key ? [] : (wish.tokenHash ?? [])))
  const handles = readers.flatMap(({ wish }) => wish.handle ?? [])
  const now = clock.now()
  const [usable, members, staff] = await Promise.all([
    Promise.all(keys.map(({ wish }) => findKeyByHash(db, site.id, wish.tokenHash!))),
    tokens.length ? findMembersByTokens(db, site.id, tokens, guardsOf(site)) : [],
    handles.length ? staffOfSessions(db, site.id, handles, now) : [],
  ])
  const byToken = new Map(members.map((row) => [row.token_hash, row]))
  const byHandle = new Map(staff.map((row) => [row.handle, row]))
  const found = new Map<Reader, Standing>()
  // The team holds every segment, also those that were made since.
  const anew = (viewer: Viewer) =>
    viewer.audience === 'staff' ? { ...viewer, segments: guardIdsOf(site) } : viewer
  for (const [index, reader] of keys.entries())
    if (usable[index])
      found.set(reader, { viewer: anew(reader.viewer), until: usable[index].expires_at.getTime() })
  for (const reader of readers) {
    const { tokenHash, handle } = reader.wish
    const viewer = reader.viewer
    if (viewer.key) continue
    if (tokenHash !== undefined) {
      const row = byToken.get(tokenHash)
      const fresh = row && viewerOfMember(site, row, now)
      if (fresh && sameRole(fresh, viewer))
        found.set(reader, { viewer: fresh, until: row.expires_at.getTime() })
    } else if (handle !== undefined) {
      const row = byHandle.get(handle)
      if (row && holds(row, viewer))
        found.set(reader, { viewer: anew(viewer), until: row.expires_at.getTime() })
    } else found.set(reader, { viewer, until: Number.POSITIVE_INFINITY })
  }
  return found
}

const sameRole = (one: Viewer, other: Viewer) =>
  one.audience === other.audience && one.member?.role === other.member?.role

/** Whether a staff session still makes its holder who they were; somebody of another team is a visitor for as long. */
function holds(row: StaffStandingRow, { member }: Viewer): boolean {
  const role = row.role && (row.within ? roleWithin(row.role) : row.role)
  return (row.member_id ?? undefined) === member?.id && (role ?? undefined) === member?.role
}
