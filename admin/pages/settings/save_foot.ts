import { html, type TemplateResult } from 'lit'
import type { Problem } from '../../api.ts'
import { refusalWords } from '../../problem_words.ts'
import { catalog } from '../../translations/index.ts'

/** The foot of a page that is saved as one: its button, whether something waits to be saved, and what went wrong. */
export function saveFoot(state: { busy: boolean; changed: boolean; wrong: Problem | null }): TemplateResult {
  const { common, settings } = catalog.value.words
  const { busy, changed, wrong } = state
  return html`<div class="save">
    <button class="button primary large" ?disabled=${busy || !changed}>${common.save}</button>
    <span class="quiet small" role="status">${changed && !wrong ? settings.unsaved : ''}</span>
    <span class="wrong" role="alert">${wrong ? refusalWords(wrong) : ''}</span>
  </div>`
}
