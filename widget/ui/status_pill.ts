import { css, html, nothing } from 'lit'
import type { Category } from '../../server/words.ts'

// Where an idea stands. The glyph's shape names the category and its fill the
// progress, so that nothing rests on colour.

const diamond = 'M6 1 11 6 6 11 1 6Z'
const ring = 'M1.4 6a4.6 4.6 0 1 0 9.2 0a4.6 4.6 0 1 0-9.2 0'

/** Per category what is drawn as a line, and what is filled below it. */
const glyphs: Record<Category, [line: string, fill?: string]> = {
  open: [ring],
  review: [ring, 'M4.4 6a1.6 1.6 0 1 0 3.2 0a1.6 1.6 0 1 0-3.2 0'],
  planned: [diamond],
  building: [diamond, 'M6 1v10L1 6Z'],
  shipped: ['m3.6 6.2 1.7 1.7 3.2-3.6', 'M.6 6a5.4 5.4 0 1 0 10.8 0a5.4 5.4 0 1 0-10.8 0'],
  closed: [
    'M2.9 1.4h6.2a1.5 1.5 0 0 1 1.5 1.5v6.2a1.5 1.5 0 0 1-1.5 1.5H2.9a1.5 1.5 0 0 1-1.5-1.5V2.9a1.5 1.5 0 0 1 1.5-1.5ZM4 4l4 4M8 4 4 8',
  ],
}

/** The 12-px glyph of a category, as decoration; the word stands beside it. */
export const statusGlyph = (category: Category) => {
  const [line, fill = ''] = glyphs[category]
  return html`<svg class="st ${category}" viewBox="0 0 12 12" aria-hidden="true"><path class="f" d=${fill} /><path d=${line} /></svg>`
}

/** Glyph and word of a status or stage; nothing where there is none. */
export const statusPill = (category: Category | undefined, name: string) =>
  category ? html`<span class="pill ${category}">${statusGlyph(category)}${name}</span>` : nothing

export const statusPillStyles = css`
  .open { --c: var(--st-open); }
  .review { --c: var(--st-review); }
  .planned { --c: var(--st-planned); }
  .building { --c: var(--st-building); }
  .shipped { --c: var(--st-shipped); }
  .closed { --c: var(--st-closed); }
  .pill { display: inline-flex; align-items: center; gap: 6px; padding-inline: 7px 9px; border-radius: var(--r-full); background: color-mix(in oklab, var(--c) 13%, var(--surface)); font-size: var(--t-xs); line-height: 22px; font-weight: var(--w-medium); white-space: nowrap; }
  .pill, .st { color: color-mix(in oklab, var(--c) 78%, var(--text)); }
  .st { width: 12px; height: 12px; flex: none; fill: none; stroke: currentColor; stroke-width: 1.6; stroke-linejoin: round; stroke-linecap: round; }
  .st .f { fill: currentColor; stroke: none; }
  .st.review { stroke-dasharray: 2.2 2.6; }
  .st.shipped :not(.f) { stroke: var(--surface); }
  @media (forced-colors: active) { .pill { border: 1px solid; } }
`
