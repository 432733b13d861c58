import type { Host } from '../context.ts'
import { learnFollowed } from './followed.ts'
import { asMember } from './sign_in.ts'
import { announce, refuse } from './speech.ts'

/** Follows a thread or lets it go, and says so; a visitor signs in first. Resolves to whether that was done. */
export const follow = async (host: Host, number: number, want: boolean): Promise<boolean> => {
  const { api, session } = host.community!
  try {
    const path = `threads/${number}/subscription`
    const ask = () => api.ask(path, { method: want ? 'PUT' : 'DELETE' }).then(() => true)
    if (!(await asMember(host, ask))) return false
    learnFollowed(session, [number], want ? [number] : [])
    if (host.ctx) host.ctx = { ...host.ctx }
    announce(host, (say) => (want ? say.followed : say.unfollowed))
    return true
  } catch (error) {
    refuse(host, error)
    return false
  }
}
