import { html } from 'hono/html'
import type { PostFull } from '../replies/queries.ts'
import type { Run } from '../revisions/difference.ts'
import type { EditJson, EditPageJson } from '../revisions/json.ts'
import type { Locale } from '../words.ts'
import { editsPath, pageLink, threadPath } from './addresses.ts'
import { type Drawing, dayTag, langOf } from './drawing.ts'
import type { Page } from './frame.ts'
import { icon } from './icons.ts'
import { nameOfAuthor } from './parts.ts'

/** How a post was edited, the latest first. Not to be found by: whoever edits has words to take back. */
export function editsPage(drawing: Drawing, post: PostFull, { items, next }: EditPageJson): Page {
  const { config, site, words } = drawing
  const { edits } = words
  return {
    path: threadPath(post, post.kind === 'reply' ? post.id : null),
    title: `${edits.title} · ${post.title}`,
    description: edits.title,
    language: post.language,
    aside: true,
    feeds: [],
    living: false,
    main: html`<p><a class="crumb" href="${pageLink(config, site, threadPath(post, post.id))}">${icon('left')}<span dir="auto"${langOf(drawing, post.language)}>${post.title}</span></a></p>
<h1 class="title">${edits.title}</h1>
${items.length ? html`<ol class="edits">${items.map((edit) => drawEdit(drawing, edit, post.language))}</ol>` : html`<p class="empty">${edits.none}</p>`}
${next ? html`<p class="more"><a class="btn" rel="next nofollow" href="${pageLink(config, site, editsPath(post.id), { cursor: next })}">${edits.older}</a></p>` : ''}`,
  }
}

function drawEdit(drawing: Drawing, { editor, at, title, body }: EditJson, language: Locale) {
  const { edits } = drawing.words
  const lang = langOf(drawing, language)
  return html`<li>
<p class="who"><strong dir="auto">${nameOfAuthor(drawing, editor)}</strong> ${dayTag(drawing, at)}</p>
${title ? html`<p class="diff title" dir="auto"${lang}>${title.map((run) => drawRun(drawing, run))}</p>` : ''}
${body ? html`<p class="diff" dir="auto"${lang}>${body.map((run) => drawRun(drawing, run))}</p>` : ''}
${title || body ? '' : html`<p class="q">${edits.same}</p>`}
</li>`
}

// Neither colour nor strokes are heard: each change is said as well.
function drawRun({ words, locale }: Drawing, { type, text }: Run) {
  if (type === 'same') return text
  const said = html`<span class="vh" lang="${locale}">${words.edits[type]} </span>`
  return type === 'added' ? html`<ins>${said}${text}</ins>` : html`<del>${said}${text}</del>`
}
