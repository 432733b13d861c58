import { html, nothing } from 'lit'
import type { EventJson } from '../../../server/replies/json.ts'
import { statusOf } from '../../context.ts'
import { icon } from '../../ui/icons.ts'
import { dayTag } from '../../ui/relative_time.ts'
import { statusGlyph, statusPill } from '../../ui/status_pill.ts'
import { iconMerge, iconRoute } from '../../ui/view_icons.ts'
import type { Teller } from './teller.ts'

/** Something that happened to the thread, on the same line as the replies. */
export const happened = (teller: Teller, event: EventJson) => {
  const { ctx } = teller
  const [category] = statusOf(ctx, event.to)
  const glyph =
    event.kind === 'status' && category
      ? statusGlyph(category)
      : icon(event.kind === 'merged' ? iconMerge : iconRoute)
  const when = html` <span class="qq nb">${dayTag(event.createdAt, ctx.region)}</span>`
  return html`<li class="item event">
    <div class="g"><span class="dot">${glyph}</span></div>
    <div class="ev ${category ?? ''}">${tales[event.kind](teller, event)}${when}${event.note ? html`<p class="note" dir="auto">${event.note}</p>` : nothing}</div>
  </li>`
}

const actor = ({ words }: Teller, event: EventJson) =>
  html`<strong dir="auto">${event.actor?.name ?? words.team}</strong> `

const tales = {
  status: (teller: Teller, event: EventJson) => {
    const { ctx, words } = teller
    const from = event.from && statusPill(...statusOf(ctx, event.from))
    const to = statusPill(...statusOf(ctx, event.to))
    return html`${actor(teller, event)}${from ? words.changed : words.setTo} <span class="pair">${from ? html`${from}<span class="qq" aria-hidden="true">→</span>` : nothing}${to}</span>`
  },

  merged: (teller: Teller, event: EventJson) => {
    const { words } = teller
    const added = event.votesAdded ?? 0
    const shared = event.votesShared ?? 0
    const title = event.thread?.title
    const what = title
      ? html`${words.merged[0]}<span class="q" dir="auto">${words.quoted(title)}</span>${words.merged[1]}`
      : words.mergedAnother
    return html`${actor(teller, event)}${what} ${added + shared ? words.mergedVotes(added, added + shared, shared) : nothing}`
  },

  roadmap: ({ ctx, words }: Teller, event: EventJson) => {
    const link = html`<a class="a" href=${ctx.href('/roadmap')} data-to="/roadmap" dir="auto">${event.item?.title}</a>`
    return html`${words.roadmapped[0]}${link}${words.roadmapped[1]}${event.ideas ? words.withIdeas(event.ideas) : nothing}.`
  },
}
