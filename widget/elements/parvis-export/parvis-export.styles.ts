import { css } from 'lit'

export const exportStyles = css`
  dialog { width: min(440px, calc(100vw - 32px)); }
  .code { font-size: var(--t-2xl); letter-spacing: .3em; font-variant-numeric: tabular-nums; text-align: center; min-height: 48px; margin-block-start: 6px; font-weight: 400; }
  .resend { justify-self: start; }
`
