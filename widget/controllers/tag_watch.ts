import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { Host } from '../context.ts'
import { drawCount } from './title.ts'

/** What of the tag is read where it is needed, and is no property that would draw anew. */
const attributeFilter = ['count-in-title', 'dir', 'live']

/** Follows what the page changes of its tag, and which language the page is in, after the widget was drawn. */
export class TagWatch implements ReactiveController {
  readonly #host: Host & ReactiveControllerHost
  readonly #tag = new MutationObserver(() => this.#changed())
  readonly #page = new MutationObserver(() => this.#listen())
  #language = pageLanguage()

  constructor(host: Host & ReactiveControllerHost) {
    this.#host = host
  }

  hostConnected(): void {
    this.#tag.observe(this.#host, { attributeFilter })
    this.#page.observe(document.documentElement, { attributeFilter: ['lang'] })
    // What is there for the first time has just been drawn, and is drawn with its other words in a moment.
    if (this.#host.ctx?.later) this.#changed()
    this.#listen()
  }

  hostDisconnected(): void {
    this.#tag.disconnect()
    this.#page.disconnect()
  }

  /** All views draw anew, as whether one can pause what is live depends on the tag. */
  #changed(): void {
    const host = this.#host
    if (host.ctx) host.ctx = { ...host.ctx }
    host.requestUpdate()
    drawCount()
  }

  /** Which language is spoken then, the tag and the reader have the first word on. */
  #listen(): void {
    const language = pageLanguage()
    if (language === this.#language) return
    this.#language = language
    if (!this.#host.ctx) return
    // Without its words here, the language is the one before.
    this.#host.speak().catch(() => {})
  }
}

const pageLanguage = (): string => document.documentElement.lang
