import type { SessionJson } from '../../server/sessions/json.ts'
import { codeOf } from '../api.ts'
import type { Session } from './session.ts'

/** Tokens of the page that were sent. One is not sent again: whoever signed out would be back with it. */
const spent = new Set<string>()
const patience = 10_000

/** Makes the session fit what the host gives: its token first, else what its provider fetches. */
export const settle = async (session: Session): Promise<void> => {
  const { ssoToken, tokenProvider } = session.source
  if (ssoToken && (await exchange(session, ssoToken))) return
  if (ssoToken === '' || ssoToken === null) leaveHost(session)
  if (!tokenProvider) return
  try {
    const fresh = await Promise.race([tokenProvider(), late()])
    // A provider may give the same again: whether it may be used twice is the server's to say.
    spent.delete(fresh ?? '')
    if (fresh) await exchange(session, fresh)
    else leaveHost(session)
  } catch (error) {
    console.warn('[parvis] tokenProvider:', error)
  }
}

/** A provider that never answers must not keep everyone waiting. */
export const late = () =>
  new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error(`no answer within ${patience / 1000} s`)), patience)
  })

/** True where the token's person is signed in afterwards. */
const exchange = async (session: Session, token: string): Promise<boolean> => {
  const sub = subjectOf(token)
  const before = session.kept
  if (before && before.sub === sub) return true
  // From here on the former person's token goes with no request but the one that ends it.
  leave(session)
  if (!spent.has(token)) {
    try {
      spent.add(token)
      // Who was a guest here keeps what they did. Where nobody said their language yet, it is the one that they read here.
      const body = { token, guest: session.device, locale: session.source.host?.speaks()[0] }
      session.accept(await session.api.ask<SessionJson>('sessions/sso', { method: 'POST', body }), sub)
      session.device = undefined
      return true
    } catch (error) {
      if (codeOf(error) === 'token_refused') console.warn('[parvis] sso-token:', (error as Error).message)
      else spent.delete(token)
    }
  }
  // A spent token: perhaps another tab had the session. Somebody else's is no substitute.
  const known = session.read()
  // Where nobody was there and nobody is, nobody has gone.
  if (before || known) session.keep(known?.sub === sub ? known : undefined)
  return !!session.kept
}

/** Somebody else is there now: the former session ends on the server too, whoever may have got hold of its token. */
const leave = (session: Session): void => {
  const { kept } = session
  session.kept = undefined
  // A guest's ends with the sign-on.
  if (!kept || kept.member.role === 'guest') return
  endSession(session, kept.token)
}

/** Ends a session that nobody here has any more, not that of whoever is there by now; whatever becomes of it. */
export const endSession = ({ api }: Session, token: string): void => {
  const headers = { authorization: `Bearer ${token}` }
  fetch(`${api.root}sessions/current`, { method: 'DELETE', headers, credentials: 'omit' }).catch(() => {})
}

/** The host says that nobody is there: a session of its own making ends with that, on all devices where its tag says so. */
const leaveHost = (session: Session): void => {
  const everywhere = session.source.host?.getAttribute('sign-out') === 'everywhere'
  if (session.kept?.sub) void session.signOut(everywhere ? 'sessions' : undefined)
}

/** The `sub` of a token as its payload says. Only compared, never trusted: the server checks the signature. */
export const subjectOf = (token: string): string | undefined => {
  try {
    return JSON.parse(atob(token.split('.')[1]!.replaceAll('-', '+').replaceAll('_', '/'))).sub
  } catch {
    return undefined
  }
}
