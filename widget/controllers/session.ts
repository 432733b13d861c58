import type { SessionJson, SessionMemberJson } from '../../server/sessions/json.ts'
import type { Locale } from '../../server/words.ts'
import type { Api, Bearer, Doer } from '../api.ts'
import { recall, remember } from '../storage.ts'

/** What a host gives to say who is there: a signed token, or a function that fetches one. */
export interface Source {
  ssoToken?: string | null | undefined
  tokenProvider?: (() => Promise<string | null | undefined>) | undefined
  /** The widget that gave it: what else it says is asked for once it is needed. */
  host?: Element & { speaks(): [Locale, string] }
}

/** Who is signed in; whether they are suspended is known once something personal was asked. */
type Known = SessionMemberJson & { suspended?: boolean }

/** What is kept on the device. `sub` is set where a host's token made the session. */
export interface Kept {
  token: string
  expiresAt: string
  member: Known
  sub?: string | undefined
}

/**
 * Who is signed in to one site, shared by all widgets of the document. Fires `change`
 * when somebody signs in, out, or is replaced, and `update` when they have a new name or picture.
 */
export class Session extends EventTarget implements Bearer {
  api!: Api
  source: Source = {}
  kept: Kept | undefined
  /** Whose session ended by itself: they are taken to sit there still, until somebody signs in. */
  declare lapsed: SessionMemberJson | undefined
  /** The latest attempt to get a new session for one that ended. */
  declare renewing: Promise<void> | undefined
  readonly #key: string
  /** Sign-ons run one after the other, so that two widgets share one exchange. */
  #line: Promise<void> = Promise.resolve()

  constructor(key: string) {
    super()
    this.#key = key
    this.kept = this.read()
  }

  get token(): string | undefined {
    return this.kept?.token
  }

  get member(): Known | undefined {
    return this.kept?.member
  }

  /** The secret of the guest that this device is, if it is one. It outlives their session. */
  get device(): string | undefined {
    return recall(`${this.#key}:guest`)
  }

  set device(secret: string | undefined) {
    remember(`${this.#key}:guest`, secret)
  }

  /** Takes what the host gives. An empty token says that nobody is signed in there. */
  signOn(source: Source): Promise<void> {
    this.source = { ...this.source, ...source }
    return this.#queue(async () => {
      const { ssoToken, tokenProvider } = this.source
      // A visitor of a host that says so at once needs no more of our script to be shown everything.
      if (ssoToken || tokenProvider || (this.kept && ssoToken !== undefined))
        await (await import('./sign_on.ts')).settle(this)
    })
  }

  renew(refused: string, doer?: Doer): Promise<void> {
    return this.#queue(async () => (await import('./renewal.ts')).renew(this, refused, doer))
  }

  accept({ token, expiresAt, member }: SessionJson, sub?: string): void {
    this.keep({ token, expiresAt, member, sub })
  }

  /** Brings name and picture up to date; fires `update`. */
  update(member: Partial<Known>): void {
    if (!this.kept) return
    Object.assign(this.kept.member, member)
    remember(this.#key, this.kept)
    this.dispatchEvent(new Event('update'))
  }

  async signOut(path = 'sessions/current'): Promise<void> {
    const leaving = this.api.ask(path, { method: 'DELETE' }).catch(() => {})
    this.keep(undefined)
    await leaving
  }

  #queue(work: () => Promise<void>): Promise<void> {
    this.#line = this.#line.then(work, work)
    return this.#line
  }

  /** What the device remembers; another tab may have changed it. */
  read(): Kept | undefined {
    const kept = recall<Kept>(this.#key)
    return kept && Date.parse(kept.expiresAt) > Date.now() ? kept : undefined
  }

  keep(kept: Kept | undefined): void {
    this.kept = kept
    remember(this.#key, kept)
    this.dispatchEvent(new Event('change'))
  }
}
