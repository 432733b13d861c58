import type { SessionJson } from '../../server/sessions/json.ts'
import { codeOf } from '../api.ts'
import type { Session } from './session.ts'
import { endSession } from './sign_on.ts'

// A guest is whoever holds the secret of a device. It outlives their session, and goes with the next sign-in, which
// gives all that the guest did to the member that they become.

/**
 * Whether this page can do the work that is asked of a guest: WebCrypto is there in secure contexts only. The pages that a site allows are
 * https, or on the loopback, and so it is missing only where such a page is framed by one that is not secure.
 */
export const canProve = (): boolean => !!globalThis.crypto?.subtle

/** Tries that are under way or were refused; once for each page is enough. */
const tries = new WeakMap<Session, { device: string; back: Promise<boolean> }>()

/** Signs the guest of this device in again, whose session is over. True where that went well. */
export const comeBack = (session: Session): Promise<boolean> => {
  const { device } = session
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
    const opened = await session.api.ask<SessionJson>('sessions/guest/device', {
      method: 'POST',
      body: { device },
    })
    // This session may end too, and then there is another try.
    tries.delete(session)
    // Who signed in or out meanwhile meant it.
    if (session.kept || session.device !== device) endSession(session, opened.token)
    else session.accept(opened)
    return !!session.kept
  } catch (error) {
    const code = codeOf(error)
    if (code === 'guest_unknown') session.device = undefined
    // What says nothing of the device may be over the next time.
    else if (code !== 'forbidden') tries.delete(session)
    return false
  }
}
