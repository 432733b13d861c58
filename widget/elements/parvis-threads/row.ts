import { html, nothing } from 'lit'
import type { ListedThreadJson } from '../../../server/threads/json.ts'
import type { Sort } from '../../../server/words.ts'
import { type Context, nameOf, statusOf } from '../../context.ts'
import { listPath, threadPath } from '../../controllers/navigation.ts'
import { age } from '../../ui/age.ts'
import { icon, iconReply, iconSeal } from '../../ui/icons.ts'
import { statusPill } from '../../ui/status_pill.ts'
import { voteButton } from '../../ui/vote.ts'

/**
 * A thread in a list. `votes` says whether the list has a column for votes; ordered by activity, it shows when something
 * last happened, and else how old a thread is.
 */
export const threadRow = (ctx: Context, row: ListedThreadJson, votes: boolean, sort: Sort) => {
  const { words } = ctx
  const at = row[sort === 'active' ? 'activeAt' : 'createdAt']
  const path = threadPath(row)
  // A post in another language says so to screen readers.
  const [title, text] = ctx.later?.rowText(ctx, row) ?? [row.title, row.excerpt]
  const language = row.language === ctx.locale ? nothing : row.language
  return html`<li class="row ${votes ? '' : 'plain'}">
    ${votes && row.kind === 'idea' ? vote(ctx, row) : html`<span class=${votes ? 'kind' : ''}>${votes ? icon(iconReply) : nothing}</span>`}
    <h3 dir="auto" lang=${language}><a href=${ctx.href(path)} data-to=${path}>${title}</a></h3>
    <p class="ex" dir="auto" lang=${language}>${text}</p>
    ${statusPill(...statusOf(ctx, row.status))}
    <div class="stat">
      <span>${icon(iconReply)}<span class="vh">${words.replies(row.replies)}</span><span aria-hidden="true">${words.number(row.replies)}</span></span>
      <span><time datetime=${at}>${words.age(...age(at))}</time></span>
    </div>
    <div class="meta">${row.official || row.accepted ? html`<span class="off">${icon(iconSeal)}${row.accepted ? words.answered : words.official}</span>` : nothing}${ctx.later?.freshMark(ctx, row.number)}${tags(ctx, row)}</div>
  </li>`
}

/** The vote on an idea, wherever it stands. */
export const vote = (
  ctx: Context,
  row: { number: number; title: string; votes: number },
  variant: '' | 's' | 'row' = '',
) => {
  const count = ctx.votes.count(row)
  return voteButton({
    votes: ctx.words.number(count),
    voted: ctx.votes.has(row.number),
    label: ctx.words.vote(row.title, count),
    variant,
    onToggle: () => ctx.act('vote', row),
  })
}

/** The tags of a thread, each leading to the list of its board. */
export const tags = (ctx: Context, row: { board: string; tags: string[] }) => {
  if (!row.tags.length) return nothing
  return html`<span class="tags">${row.tags.map((slug) => {
    const path = listPath({ board: row.board, tag: slug })
    const tag = ctx.opening.tags.find((one) => one.slug === slug)
    return html`<a href=${ctx.href(path)} data-to=${path}>${tag ? nameOf(tag, ctx.locale) : slug}</a>`
  })}</span>`
}
