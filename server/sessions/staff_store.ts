import { type Selectable, sql } from 'kysely'
import { type Adapter, Lucia, TimeSpan } from 'lucia'
import type { AccountSessions } from '../../db/schema.ts'
import type { World } from '../context.ts'
import { later } from '../lib/clock.ts'
import { hashToken } from '../lib/ids.ts'
import type { Device } from './device.ts'
import { endSessions } from './staff_sessions.ts'

// Lucia is frozen upstream and its authors recommend owning the code: only this file knows it.

export const idleSeconds = 14 * 86_400
const longestSeconds = 90 * 86_400
const seenEverySeconds = 300

/** The one site that a session is of, and the link of its provider that it ends with. */
export interface Within {
  siteId: string
  linkId: string
}

/** What is kept of a staff session. */
export interface Opened extends Device {
  /** Names it to its owner; the secret in the cookie is nowhere kept. */
  handle: string
  provedBy: string
  provedAt: Date
  seenAt: Date
  within: Within | undefined
}

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<Opened>
    DatabaseSessionAttributes: Opened
  }
}

const stores = new WeakMap<World, Lucia<Opened>>()

/** The staff sessions of a world. */
export function staffSessionStore(world: World): Lucia<Opened> {
  let lucia = stores.get(world)
  if (!lucia) {
    lucia = new Lucia(adapter(world), {
      sessionExpiresIn: new TimeSpan(idleSeconds, 's'),
      getSessionAttributes: (row) => row,
    })
    stores.set(world, lucia)
  }
  return lucia
}

/**
 * Lucia's seven doors to our tables. Session ids are kept hashed, so a copy of the table opens nothing. A session
 * ends after 14 days without use, and after 90 days in any case. Times are by our clock; Lucia reads the machine's,
 * and is told them as far ahead of that as they are of ours.
 */
function adapter({ db, clock }: World): Adapter {
  const shown = (row: Selectable<AccountSessions>, id: string) => ({
    id,
    userId: row.account_id,
    expiresAt: new Date(row.expires_at.getTime() - clock.now().getTime() + Date.now()),
    attributes: {
      handle: row.handle,
      browser: row.browser,
      system: row.system,
      provedBy: row.proved_by,
      provedAt: row.proved_at,
      seenAt: row.seen_at,
      within: withinOf(row),
    },
  })
  return {
    async getSessionAndUser(id) {
      const row = await db
        .selectFrom('account_sessions')
        .selectAll()
        .where('id', '=', hashToken(id))
        .executeTakeFirst()
      return row ? [shown(row, id), { id: row.account_id, attributes: {} }] : [null, null]
    },
    async getUserSessions(accountId) {
      const rows = await db
        .selectFrom('account_sessions')
        .selectAll()
        .where('account_id', '=', accountId)
        .limit(100)
        .execute()
      return rows.map((row) => shown(row, row.id))
    },
    async setSession({ id, userId, attributes }) {
      await db
        .insertInto('account_sessions')
        .values({
          id: hashToken(id),
          account_id: userId,
          handle: attributes.handle,
          browser: attributes.browser,
          system: attributes.system,
          proved_by: attributes.provedBy,
          proved_at: attributes.provedAt,
          seen_at: attributes.seenAt,
          site_id: attributes.within?.siteId ?? null,
          openid_link_id: attributes.within?.linkId ?? null,
          created_at: attributes.provedAt,
          expires_at: later(attributes.provedAt, idleSeconds),
        })
        .execute()
    },
    async updateSessionExpiration(id) {
      const row = await db
        .selectFrom('account_sessions')
        .select('created_at')
        .where('id', '=', hashToken(id))
        .executeTakeFirst()
      if (!row) return
      const latest = later(row.created_at, longestSeconds)
      const idle = later(clock.now(), idleSeconds)
      await db
        .updateTable('account_sessions')
        .set({ expires_at: idle < latest ? idle : latest })
        .where('id', '=', hashToken(id))
        .execute()
    },
    async deleteSession(id) {
      await endSessions(db, sql`id = ${hashToken(id)}`)
    },
    async deleteUserSessions(accountId) {
      await endSessions(db, sql`account_id = ${accountId}`)
    },
    async deleteExpiredSessions() {
      await db.deleteFrom('account_sessions').where('expires_at', '<=', clock.now()).execute()
    },
  }
}

/** What a row says of the one site that it counts in. */
export function withinOf(row: { site_id: string | null; openid_link_id: string | null }): Within | undefined {
  return row.site_id && row.openid_link_id ? { siteId: row.site_id, linkId: row.openid_link_id } : undefined
}

/** Notes that a session was used; once in five minutes is exact enough for its owner, and cheap. */
export async function markSeen({ db, clock }: World, id: string, seenAt: Date): Promise<void> {
  const now = clock.now()
  if (now < later(seenAt, seenEverySeconds)) return
  await db.updateTable('account_sessions').set({ seen_at: now }).where('id', '=', id).execute()
}
