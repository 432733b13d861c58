import { html, nothing } from 'lit'
import type { ThreadJson } from '../../../server/threads/json.ts'
import { codeOf } from '../../api.ts'
import type { Context } from '../../context.ts'
import type { ThreadWords } from '../../translations/en/thread.ts'
import { icon, iconTick } from '../../ui/icons.ts'
import { iconX } from '../../ui/view_icons.ts'
import { type NestedReply, nameOfAuthor, type Teller } from './teller.ts'
import { nthOf } from './which_post.ts'

interface Host {
  ctx: Context
  words: ThreadWords
  thread: ThreadJson
  readonly updateComplete: Promise<boolean>
  find(id: string): HTMLElement | null
}

/** Whether it is for the reader to say which reply answers: whoever asked does. */
export const mayAccept = ({ ctx, thread }: Pick<Teller, 'ctx' | 'thread'>): boolean =>
  thread.kind === 'question' && !!thread.author && thread.author.id === ctx.session.member?.id

/** Makes a reply the accepted one, or none, and says so. The story stays as it is but for the mark. */
export const accept = async (host: Host, reply: string | undefined, focus: string): Promise<void> => {
  const { ctx, words, thread } = host
  const path = `threads/${thread.number}/accepted`
  const ask = reply ? { method: 'PUT', body: { reply } } : { method: 'DELETE' }
  try {
    const now = await ctx.api.ask<ThreadJson>(path, ask)
    // Who went on to another thread meanwhile reads that one.
    if (host.thread?.number !== thread.number) return
    host.thread = {
      ...now,
      story: { ...host.thread.story, items: marked(host.thread, now.acceptedReply?.id) },
    }
    ctx.act('announce', reply ? words.acceptedNow : words.acceptedNoMore)
    await host.updateComplete
    host.find(`post-${focus}`)?.focus()
  } catch (error) {
    // It was deleted or hidden since it was read: what is there now is shown.
    if (codeOf(error) !== 'invalid_input') return void ctx.act('refuse', error)
    ctx.act('notify', words.acceptGone)
    const now = await ctx.api.ask<ThreadJson>(`threads/${thread.number}`).catch(() => undefined)
    if (now && host.thread?.number === now.number) host.thread = now
  }
}

const marked = ({ story }: ThreadJson, accepted: string | undefined) =>
  story.items.map((item) => {
    if (item.type !== 'reply') return item
    const mark = (one: NestedReply) => ({ ...one, accepted: one.id === accepted })
    return { ...item, accepted: item.id === accepted, replies: item.replies.map(mark) }
  })

/** At the head of a thread, whoever asked accepts an answer that stands there, or takes that back. */
export const acceptButton = (teller: Teller, { id, author }: NestedReply) => {
  if (!mayAccept(teller)) return nothing
  const { words, thread } = teller
  const accepted = thread.acceptedReply?.id === id
  return html`<button class="txt" type="button" aria-label=${accepted ? nothing : words.acceptOf(nameOfAuthor(teller, author), nthOf(thread, id))} @click=${() => teller.accept(accepted ? undefined : id, id)}>${icon(accepted ? iconX : iconTick)}${accepted ? words.unaccept : words.accept}</button>`
}

/** The mark of the accepted answer where it stands in the story. */
export const acceptedMark = ({ words }: Teller, { accepted }: NestedReply) =>
  accepted ? html`<span class="acc">${icon(iconTick)}${words.accepted}</span>` : nothing
