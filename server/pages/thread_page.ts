import { html } from 'hono/html'
import { firstImage } from '../images/first.ts'
import type { StoryJson } from '../replies/json.ts'
import type { ThreadJson } from '../threads/json.ts'
import { pageLink, threadPath } from './addresses.ts'
import { type Drawing, dayTag, langOf, monthOf, nameIn, storedPost } from './drawing.ts'
import type { Page } from './frame.ts'
import { icon } from './icons.ts'
import { repliesIn, threadData } from './json_ld.ts'
import { avatar, linkToAuthor, reactionsOf, standing, statusPill, tagLinks, voteCount } from './parts.ts'
import { edited, story } from './story.ts'

/** A thread with a page of its story: the first one, or one that a cursor leads to. */
export function threadPage(drawing: Drawing, thread: ThreadJson, later?: StoryJson): Page {
  const { config, site, words } = drawing
  const path = threadPath(thread)
  const { items, next } = later ?? thread.story
  const nextPage = next ? pageLink(config, site, path, { cursor: next }) : undefined
  return {
    path,
    title: thread.title,
    description: thread.excerpt,
    language: thread.language,
    type: 'article',
    image: firstImage(thread.html ?? ''),
    aside: later !== undefined || thread.html === null,
    next: nextPage,
    feeds: [{ title: words.feedOfThread(thread.title), path: `/t/${thread.number}/feed.atom` }],
    ...(thread.html === null ? {} : { data: threadData(drawing, thread, items) }),
    living: later === undefined,
    main: html`${crumb(drawing, thread)}
<div class="grid"><article>
${head(drawing, thread)}
${later ? html`<p class="in"><a class="a" href="${pageLink(config, site, path)}">${words.fromStart}</a></p>` : opening(drawing, thread)}
<h2 class="sec" id="story">${storyTitle(drawing, thread, items)}</h2>
${items.length ? story(drawing, thread, items) : ''}
${nextPage ? html`<p class="in more"><a class="btn" rel="next" href="${nextPage}">${words.more}</a></p>` : ''}
${thread.locked ? html`<p class="locked">${icon('lock')}${words.locked}</p>` : ''}
</article>
${side(drawing, thread)}
</div>`,
  }
}

function crumb(drawing: Drawing, thread: ThreadJson) {
  const { config, site } = drawing
  const board = site.boards.find((one) => one.slug === thread.board)
  if (!board) return ''
  return html`<p><a class="crumb" href="${pageLink(config, site, `/b/${board.slug}`)}">${icon('left')}${nameIn(drawing, board)}</a></p>`
}

function head(drawing: Drawing, thread: ThreadJson) {
  const { author } = thread
  const idea = thread.kind === 'idea'
  return html`<header${idea ? html` class="top"` : ''}>
${idea ? html`<div class="vcell">${voteCount(drawing, thread.votes)}</div>` : ''}
<div>
<h1 class="title" dir="auto"${langOf(drawing, thread.language)}>${thread.title}</h1>
<div class="by">${statusPill(drawing, thread.status)}
${thread.html === null ? '' : html`<span dir="auto"><strong>${linkToAuthor(drawing, author)}</strong>${author?.company && !author.guest ? `, ${author.company}` : ''}</span>`}
${author?.team || author?.guest ? standing(drawing, author) : ''}
<span class="qq">${dayTag(drawing, thread.createdAt)}${edited(drawing, thread.post, thread.editedAt)}</span>
${tagLinks(drawing, thread)}</div>
</div>
</header>`
}

// A post's own headings begin at the third level, below that of the post.
function opening(drawing: Drawing, thread: ThreadJson) {
  const { words } = drawing
  return html`<div class="in">
<h2 class="vh">${words.opening[thread.kind]}</h2>
<div class="body" id="post-${thread.post}">${thread.html === null ? html`<p class="ev">${words.takenAway}</p>` : html`${storedPost(drawing, thread.html, thread.language, true)}${reactionsOf(drawing, thread.reactions)}`}</div>
${acceptedAnswer(drawing, thread)}${officialAnswer(drawing, thread)}
</div>`
}

// Where it is the official one as well, both are said of it, and it has the name that links lead to. So it has where
// its own place is on a later page.
function acceptedAnswer(drawing: Drawing, thread: ThreadJson) {
  const { site, words } = drawing
  const { acceptedReply: answer, officialReply, language } = thread
  if (!answer?.html) return ''
  const official = officialReply?.id === answer.id
  const named = official || !repliesIn(thread.story.items).some((reply) => reply.id === answer.id)
  return html`<section class="official accepted"${named ? html` id="post-${answer.id}"` : ''}>
<div class="lab">${icon('tick')}<h2>${words.accepted}</h2>${official ? html`<span class="also">${icon('seal')}${words.official}</span>` : ''}${dayTag(drawing, answer.createdAt)}</div>
${storedPost(drawing, answer.html, language, true)}
<div class="person">${avatar(drawing, answer.author)}<span><strong dir="auto">${linkToAuthor(drawing, answer.author)}</strong>${official ? words.forSite(site.name) : standing(drawing, answer.author)}</span></div>
${reactionsOf(drawing, answer.reactions)}
</section>`
}

function officialAnswer(drawing: Drawing, { officialReply: answer, acceptedReply, language }: ThreadJson) {
  const { site, words } = drawing
  if (!answer?.html || answer.id === acceptedReply?.id) return ''
  return html`<section class="official" id="post-${answer.id}">
<div class="lab">${icon('seal')}<h2>${words.official}</h2>${dayTag(drawing, answer.createdAt)}</div>
${storedPost(drawing, answer.html, language, true)}
<div class="person">${avatar(drawing, answer.author)}<span><strong dir="auto">${linkToAuthor(drawing, answer.author)}</strong>${words.forSite(site.name)}</span></div>
${reactionsOf(drawing, answer.reactions)}
</section>`
}

function storyTitle({ words }: Drawing, { replies }: ThreadJson, items: StoryJson['items']): string {
  if (!items.length) return words.noReplies
  return items.some((item) => item.type === 'event') ? words.story(replies) : words.replies(replies)
}

function side(drawing: Drawing, { kind, votes, item }: ThreadJson) {
  const { config, site, words } = drawing
  if (kind !== 'idea') return ''
  const stage = site.stages.find((one) => one.slug === item?.stage)
  return html`<div class="side">
<section><h2>${words.votes(votes)}</h2></section>
${
  item
    ? html`<section><h2>${words.onRoadmap}</h2>
<a class="a" href="${pageLink(config, site, '/roadmap')}" dir="auto">${item.title}</a>
<p class="q">${stage ? nameIn(drawing, stage) : ''}${item.expectedOn ? `, ${words.expected(monthOf(drawing, item.expectedOn))}` : ''}</p></section>`
    : ''
}
</div>`
}
