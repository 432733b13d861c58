import { type Solution, solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2'
import type { GuestChallengeJson } from '../../server/sessions/json.ts'
import { type Api, Problem } from '../api.ts'

/** What a browser shows for its work. */
export interface Proof {
  challenge: GuestChallengeJson
  solution: Solution
}

/**
 * Fetches a challenge and works on it. Each derivation is done by the browser beside the page's own thread, so that
 * neither a worker nor a pause is needed. `told` hears how far it is, from 0 to 1. Throws `aborted` on the signal.
 */
export const prove = async (api: Api, signal: AbortSignal, told: (part: number) => void): Promise<Proof> => {
  const challenge = await api.ask<GuestChallengeJson>('sessions/guest-challenges', { method: 'POST', signal })
  const { most } = challenge.parameters.data
  const lanes = Math.min(4, navigator.hardwareConcurrency || 1)
  const over = new AbortController()
  signal.addEventListener('abort', () => over.abort())
  let tried = 0
  const derive: typeof deriveKey = (...given) => {
    told(Math.min(1, ++tried / most))
    return deriveKey(...given)
  }
  const run = async (lane: number): Promise<Solution | null> => {
    const solution = await solveChallenge({
      challenge,
      controller: over,
      counterStart: lane,
      counterStep: lanes,
      deriveKey: derive,
    })
    if (solution) over.abort()
    return solution
  }
  const solutions = await Promise.all(Array.from({ length: lanes }, (_, lane) => run(lane)))
  if (signal.aborted) throw new Problem('aborted')
  const solution = solutions.find((one) => one !== null)
  if (!solution) throw new Problem('internal')
  told(1)
  return { challenge, solution }
}
