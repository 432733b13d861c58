import { css } from 'lit'

export const eraseStyles = css`
  dialog { width: min(520px, calc(100vw - 32px)); }
  h3 { margin-block: var(--s4) var(--s1); font-size: inherit; font-weight: var(--w-strong); }
  ul { list-style: disc; padding-inline-start: 20px; color: var(--text-2); }
  li { margin-block-start: 2px; text-wrap: pretty; }
  fieldset { display: grid; row-gap: var(--s1); }
  legend { padding: 0; margin-block-end: var(--s1); }
  label.pick { display: grid; grid-template-columns: 16px minmax(0, 1fr); column-gap: var(--s3); align-items: start; min-height: 44px; padding-block: var(--s2); }
  label.pick input { width: 16px; height: 16px; margin: 2px 0 0; }
  label.pick small { display: block; font-size: var(--t-sm); font-weight: 400; color: var(--text-2); text-wrap: pretty; }
  .code { font-size: var(--t-2xl); letter-spacing: .3em; font-variant-numeric: tabular-nums; text-align: center; min-height: 48px; margin-block-start: 6px; font-weight: 400; }
  .btn.danger { border-color: var(--danger); background: var(--danger); color: var(--surface); }
  .resend { justify-self: start; }
`
