import { type Doer, Problem } from '../api.ts'
import { comeBack } from './guest.ts'
import type { Session } from './session.ts'
import { settle } from './sign_on.ts'

/**
 * The server no longer takes this token of the session. Another tab of the page may have got a new one, also for
 * somebody else: what the `doer` meant to do is not done in their name. A guest's, where nobody is there, is a visitor's.
 */
export const renew = async (session: Session, refused: string, doer?: Doer): Promise<void> => {
  if (session.token === refused) {
    session.renewing = takeAnother(session)
    await session.renewing
  }
  const { member } = session
  if (!doer || doer.id === member?.id) return
  if (member) throw new Problem('other_writer', 401)
  if (doer.role !== 'guest') throw new Problem('unauthenticated', 401)
}

const takeAnother = async (session: Session): Promise<void> => {
  const known = session.read()
  // What they are writing stays before them.
  session.lapsed = session.member
  session.keep(known?.token === session.token ? undefined : known)
  await settle(session)
  if (!session.kept && session.lapsed?.role === 'guest') await comeBack(session)
}
