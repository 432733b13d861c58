import { html, nothing } from 'lit'
import type { MyPostPageJson } from '../../../server/members/json.ts'
import type { ThreadRowJson } from '../../../server/threads/json.ts'
import { boardPath, type Context, statusOf } from '../../context.ts'
import { threadPath } from '../../controllers/navigation.ts'
import type { MeWords } from '../../translations/en/me.ts'
import { ago, timeTag } from '../../ui/relative_time.ts'
import { statusPill } from '../../ui/status_pill.ts'
import { vote } from '../parvis-threads/row.ts'

export type Post = MyPostPageJson['items'][number]

/** A post of one's own; of one that was removed the decision is read. */
export const ownPost = (ctx: Context, words: MeWords, post: Post) => {
  const path = post.hidden
    ? '/me/decisions'
    : threadPath(post.thread, post.kind === 'reply' ? post.id : undefined)
  const lang = post.thread.language ?? nothing
  return html`<li><div class="wide">
      <div class="meta"><span>${post.kind === 'reply' ? words.reply : words.opening} · ${timeTag(post.createdAt, ctx.region, ago(post.createdAt, ctx.region))}</span>${post.hidden ? html`<span>${words.removed}</span>` : nothing}</div>
      <h3 dir="auto" lang=${lang}><a href=${ctx.href(path)} data-to=${path} aria-describedby=${`of-${post.id}`}>${post.thread.title || words.removedThread}</a></h3>
      <p class="q" id=${`of-${post.id}`} dir="auto" lang=${lang}>${post.excerpt}</p>
    </div></li>`
}

/** An idea that one voted for. */
export const ownVote = (ctx: Context, row: ThreadRowJson) => {
  const path = threadPath(row)
  return html`<li class="votes">${vote(ctx, row, 's')}<div>
      <h3 dir="auto" lang=${row.language}><a href=${ctx.href(path)} data-to=${path}>${row.title}</a></h3>
      <div class="meta">${statusPill(...statusOf(ctx, row.status))}</div>
    </div></li>`
}

/** Where a part has nothing yet, and what to do about it. */
export const nothingYet = (ctx: Context, words: MeWords, part: string) => {
  const [what, hint] = words.none[part]!
  const path = boardPath(ctx, ctx.start)
  return html`<div class="empty"><h3>${what}</h3><p class="q">${hint}</p>${part === 'decisions' ? nothing : html`<a class="btn" href=${ctx.href(path)} data-to=${path}>${words.toIdeas}</a>`}</div>`
}
