import { css, html, nothing } from 'lit'
import { icon } from '../ui/icons.ts'

const iconUp = 'm5 12 7-7 7 7M12 19V5'
const iconDown = 'M12 5v14M19 12l-7 7-7-7'

type Where = 'above' | 'below'

/** What waits to be shown, on a line of no height; the arrow shows where it will be. */
export const pill = (label: string | undefined, where: Where, show: () => void, arrow = where) =>
  label
    ? html`<div class="live ${where}"><button type="button" @click=${show}>${icon(arrow === 'above' ? iconUp : iconDown)}${label}</button></div>`
    : nothing

export const pillStyles = css`
  .live { position: sticky; z-index: 2; height: 0; display: flex; justify-content: center; inset-block-start: var(--parvis-scroll-margin, 16px); }
  .live.below { inset-block: auto 44px; }
  .live button { display: inline-flex; align-items: center; gap: 6px; flex: none; height: 28px; padding: 0; padding-inline: 10px 14px; transform: translateY(-50%); border-radius: var(--r-full); background: var(--accent-wash); border: 1px solid var(--accent-line); color: var(--accent-ink); font-size: var(--t-sm); font-weight: var(--w-medium); white-space: nowrap; }
  .live.below button { transform: translateY(2px); }
  .live button:hover { border-color: var(--accent); }
  .live .i { width: 14px; height: 14px; }
  @media (prefers-reduced-motion: no-preference) {
    .live button { animation: appear .16s; }
    @keyframes appear { from { opacity: 0; } }
  }
  @media print { .live { display: none; } }
`
