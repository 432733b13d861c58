import type { StaffSessionJson } from '../server/sessions/json.ts'
import { askAs, get, Problem, refusals, remove } from './api.ts'
import { LiveValue } from './live_value.ts'

export type SessionState =
  | { state: 'unknown' }
  | { state: 'out' }
  | { state: 'unreachable' }
  /** `lapsed`: it ended while the page was open; what is on the screen stays until one signs in again. */
  | { state: 'in' | 'lapsed'; who: StaffSessionJson }

export const session = new LiveValue<SessionState>({ state: 'unknown' })
// The first to hear of it: what others ask for thereupon is asked for by who is there now.
session.listen((now) => askAs('who' in now ? now.who.account : ''))

let left: StaffSessionJson | undefined

/** The staff member at the desk; only asked by what is shown to somebody signed in. */
export function who(): StaffSessionJson {
  const now = session.value
  if (now.state === 'in' || now.state === 'lapsed') return now.who
  // At a sign-out, what is about to leave the page is drawn once more.
  if (left) return left
  throw new Error('nobody is signed in')
}

export function signedIn(answer: StaffSessionJson): void {
  session.value = { state: 'in', who: answer }
}

export async function loadSession(): Promise<void> {
  try {
    signedIn(await get<StaffSessionJson>('staff-sessions/current'))
  } catch (error) {
    const gone = error instanceof Problem && (error.status === 401 || error.status === 404)
    session.value = { state: gone ? 'out' : 'unreachable' }
  }
}

export async function signOut(): Promise<void> {
  await remove('staff-sessions/current')
  left = who()
  session.value = { state: 'out' }
}

/** Notices when an answer says that the session has ended. */
export function watchSession(): void {
  refusals.listen(() => {
    if (session.value.state === 'in') session.value = { state: 'lapsed', who: session.value.who }
  })
}

const powers = {
  moderate: ['owner', 'admin', 'moderator'],
  plan: ['owner', 'admin', 'product'],
  administer: ['owner', 'admin'],
}

/** Whether the person's role carries a power, so that what would be refused is not offered. */
export function may(power: keyof typeof powers): boolean {
  return powers[power].includes(who().member.role)
}
