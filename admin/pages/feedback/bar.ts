import { html, nothing, type TemplateResult } from 'lit'
import { boardsForNews } from '../../parts/announce-dialog/announce-dialog.ts'
import { icon, iconPlus } from '../../parts/icons.ts'
import { figure } from '../../translations/format.ts'
import { catalog } from '../../translations/index.ts'
import type { PageFeedback } from './page-feedback.ts'

/** The bar above the list: what it is, how much of it there is, the search, and the way to an announcement. */
export function listBar({ list, search }: PageFeedback, write: () => void): TemplateResult {
  const { feedback } = catalog.value.words
  const count = `${figure(list.rows.length)}${list.hasMore ? '+' : ''}`
  return html`<header class="bar">
    <h1 tabindex="-1">${feedback.title}</h1>
    <span class="quiet clip" role="status">${list.loading.state === 'ready' ? count : ''}</span>
    <span class="space"></span>
    ${search.draw(feedback.search, feedback.searchHint)}
    ${boardsForNews().length ? html`<button class="button" data-tip=${feedback.announce.open} @click=${write}>${icon(iconPlus, 'm')}<span class="word">${feedback.announce.open}</span></button>` : nothing}
  </header>`
}
