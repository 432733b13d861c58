import { html, nothing, type TemplateResult } from 'lit'
import { avatar } from '../../../widget/ui/avatar.ts'
import { postBody } from '../../../widget/ui/post_body.ts'
import { timeTag } from '../../../widget/ui/relative_time.ts'
import { statusPill } from '../../../widget/ui/status_pill.ts'
import { stageOf, statusOf } from '../../community.ts'
import { hrefOf } from '../../router.ts'
import { may } from '../../session.ts'
import { ago, money } from '../../translations/format.ts'
import { catalog, intlTag, named } from '../../translations/index.ts'
import { icon, iconGlobe, iconLock } from '../icons.ts'
import type { OpenThread } from './thread_model.ts'

function item(open: OpenThread) {
  const { thread } = catalog.value.words
  const found = open.file.item
  if (!found) return html`<span class="quiet">${thread.notOnRoadmap}</span>`
  const stage = stageOf(found.stage)
  return html`${icon(found.published ? iconGlobe : iconLock, 'm')}<a class="link" href=${hrefOf(`roadmap/${found.number}`)}>${found.title}</a>
    ${stage ? statusPill(stage.category, named(stage)) : nothing} ${found.detached ? html`<span class="hint">${thread.detached}</span>` : nothing}`
}

function decisions(open: OpenThread) {
  const { thread } = catalog.value.words
  const made = open.file.decisions
  if (made.length === 0) return nothing
  const name = (slug: string | null) => {
    const status = statusOf(slug) ?? stageOf(slug)
    return status ? named(status) : (slug ?? '–')
  }
  return html`<dt>${thread.decisions}</dt>
    <dd>
      <details>
        <summary>${made.length}</summary>
        <ol class="decisions">
          ${made.map(
            (one) => html`<li>
              <span class="medium">${thread.decisionFromTo(name(one.from), name(one.to))}</span> <span class="quiet small">${one.by ?? thread.automatic}, ${timeTag(one.createdAt, intlTag(), ago(one.createdAt))}</span>
              ${one.note ? html`<p class="small" dir="auto">${one.note}</p>` : nothing}
            </li>`,
          )}
        </ol>
      </details>
    </dd>`
}

/** What only the team sees beside the thread: who is behind it, who has it, where it stands. */
export function factsBlock(open: OpenThread, onAssign: () => void): TemplateResult {
  const { thread, common } = catalog.value.words
  const { file } = open
  const idea = open.thread.kind === 'idea'
  return html`<dl class="facts">
    ${
      idea
        ? html`<dt>${thread.voters}</dt>
          <dd>${file.voters > 0 ? html`<span>${thread.votersWords(file.voters, file.companies)}</span>` : html`<span class="quiet">${thread.noVoters}</span>`}${
            file.revenue > 0
              ? html`<span class="quiet">${common.perMonth(money(file.revenue))}</span>`
              : nothing
          }</dd>
          <dt>${thread.onRoadmap}</dt>
          <dd>${item(open)}</dd>`
        : nothing
    }
    <dt>${thread.assignee}</dt>
    <dd>
      ${file.assignee ? html`${avatar(file.assignee)}<span>${file.assignee.name}</span>` : html`<span class="quiet">${common.nobody}</span>`}
      <button class="link small" @click=${onAssign}>${common.edit}<span class="unseen">, ${thread.assignee}</span></button>
    </dd>
    ${
      file.mergedFrom.length > 0
        ? html`<dt>${thread.mergedFrom}</dt><dd>${file.mergedFrom.map((from) => html`<span>${common.quoted(from.title)} <span class="quiet">#${from.number}</span></span>`)}</dd>`
        : nothing
    }
    ${
      file.reports > 0 && may('moderate')
        ? html`<dt>${thread.reports}</dt><dd><a class="link" href=${hrefOf('reports')}>${thread.openReports(file.reports)}</a></dd>`
        : nothing
    }
    ${decisions(open)}
  </dl>`
}

/** The notes of the team, set apart so that nobody takes them for public words. */
export function notesBlock(open: OpenThread): TemplateResult | typeof nothing {
  const { thread } = catalog.value.words
  const { notes } = open.file
  if (notes.length === 0) return nothing
  return html`<section class="notes" aria-label=${thread.notes}>
    <h3>${icon(iconLock, 'm')}${thread.notes} <span class="quiet">${thread.notesWords}</span></h3>
    <ul>
      ${notes.map(
        (note) => html`<li>
          <p class="note-by"><b class="medium">${note.author?.name ?? catalog.value.words.common.erased}</b>, ${timeTag(note.createdAt, intlTag(), ago(note.createdAt))}</p>
          ${postBody(note.html)}
        </li>`,
      )}
    </ul>
  </section>`
}
