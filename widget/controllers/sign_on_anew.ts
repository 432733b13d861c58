import type { SessionJson } from '../../server/sessions/json.ts'
import type { Session } from './session.ts'
import { endSession, late, subjectOf } from './sign_on.ts'

/**
 * Asks the host's token provider once more who is there, so that a sign-in is a fresh one. False where it gives nothing
 * that the server takes, or somebody else: the session that is there then stays as it is.
 */
export const signOnAnew = async (session: Session): Promise<boolean> => {
  const { kept, source } = session
  if (!kept?.sub || !source.tokenProvider) return false
  try {
    const token = await Promise.race([source.tokenProvider(), late()])
    if (!token || subjectOf(token) !== kept.sub) return false
    const made = await session.api.ask<SessionJson>('sessions/sso', { method: 'POST', body: { token } })
    return replaceSession(session, made)
  } catch {
    return false
  }
}

/** Takes a newer session of the same person in the place of theirs, which ends; false where it is another's. */
export const replaceSession = (session: Session, made: SessionJson): boolean => {
  const { kept } = session
  const same = kept?.member.id === made.member.id
  endSession(session, same ? kept.token : made.token)
  // What the host's token made ends with the host's sign-out, by whichever way it was renewed.
  if (same) session.accept(made, kept.sub)
  return same
}
