import type { Host } from '../context.ts'
import { chooseFollowed, type Followed } from './followed.ts'
import { asMember } from './sign_in.ts'
import { announce, refuse } from './speech.ts'

/** Follows a thread or a board or lets it go, and says so; a visitor signs in first. Resolves to whether that was done. */
export const follow = async (host: Host, what: Followed, want: boolean): Promise<boolean> => {
  const { api, session } = host.community!
  try {
    const board = typeof what === 'string'
    const path = `${board ? 'boards' : 'threads'}/${what}/subscription`
    const ask = () => api.ask(path, { method: want ? 'PUT' : 'DELETE' }).then(() => true)
    if (!(await asMember(host, ask))) return false
    chooseFollowed(session, what, want)
    if (host.ctx) host.ctx = { ...host.ctx }
    announce(host, (say) => say[want ? 'followed' : 'unfollowed'][board ? 'board' : 'thread'])
    return true
  } catch (error) {
    refuse(host, error)
    return false
  }
}
