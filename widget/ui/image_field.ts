import { html } from 'lit'
import type { MentionHost } from '../mentions/mention_field.ts'
import { addImages, filesOf, insertImage } from './image_text.ts'
import './parvis_images.ts'
import type { ImageWords, ParvisImages, Send } from './parvis_images.ts'
import { rewriteText, typesElsewhere } from './replace_text.ts'

/** Where images are put, and how they get there. */
export interface ImagePlace {
  area(): HTMLTextAreaElement | null
  words(): ImageWords
  send(): Send
  /** A failure in words. */
  why(error: unknown): string
  /** Puts another text in place where the field is not there, after an image was described or taken out. */
  write(text: string): void
  /** Brings the field back where something else is shown in its place. */
  show?(): Promise<unknown>
  /** Says what becomes of them, by the one voice of the page; where there is none for it, they have a region of their own. */
  say?(words: string): void
}

/**
 * Images in a text field: pasted, dropped or chosen. The element around the field gives `given` and `over` what is
 * pasted and dragged, has a button for `choose`, and draws `draw()` below the field. Where that is not drawn none are
 * taken.
 */
export class ImageField {
  readonly #host: MentionHost
  readonly #place: ImagePlace

  constructor(host: MentionHost, place: ImagePlace) {
    this.#host = host
    this.#place = place
  }

  /** Whether an image is still on its way, so that the text is not whole. */
  get busy(): boolean {
    return this.#tray?.busy ?? false
  }

  /** Opens the device's own chooser. */
  choose = (): void => this.#tray?.choose()

  /** Files that are pasted or dropped are images for the text; whatever else is pasted goes its usual way. */
  given = (event: ClipboardEvent | DragEvent): void => {
    const files = filesOf('clipboardData' in event ? event.clipboardData : event.dataTransfer)
    if (!files.length || !this.#tray) return
    event.preventDefault()
    this.#tray.take(files)
  }

  over = (event: DragEvent): void => {
    if (event.dataTransfer?.types.includes('Files') && this.#tray) event.preventDefault()
  }

  /** Adds the images that came into the same text in another tab, after `known` was in both. */
  beside(theirs: string, known: string): void {
    const area = this.#place.area()
    if (area) addImages(area, theirs, known)
  }

  /** `drawn`: the post as it stands, where one is edited. `gone`: images of the text that are kept no more, by id. */
  draw(text: string, drawn = '', gone: string[] = []) {
    const { words, send, why, say } = this.#place
    return html`<parvis-images .words=${words()} .text=${text} .drawn=${drawn} .gone=${gone} .send=${send()} .why=${why} .say=${say} @images-none=${this.#emptied} @images-insert=${this.#inserted} @images-text=${this.#rewritten}></parvis-images>`
  }

  get #tray(): ParvisImages | null {
    return this.#host.renderRoot.querySelector('parvis-images')
  }

  #emptied = async (): Promise<void> => {
    await this.#place.show?.()
    this.#place.area()?.focus()
  }

  #inserted = async ({ detail }: CustomEvent<string>): Promise<void> => {
    await this.#place.show?.()
    const area = this.#place.area()
    if (area) insertImage(area, detail)
  }

  #rewritten = async ({ detail }: CustomEvent<string>): Promise<void> => {
    const area = this.#place.area()
    if (!area) return this.#place.write(detail)
    // A description is told while the focus is on its way out of it, which is let go first.
    if (typesElsewhere(area)) await new Promise((done) => setTimeout(done))
    rewriteText(area, detail)
  }
}
