import { css, html } from 'lit'
import { icon, iconTick, iconUp } from './icons.ts'

/**
 * The vote: caret and count, pressed a filled block with a tick, so that it reads
 * without colour. `label` must hold the title and the count; `variant` is `''` (48 × 52),
 * `s` (44 × 44, in short lists) or `row` (a 36-px bar).
 */
export const voteButton = (options: {
  votes: string
  voted: boolean
  label: string
  variant?: '' | 's' | 'row'
  onToggle: () => void
}) => html`<button
  class="vote ${options.variant ?? ''}"
  type="button"
  aria-pressed=${options.voted}
  aria-label=${options.label}
  @click=${options.onToggle}
>${icon(options.voted ? iconTick : iconUp)}<span>${options.votes}</span></button>`

export const voteStyles = css`
  .vote { display: grid; justify-items: center; align-content: center; gap: 2px; width: 48px; height: 52px; border: 1px solid var(--line-strong); border-radius: var(--r-card); font-weight: var(--w-strong); line-height: 20px; text-align: center; font-variant-numeric: tabular-nums; }
  .vote:hover { border-color: var(--accent); color: var(--accent); }
  .vote .i { width: 14px; height: 14px; stroke-width: 3; }
  .vote[aria-pressed='true'] { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
  @media (forced-colors: active) { .vote[aria-pressed='true'] { forced-color-adjust: none; background: Highlight; color: HighlightText; } }
`
