import type { ReplyJson } from '../../../server/replies/json.ts'
import type { ThreadJson } from '../../../server/threads/json.ts'
import { codeOf, Problem } from '../../api.ts'
import type { Context } from '../../context.ts'
import type { ThreadWords } from '../../translations/en/thread.ts'
import type { ParvisComposer } from '../parvis-composer/parvis-composer.ts'
import type { ParvisUnsent } from '../parvis-unsent/parvis-unsent.ts'
import { forgetEdit, typedOn } from './editor.ts'
import { place, postOf, replace } from './place_reply.ts'
import type { NestedReply, Teller } from './teller.ts'

interface Host {
  ctx: Context
  words: ThreadWords
  thread: ThreadJson
  editing: string | undefined
  answering: Teller['answering']
  /** Which text is being sent: `reply`, `edit` or nothing. */
  busy: string
  /** What is wrong with the text that was sent last. */
  problem: string
  wrongTitle: string
  /** The revision of the post being edited that its author has seen. */
  seen: number | undefined
  readonly updateComplete: Promise<boolean>
  find(id: string): HTMLElement | null
}

/** How many characters a title has at least. */
const shortest = 4

/** What is refused because the thread is not as it was any more. */
const overtaken = new Set(['stale_revision', 'thread_merged', 'thread_locked', 'forbidden', 'not_found'])

/** Whether something is wrong with this field of what was sent. */
const wrongIn = (error: unknown, field: string): boolean =>
  error instanceof Problem && error.fields.some(({ path }) => path.includes(field))

/** Posts replies and saves edits. Whatever happens, a text stays until it is posted. */
export class Writer {
  readonly #host: Host
  readonly #readAgain: () => Promise<void>

  constructor(host: Host, readAgain: () => Promise<void>) {
    this.#host = host
    this.#readAgain = readAgain
  }

  /** A visitor signs in first. */
  async reply(composer: ParvisComposer, body: string, parent: string | undefined): Promise<void> {
    const host = this.#host
    const { ctx, words, thread } = host
    if (!body.trim()) {
      host.problem = words.empty
      return composer.focus()
    }
    const under = parent === undefined ? '' : (host.answering?.parent ?? '')
    await this.#send('reply', `${thread.number}:${under}`, async () => {
      const headers = { 'idempotency-key': composer.keyFor(body) }
      const ask = { method: 'POST', body: { body, parent }, headers }
      const post = () => ctx.api.ask<ReplyJson>(`threads/${thread.number}/replies`, ask)
      const reply = (await ctx.act('asMember', post)) as ReplyJson | undefined
      if (!reply) return
      composer.clear(body)
      if (this.#left(thread)) return void ctx.act('announce', words.posted)
      host.thread = place(host.thread, reply)
      host.answering = undefined
      // Whoever answers follows, unless they wish otherwise.
      ctx.act('overlay', [thread.number])
      await this.#done(words.posted, `post-${reply.id}`)
    })
  }

  /** Saves an edit, of the opening with its title. Whose session has ended signs in first. */
  async save(
    composer: ParvisComposer,
    item: NestedReply,
    title: string | undefined,
    body: string,
  ): Promise<void> {
    const host = this.#host
    const { ctx, words, thread } = host
    const opening = item.id === thread.post
    host.wrongTitle = title !== undefined && [...title].length < shortest ? words.titleShort : ''
    host.problem = body.trim() ? '' : words.empty
    if (host.wrongTitle || host.problem) return this.#toWrong(composer)
    await this.#send('edit', `edit:${item.id}`, async () => {
      const headers = { 'if-match': `"${host.seen}"` }
      const ask = { method: 'PATCH', headers, body: opening ? { title, body } : { body } }
      const path = opening ? `threads/${thread.number}` : `replies/${item.id}`
      const patch = () => ctx.api.ask<ThreadJson | ReplyJson>(path, ask)
      const saved = (await ctx.act('asMember', patch)) as ThreadJson | ReplyJson | undefined
      if (!saved) return
      if (this.#left(thread)) {
        forgetEdit(ctx, item.id)
        return void ctx.act('announce', words.saved)
      }
      if (opening) host.thread = { ...(saved as ThreadJson), story: host.thread.story }
      else host.thread = replace(host.thread, saved as ReplyJson)
      const { revision } = saved
      if (typedOn(ctx, { id: item.id, revision }, { title, body }, composer.markdown)) {
        host.seen = revision
        return void ctx.act('announce', words.saved)
      }
      composer.clear()
      forgetEdit(ctx, item.id)
      host.editing = undefined
      await this.#done(words.saved, opening ? 'heading' : `post-${item.id}`)
    })
  }

  async #send(what: string, draft: string, work: () => Promise<void>): Promise<void> {
    const host = this.#host
    const { ctx, thread } = host
    host.problem = ''
    host.busy = what
    try {
      await work()
    } catch (error) {
      // Its text is kept where it belongs, and nothing of it is to be seen here.
      if (this.#left(thread)) return void ctx.act('refuse', error)
      if (overtaken.has(codeOf(error)) || wrongIn(error, 'parent')) {
        await this.#readAgain()
        if (host.editing) host.seen = postOf(host.thread, host.editing)?.revision ?? host.seen
      }
      if (!(await this.#toUnsent(draft))) this.#refuse(error)
    } finally {
      host.busy = ''
    }
  }

  /** Whether one went on to another thread while something of this one was on its way. */
  #left({ number }: ThreadJson): boolean {
    return this.#host.thread?.number !== number
  }

  /** A text whose place is gone stands by itself now, with the reason, and has the focus. */
  async #toUnsent(draft: string): Promise<boolean> {
    await this.#host.updateComplete
    const unsent = this.#host.find(`unsent-${draft}`) as ParvisUnsent | null
    await unsent?.updateComplete
    if (!unsent?.text) return false
    unsent.focus()
    return true
  }

  /** Says it, and puts the focus on what was written. */
  async #done(words: string, id: string): Promise<void> {
    this.#host.ctx.act('announce', words)
    await this.#host.updateComplete
    this.#host.find(id)?.focus()
  }

  /** Puts the focus on what is to be written anew. */
  #toWrong(composer: ParvisComposer): void {
    const { wrongTitle } = this.#host
    ;(wrongTitle ? this.#host.find('title') : composer)?.focus()
  }

  #refuse(error: unknown): void {
    const { words, ctx } = this.#host
    const own: Record<string, string> = {
      stale_revision: words.changedMeanwhile,
      thread_merged: words.mergedMeanwhile,
      thread_locked: words.locked,
      nothing_seen: words.empty,
      // Nothing else of what is there now keeps a text out.
      conflict: words.compose.images.goneOne,
      unrenderable: words.compose.unrenderable,
    }
    const code = codeOf(error)
    if (own[code]) this.#host.problem = own[code]
    else if (wrongIn(error, 'parent')) this.#host.problem = words.parentGone
    // What was checked before it was sent is refused where nothing of it can be seen.
    else if (wrongIn(error, 'title')) {
      this.#host.wrongTitle = words.titleShort
      this.#host.find('title')?.focus()
    } else ctx.act('refuse', error)
  }
}
