import { html } from 'hono/html'
import type { AuthorJson } from '../members/json.ts'
import type { ReactionsJson } from '../reactions/json.ts'
import { reactionNames, reactionSigns } from '../reactions/signs.ts'
import type { ThreadRowJson } from '../threads/json.ts'
import type { Sort } from '../words.ts'
import { memberPath, pageLink, threadPath } from './addresses.ts'
import { type Drawing, dayTag, langOf, nameIn } from './drawing.ts'
import { icon, statusGlyph } from './icons.ts'

// Small pieces that pages share. They look as the widget draws them, since it takes their place.

/** Where an idea stands: glyph and word; nothing where the slug names none. */
export function statusPill(drawing: Drawing, slug: string | null) {
  const status = drawing.site.statuses.find((one) => one.slug === slug)
  if (!status) return ''
  return html`<span class="pill ${status.category}">${statusGlyph(status.category)}${nameIn(drawing, status)}</span>`
}

/** Tags, each leading to its list in the board. */
export function tagLinks(drawing: Drawing, thread: { board: string; tags: string[] }) {
  const { config, site } = drawing
  if (!thread.tags.length) return ''
  return html`<span class="tags">${thread.tags.map((slug) => {
    const tag = site.tags.find((one) => one.slug === slug)
    const link = pageLink(config, site, `/b/${thread.board}`, { tag: slug })
    return html`<a href="${link}" rel="nofollow">${tag ? nameIn(drawing, tag) : slug}</a>`
  })}</span>`
}

/** Who wrote something; somebody who was erased has no name any more. */
export function nameOfAuthor({ words }: Drawing, author: AuthorJson | null): string {
  return author?.name ?? words.somebody
}

/** The name of whoever has a page of their own leads there: of everybody but guests. */
export function linkToAuthor(drawing: Drawing, author: AuthorJson | null) {
  const name = nameOfAuthor(drawing, author)
  if (!author || author.guest) return name
  return html`<a href="${pageLink(drawing.config, drawing.site, memberPath(author.id))}" rel="nofollow">${name}</a>`
}

/** What somebody is besides a member: of the team, a guest, or of a company that may be named. */
export function standing({ site, words }: Drawing, author: AuthorJson | null) {
  if (author?.team) return html`<span class="teamtag">${site.name}</span>`
  if (author?.guest) return html`<span class="guesttag">${words.guest}</span>`
  return author?.company ? html`<span dir="auto">${author.company}</span>` : ''
}

/** A picture from this server or another by https, else the first letters of the name; the name stands beside it. */
export function avatar(drawing: Drawing, author: AuthorJson | null) {
  const source = author?.avatar ?? ''
  if (source.startsWith('https:') || source.startsWith(drawing.config.publicUrl.href))
    return html`<img class="av" src="${source}" alt="" width="32" height="32" loading="lazy" decoding="async" referrerpolicy="no-referrer">`
  const [first = '', ...rest] = (author?.name ?? '').trim().split(/\s+/)
  const letters = [first, rest.at(-1) ?? ''].map((word) => [...word][0] ?? '').join('')
  return html`<span class="av${author?.team ? ' team' : ''}" aria-hidden="true">${letters.toUpperCase()}</span>`
}

interface Listing {
  /** Whether the list has a column for votes. */
  votes: boolean
  /** Of the headings that titles are. */
  level?: 2 | 3
  /** Ordered by activity, it shows when something last happened, and else how old a thread is. */
  sort?: Sort
}

export function threadList(drawing: Drawing, rows: ThreadRowJson[], listing: Listing) {
  return html`<ol class="rows">${rows.map((row) => threadRow(drawing, row, listing))}</ol>`
}

function threadRow(drawing: Drawing, row: ThreadRowJson, { votes, level = 2, sort }: Listing) {
  const { config, site, words } = drawing
  const title = html`<a href="${pageLink(config, site, threadPath(row))}">${row.title}</a>`
  const lang = langOf(drawing, row.language)
  return html`<li class="row${votes ? '' : ' plain'}">
${votes && row.kind === 'idea' ? voteCount(drawing, row.votes) : html`<span class="${votes ? 'kind' : ''}">${votes ? icon('reply') : ''}</span>`}
<div class="text">
${level === 2 ? html`<h2 dir="auto"${lang}>${title}</h2>` : html`<h3 dir="auto"${lang}>${title}</h3>`}
<p class="ex" dir="auto"${lang}>${row.excerpt}</p>
<div class="meta">${statusPill(drawing, row.status)}${row.official || row.accepted ? html`<span class="off">${icon('seal')}${row.accepted ? words.answered : words.official}</span>` : ''}${tagLinks(drawing, row)}</div>
</div>
<div class="stat"><span>${icon('reply')}<span class="vh">${words.replies(row.replies)}</span><span aria-hidden="true">${words.number(row.replies)}</span></span><span>${dayTag(drawing, sort === 'active' ? row.activeAt : row.createdAt)}</span></div>
</li>`
}

/** The votes of an idea, to be read: voting is the widget's. */
export function voteCount({ words }: Drawing, count: number) {
  return html`<span class="vote"><b>${words.number(count)}</b> <span>${words.votesNoun(count)}</span></span>`
}

/** How often each reaction was given to a post. */
export function reactionsOf({ words }: Drawing, reactions: ReactionsJson) {
  const given = reactionNames.filter((name) => reactions[name])
  if (!given.length) return ''
  return html`<ul class="rx" aria-label="${words.reactions}">${given.map(
    (name) =>
      html`<li title="${words.reaction[name]}"><span aria-hidden="true">${reactionSigns[name]}</span><span class="vh">${words.reaction[name]}</span> ${words.number(reactions[name]!)}</li>`,
  )}</ul>`
}
