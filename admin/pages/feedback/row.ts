import { html, nothing, type TemplateResult } from 'lit'
import type { ListedThreadJson } from '../../../server/threads/json.ts'
import { avatar } from '../../../widget/ui/avatar.ts'
import { timeTag } from '../../../widget/ui/relative_time.ts'
import { statusGlyph } from '../../../widget/ui/status_pill.ts'
import { statusOf, tagOf } from '../../community.ts'
import { icon, iconReply, iconSeal, iconTick, iconUp } from '../../parts/icons.ts'
import { kindWords } from '../../parts/kind_words.ts'
import { empty } from '../../parts/states.ts'
import { hrefOf, place } from '../../router.ts'
import { may } from '../../session.ts'
import { age, figure } from '../../translations/format.ts'
import { catalog, intlTag, named } from '../../translations/index.ts'

export interface RowState {
  ticked: boolean
  open: boolean
  /** The one row that Tab stops at; the arrows reach the others. */
  tabbable: boolean
  onTick: (event: MouseEvent) => void
}

function statusCell(row: ListedThreadJson) {
  const status = statusOf(row.status)
  if (!status) return nothing
  return html`${statusGlyph(status.category)}<span class="word">${named(status)}</span>`
}

/** Who has the thread. The picture tells the name, above the row's link, to which it leaves the click. */
function assigneeCell({ assignee }: ListedThreadJson) {
  const name = assignee?.name ?? catalog.value.words.common.nobody
  const open = (event: Event) =>
    (event.currentTarget as Element).closest('.row')?.querySelector<HTMLElement>('a')?.click()
  return html`<span class="who" title=${name} @click=${open}>
    ${assignee ? avatar({ name, avatar: assignee.avatar }) : html`<span class="av none"></span>`}<span class="unseen">${name}</span>
  </span>`
}

/** The filters alone, without what the open thread was aimed at. */
export function filtersAlone(query: URLSearchParams): URLSearchParams {
  const filters = new URLSearchParams(query)
  for (const aim of ['post', 'note']) filters.delete(aim)
  return filters
}

/** Which of a thread's times is shown: when something last happened in it, where that orders the list. */
function timeShown(): 'activity' | 'age' {
  const { query } = place.value
  return !query.has('q') && (query.get('sort') ?? 'active') === 'active' ? 'activity' : 'age'
}

/** One thread of the list. The link covers the whole row; the tick stands above it. */
export function threadRow(row: ListedThreadJson, state: RowState): TemplateResult {
  const { feedback, common } = catalog.value.words
  const stop = state.tabbable ? 0 : -1
  const tags = row.tags.flatMap((slug) => tagOf(slug) ?? []).slice(0, 2)
  const reply = row.found?.reply
  const query = filtersAlone(place.value.query)
  const at = timeShown() === 'activity' ? row.activeAt : row.createdAt
  if (reply) query.set('post', reply.id)
  return html`<div role="row" class="row ${state.ticked ? 'ticked' : ''} ${state.open ? 'current' : ''}" data-number=${row.number}>
    <span role="cell" class="tick-cell"><label><input type="checkbox" tabindex=${stop} aria-label=${feedback.select(row.title)} .checked=${state.ticked} @click=${state.onTick} /></label></span>
    <span role="cell" class="title-cell">
      <a href=${hrefOf(`feedback/${row.number}`, query)} tabindex=${stop} aria-current=${state.open ? 'true' : nothing} dir="auto">${row.title}</a>
      ${row.official ? html`<span class="official" title=${feedback.official}>${icon(iconSeal, 'm')}<span class="unseen">${feedback.official}</span></span>` : nothing}
      ${row.accepted ? html`<span class="accepted" title=${feedback.accepted}>${icon(iconTick, 'm')}<span class="unseen">${feedback.accepted}</span></span>` : nothing}
      ${reply ? html`<span class="by-reply" title=${feedback.inReply(reply.author)}>${icon(iconReply, 'm')}<span class="unseen">${feedback.inReply(reply.author)}</span></span>` : nothing}
      ${tags.map((tag) => html`<span class="tag">${named(tag)}</span>`)}
    </span>
    <span role="cell" class="kind-cell">${kindWords(row)}</span>
    <span role="cell" class="status-cell">${statusCell(row)}</span>
    <span role="cell" class="votes-cell" title=${row.kind === 'idea' ? common.votes(row.votes) : nothing}>${row.kind === 'idea' ? html`${icon(iconUp, 's')}${figure(row.votes)}` : nothing}</span>
    <span role="cell" class="replies-cell" title=${common.replies(row.replies)}>${icon(iconReply, 's')}${figure(row.replies)}</span>
    <span role="cell" class="age-cell">${timeTag(at, intlTag(), age(at))}</span>
    <span role="cell" class="assignee-cell">${assigneeCell(row)}</span>
  </div>`
}

/** The names of the columns, with the tick for all that is shown. */
export function tableHeads(share: 'none' | 'some' | 'all', none: boolean, onAll: () => void): TemplateResult {
  const { columns, filters, selectAll } = catalog.value.words.feedback
  return html`<div role="row" class="heads">
    <span role="columnheader" class="tick-cell"><label><input type="checkbox" aria-label=${selectAll} .checked=${share === 'all'}
      .indeterminate=${share === 'some'} ?disabled=${none} @change=${onAll} /></label></span>
    <span role="columnheader">${columns.title}</span>
    <span role="columnheader" class="kind-cell">${columns.board}</span>
    <span role="columnheader">${columns.status}</span>
    <span role="columnheader" class="votes-cell figure">${columns.votes}</span>
    <span role="columnheader" class="replies-cell figure">${columns.replies}</span>
    <span role="columnheader" class="age-cell figure">${columns[timeShown()]}</span>
    <span role="columnheader" class="assignee-cell"><span class="unseen">${filters.assignee}</span></span>
  </div>`
}

/** Why the list is empty, and the first step out of it. */
export function emptyList(): TemplateResult {
  const { feedback } = catalog.value.words
  const { query } = place.value
  const narrowed = ['board', 'kind', 'status', 'tag', 'assignee', 'q'].some((name) => query.has(name))
  if (narrowed) {
    const step = html`<a class="button" href=${hrefOf('feedback')}>${feedback.clearFilters}</a>`
    return empty(feedback.noneHeading, feedback.noneWords, step)
  }
  if (query.has('unanswered')) return empty(feedback.tidyHeading, feedback.tidyWords)
  const step = may('administer')
    ? html`<a class="button" href=${hrefOf('settings/embed')}>${feedback.emptyStep}</a>`
    : nothing
  return empty(feedback.emptyHeading, feedback.emptyWords, step)
}
