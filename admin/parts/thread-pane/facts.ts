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
import { icon, iconGlobe, iconLock, iconUndo } from '../icons.ts'
import type { OpenThread } from './thread_model.ts'

function item(open: OpenThread) {
  const { thread } = catalog.value.words
  const found = open.file.item
  if (!found) return html`<span class="quiet">${thread.notOnRoadmap}</span>`
  const stage = stageOf(found.stage)
  return html`<span class="promise">${icon(found.published ? iconGlobe : iconLock, 'm')}<a class="link" href=${hrefOf(`roadmap/${found.number}`)}>${found.title}</a></span>
    ${stage ? statusPill(stage.category, named(stage)) : nothing} ${found.detached ? html`<span class="hint">${thread.detached}</span>` : nothing}`
}

type Decision = OpenThread['file']['decisions'][number]

/** What was decided, by whom and when; of two that belong together, which took the other back. */
function decision(one: Decision, takenBack: boolean) {
  const { thread } = catalog.value.words
  const name = (slug: string | null) => {
    const status = statusOf(slug) ?? stageOf(slug)
    return status ? named(status) : (slug ?? '–')
  }
  const words = thread.decisionFromTo(name(one.from), name(one.to))
  const step = takenBack ? html`<s class="quiet">${words}</s>` : html`<span class="medium">${words}</span>`
  const back = takenBack
    ? html` <span class="chip">${icon(iconUndo, 's')}${thread.takenBack}</span>`
    : nothing
  const when = html`${timeTag(one.createdAt, intlTag(), ago(one.createdAt))}${one.reverses ? ` · ${thread.takesBack}` : nothing}`
  return html`<li>
    ${step}${back} <span class="quiet small">${one.by ?? thread.automatic}, ${when}</span>
    ${one.note ? html`<p class="small" dir="auto">${one.note}</p>` : nothing}
  </li>`
}

function decisions(open: OpenThread) {
  const made = open.file.decisions
  if (made.length === 0) return nothing
  const takenBack = new Set(made.map((one) => one.reverses))
  return html`<dt>${catalog.value.words.thread.decisions}</dt>
    <dd>
      <details>
        <summary>${made.length}</summary>
        <ol class="decisions">${made.map((one) => decision(one, takenBack.has(one.id)))}</ol>
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
export function notesBlock(
  open: OpenThread,
  aimed: string | null,
  more: { busy: boolean; show: () => void },
): TemplateResult | typeof nothing {
  const { thread } = catalog.value.words
  const { notes, notesNext } = open.file
  if (notes.length === 0) return nothing
  return html`<section class="notes" aria-label=${thread.notes}>
    <h3>${icon(iconLock, 'm')}${thread.notes} <span class="quiet">${thread.notesWords}</span></h3>
    <ul>
      ${notes.map(
        (note) => html`<li id=${`note-${note.id}`} class=${note.id === aimed ? 'aimed' : ''} tabindex="-1">
          <p class="note-by"><b class="medium">${note.author?.name ?? catalog.value.words.common.erased}</b>, ${timeTag(note.createdAt, intlTag(), ago(note.createdAt))}</p>
          ${postBody(note.html)}
        </li>`,
      )}
    </ul>
    ${notesNext ? html`<button class="link small" ?disabled=${more.busy} @click=${more.show}>${thread.moreNotes}</button>` : nothing}
  </section>`
}
