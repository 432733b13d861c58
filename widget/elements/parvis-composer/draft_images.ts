import type { ReactiveControllerHost } from 'lit'
import type { Context } from '../../context.ts'
import { imagesIn } from '../../ui/image_text.ts'
import type { Where } from './readers.ts'

type Host = ReactiveControllerHost & { ctx: Context; where: Where | undefined }

/**
 * Where the images of a draft are: its text names them alone, and where they are is told only to who may see them.
 * Without that, whoever comes back to a draft of several could not tell which is which to describe.
 */
export class DraftImages {
  /** The images as the server shows them. */
  drawn = ''
  readonly #host: Host
  #asked = ''

  constructor(host: Host) {
    this.#host = host
  }

  /** Asks for those of a draft, once. */
  async ask(text: string): Promise<void> {
    const { ctx, where } = this.#host
    const markdown = imagesIn(text)
      .map(({ id }) => `![](image:${id})`)
      .join('\n\n')
    if (!markdown || markdown === this.#asked || !ctx.session.token) return
    this.#asked = markdown
    try {
      const ask = { method: 'POST', body: { markdown, ...where } }
      this.drawn = (await ctx.api.ask<{ html: string }>('previews', ask)).html
      this.#host.requestUpdate()
    } catch {
      // They are described all the same.
    }
  }
}
