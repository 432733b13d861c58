import { css, html, LitElement, nothing, type PropertyValues } from 'lit'
import type { ImageJson } from '../../server/images/json.ts'
import { base } from '../styles/base.ts'
import { icon } from './icons.ts'
import { addressesIn, describe, imagesIn, type Shown, without } from './image_text.ts'
import { isOwnImage } from './sanitize.ts'
import { shrink } from './shrink.ts'
import { iconImage, iconX } from './view_icons.ts'

export interface ImageWords {
  list: string
  choose: string
  describe: string
  hint: string
  onItsWay: (name: string) => string
  typeAndSize: (type: string, bytes: number) => string
  added: string
  cancel: string
  again: string
  remove: string
  /** Of an image of a draft that is kept no more: what it shows, and which one of the text it is. */
  gone: (alt: string, place: number) => string
  wrongType: (name: string) => string
  tooLarge: (name: string) => string
  tooMany: (most: number) => string
}

/** Sends a file; nothing where nobody signed in for it. */
export type Send = (
  file: Blob,
  progress: (part: number) => void,
  signal: AbortSignal,
) => Promise<ImageJson | undefined>

interface Upload {
  file: File
  part: number
  stop: AbortController
  /** Why it failed, in words. */
  wrong?: string
  /** Whether it would fail again as it is. */
  hopeless?: boolean
}

const types = ['image/png', 'image/jpeg', 'image/webp', 'image/gif']

/** `image/png` is PNG to people, and WebP is written as its makers do. */
const typeOf = ({ type }: File) => (type === 'image/webp' ? 'WebP' : type.replace('image/', '').toUpperCase())

/** What the server answers to a file that is no image, or one too large. */
const unfit = [413, 415, 422]

const largest = 10 * 1024 * 1024
const most = 5

/**
 * The images of a text that is being written: those on their way with how far they are, those that are there with their
 * description. The text itself stays with the editor, whatever becomes of an upload.
 *
 * @element parvis-images
 * @prop words - What is said here.
 * @prop text - The text, whose Markdown names the images.
 * @prop drawn - The post as it stands, where one is edited: its images are shown.
 * @prop gone - Images of the text that are kept no more, by id.
 * @prop send - Sends a file.
 * @prop why - A failure in words.
 * @prop say - Says what becomes of them by the one voice of the page; without it they have a region of their own.
 * @fires images-insert - An image is there: `detail` is its Markdown.
 * @fires images-text - A description changed, or an image was taken out: `detail` is the text.
 * @fires images-none - The last one was taken out, and had the focus.
 */
export class ParvisImages extends LitElement {
  static override properties = {
    words: { attribute: false },
    text: {},
    drawn: {},
    gone: {
      attribute: false,
      hasChanged: (now: string[], before?: string[]) => `${now}` !== `${before ?? ''}`,
    },
    send: { attribute: false },
    why: { attribute: false },
    say: { attribute: false },
    uploads: { state: true },
    refused: { state: true },
    said: { state: true },
  }
  static override styles = [
    base,
    css`
      :host { display: block !important; }
      :host([hidden]) { display: none !important; }
      ul { display: grid; gap: var(--s2); padding: var(--s2) var(--s3); border-block-start: 1px solid var(--line); }
      li { display: grid; grid-template-columns: 44px minmax(0, 1fr) auto; align-items: center; column-gap: var(--s3); }
      .thumb { display: grid; place-items: center; width: 44px; height: 44px; border-radius: var(--r-control); background: var(--wash-2); color: var(--text-2); object-fit: cover; overflow: hidden; }
      label { display: block; font-size: var(--t-sm); color: var(--text-2); }
      input { display: block; width: 100%; min-height: 36px; padding: 4px var(--s2); border: 1px solid var(--line-strong); border-radius: var(--r-control); background: none; color: var(--text); font-size: var(--t-lg); }
      input:focus { border-color: var(--accent); box-shadow: 0 0 0 1px var(--accent); }
      .hint { font-size: var(--t-xs); line-height: 16px; color: var(--text-2); margin-block-start: 2px; }
      .name { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; font-size: var(--t-sm); }
      .ico { width: 44px; height: 44px; }
      .btn.s { min-height: 44px; margin-block-start: var(--s1); }
      progress { display: block; width: 100%; height: 6px; margin-block-start: 4px; accent-color: var(--accent); }
      .bad { color: color-mix(in oklab, var(--danger) 88%, var(--text)); font-size: var(--t-sm); overflow-wrap: anywhere; }
      .refused { padding: var(--s2) var(--s3); border-block-start: 1px solid var(--line); }
      @container (min-width: 960px) { input { font-size: var(--t-md); } }
    `,
  ]
  declare words: ImageWords
  declare text: string
  declare drawn: string
  declare gone: string[]
  declare send: Send
  declare why: (error: unknown) => string
  declare say: ((words: string) => void) | undefined
  declare uploads: Upload[]
  /** What was not even sent, and why. */
  declare refused: string
  declare said: string
  readonly #seen = new Map<string, string>()
  #sending = false
  /** In which row the focus belongs once they are drawn again: the button that had it is gone by then. */
  #goTo: number | undefined

  constructor() {
    super()
    this.text = this.drawn = this.refused = this.said = ''
    this.uploads = this.gone = []
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    for (const upload of this.uploads) upload.stop.abort()
    this.uploads = []
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // What was said of an image is over with it, as once its text was sent.
    if (changed.has('text') && !imagesIn(this.text).length && !this.busy) this.said = ''
    if (!changed.has('drawn')) return
    for (const [id, address] of addressesIn(this.drawn)) if (isOwnImage(address)) this.#seen.set(id, address)
  }

  protected override updated(): void {
    if (this.#goTo === undefined) return
    const rows = this.renderRoot.querySelectorAll<HTMLElement>('li > button')
    // Without any it goes back to the text.
    if (rows.length) rows[Math.min(this.#goTo, rows.length - 1)]!.focus()
    else this.#fire('images-none', '')
    this.#goTo = undefined
  }

  /** Whether an image is still on its way. */
  get busy(): boolean {
    return this.uploads.some(({ wrong }) => wrong === undefined)
  }

  /** Opens the device's own chooser. */
  choose(): void {
    this.renderRoot.querySelector<HTMLInputElement>('[type=file]')?.click()
  }

  /** Sends files one after the other, so that they stand in the text as they were given. What cannot be taken is said. */
  take(files: File[]): void {
    const { words } = this
    const wrong: string[] = []
    const room = most - imagesIn(this.text).length - this.uploads.length
    const good = files.filter((file) => {
      if (!types.includes(file.type)) wrong.push(words.wrongType(file.name))
      else return true
      return false
    })
    if (good.length > room) wrong.push(words.tooMany(most))
    this.refused = wrong.join(' ')
    const taken = good.slice(0, Math.max(0, room))
    this.uploads = [...this.uploads, ...taken.map((file) => ({ file, part: 0, stop: new AbortController() }))]
    void this.#work()
  }

  async #work(): Promise<void> {
    if (this.#sending) return
    this.#sending = true
    for (;;) {
      const next = this.uploads.find(({ wrong }) => wrong === undefined)
      if (!next) break
      await this.#one(next)
    }
    this.#sending = false
  }

  async #one(upload: Upload): Promise<void> {
    const { file, stop } = upload
    const coming = this.words.onItsWay(file.name)
    this.#tell(coming)
    try {
      const sent = await shrink(file)
      if (sent.size > largest)
        return this.#change(upload, { wrong: this.words.tooLarge(file.name), hopeless: true })
      const image = await this.send(sent, (part) => this.#change(upload, { part }), stop.signal)
      if (stop.signal.aborted) return
      this.#drop(upload)
      if (!image) return
      this.#seen.set(image.id, image.url)
      this.#tell(this.words.added)
      this.#fire('images-insert', image.markdown)
    } catch (error) {
      const hopeless = unfit.includes((error as { status?: number }).status ?? 0)
      if (!stop.signal.aborted) this.#change(upload, { wrong: this.why(error), hopeless })
    } finally {
      if (this.said === coming) this.said = ''
    }
  }

  #tell(words: string): void {
    if (this.say) this.say(words)
    else this.said = words
  }

  #change(upload: Upload, change: Partial<Upload>): void {
    Object.assign(upload, change)
    this.uploads = [...this.uploads]
  }

  #drop(upload: Upload): void {
    upload.stop.abort()
    this.uploads = this.uploads.filter((one) => one !== upload)
  }

  #retry(upload: Upload): void {
    this.#goTo = Number.POSITIVE_INFINITY
    this.#drop(upload)
    this.take([upload.file])
  }

  #fire(name: string, detail: string): void {
    this.dispatchEvent(new CustomEvent(name, { detail }))
  }

  #chosen(event: Event): void {
    const field = event.target as HTMLInputElement
    this.take([...(field.files ?? [])])
    field.value = ''
  }

  protected override render() {
    const { words, uploads, refused } = this
    const there = imagesIn(this.text)
    return html`
      <input type="file" hidden multiple accept=${types.join()} aria-label=${words.choose} @change=${this.#chosen} />
      ${refused ? html`<p class="bad refused" role="alert">${refused}</p>` : nothing}
      ${there.length + uploads.length ? html`<ul aria-label=${words.list}>${there.map((image, place) => this.#there(image, place))}${uploads.map((one, place) => this.#coming(one, there.length + place))}</ul>` : nothing}
      ${this.say ? nothing : html`<p class="vh" role="status">${this.said}</p>`}
    `
  }

  #there({ id, alt }: Shown, place: number) {
    const { words } = this
    const gone = this.gone.includes(id)
    const seen = gone ? undefined : this.#seen.get(id)
    return html`<li>
      ${seen ? html`<img class="thumb" src=${seen} alt="" />` : html`<span class="thumb">${icon(iconImage)}</span>`}
      <div>
        ${gone ? html`<p class="bad" role="alert">${words.gone(alt, place + 1)}</p>` : this.#description({ id, alt })}
      </div>
      <button class="ico" type="button" aria-label=${`${words.remove}${alt ? `: ${alt}` : ''}`} @click=${() => this.#takeOut(id, place)}>${icon(iconX)}</button>
    </li>`
  }

  #takeOut(id: string, place: number): void {
    this.#goTo = place
    this.#fire('images-text', without(this.text, id))
  }

  #description({ id, alt }: Shown) {
    const { words } = this
    const typed = (event: Event) =>
      this.#fire('images-text', describe(this.text, id, (event.target as HTMLInputElement).value))
    return html`<label>${words.describe}<input dir="auto" maxlength="300" .value=${alt} aria-describedby=${alt ? nothing : `hint-${id}`} @change=${typed} /></label>
      ${alt ? nothing : html`<p class="hint" id=${`hint-${id}`}>${words.hint}</p>`}`
  }

  #coming(upload: Upload, place: number) {
    const { words } = this
    const cancel = () => {
      this.#goTo = place
      this.#drop(upload)
    }
    const { file, part, wrong, hopeless } = upload
    return html`<li>
      <span class="thumb">${icon(iconImage)}</span>
      <div>
        <p class="name">${file.name}</p>
        <p class="hint">${words.typeAndSize(typeOf(file), file.size)}</p>
        ${wrong ? html`<p class="bad" role="alert">${wrong}</p>${hopeless ? nothing : html`<button class="btn s" type="button" @click=${() => this.#retry(upload)}>${words.again}</button>`}` : html`<progress max="1" .value=${part} aria-label=${words.onItsWay(file.name)}></progress>`}
      </div>
      <button class="ico" type="button" aria-label=${words.cancel} @click=${cancel}>${icon(iconX)}</button>
    </li>`
  }
}

if (!customElements.get('parvis-images')) customElements.define('parvis-images', ParvisImages)
