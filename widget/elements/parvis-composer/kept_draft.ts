import type { ReactiveController, ReactiveControllerHost } from 'lit'
import {
  forgetSent,
  keepDraft,
  lasts,
  postedBy,
  readDraft,
  sendingKey,
  WrittenElsewhere,
} from '../../controllers/draft.ts'
import { leftOf } from '../../controllers/draft_tabs.ts'

const pause = 400

/** What is kept of a text, and under which name; nothing where that is empty. */
interface Source {
  name(): string
  /** Who is there, where that may change beneath a text: its draft is kept before. */
  session?(): EventTarget
  text(): string
  /** Is told of a text that was written in another tab beside this one, after `known` was in both. */
  beside(theirs: string, known: string): void
  /** Is told what is left of the text where another tab has posted what stood in it. */
  posted(left: string): void
}

/** Keeps a text on the device a moment after it was typed, and at once where the view or the page goes away. */
export class KeptDraft implements ReactiveController {
  /** When it was kept last. */
  at: number | undefined
  /** Whether it goes with the page, since nothing can be kept here. */
  fleeting = false
  readonly #host: ReactiveControllerHost
  readonly #source: Source
  #saving: ReturnType<typeof setTimeout> | undefined
  /** Under which name the text that stands there is kept: of whoever was there when it was typed. */
  #name: string | undefined
  /** The text as it was read or kept last. */
  #known = ''
  /** Whether another tab has gone on with it. */
  #elsewhere = false

  constructor(host: ReactiveControllerHost, source: Source) {
    this.#host = host
    this.#source = source
    host.addController(this)
    new WrittenElsewhere(host, () => this.#name, this.#follow, this.#beside)
  }

  hostConnected(): void {
    addEventListener('pagehide', this.now)
    // Before somebody else is there, and before it is handed on to whom a visitor turns out to be.
    this.#source.session?.().addEventListener('change', this.now)
    this.#guard()
  }

  hostDisconnected(): void {
    removeEventListener('pagehide', this.now)
    this.#source.session?.().removeEventListener('change', this.now)
    this.now()
    removeEventListener('beforeunload', ask)
  }

  /**
   * Whether it is another draft than before: of another text, of somebody else, or gone on with in another tab. The
   * former is kept first.
   */
  moved(): boolean {
    this.now()
    const name = this.#source.name()
    if (name === this.#name && !this.#elsewhere) return false
    this.#name = name
    this.#elsewhere = false
    return true
  }

  /** The text as it was kept. */
  read(): string | undefined {
    const kept = this.#name ? readDraft(this.#name) : undefined
    this.#known = kept?.text ?? ''
    this.#found(kept?.at)
    return kept?.text
  }

  typed(): void {
    this.#stop()
    if (this.#name) this.#saving = setTimeout(() => this.#save(), pause)
  }

  /** Keeps what was typed last, if it is not kept yet. */
  now = (): void => {
    if (this.#saving) this.#save()
  }

  /** Keeps the text as it stands; an empty one is forgotten. */
  keep(posted?: string): void {
    this.#stop()
    const [known, text] = [this.#known, this.#source.text()]
    this.#known = text
    this.#found(this.#name ? keepDraft(this.#name, text, known, posted) : undefined)
  }

  /** Under which key it is sent, with what goes with it; it is kept first. */
  keyFor(whole: string): string {
    this.now()
    return sendingKey(this.#name!, whole)
  }

  /** Keeps what is left of it once it was sent; other tabs hear what was posted. */
  sent(posted?: string): void {
    if (this.#name) forgetSent(this.#name)
    this.keep(posted)
  }

  // What is not kept yet is newer than what is.
  #follow = (written?: string | null): void => {
    if (this.#hearPosted(written)) return
    if (this.#saving) this.#beside()
    else {
      this.#elsewhere = true
      this.#host.requestUpdate()
    }
  }

  #beside = (written?: string | null): void => {
    if (!this.#hearPosted(written)) this.#source.beside(readDraft(this.#name!)?.text ?? '', this.#known)
  }

  /** What was posted from another tab is not posted from here again. */
  #hearPosted(written: string | null | undefined): boolean {
    const posted = postedBy(written)
    const left = posted === undefined ? undefined : leftOf(this.#source.text(), posted)
    if (left === undefined) return false
    this.#source.posted(left)
    return true
  }

  #save(): void {
    this.keep()
    this.#host.requestUpdate()
  }

  #found(at: number | undefined): void {
    this.at = at
    this.fleeting = at !== undefined && !lasts(this.#name!)
    this.#guard()
  }

  /** Listened for only where there is something to lose: a listener costs a page its quick way back. */
  #guard(): void {
    if (this.fleeting) addEventListener('beforeunload', ask)
    else removeEventListener('beforeunload', ask)
  }

  #stop(): void {
    clearTimeout(this.#saving)
    this.#saving = undefined
  }
}

/** Lets the browser ask whether to leave the page. */
const ask = (event: Event): void => event.preventDefault()
