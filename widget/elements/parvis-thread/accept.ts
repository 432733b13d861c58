import { html, nothing } from 'lit'
import type { ThreadJson } from '../../../server/threads/json.ts'
import { codeOf } from '../../api.ts'
import type { Context } from '../../context.ts'
import type { ThreadWords } from '../../translations/en/thread.ts'
import { avatar } from '../../ui/avatar.ts'
import { icon, iconSeal, iconTick } from '../../ui/icons.ts'
import { postBody } from '../../ui/post_body.ts'
import { dayTag } from '../../ui/relative_time.ts'
import { iconX } from '../../ui/view_icons.ts'
import { reactionsTo } from './reactions.ts'
import { linkToAuthor, type NestedReply, nameOfAuthor, type Teller, waysOf } from './teller.ts'
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
    host.thread = { ...now, story: { ...thread.story, items: marked(thread, now.acceptedReply?.id) } }
    ctx.act('announce', reply ? words.acceptedNow : words.acceptedNoMore)
    await host.updateComplete
    host.find(`post-${focus}`)?.focus()
  } catch (error) {
    // It was deleted or hidden since it was read: what is there now is shown.
    if (codeOf(error) !== 'invalid_input') return void ctx.act('refuse', error)
    ctx.act('notify', words.acceptGone)
    const now = await ctx.api.ask<ThreadJson>(`threads/${thread.number}`).catch(() => undefined)
    if (now) host.thread = now
  }
}

const marked = ({ story }: ThreadJson, accepted: string | undefined) =>
  story.items.map((item) => {
    if (item.type !== 'reply') return item
    const mark = (one: NestedReply) => ({ ...one, accepted: one.id === accepted })
    return { ...item, accepted: item.id === accepted, replies: item.replies.map(mark) }
  })

/** The accepted answer, first below the question. Where it is the official one as well, both are said of it. */
export const acceptedAnswer = (teller: Teller) => {
  const { ctx, words, thread } = teller
  const answer = thread.acceptedReply
  if (!answer?.html) return nothing
  const official = thread.officialReply?.id === answer.id
  return html`<section class="official accepted" id=${official ? `post-${answer.id}` : 'accepted'} tabindex="-1" aria-label=${words.accepted}>
    <div class="lab">${icon(iconTick)}${words.accepted}${official ? html`<span class="also">${icon(iconSeal)}${ctx.words.official}</span>` : nothing}${dayTag(answer.createdAt, ctx.region)}</div>
    ${postBody(answer.html, true, waysOf(teller))}
    <div class="person">${avatar(answer.author, ctx.base)}<span><strong dir="auto">${linkToAuthor(teller, answer.author)}</strong>${answer.author?.team ? words.forSite(ctx.opening.site.name) : html`<span dir="auto">${answer.author?.company ?? ''}</span>`}</span></div>
    ${acceptHere(teller, answer)}
  </section>`
}

/** Below an answer at the head: its reactions; whoever asked accepts it there, or takes that back. */
export const acceptHere = (teller: Teller, answer: NestedReply) => {
  const { id, author } = answer
  const { words, thread } = teller
  const reactions = reactionsTo(teller, answer)
  if (!mayAccept(teller)) return html`<div class="foot">${reactions}</div>`
  const accepted = thread.acceptedReply?.id === id
  return html`<div class="foot">${reactions}<button class="txt" type="button" aria-label=${accepted ? nothing : words.acceptOf(nameOfAuthor(teller, author), nthOf(thread, id))} @click=${() => teller.accept(accepted ? undefined : id, id)}>${icon(accepted ? iconX : iconTick)}${accepted ? words.unaccept : words.accept}</button></div>`
}

/** The mark of the accepted answer where it stands in the story. */
export const acceptedMark = ({ words }: Teller, { accepted }: NestedReply) =>
  accepted ? html`<span class="acc">${icon(iconTick)}${words.accepted}</span>` : nothing
