import { css } from 'lit'

/** What every shadow root of the admin begins with: plain elements without the browser's margins, one ring. */
export const base = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  :host {
    display: block;
    font: 400 var(--t-sm) / 20px var(--parvis-font);
    font-variant-numeric: tabular-nums;
    color: var(--text);
    -webkit-font-smoothing: antialiased;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  h1,
  h2,
  h3,
  h4,
  p,
  ul,
  ol,
  dl,
  dd,
  figure,
  blockquote,
  fieldset,
  legend,
  table {
    margin: 0;
    padding: 0;
    border: 0;
    min-width: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  h1,
  h2,
  h3,
  h4,
  b,
  strong {
    font-weight: var(--w-strong);
  }
  h1,
  h2,
  h3,
  h4 {
    font-size: var(--t-md);
    line-height: 20px;
  }
  a {
    color: inherit;
    text-decoration: none;
  }
  button,
  input,
  textarea,
  select {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
    margin: 0;
  }
  button {
    background: none;
    border: 0;
    padding: 0;
    text-align: start;
    cursor: pointer;
  }
  button:disabled,
  .button[aria-disabled='true'] {
    cursor: default;
    opacity: 0.5;
  }
  table {
    border-collapse: collapse;
    width: 100%;
  }
  th {
    text-align: start;
  }
  .i {
    display: block;
    width: 16px;
    height: 16px;
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 2.1;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .i.s {
    width: 12px;
    height: 12px;
    stroke-width: 2.5;
  }
  .i.m {
    width: 14px;
    height: 14px;
    stroke-width: 2.3;
  }
  :focus-visible {
    outline: 2px solid transparent;
    box-shadow: var(--ring);
    border-radius: var(--r-control);
  }
  .quiet {
    color: var(--text-3);
  }
  .medium {
    font-weight: var(--w-medium);
  }
  .small {
    font-size: var(--t-xs);
    line-height: 18px;
  }
  .clip {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    min-width: 0;
  }
  .space {
    flex: 1;
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .link {
    color: var(--accent);
    font-weight: var(--w-medium);
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 2px;
  }
  .bone {
    border-radius: 4px;
    background: var(--wash-2);
    animation: breathe 1.4s ease-in-out infinite alternate;
  }
  @keyframes breathe {
    to {
      opacity: 0.5;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      transition: none !important;
      animation: none !important;
    }
  }
`
