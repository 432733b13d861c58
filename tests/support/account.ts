import { generateHOTP } from '@oslojs/otp'
import type { Answer, Person, StaffRole, TestSite } from './world.ts'

export const password = 'seven plain bicycles'

/** Somebody of the team with the address of their account, just signed in by a link. */
export async function colleague(
  site: TestSite,
  role: StaffRole = 'moderator',
): Promise<Person & { email: string }> {
  const { id, email, token } = await site.staffLink(role, 'Sanne Visser')
  return { ...(await site.signInByLink(token, { id, name: 'Sanne Visser' })), email }
}

/** Signs in as a page of this server would ask to. */
export function signIn(site: TestSite, path: string, body: unknown, headers = {}): Promise<Answer> {
  const { origin } = site.world.config.publicUrl
  return site.post(`staff-sessions/${path}`, body, undefined, { origin, ...headers })
}

export const byPassword = (site: TestSite, email: string, typed = password) =>
  signIn(site, 'password', { email, password: typed })

/** The person whose session an answer opened. */
export function personOf(site: TestSite, answer: Answer): Person {
  const cookie = answer.headers.get('set-cookie')!.split(';')[0]!
  const { origin } = site.world.config.publicUrl
  return { id: answer.body.member.id, name: answer.body.member.name, headers: { cookie, origin } }
}

/** What an authenticator app shows for a key at the world's time, or some steps of thirty seconds later. */
export function appCode(site: TestSite, uri: string, steps = 0): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...new URL(uri).searchParams.get('secret')!]
    .map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  const key = Uint8Array.from(bits.match(/.{8}/g)!, (byte) => Number.parseInt(byte, 2))
  const step = Math.floor(site.world.clock.now().getTime() / 30_000) + steps
  return generateHOTP(key, BigInt(step), 6)
}

/** Turns an authenticator on; gives its address and the recovery codes. */
export async function withAuthenticator(
  site: TestSite,
  person: Person,
): Promise<{ uri: string; codes: string[] }> {
  const begun = await site.post('account/authenticator', undefined, person)
  const { uri } = begun.body
  const confirmed = await site.put('account/authenticator/confirmation', { code: appCode(site, uri) }, person)
  return { uri, codes: confirmed.body.codes }
}
