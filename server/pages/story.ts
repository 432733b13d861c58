import { html } from 'hono/html'
import type { EventJson, ReplyJson, TombstoneJson } from '../replies/json.ts'
import type { ThreadJson } from '../threads/json.ts'
import { editsPath, pageLink } from './addresses.ts'
import { type Drawing, dayOf, dayTag, nameIn, storedPost } from './drawing.ts'
import { icon, statusGlyph } from './icons.ts'
import { avatar, linkToAuthor, nameOfAuthor, reactionsOf, standing, statusPill } from './parts.ts'

type Nested = ReplyJson['replies'][number]

/** Replies and events in the order they came, each reply with those below it. */
export function story(drawing: Drawing, thread: ThreadJson, items: (ReplyJson | EventJson)[]) {
  return html`<ol class="story">${items.map((item) =>
    item.type === 'event'
      ? happened(drawing, item)
      : reply(
          drawing,
          thread,
          item,
          item.replies.length
            ? html`<ol class="nest">${item.replies.map((one) => reply(drawing, thread, one, ''))}</ol>`
            : '',
        ),
  )}</ol>`
}

/** One reply. The official answer stands at the head already, and so it is only named here. */
function reply(drawing: Drawing, thread: ThreadJson, item: Nested, below: unknown) {
  const { words } = drawing
  const gone = item.html === null
  const official = thread.officialReply?.id === item.id
  const glyph = item.tombstone ? 'shield' : gone ? 'trash' : official ? 'seal' : undefined
  const what = item.tombstone
    ? html`<p class="ev">${tombstone(drawing, item.tombstone)}</p>`
    : gone
      ? html`<p class="ev">${words.gone}</p>`
      : official
        ? html`<p class="ev"><strong dir="auto">${nameOfAuthor(drawing, item.author)}</strong> ${words.officialAbove} ${when(drawing, item.createdAt)}</p>`
        : html`${who(drawing, item)}${storedPost(drawing, item.html ?? '', thread.language)}${reactionsOf(drawing, item.reactions)}${item.origin ? html`<p class="q sm">${words.origin}</p>` : ''}`
  // The official answer's own place is at the head, and so is the name that links lead to.
  const id = official ? '' : html` id="post-${item.id}"`
  return html`<li class="item${gone ? ' event' : ''}"${id}>
<div class="g">${glyph ? html`<span class="dot">${icon(glyph)}</span>` : avatar(drawing, item.author)}</div>
<div><div class="post">${what}</div>${below}</div>
</li>`
}

function who(drawing: Drawing, { id, author, createdAt, editedAt, accepted }: Nested) {
  return html`<div class="who"><strong dir="auto">${linkToAuthor(drawing, author)}</strong>
${standing(drawing, author)}
<span class="qq">${dayTag(drawing, createdAt)}${edited(drawing, id, editedAt)}</span>
${accepted ? html`<span class="acc">${icon('tick')}${drawing.words.accepted}</span>` : ''}</div>`
}

/** That a post was edited, which leads to how. */
export function edited(drawing: Drawing, post: string, at: string | null) {
  if (!at) return ''
  const { config, site, words } = drawing
  const link = pageLink(config, site, editsPath(post))
  return html`, <a class="edited" href="${link}" rel="nofollow" aria-label="${words.edits.show(dayOf(drawing, at))}">${dayTag(drawing, at, words.edited)}</a>`
}

const when = (drawing: Drawing, at: string) => html`<span class="qq nb">${dayTag(drawing, at)}</span>`

/** Where a post was hidden: by which rule, when, and that its author knows why. */
export function tombstone(drawing: Drawing, { rule, ruleName, ruleNames, at }: TombstoneJson) {
  const { words } = drawing
  const name = nameIn(drawing, { name: ruleName, names: ruleNames })
  // “21 nov.” ends the sentence by itself.
  const end = words.tombstoneEnd.slice(dayOf(drawing, at).endsWith('.') ? 1 : 0)
  return html`${words.tombstone(rule, name)}${dayTag(drawing, at)}${end}`
}

/** Something that happened to the thread, on the same line as the replies. */
function happened(drawing: Drawing, event: EventJson) {
  const category = drawing.site.statuses.find((one) => one.slug === event.to)?.category
  const glyph =
    event.kind === 'status' && category
      ? statusGlyph(category)
      : icon(event.kind === 'merged' ? 'merge' : 'route')
  return html`<li class="item event">
<div class="g"><span class="dot">${glyph}</span></div>
<div class="ev ${event.kind === 'status' ? (category ?? '') : ''}">${tales[event.kind](drawing, event)} ${when(drawing, event.createdAt)}${event.note ? html`<p class="note" dir="auto">${event.note}</p>` : ''}</div>
</li>`
}

const actor = ({ words }: Drawing, event: EventJson) =>
  html`<strong dir="auto">${event.actor?.name ?? words.team}</strong> `

const tales = {
  status(drawing: Drawing, event: EventJson) {
    const { words } = drawing
    const from = event.from && statusPill(drawing, event.from)
    return html`${actor(drawing, event)}${from ? words.changed : words.setTo} <span class="pair">${from ? html`${from}<span class="qq" aria-hidden="true">→</span>` : ''}${statusPill(drawing, event.to)}</span>`
  },

  merged(drawing: Drawing, event: EventJson) {
    const { words } = drawing
    const added = event.votesAdded ?? 0
    const shared = event.votesShared ?? 0
    const title = event.thread?.title
    const what = title
      ? html`${words.merged[0]}<span class="q" dir="auto">${words.quoted(title)}</span>${words.merged[1]}`
      : words.mergedAnother
    return html`${actor(drawing, event)}${what} ${added + shared ? words.mergedVotes(added, added + shared, shared) : ''}`
  },

  roadmap({ config, site, words }: Drawing, event: EventJson) {
    const link = html`<a class="a" href="${pageLink(config, site, '/roadmap')}" dir="auto">${event.item?.title ?? ''}</a>`
    return html`${words.roadmapped[0]}${link}${words.roadmapped[1]}${event.ideas ? words.withIdeas(event.ideas) : ''}.`
  },
}
