import { html } from 'lit'
import type { ThreadRowJson } from '../../../server/threads/json.ts'
import { type Context, statusOf } from '../../context.ts'
import { threadPath } from '../../controllers/navigation.ts'
import type { NewWords } from '../../translations/en/new.ts'
import { statusPill } from '../../ui/status_pill.ts'
import { vote } from '../parvis-threads/row.ts'

const mostSimilar = 3
const shortest = 4

export type SimilarRow = ThreadRowJson & { titleHtml: string }

/** Threads that say about the same, with their votes: voting is a way to be done here. */
export const similarList = (ctx: Context, words: NewWords, rows: SimilarRow[]) => {
  const ideas = rows[0]?.kind === 'idea'
  return html`<div class="similar">
    <p>${ideas ? words.similarIdeas : words.similarOthers}</p>
    <ul>${rows.map((row) => {
      const path = threadPath(row)
      const facts = [words.replies(row.replies), row.official ? words.withOfficial : '']
        .filter(Boolean)
        .join(', ')
      return html`<li>
        ${row.kind === 'idea' ? vote(ctx, row, 's') : html`<span></span>`}
        <div>
          <a class="t" href=${ctx.href(path)} data-to=${path} dir="auto" lang=${row.language}>${marked(row.titleHtml)}</a>
          <div class="meta">${statusPill(...statusOf(ctx, row.status))}<span>${facts}</span></div>
        </div>
      </li>`
    })}</ul>
  </div>`
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }
const plain = (text: string) =>
  text.replace(/&(amp|lt|gt|quot|#39);/g, (all, name: string) => entities[name] ?? all)

/** The server marks what matches with <mark> in escaped text; every other part stays text. */
const marked = (text: string) =>
  text
    .split(/<mark>(.*?)<\/mark>/)
    .map((part, index) => (index % 2 ? html`<mark>${plain(part)}</mark>` : plain(part)))

interface Host {
  ctx: Context
  words: NewWords
  similar: SimilarRow[]
}

/** Asks for what is like a title; a newer question gives up the one before. */
export class Alike {
  readonly #host: Host
  #asking = new AbortController()

  constructor(host: Host) {
    this.#host = host
  }

  stop(): void {
    this.#asking.abort()
  }

  async ask(typed: string, board = ''): Promise<void> {
    this.stop()
    this.#asking = new AbortController()
    const { signal } = this.#asking
    const title = typed.trim().slice(0, 200)
    const rows = title.length < shortest ? [] : await this.#read(title, board, signal)
    if (!signal.aborted) this.#show(rows)
  }

  async #read(title: string, board: string, signal: AbortSignal): Promise<SimilarRow[]> {
    const query = new URLSearchParams({ title, board })
    try {
      const { items } = await this.#host.ctx.api.ask<{ items: SimilarRow[] }>(`threads/similar?${query}`, {
        signal,
      })
      return items.slice(0, mostSimilar)
    } catch {
      // Nobody waits for these: without them the form works as well.
      return []
    }
  }

  #show(rows: SimilarRow[]): void {
    const { ctx, words, similar } = this.#host
    const numbers = rows.map((row) => row.number)
    if (rows.length && numbers.join() !== similar.map((row) => row.number).join()) {
      ctx.act('announce', words.similarFound(rows.length), true)
      ctx.act('overlay', numbers)
    }
    ctx.votes.learnCounts(rows)
    this.#host.similar = rows
  }
}
