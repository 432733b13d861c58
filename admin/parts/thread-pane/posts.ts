import { html, nothing, type TemplateResult } from 'lit'
import type { AuthorJson } from '../../../server/members/json.ts'
import type { ThreadFileJson } from '../../../server/moderation/json.ts'
import type { ReplyJson } from '../../../server/replies/json.ts'
import type { ThreadJson } from '../../../server/threads/json.ts'
import { avatar } from '../../../widget/ui/avatar.ts'
import { postBody } from '../../../widget/ui/post_body.ts'
import { timeTag } from '../../../widget/ui/relative_time.ts'
import { may, who } from '../../session.ts'
import { ago, day, moment } from '../../translations/format.ts'
import { catalog, intlTag } from '../../translations/index.ts'
import { authorName, toSheet } from '../author_name.ts'
import { guestMark } from '../guest_mark.ts'
import {
  icon,
  iconDots,
  iconHide,
  iconLink,
  iconPen,
  iconQuote,
  iconReply,
  iconSeal,
  iconShield,
  iconTick,
  iconTrash,
} from '../icons.ts'
import { isEdited } from '../post-editor/edit_draft.ts'
import { pick } from './quote.ts'
import { reactionsOf } from './reactions.ts'
import type { FlatReply } from './thread_model.ts'

/** A ruling as the file of a thread tells it, with whose post it was. */
export type FiledRuling = ThreadFileJson['rulings'][number]

/** What the pane lets one do with a post. */
export interface PostActs {
  hide: (id: string) => void
  putBack: (ruling: FiledRuling) => void
  official: (reply: string | null) => void
  accept: (reply: string | null) => void
  /** Whether the thread is a question, which takes an accepted answer. */
  question: boolean
  answer: (reply: FlatReply) => void
  /** Puts what is selected in a post, or all of it, into the editor of an answer. */
  quote: (id: string, event: Event) => void
  edit: (id: string) => void
  /** Forgets an edit that was begun and not saved. */
  discard: (id: string) => void
  remove: (id: string) => void
  copy: (id: string) => void
  history: (id: string) => void
  editing: string | null
  /** Whether it is edited where it stands besides. */
  elsewhere?: boolean
  editForm: () => TemplateResult
  rulings: FiledRuling[]
  aimed: string | null
}

interface Post {
  id: string
  kind: 'opening' | 'reply'
  author: AuthorJson | null
  html: string | null
  createdAt: string
  editedAt: string | null
  official: boolean
  accepted: boolean
  origin: number | null
  tombstone: ReplyJson['tombstone']
  reactions: ReplyJson['reactions']
  reply?: FlatReply
}

export function openingPost(thread: ThreadJson): Post {
  const { post, author, html: text, createdAt, editedAt, tombstone, reactions } = thread
  return {
    id: post,
    kind: 'opening',
    author,
    html: text,
    createdAt,
    editedAt,
    tombstone,
    reactions,
    official: false,
    accepted: false,
    origin: null,
  }
}

export function replyPost(reply: FlatReply): Post {
  return { ...reply, kind: 'reply', reply }
}

export function nameOf(author: AuthorJson | null): string {
  return author?.name ?? catalog.value.words.common.erased
}

const isOwn = ({ author }: Post): boolean => author?.id === who().member.id

/** That an edit of it was begun on this device and is not saved, and the way back to it. */
function begunEdit(post: Post, acts: PostActs) {
  if (acts.elsewhere || !isOwn(post) || !isEdited(post.id)) return nothing
  const { thread, common } = catalog.value.words
  return html`<div class="begun">
    <p>${thread.editBegun}</p>
    <button class="button" @click=${() => acts.edit(post.id)}>${icon(iconPen, 'm')}${thread.editGoOn}</button>
    <button class="button ghost" @click=${() => acts.discard(post.id)}>${common.discardDraft}</button>
  </div>`
}

function menu(post: Post, acts: PostActs) {
  const { thread } = catalog.value.words
  const own = isOwn(post)
  const { reply } = post
  return html`<admin-menu label=${thread.postMenu(nameOf(post.author))} @pointerdown=${(event: Event) => pick(post.id, event)}>
    <span slot="button">${icon(iconDots)}</span>
    ${reply ? html`<button class="item" @click=${() => acts.answer(reply)}>${icon(iconReply)}${thread.send.reply}</button>` : nothing}
    <button class="item" @click=${(event: Event) => acts.quote(post.id, event)}>${icon(iconQuote)}${thread.quote}</button>
    ${
      post.kind === 'reply' && post.author?.team
        ? html`<button class="item" @click=${() => acts.official(post.official ? null : post.id)}>${icon(iconSeal)}${post.official ? thread.unmarkOfficial : thread.markOfficial}</button>`
        : nothing
    }
    ${
      post.kind === 'reply' && acts.question
        ? html`<button class="item" @click=${() => acts.accept(post.accepted ? null : post.id)}>${icon(iconTick)}${post.accepted ? thread.unaccept : thread.accept}</button>`
        : nothing
    }
    <button class="item" @click=${() => acts.copy(post.id)}>${icon(iconLink)}${thread.copyLink}</button>
    ${own ? html`<button class="item" @click=${() => acts.edit(post.id)}>${icon(iconPen)}${thread.editOwn}</button><button class="item" @click=${() => acts.remove(post.id)}>${icon(iconTrash)}${thread.removal.open}</button>` : nothing}
    ${may('moderate') ? html`<div class="menu-rule"></div><button class="item" @click=${() => acts.hide(post.id)}>${icon(iconHide)}${thread.hide}</button>` : nothing}
  </admin-menu>`
}

function byLine(post: Post, acts: PostActs) {
  const { thread, common } = catalog.value.words
  const { author } = post
  return html`<div class="by">
    <b>${authorName(author)}</b>
    ${author?.team ? html`<span class="chip team">${common.team}</span>` : guestMark(author)}
    ${post.accepted ? html`<span class="accepted" title=${thread.accepted}>${icon(iconTick, 'm')}<span class="unseen">${thread.accepted}</span></span>` : nothing}
    <span class="quiet">${author?.company ? html`${author.company} · ` : nothing}${timeTag(post.createdAt, intlTag(), ago(post.createdAt))}${
      post.editedAt
        ? html` · <button class="edited" data-tip=${thread.history.show(moment(post.editedAt))} aria-label=${thread.history.show(moment(post.editedAt))} @click=${() => acts.history(post.id)}>${thread.edited}</button>`
        : nothing
    }${post.origin ? html` · ${thread.origin(post.origin)}` : nothing}</span>
    ${post.tombstone ? nothing : menu(post, acts)}
  </div>`
}

/** Where a post was hidden: what everybody sees, and for the team what stood there and the way back. */
function tombstone(post: Post, acts: PostActs) {
  const { thread, common } = catalog.value.words
  const tomb = post.tombstone
  if (!tomb) return nothing
  const name = tomb.ruleNames[catalog.value.locale] ?? tomb.ruleName
  const ruling = acts.rulings.find((one) => one.post === post.id && !one.liftedAt)
  return html`<div class="tomb">
    ${ruling?.author ? html`<p><b>${authorName(ruling.author)}</b> ${guestMark(ruling.author)}</p>` : nothing}
    <p>${thread.tombstone(tomb.rule, name, day(tomb.at))}</p>
    ${
      ruling
        ? html`<details ?open=${acts.aimed === post.id}>
          <summary>${thread.showHidden}</summary>
          <p class="hidden-words" dir="auto">${ruling.body}</p>
          <p class="hint">${common.labelled(thread.hiddenReason, ruling.reason)}${ruling.by ? ` (${ruling.by})` : ''}</p>
          ${post.editedAt ? html`<button class="button" @click=${() => acts.history(post.id)}>${thread.history.title}</button>` : nothing}
          ${may('moderate') ? html`<button class="button" @click=${() => acts.putBack(ruling)}>${thread.putBack}</button>` : nothing}
        </details>`
        : nothing
    }
  </div>`
}

/** One post with its author, its text or its tombstone, and what can be done with it. */
export function postBlock(post: Post, acts: PostActs, options: { nested?: boolean } = {}): TemplateResult {
  const classes = `post ${options.nested ? 'nested' : ''} ${acts.aimed === post.id ? 'aimed' : ''}`
  // The place of what its author deleted stays while others answered it.
  const { thread } = catalog.value.words
  const deleted = post.html === null
  if (post.tombstone || deleted) {
    return html`<article class=${classes} id=${`post-${post.id}`} tabindex="-1">
      <span class="event-glyph">${icon(post.tombstone ? iconShield : iconTrash)}</span>
      <div class="text">${post.tombstone ? tombstone(post, acts) : html`<div class="tomb"><p>${post.kind === 'opening' ? thread.deletedOpening : thread.deleted}</p></div>`}</div>
    </article>`
  }
  return html`<article class=${classes} id=${`post-${post.id}`} tabindex="-1">
    ${avatar(post.author)}
    <div class="text">
      ${byLine(post, acts)}
      ${acts.editing === post.id && !acts.elsewhere ? acts.editForm() : html`${postBody(post.html ?? '', false, toSheet)}${begunEdit(post, acts)}${reactionsOf(post.reactions)}`}
    </div>
  </article>`
}
