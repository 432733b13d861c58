import { html } from 'hono/html'
import type { RoadmapCardJson, RoadmapJson } from '../roadmap/json.ts'
import type { Board } from '../sites/queries.ts'
import { pageLink, threadPath } from './addresses.ts'
import { type Drawing, monthOf, nameIn } from './drawing.ts'
import type { Page } from './frame.ts'
import { icon, statusGlyph } from './icons.ts'
import { overview } from './list_pages.ts'

/** The published items by stage, each with the ideas that a visitor may read. */
export function roadmapPage(drawing: Drawing, boards: Board[], roadmap: RoadmapJson): Page {
  const { site, words } = drawing
  const stages = roadmap.stages.filter((stage) => stage.items.length)
  return {
    path: '/roadmap',
    title: words.roadmap,
    description: words.roadmapPurpose,
    feeds: [{ title: site.name, path: '/feed.atom' }],
    living: true,
    main: html`${overview(drawing, { boards, board: undefined }, words.roadmap, words.roadmapPurpose, '/roadmap')}
${stages.length ? '' : html`<p class="empty">${words.roadmapEmpty}</p>`}
<div class="cols">${stages.map(
      (stage) => html`<section class="col">
<h2>${statusGlyph(stage.category)}${nameIn(drawing, stage)}<span class="n">${words.number(stage.items.length)}</span></h2>
<ul>${stage.items.map((card) => drawCard(drawing, card))}</ul>
</section>`,
    )}</div>`,
  }
}

function drawCard(drawing: Drawing, card: RoadmapCardJson) {
  const { config, site, words } = drawing
  const link = (idea: { number: number; title: string }, text: string) =>
    html`<a href="${pageLink(config, site, threadPath(idea))}" dir="auto">${text}</a>`
  const [only] = card.ideas
  return html`<li class="card">
<h3 dir="auto">${only && card.ideas.length === 1 ? link(only, card.title) : card.title}</h3>
${card.summary ? html`<p dir="auto">${card.summary}</p>` : ''}
<div class="figures">${figure('up', words.votes(card.votes), words.number(card.votes))}${figure('people', words.people(card.people), words.number(card.people))}${card.expectedOn ? html`<span><time datetime="${card.expectedOn}">${monthOf(drawing, card.expectedOn)}</time></span>` : ''}</div>
${card.ideas.length > 1 ? html`<details><summary>${words.ideas(card.ideas.length)}</summary><ul>${card.ideas.map((idea) => html`<li><span class="c">${words.number(idea.votes)}</span>${link(idea, idea.title)}</li>`)}</ul></details>` : ''}
</li>`
}

const figure = (glyph: 'up' | 'people', said: string, number: string) =>
  html`<span title="${said}">${icon(glyph)}<span class="vh">${said}</span><span aria-hidden="true">${number}</span></span>`
