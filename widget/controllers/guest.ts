import type { SessionJson } from '../../server/sessions/json.ts'
import { codeOf } from '../api.ts'
import { recall, remember } from '../storage.ts'
import type { Session } from './session.ts'

// A guest is whoever holds the secret of a device. It outlives their session, and goes with the next sign-in, which
// gives all that the guest did to the member that they become.

const keyOf = (session: Session) => `${session.key}:guest`

/** The secret of the guest that this device is, if it is one. */
export const deviceOf = (session: Session): string | undefined => recall(keyOf(session))

/** Keeps the secret; `undefined` forgets it, and with it the guest. */
export const keepDevice = (session: Session, device: string | undefined): void =>
  remember(keyOf(session), device)

/**
 * Whether this page can do the work that is asked of a guest: WebCrypto is there in secure contexts only. The pages that a site allows are
 * https, or on the loopback, and so it is missing only where such a page is framed by one that is not secure.
 */
export const canProve = (): boolean => !!globalThis.crypto?.subtle

/** Tries that are under way or were refused; once for each page is enough. */
const tries = new WeakMap<Session, { device: string; back: Promise<boolean> }>()

/** Signs the guest of this device in again, whose session is over. True where that went well. */
export const comeBack = (session: Session): Promise<boolean> => {
  const device = deviceOf(session)
  if (!device) return Promise.resolve(false)
  let under = tries.get(session)
  if (under?.device !== device) {
    under = { device, back: reopen(session, device) }
    tries.set(session, under)
  }
  return under.back
}

const reopen = async (session: Session, device: string): Promise<boolean> => {
  try {
    session.accept(
      await session.api.ask<SessionJson>('sessions/guest/device', { method: 'POST', body: { device } }),
    )
    // This session may end too, and then there is another try.
    tries.delete(session)
    return true
  } catch (error) {
    if (codeOf(error) === 'guest_unknown') keepDevice(session, undefined)
    return false
  }
}
