import { html } from 'hono/html'
import type { ProfilePostPageJson } from '../members/posts_of_json.ts'
import type { ProfileJson } from '../members/profile_json.ts'
import type { ThreadPageJson } from '../threads/json.ts'
import { memberPath, pageLink, threadPath } from './addresses.ts'
import { type Drawing, dayTag, langOf, monthOf } from './drawing.ts'
import type { Page } from './frame.ts'
import { avatar, standing, threadList } from './parts.ts'

/** A member as visitors may know them. Not to be found by: nobody asked to be listed by name in search engines. */
export function memberPage(
  drawing: Drawing,
  member: ProfileJson,
  posts: ProfilePostPageJson,
  votes: ThreadPageJson,
  later: boolean,
): Page {
  const { config, site, words } = drawing
  const author = { ...member, guest: false }
  const path = memberPath(member.id)
  const since = words.member.memberSince(monthOf(drawing, `${member.since}-01T00:00:00Z`))
  const next = posts.next ? pageLink(config, site, path, { cursor: posts.next }) : undefined
  return {
    path,
    title: member.name,
    description: `${member.name}. ${since}.`,
    aside: true,
    next,
    feeds: [],
    living: !later,
    main: html`<div class="head member">${avatar(drawing, author)}<div><h1 dir="auto">${member.name}</h1>
<p class="by">${standing(drawing, author)}<span class="qq">${since}</span></p></div></div>
<h2 class="sec">${words.member.posts}</h2>
${posts.items.length ? html`<ol class="rows">${posts.items.map((post) => postRow(drawing, post))}</ol>` : html`<p class="empty">${words.member.noPosts}</p>`}
<p class="more">${later ? html`<a class="btn" href="${pageLink(config, site, path)}">${words.fromStart}</a>` : ''}${next ? html`<a class="btn" rel="next" href="${next}">${words.member.later}</a>` : ''}</p>
${votes.items.length ? html`<section><h2 class="sec">${words.member.votedFor}</h2>${threadList(drawing, votes.items, { votes: true, level: 3 })}</section>` : ''}`,
  }
}

function postRow(
  drawing: Drawing,
  { id, kind, thread, excerpt, createdAt }: ProfilePostPageJson['items'][number],
) {
  const { config, site, words } = drawing
  const link = `${pageLink(config, site, threadPath(thread))}${kind === 'reply' ? `#post-${id}` : ''}`
  const lang = thread.language ? langOf(drawing, thread.language) : ''
  return html`<li class="row plain"><span></span><div class="text">
<h3 dir="auto"><span class="q">${kind === 'reply' ? words.member.repliedIn : words.member.began}</span> ${thread.title ? html`<a href="${link}"${lang}>${thread.title}</a>` : words.member.removedThread}</h3>
<p class="ex" dir="auto"${lang}>${excerpt}</p></div>
<div class="stat"><span>${dayTag(drawing, createdAt)}</span></div></li>`
}
