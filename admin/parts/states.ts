import { css, html, nothing, type TemplateResult } from 'lit'
import type { Problem } from '../api.ts'
import { problemWords } from '../problem_words.ts'
import { catalog } from '../translations/index.ts'
import { icon, iconAgain, iconWarn } from './icons.ts'

/** What stands where a list or a page could not be loaded, with the way to try again. */
export function failure(problem: Problem | undefined, again: () => void): TemplateResult | typeof nothing {
  if (!problem) return nothing
  const { errors, common } = catalog.value.words
  return html`<div class="state" role="alert">
    ${icon(iconWarn)}
    <h2>${errors.heading}</h2>
    <p>${problemWords(problem)}</p>
    <button class="button" @click=${again}>${icon(iconAgain)}${common.again}</button>
  </div>`
}

/** An empty place: what it is for, and the first step. */
export function empty(heading: string, words: string, step?: unknown): TemplateResult {
  return html`<div class="state"><h2>${heading}</h2><p>${words}</p>${step ?? nothing}</div>`
}

/** An empty part of a page, under the heading of that part. */
export function emptyPart(heading: string, words: string): TemplateResult {
  return html`<div class="state"><h4>${heading}</h4><p>${words}</p></div>`
}

/** Rows of the size of those to come. `height` in pixels. */
export function bones(count: number, height: number): TemplateResult {
  const widths = [62, 48, 71, 55, 66, 43, 58]
  return html`<div aria-hidden="true">
    ${Array.from({ length: count }, (_, index) => {
      const width = widths[index % widths.length]
      return html`<div class="bone-row" .style=${`height:${height}px`}><span class="bone" .style=${`width:${width}%`}></span></div>`
    })}
  </div>`
}

export const stateStyles = css`
  .state {
    display: grid;
    justify-items: center;
    gap: 8px;
    max-width: 420px;
    margin: 64px auto;
    padding: 0 24px;
    text-align: center;
    text-wrap: pretty;
    color: var(--text-2);
  }
  .state :is(h2, h4) {
    color: var(--text);
  }
  .state .button {
    margin-top: 8px;
  }
  .bone-row {
    display: flex;
    align-items: center;
    padding: 0 16px;
    border-bottom: 1px solid var(--line-soft);
  }
  .bone-row .bone {
    height: 12px;
  }
`
