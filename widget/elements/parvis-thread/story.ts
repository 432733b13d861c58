import { html, nothing } from 'lit'
import type { EventJson, ReplyJson } from '../../../server/replies/json.ts'
import { nameOf } from '../../context.ts'
import { avatar } from '../../ui/avatar.ts'
import { icon, iconSeal, iconTick } from '../../ui/icons.ts'
import { postBody } from '../../ui/post_body.ts'
import { dayTag, fullDate, shortDate, timeTag } from '../../ui/relative_time.ts'
import { iconFlag, iconLink, iconPen, iconShield, iconTrash } from '../../ui/view_icons.ts'
import '../parvis-menu/parvis-menu.ts'
import type { Choice } from '../parvis-menu/parvis-menu.ts'
import { acceptedMark, mayAccept } from './accept.ts'
import { isFresh } from './fresh.ts'
import { happened } from './happened.ts'
import { isGone, postOf } from './place_reply.ts'
import { quoteButton } from './quote.ts'
import { reactionsTo } from './reactions.ts'
import { linkToAuthor, type NestedReply, nameOfAuthor, type Teller, waysOf } from './teller.ts'
import { isBegun, unsentEdit } from './unsent.ts'
import { nthOf } from './which_post.ts'

/** Replies and events in the order they came, each reply with those below it. */
export const story = (teller: Teller, items: (ReplyJson | EventJson)[]) =>
  html`<ol class="story">${items.map((item) => (item.type === 'event' ? happened(teller, item) : reply(teller, item)))}</ol>`

const reply = (teller: Teller, item: ReplyJson) => {
  const below = item.replies.length
    ? html`<ol class="nest">${item.replies.map((one) => entry(teller, one, item.id))}</ol>`
    : nothing
  return entry(teller, item, item.id, below)
}

/** One reply. The official answer stands at the head already, where links to it lead; so it is only named here. */
const entry = (teller: Teller, item: NestedReply, parent: string, below: unknown = nothing) => {
  const { ctx, words, thread } = teller
  const official = thread.officialReply?.id === item.id
  const gone = isGone(item)
  const glyph = item.tombstone ? iconShield : gone ? iconTrash : official ? iconSeal : undefined
  const what = item.tombstone
    ? tombstone(teller, item.tombstone)
    : gone
      ? html`<p class="ev">${words.gone}</p>`
      : official
        ? pointer(teller, item)
        : post(teller, item, parent)
  return html`<li class="item ${item.tombstone || gone ? 'event' : ''} ${teller.here === item.id ? 'here' : ''}" id=${official && !gone && !item.tombstone ? nothing : `post-${item.id}`} tabindex="-1">
    <div class="g">${glyph ? html`<span class="dot">${icon(glyph)}</span>` : avatar(item.author, ctx.base)}</div>
    <div><div class="post">${what}${item.tombstone || gone ? unsentEdit(teller, item.id, !!item.tombstone) : nothing}</div>${below}${item.id === parent && answeredHere(teller, parent) ? teller.composer(parent, words.replyingTo(teller.answering!.name)) : nothing}</div>
  </li>`
}

/** Whether the editor of an answer stands below a reply: one to the official answer stands below that. */
const answeredHere = ({ answering, thread }: Teller, parent: string): boolean =>
  answering?.parent === parent && answering.to !== thread.officialReply?.id

const post = (teller: Teller, item: NestedReply, parent: string) => {
  if (teller.editing === item.id) return html`${who(teller, item)}${teller.editor(item)}`
  return html`
    ${who(teller, item)}
    ${postBody(item.html ?? '', false, waysOf(teller))}
    ${foot(teller, item, parent)}
  `
}

const foot = (teller: Teller, item: NestedReply, parent: string) => {
  const { words, thread } = teller
  const name = nameOfAuthor(teller, item.author)
  const open = mayAccept(teller) && !thread.acceptedReply
  return html`<div class="foot">
    ${reactionsTo(teller, item)}
    ${thread.locked || thread.html === null ? nothing : html`${replyButton(teller, item, parent)}${quoteButton(teller, item, parent)}`}
    ${open ? html`<button class="txt" type="button" aria-label=${words.acceptOf(name, nthOf(thread, item.id))} @click=${() => teller.accept(item.id, item.id)}>${icon(iconTick)}${words.accept}</button>` : nothing}
    ${item.origin ? html`<span class="qq sm">${words.origin}</span>` : nothing}
  </div>`
}

/** An answer that was begun and left is gone on with by the same button, which says so. */
export const replyButton = (teller: Teller, item: NestedReply, parent: string) => {
  const { words, answering, thread } = teller
  const name = nameOfAuthor(teller, item.author)
  const begun = item.id === parent && answering?.parent !== parent && isBegun(teller, parent)
  return html`<button class="txt" type="button" aria-label=${begun ? nothing : words.replyTo(name, nthOf(thread, item.id))} @click=${() => teller.answer(parent, item.id, name)}>${begun ? words.goOn(name) : words.reply}</button>`
}

const who = (teller: Teller, item: NestedReply) => {
  const { ctx, words, thread } = teller
  const { author } = item
  const name = nameOfAuthor(teller, author)
  const opener = author && author.id === thread.author?.id
  const asked = thread.kind === 'idea' || thread.kind === 'question'
  return html`<div class="who">
    <strong dir="auto">${linkToAuthor(teller, author)}</strong>
    ${author?.team ? html`<span class="teamtag">${ctx.opening.site.name}</span>` : author?.guest ? html`<span class="guesttag">${words.guest}</span>` : author?.company ? html`<span dir="auto">${author.company}</span>` : nothing}
    ${isFresh(teller, item) ? html`<span class="freshtag">${words.fresh}</span>` : nothing}
    ${opener ? html`<span>${asked ? words.asker : words.starter}</span>` : nothing}
    <span class="qq">${dayTag(item.createdAt, ctx.region)}${edited(teller, item.id, item.editedAt)}</span>
    ${acceptedMark(teller, item)}
    <parvis-menu .label=${words.more(name, nthOf(thread, item.id))} .choices=${choices(teller, item)}></parvis-menu>
  </div>`
}

/**
 * What one may do with a reply: everyone copies its link and reports it, its author edits and deletes it, and whoever
 * asked accepts it, where that is `choosable` here.
 */
export const choices = (
  teller: Teller,
  { id, author, accepted }: NestedReply,
  choosable = true,
): Choice[] => {
  const { words, ctx } = teller
  const copy = { label: words.copy, icon: iconLink, act: () => teller.copy(id) }
  const answer = {
    label: accepted ? words.unaccept : words.accept,
    icon: iconTick,
    act: () => teller.accept(accepted ? undefined : id, id),
  }
  const first = choosable && mayAccept(teller) ? [answer, copy] : [copy]
  if (!author || author.id !== ctx.session.member?.id)
    return [...first, { label: words.reportIt, icon: iconFlag, act: () => teller.report(id) }]
  return [
    ...first,
    { label: words.edit, icon: iconPen, act: () => teller.edit(id) },
    { label: words.remove, icon: iconTrash, act: () => teller.askRemoval(id) },
  ]
}

const pointer = (teller: Teller, item: NestedReply) => {
  const { ctx, words } = teller
  return html`<p class="ev"><strong dir="auto">${nameOfAuthor(teller, item.author)}</strong> ${words.officialAbove} <span class="qq nb">${dayTag(item.createdAt, ctx.region)}</span></p>`
}

/** Where a post was hidden: by which rule, when, and that its author knows why. */
export const tombstone = (
  teller: Teller,
  { rule, ruleName, ruleNames, at }: NonNullable<NestedReply['tombstone']>,
) => {
  const { ctx, words } = teller
  const name = nameOf({ name: ruleName, names: ruleNames }, ctx.locale)
  const day = shortDate(at, ctx.region)
  // “21 nov.” ends the sentence by itself.
  const end = words.tombstoneEnd.slice(day.endsWith('.') ? 1 : 0)
  return html`<p class="ev">${words.tombstone(rule, name)}${timeTag(at, ctx.region, day)}${end}</p>`
}

/** That a post was edited, which leads to how. */
export const edited = (teller: Teller, post: string, at: string | null) => {
  if (!at) return nothing
  const { ctx, words, thread } = teller
  const label = words.history.show(fullDate(at, ctx.region))
  const which = words.reactions.on(
    nameOfAuthor(teller, postOf(thread, post)?.author ?? null),
    nthOf(thread, post),
  )
  return html`, <button class="edited" type="button" data-tip=${label} aria-label=${`${label}, ${which}`} @click=${() => teller.history(post)}>${words.edited}</button>`
}
