import { html, nothing } from 'lit'
import { boardPath, nameOf, statusOf } from '../../context.ts'
import { follows } from '../../controllers/followed.ts'
import { icon } from '../../ui/icons.ts'
import { postBody } from '../../ui/post_body.ts'
import { ago, timeTag } from '../../ui/relative_time.ts'
import { statusPill } from '../../ui/status_pill.ts'
import { iconBell, iconFlag, iconLeft, iconLink, iconPen, iconTrash } from '../../ui/view_icons.ts'
import { tags, vote } from '../parvis-threads/row.ts'
import { headAnswers } from './head_answer.ts'
import { quoteButton } from './quote.ts'
import { reactionsTo } from './reactions.ts'
import { edited, tombstone } from './story.ts'
import { linkToAuthor, type Teller, waysOf } from './teller.ts'
import { unsentEdit } from './unsent.ts'

/** The way back to the list, to where one was in it. */
export const crumb = ({ ctx, thread }: Pick<Teller, 'ctx' | 'thread'>) => {
  const path = boardPath(ctx, thread.board)
  const board = ctx.opening.boards.find((one) => one.slug === thread.board)
  return html`<a class="crumb" href=${ctx.href(path)} data-to=${path} data-back>${icon(iconLeft, 'flip')}${nameOf(board, ctx.locale)}</a>`
}

/** Title, author and text of the thread, then the accepted and the official answer. */
export const opening = (teller: Teller) => {
  const { ctx, words, thread } = teller
  const idea = thread.kind === 'idea'
  const { author } = thread
  const row = { ...thread, title: thread.title }
  return html`
    <header class=${idea ? 'top' : ''}>
      ${idea ? html`<div class="vcell">${vote(ctx, row)}</div>` : nothing}
      <div>
        <h2 class="title" id="heading" tabindex="-1" dir="auto" lang=${thread.language}>${thread.title}</h2>
        <div class="by">
          ${statusPill(...statusOf(ctx, thread.status))}
          ${thread.html === null ? nothing : html`<span dir="auto"><strong>${linkToAuthor(teller, author)}</strong>${author?.company ? `, ${author.company}` : nothing}</span>`}
          ${author?.team ? html`<span class="teamtag">${ctx.opening.site.name}</span>` : author?.guest ? html`<span class="guesttag">${words.guest}</span>` : nothing}
          <span class="qq">${timeTag(thread.createdAt, ctx.region, ago(thread.createdAt, ctx.region))}${edited(teller, thread.post, thread.editedAt)}</span>
          ${tags(ctx, thread)}
        </div>
      </div>
    </header>
    ${idea ? html`<div class="act m-only">${vote(ctx, row, 'row')}</div>` : nothing}
    <div class=${idea ? 'in' : ''}>
      <div class="body" lang=${thread.language}>${text(teller)}</div>
      ${headAnswers(teller)}
    </div>
  `
}

const text = (teller: Teller) => {
  const { words, thread, ctx } = teller
  if (thread.tombstone)
    return html`${tombstone(teller, thread.tombstone)}${unsentEdit(teller, thread.post, true)}`
  if (thread.html === null)
    return html`<p class="ev">${words.takenAway}</p>${unsentEdit(teller, thread.post, false)}`
  if (teller.editing === thread.post) return teller.editor({ ...thread, id: thread.post } as never)
  const mine = !!thread.author && thread.author.id === ctx.session.member?.id
  const button = (label: string, glyph: string, act: () => void) =>
    html`<button class="txt" type="button" @click=${act}>${icon(glyph)}${label}</button>`
  const following = follows(ctx.session, thread.number)
  return html`${postBody(thread.html ?? '', true, waysOf(teller))}
    <div class="foot" lang=${ctx.locale}>
      ${reactionsTo(teller, { id: thread.post, author: thread.author, reactions: thread.reactions })}
      ${button(following ? words.unfollow : words.follow, iconBell, () => ctx.act('follow', thread.number, !following))}
      ${button(words.copy, iconLink, () => teller.copy(thread.post))}
      ${thread.locked ? nothing : quoteButton(teller, { id: thread.post, author: thread.author, body: thread.body })}
      ${mine ? [button(words.edit, iconPen, () => teller.edit(thread.post)), button(words.remove, iconTrash, () => teller.askRemoval(thread.post))] : button(words.reportIt, iconFlag, () => teller.report(thread.post))}
    </div>`
}
