import { css } from 'lit'

export const meStyles = css`
  :host { display: block !important; }
  .tabs { display: flex; gap: 20px; border-block-end: 1px solid var(--line); margin-block-start: var(--s4); overflow-x: auto; scrollbar-width: none; }
  .tabs a { display: inline-flex; align-items: center; gap: 6px; height: 40px; color: var(--text-2); white-space: nowrap; flex: none; border-block-end: 2px solid transparent; }
  .tabs a:hover { text-decoration: none; color: var(--text); }
  .tabs a:focus-visible { box-shadow: inset 0 0 0 2px var(--accent); outline-offset: -2px; }
  .tabs [aria-current] { color: var(--text); font-weight: var(--w-medium); border-color: var(--accent); }
  .tabs .n { font-size: var(--t-xs); color: var(--text-3); font-weight: 400; }
  .guest { display: flex; flex-wrap: wrap; align-items: center; gap: var(--s2) var(--s4); margin-block-start: var(--s4); padding: var(--s3) var(--s4); border-radius: var(--r-card); background: var(--wash); }
  .guest p { flex: 1 1 24ch; text-wrap: pretty; }
  .guest .btn { padding-block: 6px; text-align: center; }
  .sec { margin-block: var(--s4) var(--s2); flex-wrap: wrap; align-items: center; min-height: 28px; }
  .told li { position: relative; display: grid; grid-template-columns: 24px minmax(0, 1fr); column-gap: var(--s3); padding-block: var(--s3); border-block-start: 1px solid var(--line); text-wrap: pretty; }
  .told .when { grid-column: 2; font-size: var(--t-sm); color: var(--text-2); }
  .told .g { color: var(--text-2); padding-block-start: 2px; display: grid; justify-items: center; align-content: start; }
  .told .st { width: 14px; height: 14px; margin-block-start: 2px; }
  .told b { font-weight: var(--w-strong); }
  .told .un { padding-inline-end: 20px; }
  .told .un::after { content: ''; position: absolute; inset-inline-end: 0; inset-block-start: 20px; width: 8px; height: 8px; border-radius: 50%; background: var(--accent); }
  .told .read { color: var(--text-2); }
  .told .meta { display: flex; flex-wrap: wrap; gap: 2px var(--s2); font-size: var(--t-sm); color: var(--text-2); }
  .told .wide { grid-column: 1 / -1; }
  .told .votes { grid-template-columns: auto minmax(0, 1fr); }
  .told h3 { margin: 0; font-size: inherit; font-weight: var(--w-medium); line-height: 20px; padding-block: 2px; }
  .dec { display: grid; row-gap: var(--s3); padding-block-end: var(--s5); }
  .held { row-gap: var(--s2); padding: var(--s3) var(--s4); margin-block: var(--s4); border: 1px solid var(--line-2); border-radius: 8px; }
  .dec + .sec { border-block-start: 1px solid var(--line); padding-block-start: var(--s4); }
  dl { display: grid; grid-template-columns: minmax(0, 1fr); row-gap: 2px; }
  dt { font-size: var(--t-sm); line-height: 21px; color: var(--text-2); }
  dt:not(:first-child) { margin-block-start: var(--s3); }
  dd { max-width: 64ch; text-wrap: pretty; }
  blockquote { border-inline-start: 2px solid var(--line-2); padding-inline-start: var(--s3); color: var(--text-2); white-space: pre-line; }
  .side > section:first-child { border: 0; }
  .select + .sm { margin-block-start: 6px; }
  .tabs ~ .told > :first-child { border: 0; }
  .q + .btn { margin-block-start: var(--s2); }
  .set { display: grid; gap: var(--s3); justify-items: start; max-width: 420px; }
  .set > label { font-weight: var(--w-medium); width: 100%; }
  .set > label .input { margin-block-start: 6px; font-weight: 400; }
  .face { display: flex; flex-wrap: wrap; align-items: center; gap: var(--s2); }
  .face .av { width: 48px; height: 48px; font-size: 16px; }
  .face input { position: absolute; opacity: 0; width: 1px; }
  .face .btn:focus-within { outline: 2px solid transparent; box-shadow: var(--ring); }
  .gap { margin-block: var(--s3) 6px; }
  .tick { display: flex; align-items: center; gap: var(--s2); min-height: 44px; }
  .tick input { width: 16px; height: 16px; margin: 0; flex: none; }
  .btn.danger { color: color-mix(in oklab, var(--danger) 88%, var(--text)); }
  .sections { display: grid; max-width: 560px; }
  .sections > section { padding-block: var(--s4); border-block-start: 1px solid var(--line); }
  .sections > section:first-child { border: 0; }
  .sections h3 { font-weight: var(--w-strong); margin-block-end: var(--s2); }

  @media (forced-colors: active) { .told .un::after { border: 4px solid; } .guest { border: 1px solid; } }
  @container (max-width: 559px) { .tabs { mask-image: linear-gradient(to right, #000 calc(100% - 20px), transparent); } .tabs:dir(rtl) { mask-image: linear-gradient(to left, #000 calc(100% - 20px), transparent); } .tabs::after { content: ''; } .tabs .n { display: none; } }
  @container (min-width: 560px) {
    .tabs { gap: var(--s5); }
    dl { grid-template-columns: 120px minmax(0, 1fr); column-gap: var(--s4); row-gap: var(--s3); }
    dt:not(:first-child) { margin: 0; }
    .dec .btn { margin-inline-start: 136px; }
  }
  @container (min-width: 960px) { .grid > .side { margin-block-start: var(--s4); } }
`
