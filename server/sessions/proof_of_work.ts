import { createHmac, randomInt } from 'node:crypto'
import { createChallenge, verifySolution } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { Problem } from '../errors.ts'
import { later } from '../lib/clock.ts'
import type { GuestProof } from './input.ts'
import type { GuestChallengeJson } from './json.ts'

// ALTCHA, second version, with a known counter: the work has a bound, so that nobody waits long by bad luck, and
// checking it costs one HMAC. About 600 derivations are asked for, most of a second on a laptop.

const algorithm = 'PBKDF2/SHA-256'
const cost = 5000
const counters = [400, 800] as const
const lifeInSeconds = 600
/** By how much the clocks of two processes may differ: so long a spent one is kept beyond its life. */
const skew = 60

/** Something to work on, signed with the secret of one site. */
export async function makeChallenge(secret: string, now: Date): Promise<GuestChallengeJson> {
  const { parameters, signature } = await createChallenge({
    algorithm,
    cost,
    counter: randomInt(counters[0], counters[1] + 1),
    data: { most: counters[1] },
    deriveKey,
    expiresAt: later(now, lifeInSeconds),
    hmacSignatureSecret: secret,
    hmacKeySignatureSecret: keySecret(secret),
  })
  return { parameters: parameters as GuestChallengeJson['parameters'], signature: signature! }
}

/** Of a challenge that was worked on: by what it is known when it comes again, and how long it could. */
export interface Proved {
  nonce: string
  usableUntil: Date
}

/** Checks that a challenge is of this site, not over, and was worked on. Whether it was spent is asked by who spends it. */
export async function checkProof(
  secret: string,
  { challenge, solution }: Pick<GuestProof, 'challenge' | 'solution'>,
  now: Date,
): Promise<Proved> {
  const { verified } = await verifySolution({
    challenge,
    solution: { counter: solution.counter, derivedKey: solution.derivedKey },
    deriveKey,
    hmacSignatureSecret: secret,
    hmacKeySignatureSecret: keySecret(secret),
  })
  const { nonce, expiresAt } = challenge.parameters
  if (!verified || expiresAt * 1000 <= now.getTime()) throw new Problem('proof_refused')
  return { nonce, usableUntil: new Date((expiresAt + skew) * 1000) }
}

// The key that signs the answer is another than the one that signs the question.
const keySecret = (secret: string): string => createHmac('sha256', secret).update('derived key').digest('hex')
