import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { type Adapter, Lucia, TimeSpan } from 'lucia'
import type { Db } from '../../db/connect.ts'
import type { Env, World } from '../context.ts'
import { hashToken } from '../lib/ids.ts'

// Lucia is frozen upstream and its authors recommend owning the code: only this folder knows it.

const cookieName = '__Host-parvis'

const stores = new WeakMap<World, Lucia>()

function store(world: World): Lucia {
  let lucia = stores.get(world)
  if (!lucia) {
    lucia = new Lucia(adapter(world.db), { sessionExpiresIn: new TimeSpan(14, 'd') })
    stores.set(world, lucia)
  }
  return lucia
}

/** Opens a session for a staff account in this browser, ending the one it had. */
export async function openStaffSession(c: Context<Env>, accountId: string): Promise<void> {
  const lucia = store(c.get('world'))
  const old = getCookie(c, cookieName)
  if (old) await lucia.invalidateSession(old)
  const session = await lucia.createSession(accountId, {})
  writeCookie(c, session.id, 14 * 86_400)
}

/** The account whose session this browser holds. */
export async function staffAccount(
  c: Context<Env>,
): Promise<{ accountId: string; tokenHash: string } | undefined> {
  const id = getCookie(c, cookieName)
  if (!id || id.length > 200) return undefined
  const { session, user } = await store(c.get('world')).validateSession(id)
  if (!session) return undefined
  if (session.fresh) writeCookie(c, session.id, 14 * 86_400)
  return { accountId: user.id, tokenHash: hashToken(id) }
}

export async function endStaffSession(c: Context<Env>): Promise<void> {
  const id = getCookie(c, cookieName)
  if (id) await store(c.get('world')).invalidateSession(id)
  writeCookie(c, '', 0)
}

function writeCookie(c: Context<Env>, value: string, maxAge: number): void {
  setCookie(c, cookieName, value, { path: '/', secure: true, httpOnly: true, sameSite: 'Lax', maxAge })
}

/** Lucia's seven doors to our tables. Session ids are kept hashed, so a copy of the table opens nothing. */
function adapter(db: Db): Adapter {
  const shown = (row: { account_id: string; expires_at: Date }, id: string) => ({
    id,
    userId: row.account_id,
    expiresAt: row.expires_at,
    attributes: {},
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
    async setSession(session) {
      await db
        .insertInto('account_sessions')
        .values({ id: hashToken(session.id), account_id: session.userId, expires_at: session.expiresAt })
        .execute()
    },
    async updateSessionExpiration(id, expiresAt) {
      await db
        .updateTable('account_sessions')
        .set({ expires_at: expiresAt })
        .where('id', '=', hashToken(id))
        .execute()
    },
    async deleteSession(id) {
      await db.deleteFrom('account_sessions').where('id', '=', hashToken(id)).execute()
    },
    async deleteUserSessions(accountId) {
      await db.deleteFrom('account_sessions').where('account_id', '=', accountId).execute()
    },
    async deleteExpiredSessions() {
      await db.deleteFrom('account_sessions').where('expires_at', '<=', new Date()).execute()
    },
  }
}
