import { findKeyByHash } from '../api_keys/queries.ts'
import { type Viewer, visibleTo } from '../context.ts'
import { viewerOfMember } from '../http/session.ts'
import { findMembersByTokens, staffOfSessions } from '../sessions/queries.ts'
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
  const key = visibleTo(viewer).join(' ')
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
  // The team reads the boards of all segments, also of one that came while it listened.
  const reading = (viewer: Viewer): Viewer =>
    viewer.audience === 'staff' ? { ...viewer, segments: guardIdsOf(site) } : viewer
  for (const [index, reader] of keys.entries())
    if (usable[index])
      found.set(reader, { viewer: reading(reader.viewer), until: usable[index].expires_at.getTime() })
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
      // Somebody signed in elsewhere is a visitor here, for as long as they are not on this team.
      const row = byHandle.get(handle)
      const role = row?.role && (row.within ? roleWithin(row.role) : row.role)
      if (
        row &&
        (row.member_id ?? undefined) === viewer.member?.id &&
        (role ?? undefined) === viewer.member?.role
      )
        found.set(reader, { viewer: reading(viewer), until: Number.POSITIVE_INFINITY })
    } else found.set(reader, { viewer, until: Number.POSITIVE_INFINITY })
  }
  return found
}

const sameRole = (one: Viewer, other: Viewer) =>
  one.audience === other.audience && one.member?.role === other.member?.role
