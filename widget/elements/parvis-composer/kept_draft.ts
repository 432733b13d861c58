import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { keepDraft, readDraft } from '../../controllers/draft.ts'

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
  }

  hostDisconnected(): void {
    removeEventListener('pagehide', this.now)
    this.now()
  }

  /** The text as it was kept. */
  read(): string | undefined {
    const name = this.#source.name()
    const kept = name ? readDraft(name) : undefined
    this.at = kept?.at
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
    this.at = undefined
  }

  #save(): void {
    this.#stop()
    this.at = keepDraft(this.#source.name(), this.#source.text())
    this.#host.requestUpdate()
  }

  #stop(): void {
    clearTimeout(this.#saving)
    this.#saving = undefined
  }
}
