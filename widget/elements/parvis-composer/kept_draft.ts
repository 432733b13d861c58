import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { keepDraft, lasts, readDraft } from '../../controllers/draft.ts'

const pause = 400

/** What is kept of a text, and under which name; none is kept where that is empty. */
interface Source {
  name(): string
  text(): string
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

  constructor(host: ReactiveControllerHost, source: Source) {
    this.#host = host
    this.#source = source
    host.addController(this)
  }

  hostConnected(): void {
    addEventListener('pagehide', this.now)
    this.#guard()
  }

  hostDisconnected(): void {
    removeEventListener('pagehide', this.now)
    this.now()
    removeEventListener('beforeunload', ask)
  }

  /** The text as it was kept. */
  read(): string | undefined {
    const name = this.#source.name()
    const kept = name ? readDraft(name) : undefined
    this.#found(kept?.at)
    return kept?.text
  }

  typed(): void {
    this.#stop()
    if (this.#source.name()) this.#saving = setTimeout(() => this.#save(), pause)
  }

  /** Keeps what was typed last, if it is not kept yet. */
  now = (): void => {
    if (this.#saving) this.#save()
  }

  forget(): void {
    this.#stop()
    const name = this.#source.name()
    if (name) keepDraft(name, '')
    this.#found(undefined)
  }

  #save(): void {
    this.#stop()
    this.#found(keepDraft(this.#source.name(), this.#source.text()))
    this.#host.requestUpdate()
  }

  #found(at: number | undefined): void {
    this.at = at
    this.fleeting = at !== undefined && !lasts(this.#source.name())
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
