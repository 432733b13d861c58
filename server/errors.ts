import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { Env } from './context.ts'

// The one table of what can go wrong: its stable code, its status, and what it says.
export const codes = {
  malformed_json: [400, 'The body is not valid JSON.'],
  broken_cursor: [400, 'The cursor is not one that this list gave out.'],
  unauthenticated: [401, 'Sign in first.'],
  token_refused: [401, 'The sign-on token was refused.'],
  code_refused: [401, 'The code is wrong, spent or too old.'],
  proof_refused: [401, 'The proof of work is wrong, spent or too old.'],
  guest_unknown: [401, 'There is no such guest any more.'],
  link_refused: [401, 'The sign-in link is spent or too old.'],
  sign_in_refused: [401, 'The e-mail address or the password is not right.'],
  sign_in_over: [401, 'This sign-in has ended, or had too many tries. Begin again.'],
  passkey_refused: [401, 'The passkey was not accepted.'],
  password_wrong: [401, 'The present password is not right.'],
  proof_required: [403, 'Sign in again first: this takes a sign-in of the last ten minutes.'],
  forbidden: [403, 'You may not do this.'],
  suspended: [403, 'You are suspended here: you may read, and write nothing that others see.'],
  site_session: [
    403,
    'This sign-in is of this community alone. Sign in by a code, a password or a passkey for this.',
  ],
  foreign_origin: [403, 'This request came from a page of another origin.'],
  not_found: [404, 'There is no such thing, or you may not see it.'],
  method_not_allowed: [405, 'This address does not take that method.'],
  conflict: [409, 'This does not fit what is there now.'],
  images_full: [409, 'The images of this community take all the room that they have.'],
  in_use: [409, 'It is still in use.'],
  thread_merged: [409, 'This thread was merged into another.'],
  thread_locked: [409, 'This thread takes no more replies.'],
  not_votable: [409, 'Only ideas take votes.'],
  not_a_question: [409, 'Only questions have an accepted answer.'],
  others_took_part: [
    409,
    'Others want it too, or the team has decided about it: it can be edited, and not deleted.',
  ],
  too_late: [409, 'It is too late to take this back.'],
  idempotency_mismatch: [409, 'This Idempotency-Key was used with another request.'],
  idempotency_pending: [409, 'A request with this Idempotency-Key is under way.'],
  stale_revision: [412, 'It was changed since you read it.'],
  too_large: [413, 'The body is too large.'],
  unsupported_media_type: [415, 'This content type is not accepted here.'],
  invalid_input: [422, 'Something in the request does not fit.'],
  weak_password: [422, 'This password is too easy to guess.'],
  nothing_seen: [422, 'Nothing of this text can be seen.'],
  unrenderable: [422, 'This text cannot be rendered within our limits.'],
  revision_required: [428, 'Send If-Match with the revision that you read.'],
  rate_limited: [429, 'Too many requests. Try again a little later.'],
  internal: [500, 'Something failed on our side.'],
  provider_away: [503, 'The provider does not answer, or not as one of OpenID Connect does.'],
  unavailable: [503, 'The database does not answer. Try again shortly.'],
} as const

export type Code = keyof typeof codes

export interface FieldError {
  path: string
  message: string
}

/** An expected refusal. `detail` is shown to people, so it holds nothing secret. */
export class Problem extends Error {
  readonly code: Code
  readonly detail: string
  readonly errors: FieldError[] | undefined
  readonly headers: Record<string, string>
  /** When what keeps somebody out ends by itself, where it does. */
  readonly until: string | undefined

  constructor(
    code: Code,
    detail?: string,
    more: { errors?: FieldError[]; headers?: Record<string, string>; until?: string } = {},
  ) {
    super(code)
    this.name = 'Problem'
    this.code = code
    this.detail = detail ?? codes[code][1]
    this.errors = more.errors
    this.headers = more.headers ?? {}
    this.until = more.until
  }
}

/** Problem JSON, RFC 9457. */
export function problemResponse(problem: Problem): Response {
  const [status, title] = codes[problem.code]
  const body = {
    type: 'about:blank',
    title,
    status,
    code: problem.code,
    detail: problem.detail,
    errors: problem.errors,
    until: problem.until,
  }
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'cache-control': 'no-store',
      ...problem.headers,
    },
  })
}

/** The one mapper from what was thrown to what leaves. An unknown error's message stays inside. */
export function answerError(error: Error, c: Context<Env>): Response {
  return problemResponse(problemOf(error, c))
}

/** What a thrown error is to whoever asked. An unknown one is logged. */
export function problemOf(error: Error, c: Context<Env>): Problem {
  const problem = asProblem(error)
  if (problem.code === 'internal')
    c.get('world').log.error({ err: error, request: c.get('requestId') }, 'unexpected error')
  return problem
}

function asProblem(error: Error): Problem {
  if (error instanceof Problem) return error
  if (error instanceof HTTPException) {
    if (error.status === 400 && /JSON/i.test(error.message)) return new Problem('malformed_json')
    if (error.status === 413) return new Problem('too_large')
    return new Problem('invalid_input')
  }
  if (isGone(error)) return new Problem('unauthenticated')
  if (isConnectionFailure(error)) return databaseAway()
  return new Problem('internal')
}

/** That the database does not answer, and when to ask again: a server looks for it every two seconds. */
export const databaseAway = () => new Problem('unavailable', undefined, { headers: { 'retry-after': '2' } })

// Whoever asked is no member any more, such as a guest who was just found to be somebody known.
function isGone(error: Error & { code?: string; constraint?: string }): boolean {
  const own =
    /^(threads|posts|revisions|reports|accepted_replies|activity|idempotency_keys)_site_id_(author|editor|member|marked_by|actor)(_id)?_fkey$/
  return error.code === '23503' && own.test(error.constraint ?? '')
}

// A PostgreSQL that is away: refused or reset sockets, its shutdown states (57P), a pool that got no connection, a
// connection that was lost in the middle of a change, of which kysely says that it could not be taken back.
export function isConnectionFailure(error: Error & { code?: string }): boolean {
  const code = error.code ?? ''
  if (/^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|08\w{3}|57P0\d|53300)$/.test(code)) return true
  return /timeout exceeded when trying to connect|Connection terminated|is not queryable|connection has been discarded/.test(
    error.message,
  )
}
