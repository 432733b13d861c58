import type { AccountJson } from '../../../server/accounts/json.ts'
import { get, Problem } from '../../api.ts'
import { LiveValue } from '../../live_value.ts'
import { session, who } from '../../session.ts'

/** One's own account, as last read. */
export const account = new LiveValue<AccountJson | null>(null)

export async function loadAccount(signal?: AbortSignal): Promise<AccountJson> {
  account.value = await get<AccountJson>('account', {}, signal)
  return account.value
}

/** While one is asked to sign in again for a change: how to give that up. */
export const proving = new LiveValue<(() => void) | null>(null)

/** Carries out a change of how one signs in; where that takes a fresh sign-in, asks for one and tries again. */
export async function freshly<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act()
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'proof_required') throw error
    await signedInAgain(error)
    return act()
  }
}

function signedInAgain(refusal: Problem): Promise<void> {
  const before = who().account
  return new Promise((resolve, reject) => {
    const stop = session.listen((now) => {
      if (now.state !== 'in') return
      end()
      // What one was changing about oneself is not changed about who signed in instead.
      if (now.who.account === before) resolve()
      else reject(refusal)
    })
    const end = () => {
      stop()
      proving.value = null
    }
    proving.value = () => {
      end()
      reject(refusal)
    }
  })
}
