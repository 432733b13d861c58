import type { FindingCode, FindingJson } from './json.ts'

/** One thing that was looked at in a token, and what was found. */
export type Finding = FindingJson

type Values = Record<string, string>

const finding =
  (state: Finding['state']) =>
  (step: Finding['step'], code: FindingCode, values: Values = {}): Finding => ({ step, state, code, values })

export const good = finding('good')
export const bad = finding('bad')
/** Nothing that a token is refused for, but worth knowing. */
export const note = finding('note')

/** Something of a token's as it may be repeated: text, and not much of it. */
export function clip(value: unknown): string {
  const text = typeof value === 'string' ? value.toWellFormed() : ''
  return text.length > 120 ? `${text.slice(0, 119).toWellFormed()}…` : text
}

/** Seconds since 1970 as a moment; a number that no calendar holds stays one. */
export function momentOf(seconds: number): string {
  return Math.abs(seconds) < 8e12 ? new Date(seconds * 1000).toISOString() : String(seconds)
}

const claim = ({ claim }: Values) => `The claim "${claim}" is missing or does not fit.`
const always = (text: string) => () => text

// What the exchange says of the first thing that is wrong. The expected signature is in none of it.
const refusals: Partial<Record<FindingCode, (values: Values) => string>> = {
  form_long: always('The token is too long.'),
  form_encrypted: always('This token is encrypted, and not signed.'),
  form_repeated: always('A name is in the token twice, or is not allowed.'),
  form_critical: always('The token asks for an extension ("crit") that is not known here.'),
  no_connection: always('This site takes no sign-on tokens.'),
  algorithm_missing: always('The token does not name its algorithm.'),
  algorithm_none: always('The token is not signed.'),
  algorithm_other: ({ expected }) => `This site takes tokens signed with ${expected}.`,
  issuer_missing: always('The claim "iss" is missing or does not fit.'),
  issuer_unknown: always('The claim "iss" is missing or does not fit.'),
  signature_wrong: always('The signature does not fit any key of this site.'),
  signature_no_key: always('The signature does not fit any key of this site.'),
  signature_unknown_kid: always('The signature does not fit any key of this site.'),
  signature_unread: always('The keys of this site could not be read just now.'),
  claim_missing: claim,
  claim_wrong: claim,
  time_wrong: claim,
  aud_other: always('The claim "aud" is missing or does not fit.'),
  iat_future: always('The token was issued in the future.'),
  nbf_future: always('The token is not valid yet.'),
  exp_past: always('The token has expired.'),
  life_none: always('The token expires before it was issued.'),
  life_long: always('A token may live ten minutes at most.'),
  jti_spent: always('This token was used already.'),
}

/** A bad finding in English, for the one whose token was refused. */
export function refusal({ code, values }: Finding): string {
  return refusals[code]?.(values) ?? 'This is not a signed JSON Web Token.'
}
