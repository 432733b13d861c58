import { html, nothing, type TemplateResult } from 'lit'
import { timeTag } from '../../../widget/ui/relative_time.ts'
import { statusPill } from '../../../widget/ui/status_pill.ts'
import { statusOf, tagOf } from '../../community.ts'
import { place } from '../../router.ts'
import { may } from '../../session.ts'
import { ago } from '../../translations/format.ts'
import { catalog, intlTag, named } from '../../translations/index.ts'
import type { Act } from '../acts/index.ts'
import {
  icon,
  iconAssign,
  iconDots,
  iconLeft,
  iconLink,
  iconLock,
  iconMerge,
  iconPlus,
  iconRoadmap,
  iconTag,
  iconX,
} from '../icons.ts'
import { kindWords } from '../kind_words.ts'
import type { OpenThread } from './thread_model.ts'

/** What the bar above a thread can begin. */
export interface PaneActs {
  begin: (act: Act) => void
  copy: () => void
  lock: () => void
  close: () => void
}

function menu(open: OpenThread | undefined, { begin, copy, lock }: PaneActs) {
  const { acts, thread, common } = catalog.value.words
  return html`<admin-menu look="button icon" label=${common.moreActs}>
    <span slot="button">${icon(iconDots)}</span>
    <button class="item" @click=${() => begin('tags')}>${icon(iconTag)}${acts.tag}</button>
    <button class="item" @click=${() => begin('merge')}>${icon(iconMerge)}${acts.merge}</button>
    ${may('plan') && open?.thread.kind === 'idea' ? html`<button class="item" @click=${() => begin('promote')}>${icon(iconRoadmap)}${acts.promote}</button>` : nothing}
    <button class="item" @click=${lock} ?disabled=${!open}>${icon(iconLock)}${open?.thread.locked ? thread.unlock : thread.lock}</button>
    <button class="item" @click=${copy}>${icon(iconLink)}${thread.copyLink}</button>
  </admin-menu>`
}

function statusButton(open: OpenThread, begin: PaneActs['begin']) {
  const { acts, thread } = catalog.value.words
  if (open.thread.kind !== 'idea') return nothing
  const status = statusOf(open.thread.status)
  if (!status)
    return html`<button class="button" @click=${() => begin('status')}>${thread.setStatus}</button>`
  return html`<button class="status-button" data-tip=${acts.statusAct} @click=${() => begin('status')}>
    ${statusPill(status.category, named(status))}<span class="unseen">, ${acts.statusAct}</span>
  </button>`
}

/** The bar above a thread: its number and status, who takes care of it, what else can be done, the way out. */
export function paneBar(open: OpenThread | undefined, number: number, pane: PaneActs): TemplateResult {
  const { thread, acts } = catalog.value.words
  return html`<header class="bar">
    <button class="button ghost icon only-narrow" aria-label=${thread.toList} @click=${pane.close}>${icon(iconLeft)}</button>
    <span class="number">#${number}</span>
    ${open ? statusButton(open, pane.begin) : nothing}
    <span class="space"></span>
    <button class="button" ?disabled=${!open} @click=${() => pane.begin('assign')}>
      ${icon(iconAssign, 'm')}<span class="word-long">${acts.assign}</span><kbd aria-hidden="true">A</kbd>
    </button>
    ${menu(open, pane)}
    <button class="button ghost icon not-narrow" aria-label=${thread.close} @click=${pane.close}>${icon(iconX)}</button>
  </header>`
}

function tags(open: OpenThread, begin: PaneActs['begin']) {
  const { thread } = catalog.value.words
  const slugs = open.thread.tags
  if (slugs.length === 0) {
    return html`<button class="chip" @click=${() => begin('tags')}>${icon(iconPlus, 's')}${thread.addTags}</button>`
  }
  return slugs.map((slug) => {
    const tag = tagOf(slug)
    return html`<button class="chip" @click=${() => begin('tags')}>${icon(iconTag, 's')}${tag ? named(tag) : slug}</button>`
  })
}

/** Title, kind, board, counts, age and tags; and what one must know before answering. */
export function paneHead(open: OpenThread, begin: PaneActs['begin']): TemplateResult {
  const { common, thread } = catalog.value.words
  const row = open.thread
  const from = Number(place.value.query.get('from'))
  const dot = html`<span class="dot"></span>`
  // Where there is no room for the list, its heading is not there either: it is said, not shown.
  return html`<h1 class="unseen only-narrow">${catalog.value.words.feedback.title}</h1>
    <h2 class="head" dir="auto">${row.title}</h2>
    <p class="meta">
      <span>${kindWords(row)}</span>${dot}
      ${row.kind === 'idea' ? html`<span>${common.votes(row.votes)}</span>${dot}` : nothing}
      <span>${common.replies(row.replies)}</span>${dot} ${timeTag(row.createdAt, intlTag(), ago(row.createdAt))} ${tags(open, begin)}
    </p>
    ${from ? html`<p class="told">${thread.mergedInto(from, row.number)}</p>` : nothing}
    ${row.locked ? html`<p class="told">${thread.locked}</p>` : nothing}`
}
