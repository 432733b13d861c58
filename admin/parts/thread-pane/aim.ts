import type { ReactiveElement } from 'lit'
import { place } from '../../router.ts'
import type { ThreadModel } from './thread_model.ts'

/** How far the story is loaded to find what the address names. */
const mostPages = 40

/** The post or the note of the open thread that the address names, and the way to it. */
export class Aim {
  readonly #pane: ReactiveElement
  readonly #model: ThreadModel
  /** The id of the element. */
  #id: string | null = null

  constructor(pane: ReactiveElement, model: ThreadModel) {
    this.#pane = pane
    this.#model = model
  }

  /** Reads the address; whether it names another than before. */
  read(): boolean {
    const before = this.#id
    const { query } = place.value
    const [post, note] = [query.get('post'), query.get('note')]
    this.#id = post ? `post-${post}` : note ? `note-${note}` : null
    return this.#id !== null && this.#id !== before
  }

  /** Comes to what is named once a thread was loaded, else to the top where the last one was read farther down. */
  async arrive(): Promise<void> {
    await this.#pane.updateComplete
    if (this.#id) return this.reach()
    const body = this.#pane.renderRoot.querySelector('.body')
    if (body && body.scrollTop > 0) body.scrollTo(0, 0)
  }

  /** Brings it into sight and focuses it, loading on where the story or the notes go on before it. */
  async reach(): Promise<void> {
    const id = this.#id
    if (!id) return
    for (let pages = 0; pages < mostPages; pages++) {
      await this.#pane.updateComplete
      const target = this.#pane.renderRoot.querySelector<HTMLElement>(`#${CSS.escape(id)}`)
      if (this.#id !== id) return
      if (target) {
        target.scrollIntoView({ block: 'center' })
        return target.focus({ preventScroll: true })
      }
      const { open } = this.#model
      const notes = id.startsWith('note-')
      if (!(notes ? open?.file.notesNext : open?.next)) return
      await (notes ? this.#model.growNotes() : this.#model.grow())
    }
  }
}
