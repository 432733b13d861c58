import type { SessionMemberJson } from '../server/sessions/json.ts'

/** What the server (or the network) refused, by the stable code of its problem answer. */
export class Problem extends Error {
  readonly code: string
  readonly status: number
  /** Seconds to wait, where the server said so. */
  readonly wait: number
  readonly fields: { path: string; message: string }[]

  constructor(code: string, status = 0, detail = code, wait = 0, fields: Problem['fields'] = []) {
    super(detail)
    this.code = code
    this.status = status
    this.wait = wait
    this.fields = fields
  }
}

/** Whose request it is. */
export type Doer = Pick<SessionMemberJson, 'id' | 'role'>

/** Who asks: gives the bearer token, and is told when the server no longer takes it. */
export interface Bearer {
  readonly token: string | undefined
  readonly member: Doer | undefined
  /** Tries to get a new token. Rejects where `doer` was to do something, and somebody else, or nobody, is there now. */
  renew(refused: string, doer?: Doer): Promise<void>
}

export interface Ask {
  method?: string
  body?: unknown
  headers?: Record<string, string>
  signal?: AbortSignal
}

const patience = 20_000

/** The API of one site: JSON in, JSON out, a `Problem` where it was refused. */
export class Api {
  readonly base: string
  /** Where the site's own addresses begin. */
  readonly root: string
  readonly bearer: Bearer

  constructor(base: string, site: string, bearer: Bearer) {
    this.base = base
    this.root = `${base}api/v1/sites/${encodeURIComponent(site)}/`
    this.bearer = bearer
  }

  async ask<T>(path: string, ask: Ask = {}): Promise<T> {
    const { token, member } = this.bearer
    try {
      return await read<T>(await this.#send(path, ask, token))
    } catch (error) {
      // A code that is wrong is refused with 401 as well, and says nothing against the session.
      if (!token || codeOf(error) !== 'unauthenticated') throw error
    }
    await this.bearer.renew(token, ask.method ? member : undefined)
    return read<T>(await this.#send(path, ask, this.bearer.token))
  }

  async #send(path: string, ask: Ask, token: string | undefined): Promise<Response> {
    const headers: Record<string, string> = { ...ask.headers }
    if (token) headers.authorization = `Bearer ${token}`
    const raw = ask.body instanceof Blob
    if (ask.body !== undefined && !raw) headers['content-type'] = 'application/json'
    const slow = AbortSignal.timeout(patience)
    try {
      return await fetch(this.root + path, {
        method: ask.method ?? 'GET',
        headers,
        body: raw ? (ask.body as Blob) : JSON.stringify(ask.body),
        credentials: 'omit',
        signal: ask.signal ? AbortSignal.any([ask.signal, slow]) : slow,
      })
    } catch {
      throw new Problem(ask.signal?.aborted ? 'aborted' : 'offline')
    }
  }
}

const read = async <T>(answer: Response): Promise<T> => {
  const body = answer.status === 204 || (await answer.json().catch(() => 0))
  if (answer.ok && body) return body
  // What ends too early, or is no JSON as of a network that one must sign in to first, is no answer of the server's.
  const { detail, errors, code = answer.ok ? 'offline' : 'internal' } = body
  throw new Problem(code, answer.status, detail, Number(answer.headers.get('retry-after')) || 0, errors)
}

/** The code of whatever was thrown. */
export const codeOf = (error: unknown): string => (error instanceof Problem ? error.code : 'internal')
