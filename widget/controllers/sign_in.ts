import { html } from 'lit'
import type { SessionMemberJson } from '../../server/sessions/json.ts'
import { codeOf } from '../api.ts'
import type { Host } from '../context.ts'
import { loadView } from '../views.ts'
import { writerOf } from './draft_names.ts'
import { comeBack } from './guest.ts'
import { notify, refuse, tell } from './speech.ts'
import { stays } from './walked_away.ts'

interface Wait {
  done(signedIn: boolean): void
  /** Looks whether somebody is there by now. */
  look(): void
}

/** What waits for a sign-in, per widget; a new act takes the place of an older one. */
const waiting = new WeakMap<Host, Wait>()

/**
 * Asks a visitor to sign in: by the host's own way if it cancels `parvis-sign-in`, else by
 * e-mail code, or as a guest where the site takes guests. Resolves to true as soon as somebody is signed in, by
 * whichever way; with `asMember`, as soon as that is no guest. What is begun in a widget ends with it: where its tag is
 * taken out of the page, whoever signs in there later has not asked for it.
 */
export const signIn = async (host: Host, asMember = false): Promise<boolean> => {
  const { session } = host.community!
  const there = () => !!session.token && !(asMember && session.member?.role === 'guest')
  if (there()) return true
  // A host that gave a token provider may know by now who is there.
  await session.signOn({})
  if (!there() && !asMember && host.ctx?.opening.site.guests) await comeBack(session)
  if (!(await stays(host))) return false
  if (there()) return true
  giveUp(host)
  return new Promise((resolve) => {
    const done = (signedIn: boolean) => {
      session.removeEventListener('change', look)
      waiting.delete(host)
      host.dialog = undefined
      resolve(signedIn)
    }
    const look = () => there() && host.isConnected && done(true)
    session.addEventListener('change', look)
    waiting.set(host, { done, look })
    if (tell(host, 'parvis-sign-in')) void openDialog(host, done)
  })
}

/** The widget is in the page again, and somebody may have signed in while it was moved. */
export const lookAgain = (host: Host): void => waiting.get(host)?.look()

/** What waits for a sign-in is not done. */
export const giveUp = (host: Host): void => waiting.get(host)?.done(false)

/** A tag was taken out of the page: what waits in it is given up, and nothing holds it any more. */
export const leave = (host: Host): void => {
  giveUp(host)
  const { source } = host.community?.session ?? {}
  if ((source?.host as Element | undefined) === host) delete source!.host
}

/**
 * Does what only a member may: asks a visitor to sign in and then goes on by itself, once more
 * where the session turns out to have ended. Resolves to undefined where nobody signed in, or somebody else than began.
 */
export const asMember = async <Done>(host: Host, work: () => Promise<Done>): Promise<Done | undefined> => {
  const { session } = host.community!
  const writer = writerOf(session)
  const mayGoOn = async () => (await signIn(host)) && isStill(host, writer)
  if (!(await mayGoOn())) return undefined
  try {
    return await work()
  } catch (error) {
    if (!['unauthenticated', 'other_writer'].includes(codeOf(error))) throw error
    return (await mayGoOn()) ? work() : undefined
  }
}

/** What one member began is not done as another, and that is said. A guest is whoever has the device. */
const isStill = (host: Host, writer: SessionMemberJson | undefined): boolean => {
  const { member } = host.community!.session
  if (!writer || writer.role === 'guest' || writer.id === member?.id) return true
  notify(host, host.ctx!.say!.otherWriter(member!.name))
  return false
}

const openDialog = async (host: Host, done: (signedIn: boolean) => void) => {
  const { ctx } = host
  try {
    const words = await loadView('signIn', ctx!.locale)
    host.dialog = html`<parvis-sign-in .ctx=${ctx} .words=${words} .done=${done}></parvis-sign-in>`
  } catch {
    refuse(host, undefined)
    done(false)
  }
}
