import { html, LitElement, nothing } from 'lit'
import type { SubscriptionsJson } from '../../../server/subscriptions/json.ts'
import type { ThreadRowJson } from '../../../server/threads/json.ts'
import { codeOf } from '../../api.ts'
import { type Context, nameOf } from '../../context.ts'
import { threadPath } from '../../controllers/navigation.ts'
import { base } from '../../styles/base.ts'
import { viewStyles } from '../../styles/views.ts'
import type { MeWords } from '../../translations/en/me.ts'
import { failed } from '../parvis-board/failed.ts'
import { followsStyles } from './parvis-follows.styles.ts'

/**
 * What somebody follows: threads, boards, and whether what they take part in is followed by itself. Part of
 * `<parvis-me>`.
 *
 * @element parvis-follows
 * @prop ctx - What every view is given.
 * @prop words - The words of the account.
 */
export class ParvisFollows extends LitElement {
  static override styles = [base, viewStyles, followsStyles]
  static override properties = {
    ctx: { attribute: false },
    words: { attribute: false },
    mine: { state: true },
    failure: { state: true },
  }
  declare ctx: Context
  declare words: MeWords
  declare mine: SubscriptionsJson | undefined
  declare failure: string
  /** Threads let go here keep their place, so that a slip is put right with one more click. */
  readonly #gone = new Set<number>()

  constructor() {
    super()
    this.failure = ''
  }

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#read()
  }

  async #read(): Promise<void> {
    this.failure = ''
    this.mine = undefined
    await this.updateComplete
    try {
      this.mine = await this.ctx.api.ask<SubscriptionsJson>('me/subscriptions')
    } catch (error) {
      this.failure = codeOf(error)
    }
  }

  async #more(): Promise<void> {
    const { mine } = this
    const before = mine!.items.length
    try {
      const path = `me/subscriptions?cursor=${encodeURIComponent(mine!.next!)}`
      const page = await this.ctx.api.ask<SubscriptionsJson>(path)
      this.mine = { ...mine!, items: [...mine!.items, ...page.items], next: page.next }
      await this.updateComplete
      this.renderRoot.querySelectorAll<HTMLElement>('.threads > li')[before]?.querySelector('a')?.focus()
      void this.ctx.act('announce', (say) => say.added(page.items.length))
    } catch (error) {
      this.ctx.act('refuse', error)
    }
  }

  async #setThread({ number }: ThreadRowJson): Promise<void> {
    const want = this.#gone.has(number)
    if (!(await this.ctx.act('follow', number, want))) return
    if (want) this.#gone.delete(number)
    else this.#gone.add(number)
    this.requestUpdate()
  }

  async #setBoard(slug: string): Promise<void> {
    const want = !this.mine!.boards.includes(slug)
    if (!(await this.ctx.act('follow', slug, want))) return
    const others = this.mine!.boards.filter((one) => one !== slug)
    this.mine = { ...this.mine!, boards: want ? [...others, slug] : others }
  }

  async #change(path: string, ask: object, said: string, to: Partial<SubscriptionsJson>): Promise<void> {
    try {
      await this.ctx.api.ask(path, ask)
      this.mine = { ...this.mine!, ...to }
      this.ctx.act('announce', said)
    } catch (error) {
      this.ctx.act('refuse', error)
      this.requestUpdate()
    }
  }

  protected override render() {
    const { ctx, mine } = this
    if (this.failure) return failed(ctx.words, ctx.say?.problems[this.failure], () => this.#read())
    if (!mine) return html`<div class="wait tall" aria-busy="true"></div>`
    return html`${this.#threads(mine)}${this.#boards(mine)}`
  }

  #threads({ items, next, own }: SubscriptionsJson) {
    const { words } = this
    const choose = (event: Event) => {
      const { checked } = event.target as HTMLInputElement
      void this.#change('me/subscriptions', { method: 'PATCH', body: { own: checked } }, words.saved, {
        own: checked,
      })
    }
    return html`<section>
      <div class="sec"><h3>${words.follows.threads}</h3></div>
      ${items.length ? html`<ul class="threads">${items.map((row) => this.#thread(row))}</ul>` : html`<p class="q">${words.follows.noThreads}</p>`}
      ${next ? html`<button class="btn" type="button" @click=${this.#more}>${words.more}</button>` : nothing}
      <label class="own"><input type="checkbox" .checked=${own} aria-describedby="own-hint" @change=${choose} /><span>${words.follows.own}</span></label>
      <p class="q sm" id="own-hint">${words.follows.ownHint}</p>
    </section>`
  }

  #thread(row: ThreadRowJson) {
    const { ctx } = this
    const path = threadPath(row)
    return html`<li><h4 dir="auto" lang=${row.language}><a href=${ctx.href(path)} data-to=${path}>${row.title}</a></h4>${this.#button(!this.#gone.has(row.number), row.title, () => this.#setThread(row))}</li>`
  }

  #boards({ boards }: SubscriptionsJson) {
    const { ctx, words } = this
    return html`<section>
      <div class="sec"><h3>${words.follows.boards}</h3></div>
      <p class="q">${words.follows.boardsHint}</p>
      <ul>${ctx.opening.boards.map((board) => {
        const name = nameOf(board, ctx.locale)
        return html`<li><span dir="auto">${name}</span>${this.#button(boards.includes(board.slug), name, () => this.#setBoard(board.slug))}</li>`
      })}</ul>
    </section>`
  }

  #button(following: boolean, what: string, act: () => void) {
    const { words } = this
    const verb = following ? words.follows.stop : words.follows.start
    return html`<button class="txt" type="button" aria-label=${words.follows.of(verb, what)} @click=${act}>${verb}</button>`
  }
}

if (!customElements.get('parvis-follows')) customElements.define('parvis-follows', ParvisFollows)
