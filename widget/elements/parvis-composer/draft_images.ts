import type { ReactiveControllerHost } from 'lit'
import type { Context } from '../../context.ts'
import { addressesIn, imagesIn } from '../../ui/image_text.ts'
import type { Where } from './readers.ts'

type Host = ReactiveControllerHost & { ctx: Context; where: Where | undefined }

/**
 * Where the images of a draft are: its text names them alone, and where they are is told only to who may see them.
 * Without that, whoever comes back to a draft of several could not tell which is which to describe, nor that one of
 * them made way meanwhile.
 */
export class DraftImages {
  /** The images as the server shows them. */
  drawn = ''
  readonly #host: Host
  #asked = ''
  /** Those that were asked for, by id, once there is an answer. */
  #told: string[] = []

  constructor(host: Host) {
    this.#host = host
  }

  /** Those that are there no more, by id; `drawn` is the post as it stands, where one is edited. */
  gone(drawn: string): string[] {
    const there = addressesIn(drawn + this.drawn)
    return this.#told.filter((id) => !there.has(id))
  }

  /** Asks for those of a draft, once. */
  async ask(text: string): Promise<void> {
    const { ctx, where } = this.#host
    const ids = imagesIn(text).map(({ id }) => id)
    const markdown = ids.map((id) => `![](image:${id})`).join('\n\n')
    if (!markdown || markdown === this.#asked || !ctx.session.token) return
    this.#asked = markdown
    try {
      const ask = { method: 'POST', body: { markdown, ...where } }
      this.drawn = (await ctx.api.ask<{ html: string }>('previews', ask)).html
      this.#told = ids
      this.#host.requestUpdate()
    } catch {
      // They are described all the same.
    }
  }
}
