import type { Person, TestSite } from './world.ts'

export interface Heard {
  event: string
  id: string
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into whatever came.
  data: any
}

/** Somebody who follows a live stream, over HTTP or in the process, and keeps all they hear. */
export class Listener {
  readonly status: number
  readonly headers: Headers
  /** All that came, as it came. */
  text = ''
  /** The place from which they would go on. */
  lastId = ''
  readonly heard: Heard[] = []
  over = false
  private readonly reader: ReadableStreamDefaultReader<Uint8Array> | undefined
  private waiting: (() => void)[] = []

  constructor(answer: Response) {
    this.status = answer.status
    this.headers = answer.headers
    this.reader = answer.body?.getReader()
    void this.listen()
  }

  /** Follows in the process, below the site. */
  static async inside(
    site: TestSite,
    as?: Person,
    { query = '', headers = {} }: { query?: string; headers?: Record<string, string> } = {},
  ): Promise<Listener> {
    const address = `${site.world.config.publicUrl.origin}/api/v1/sites/${site.slug}/live${query}`
    return new Listener(await site.app.request(address, { headers: { ...as?.headers, ...headers } }))
  }

  private async listen(): Promise<void> {
    const decoder = new TextDecoder()
    let rest = ''
    try {
      for (let part = await this.reader?.read(); part && !part.done; part = await this.reader!.read()) {
        const text = decoder.decode(part.value, { stream: true })
        this.text += text
        const blocks = (rest + text).split('\n\n')
        rest = blocks.pop()!
        for (const block of blocks) this.take(block)
        this.wake()
      }
    } catch {
      // A connection that broke is over too.
    }
    this.over = true
    this.wake()
  }

  private take(block: string): void {
    const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1]
    const id = field('id')
    if (id) this.lastId = id
    const data = field('data')
    if (data !== undefined)
      this.heard.push({ event: field('event') ?? 'message', id: this.lastId, data: JSON.parse(data) })
  }

  private wake(): void {
    for (const go of this.waiting.splice(0)) go()
  }

  /** Resolves once something is so; rejects where the stream ends before. */
  async until(so: (listener: this) => boolean): Promise<this> {
    while (!so(this)) {
      if (this.over) throw new Error(`The stream ended: ${this.text}`)
      await new Promise<void>((go) => this.waiting.push(go))
    }
    return this
  }

  /** The first event of a name, once it is there. */
  async first(event: string): Promise<Heard> {
    const find = () => this.heard.find((one) => one.event === event)
    await this.until(() => find() !== undefined)
    return find()!
  }

  /** Resolves once the stream is over. */
  async end(): Promise<this> {
    while (!this.over) await new Promise<void>((go) => this.waiting.push(go))
    return this
  }

  /** The names of the events so far, without the first. */
  get names(): string[] {
    return this.heard.map((one) => one.event).filter((name) => name !== 'open')
  }

  leave(): Promise<void> {
    return this.reader?.cancel() ?? Promise.resolve()
  }
}
