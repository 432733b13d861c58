import type { PasskeyJson } from '../server/accounts/json.ts'
import type { StaffSessionJson } from '../server/sessions/json.ts'
import { post } from './api.ts'

/** Whether this browser makes passkeys for this address: it may not be a bare IP address. */
export function passkeysPossible(): boolean {
  return 'PublicKeyCredential' in window && !/^[\d.]+$|^\[/.test(location.hostname)
}

/** Signs in by whichever passkey one picks. Throws what the server or the browser says. */
export async function signInByPasskey(): Promise<StaffSessionJson> {
  const [{ startAuthentication }, optionsJSON] = await Promise.all([
    import('@simplewebauthn/browser'),
    post<never>('staff-sessions/passkey-challenges'),
  ])
  const response = await startAuthentication({ optionsJSON })
  return post<StaffSessionJson>('staff-sessions/passkey', { response })
}

/** Has the browser make a passkey for `optionsJSON`, and keeps it under a name. */
export async function addPasskey(optionsJSON: never, name: string): Promise<PasskeyJson> {
  const { startRegistration } = await import('@simplewebauthn/browser')
  const response = await startRegistration({ optionsJSON })
  return post<PasskeyJson>('account/passkeys', { name, response })
}
