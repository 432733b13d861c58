import { apiOf, base } from './address.ts'
import { LiveValue } from './live_value.ts'

/** An answer that is not a success: the problem's stable `code`, and which fields it is about. */
export class Problem extends Error {
  readonly status: number
  readonly code: string
  readonly detail: string
  readonly fields: { path: string; message: string }[]
  /** Seconds to wait, where the server says so. */
  readonly wait: number | null

  constructor(
    status: number,
    code: string,
    detail = '',
    fields: { path: string; message: string }[] = [],
    wait: number | null = null,
  ) {
    super(detail || code)
    this.status = status
    this.code = code
    this.detail = detail
    this.fields = fields
    this.wait = wait
  }
}

/** Counts the answers that said "not signed in", so that the shell can offer to sign in again in place. */
export const refusals = new LiveValue(0)

let account = ''

/** Names the account at the desk, which goes with all that is asked: another tab may have signed another one in. */
export function askAs(name: string): void {
  account = name
}

export const accountHeaders = (): Record<string, string> => (account ? { 'parvis-account': account } : {})

type Query = Record<string, string | number | boolean | null | undefined>

interface Call {
  query?: Query
  body?: unknown
  /** The revision judged or edited, sent as `If-Match`. */
  revision?: number
  signal?: AbortSignal
  /** Where the path is not under the site, such as the operator's list of sites. */
  global?: boolean
  /** Kept by the caller where a send may be tried twice. */
  idempotencyKey?: string
}

function address(path: string, call: Call): string {
  const pairs = Object.entries(call.query ?? {}).filter(([, v]) => v !== null && v !== undefined && v !== '')
  const search = new URLSearchParams(pairs.map(([name, value]) => [name, String(value)])).toString()
  const full = call.global ? `${base}/api/v1/${path}` : apiOf(path)
  return search ? `${full}?${search}` : full
}

/** The ways to sign in are open to anybody: who is there by then is what they say. */
const signsIn = (path: string) => path.startsWith('staff-sessions/') && path !== 'staff-sessions/current'

function headersOf(method: string, path: string, call: Call): Headers {
  const headers = new Headers({ accept: 'application/json', ...(signsIn(path) ? {} : accountHeaders()) })
  if (call.body !== undefined) headers.set('content-type', 'application/json')
  if (call.revision !== undefined) headers.set('if-match', `"${call.revision}"`)
  if (method === 'POST') headers.set('idempotency-key', call.idempotencyKey ?? crypto.randomUUID())
  return headers
}

async function problemOf(answer: Response): Promise<Problem> {
  const said = await answer.json().catch(() => ({}))
  const wait = Number(answer.headers.get('retry-after')) || null
  return new Problem(answer.status, said.code ?? 'internal', said.detail ?? '', said.errors ?? [], wait)
}

/** One request to the API. Throws a `Problem`; code `unreachable` where no answer came at all. */
export async function request<T>(method: string, path: string, call: Call = {}): Promise<T> {
  let answer: Response
  try {
    answer = await fetch(address(path, call), {
      method,
      headers: headersOf(method, path, call),
      body: call.body === undefined ? null : JSON.stringify(call.body),
      credentials: 'same-origin',
      signal: call.signal ?? null,
    })
  } catch (error) {
    if (call.signal?.aborted) throw error
    throw new Problem(0, 'unreachable')
  }
  if (answer.status === 204) return undefined as T
  if (answer.ok) return (await answer.json()) as T
  const problem = await problemOf(answer)
  if (problem.code === 'unauthenticated') refusals.value += 1
  throw problem
}

export const get = <T>(path: string, query?: Query, signal?: AbortSignal) =>
  request<T>('GET', path, { query, signal })
export const post = <T>(path: string, body?: unknown, call: Call = {}) =>
  request<T>('POST', path, { ...call, body })
export const put = <T>(path: string, body?: unknown, call: Call = {}) =>
  request<T>('PUT', path, { ...call, body })
export const patch = <T>(path: string, body: unknown, revision?: number) =>
  request<T>('PATCH', path, { body, revision })
export const remove = <T = void>(path: string) => request<T>('DELETE', path)

/** Undoes an act by the path that its answer named; absolute and relative paths both serve. */
export function undo(path: string): Promise<void> {
  const inside = path.replace(/^.*\/api\/v1\/sites\/[^/]+\//, '').replace(/^\//, '')
  return remove(inside)
}
