import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { EventJson, StoryJson } from '../../../server/replies/json.ts'
import { timeTag } from '../../../widget/ui/relative_time.ts'
import { statusPill } from '../../../widget/ui/status_pill.ts'
import { stageOf, statusOf } from '../../community.ts'
import { hrefOf } from '../../router.ts'
import { ago } from '../../translations/format.ts'
import { catalog, intlTag, named } from '../../translations/index.ts'
import { icon, iconMerge, iconRoute, iconTick } from '../icons.ts'
import { nameOf, type PostActs, postBlock, replyPost } from './posts.ts'

function pill(slug: string | null) {
  const status = statusOf(slug) ?? stageOf(slug)
  return status ? statusPill(status.category, named(status)) : nothing
}

function statusLine(event: EventJson) {
  const { thread } = catalog.value.words
  return html`<b>${nameOf(event.actor)}</b> ${event.from ? thread.statusEvent : thread.statusFirst}
    ${event.from ? html`${pill(event.from)} <span aria-hidden="true">→</span>` : nothing} ${pill(event.to)}`
}

function mergedLine(event: EventJson) {
  const { thread, common } = catalog.value.words
  const from = event.thread
  return html`<b>${nameOf(event.actor)}</b> ${from?.title ? thread.mergedEvent : thread.mergedAnother}
    ${from?.title ? html`<span>${common.quoted(from.title)} <span class="quiet">#${from.number}</span></span>` : nothing}
    <span>${thread.mergedVotes(event.votesAdded ?? 0, event.votesShared ?? 0)}</span>`
}

function roadmapLine(event: EventJson) {
  const { thread } = catalog.value.words
  const { item } = event
  return html`<b>${nameOf(event.actor)}</b> <span>${thread.roadmapEvent}</span>
    ${item ? html`<a class="link" href=${hrefOf(`roadmap/${item.number}`)}>${item.title}</a>` : nothing}
    ${event.ideas ? html`<span>${thread.roadmapOthers(event.ideas)}</span>` : nothing}`
}

const lines = { status: statusLine, merged: mergedLine, roadmap: roadmapLine }
const glyphs = { status: iconTick, merged: iconMerge, roadmap: iconRoute }

function eventBlock(event: EventJson): TemplateResult {
  return html`<div class="event">
    <span class="glyph">${icon(glyphs[event.kind], 's')}</span>
    <p class="line">${lines[event.kind](event)} <span class="quiet">${timeTag(event.createdAt, intlTag(), ago(event.createdAt))}</span></p>
    ${event.note ? html`<p class="note" dir="auto">${event.note}</p>` : nothing}
  </div>`
}

/** Replies and what happened, in one line of time. */
export function storyBlock(items: StoryJson['items'], acts: PostActs): TemplateResult {
  return html`<div class="story">
    ${repeat(
      items,
      (item) => item.id,
      (item) =>
        item.type === 'event'
          ? eventBlock(item)
          : html`${postBlock(replyPost(item), acts)}${item.replies.map((reply) => postBlock(replyPost(reply), acts, { nested: true }))}`,
    )}
  </div>`
}
