import { html, nothing, type ReactiveControllerHost } from 'lit'
import type { Context } from '../../context.ts'
import type { ComposeWords } from '../../translations/en/compose.ts'
import { icon } from '../../ui/icons.ts'
import { postBody } from '../../ui/post_body.ts'
import { iconEye } from '../../ui/view_icons.ts'
import type { Where } from './readers.ts'

/** The editor of the text, with its words, and what it is written for. */
type Host = ReactiveControllerHost & {
  ctx: Context
  words: ComposeWords
  where: Where | undefined
  readonly markdown: string
  focus(): void
}

/** A text as the server will show it, in the place of the field. */
export class Preview {
  readonly #host: Host
  /** Empty while it is on its way; undefined where the field is shown. */
  #html: string | undefined

  constructor(host: Host) {
    this.#host = host
  }

  get open(): boolean {
    return this.#html !== undefined
  }

  button(look: string) {
    return html`<button class=${look} type="button" aria-pressed=${this.open} @click=${() => this.#toggle()}>${look.startsWith('txt') ? icon(iconEye) : nothing}${this.#host.words.preview}</button>`
  }

  #toggle(): void {
    if (!this.open) return void this.#show()
    this.close()
    this.#host.focus()
  }

  /** Shows the text. Who is not signed in says first who they are. */
  async #show(): Promise<void> {
    const { ctx, words } = this.#host
    if (!this.#host.markdown.trim()) return ctx.act('announce', words.nothingToShow, true)
    if (!(await ctx.act('signIn'))) return
    this.#set('')
    const { markdown, where } = this.#host
    try {
      const ask = { method: 'POST', body: { markdown, ...where } }
      const { html } = await ctx.api.ask<{ html: string }>('previews', ask)
      // It was closed meanwhile, by hand or by a text that took this one's place.
      if (!this.open || this.#host.markdown !== markdown) return
      this.#set(html)
      ctx.act('announce', words.preview, true)
    } catch (error) {
      this.#set(undefined)
      ctx.act('refuse', error)
    }
  }

  close(): void {
    this.#set(undefined)
  }

  draw() {
    return this.open
      ? html`<div class="shown" aria-busy=${!this.#html}>${postBody(this.#html ?? '')}</div>`
      : nothing
  }

  #set(made: string | undefined): void {
    this.#html = made
    this.#host.requestUpdate()
  }
}
