import { html, nothing } from 'lit'
import { avatar } from '../../ui/avatar.ts'
import { icon, iconSeal, iconTick } from '../../ui/icons.ts'
import { postBody } from '../../ui/post_body.ts'
import { dayTag } from '../../ui/relative_time.ts'
import '../parvis-menu/parvis-menu.ts'
import { acceptButton } from './accept.ts'
import { quoteButton } from './quote.ts'
import { reactionsTo } from './reactions.ts'
import { choices, edited, replyButton } from './story.ts'
import { linkToAuthor, type NestedReply, nameOfAuthor, type Teller, waysOf } from './teller.ts'
import { nthOf } from './which_post.ts'

/**
 * The accepted and the official answer, first below the opening, with all that can be done to a reply. Where they are
 * one, both are said of it. An official answer stands here alone: links lead here, and here it is answered and edited.
 * An accepted one stands in the story too, and is answered and edited there.
 */
export const headAnswers = (teller: Teller) => {
  const { acceptedReply, officialReply } = teller.thread
  const apart = officialReply?.id === acceptedReply?.id ? null : officialReply
  return [acceptedReply, apart].map((answer) => (answer?.html ? atHead(teller, answer) : nothing))
}

const atHead = (teller: Teller, answer: NestedReply) => {
  const { ctx, words, thread } = teller
  const { id, author } = answer
  const accepted = thread.acceptedReply?.id === id
  const official = thread.officialReply?.id === id
  const seal = html`${icon(iconSeal)}${ctx.words.official}`
  const what = accepted
    ? html`${icon(iconTick)}${words.accepted}${official ? html`<span class="also">${seal}</span>` : nothing}`
    : seal
  const standing =
    official || author?.team
      ? words.forSite(ctx.opening.site.name)
      : html`<span dir="auto">${author?.company ?? ''}</span>`
  const writing = official && teller.editing === id
  return html`<section class="official ${accepted ? 'accepted' : ''}" id=${official ? `post-${id}` : 'accepted'} tabindex="-1" aria-label=${accepted ? words.accepted : ctx.words.official}>
    <div class="lab">${what}<span class="when"><span>${dayTag(answer.createdAt, ctx.region)}${edited(teller, id, answer.editedAt)}</span><parvis-menu .label=${words.more(nameOfAuthor(teller, author), nthOf(thread, id))} .choices=${choices(teller, answer, false)}></parvis-menu></span></div>
    ${writing ? teller.editor(answer) : postBody(answer.html ?? '', true, waysOf(teller))}
    <div class="person">${avatar(author, ctx.base)}<span><strong dir="auto">${linkToAuthor(teller, author)}</strong>${standing}</span></div>
    ${writing ? nothing : foot(teller, answer)}
    ${official && teller.answering?.to === id ? teller.composer(teller.answering.parent, words.replyingTo(teller.answering.name)) : nothing}
  </section>`
}

const foot = (teller: Teller, answer: NestedReply) => {
  const { words, thread } = teller
  const parent = answer.parent ?? answer.id
  const closed = thread.locked || thread.html === null
  return html`<div class="foot">
    ${reactionsTo(teller, answer)}
    ${closed ? nothing : [replyButton(teller, answer, parent), quoteButton(teller, answer, parent)]}
    ${acceptButton(teller, answer)}
    ${answer.origin ? html`<span class="qq sm">${words.origin}</span>` : nothing}
  </div>`
}
