import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { Env } from '../context.ts'
import { Problem } from '../errors.ts'
import { hashToken, newId } from '../lib/ids.ts'
import { deviceOf } from './device.ts'
import { idleSeconds, markSeen, staffSessionStore, type Within } from './staff_store.ts'

const cookieName = '__Host-parvis'
const otherAccount = 'Another account is signed in in this browser by now.'

/** That an account was proved, and how. What proves it by two factors at once is a passkey. */
export interface Proof {
  accountId: string
  by: 'link' | 'code' | 'password' | 'passkey' | 'openid'
  /** Where a provider that a site set up proved it: nowhere else does that count. */
  within?: Within | undefined
}

/** Opens a session for a staff account in this browser, under a new id, ending the one it had. */
export async function openStaffSession(c: Context<Env>, proof: Proof): Promise<void> {
  const lucia = staffSessionStore(c.get('world'))
  const old = getCookie(c, cookieName)
  if (old) await lucia.invalidateSession(old)
  const now = c.get('world').clock.now()
  const session = await lucia.createSession(proof.accountId, {
    handle: newId(),
    provedBy: proof.by,
    provedAt: now,
    seenAt: now,
    within: proof.within,
    ...deviceOf(c.req.header('user-agent') ?? ''),
  })
  writeCookie(c, session.id, idleSeconds)
}

/** A staff session, as requests need it. */
export interface StaffSession {
  accountId: string
  handle: string
  provedAt: Date
  within: Within | undefined
}

/**
 * The session that this browser holds, where it is of the account as a whole: one that a site's own provider opened is
 * none outside of that site, nor for the account itself.
 */
export async function staffAccount(c: Context<Env>): Promise<StaffSession | undefined> {
  const session = await staffSession(c)
  return session?.within ? undefined : session
}

/**
 * The session that this browser holds, also where it is `within` a site alone. Looked up once for a request. A page that
 * was opened by another account, which `Parvis-Account` names, is refused: the browser's tabs share one cookie, and what
 * somebody does in one of them is done by nobody else who signed in in another.
 */
export async function staffSession(c: Context<Env>): Promise<StaffSession | undefined> {
  const known = c.get('staffSession')
  if (known) return known
  const id = getCookie(c, cookieName)
  if (!id || id.length > 200) return undefined
  const world = c.get('world')
  const { session } = await staffSessionStore(world).validateSession(id)
  if (!session) return undefined
  const asking = c.req.header('parvis-account')
  if (asking && asking !== session.userId) throw new Problem('unauthenticated', otherAccount)
  if (session.fresh) writeCookie(c, session.id, idleSeconds)
  await markSeen(world, hashToken(id), session.seenAt)
  const { userId, handle, provedAt, within } = session
  const found = { accountId: userId, handle, provedAt, within }
  c.set('staffSession', found)
  return found
}

export async function endStaffSession(c: Context<Env>): Promise<void> {
  const id = getCookie(c, cookieName)
  if (id) await staffSessionStore(c.get('world')).invalidateSession(id)
  writeCookie(c, '', 0)
}

function writeCookie(c: Context<Env>, value: string, maxAge: number): void {
  setCookie(c, cookieName, value, { path: '/', secure: true, httpOnly: true, sameSite: 'Lax', maxAge })
}
