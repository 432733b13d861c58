import { Problem } from '../errors.ts'
import { ruleOf } from './kinds.ts'
import type { Standing } from './limits.ts'

// RateLimit-Policy and RateLimit as draft-ietf-httpapi-ratelimit-headers-09 has them: q of a window of w seconds;
// r that remain, t seconds until there are more.

export const policyOf = ({ kind, permits }: Standing): string =>
  `"${kind}";q=${permits};w=${ruleOf(kind).seconds}`

export const remainderOf = (standing: Standing, now: Date): string =>
  `"${standing.kind}";r=${standing.left};t=${secondsUntil(standing, now)}`

const secondsUntil = ({ until }: Standing, now: Date): number =>
  Math.max(1, Math.ceil((until - now.getTime()) / 1000))

// Made once: who floods a server is refused far more often than anybody is served.
const inUnits = (unit: 'second' | 'minute') =>
  new Intl.NumberFormat('en', { style: 'unit', unitDisplay: 'long', unit })
const inSeconds = inUnits('second')
const inMinutes = inUnits('minute')

/** The refusal of what has no permit left, which says when there will be one. */
export function tooMany(standing: Standing, now: Date): Problem {
  const seconds = secondsUntil(standing, now)
  const wait = seconds < 90 ? inSeconds.format(seconds) : inMinutes.format(Math.ceil(seconds / 60))
  const detail = `That was too much in a short time. Try again in ${wait}.`
  return new Problem('rate_limited', detail, {
    headers: {
      'retry-after': String(seconds),
      'ratelimit-policy': policyOf(standing),
      ratelimit: remainderOf(standing, now),
    },
  })
}
