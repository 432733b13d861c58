import { css } from 'lit'

export const boardStyles = css`
  /* The page's own rules hit the host element and win over :host, so that it can be hidden; all else sits on the wrapper. */
  :host { display: block; min-inline-size: min(100%, 280px); scroll-margin-block-start: var(--parvis-scroll-margin, 16px); }
  :host([hidden]) { display: none !important; }
  .root { all: initial; display: block; visibility: inherit; pointer-events: inherit; color-scheme: inherit; container-type: inline-size; position: relative; color: var(--text); accent-color: var(--accent); font-family: var(--parvis-font, inherit); font-size: var(--t-md); line-height: 1.5; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; -webkit-font-smoothing: inherit; -webkit-tap-highlight-color: transparent; }
  .boxed { background: var(--surface); padding: var(--s4); border-radius: var(--r-card); }

  .head { display: grid; grid-template-columns: minmax(0, 1fr) auto; column-gap: var(--s4); }
  .head h2 { font-size: var(--t-xl); line-height: 28px; font-weight: var(--w-strong); text-wrap: balance; }
  .me { display: flex; align-items: center; gap: var(--s1); grid-area: 1 / 2; margin-block: -4px; }
  .purpose, .clock { grid-column: 1 / -1; color: var(--text-2); text-wrap: pretty; }
  .purpose { margin-block-start: var(--s1); max-width: 68ch; }
  .clock { display: flex; gap: var(--s2); margin-block-start: var(--s2); font-size: var(--t-sm); }
  .clock .i { margin-block-start: 2px; color: var(--text-3); }
  .clock b { color: var(--text); }
  .tabs { display: flex; gap: 20px; border-block-end: 1px solid var(--line); margin-block-start: var(--s4); overflow-x: auto; scrollbar-width: none; mask-image: linear-gradient(to right, #000 calc(100% - 20px), transparent); }
  .tabs:dir(rtl) { mask-image: linear-gradient(to left, #000 calc(100% - 20px), transparent); }
  .tabs a { display: inline-flex; align-items: center; gap: 6px; height: 40px; color: var(--text-2); white-space: nowrap; flex: none; border-block-end: 2px solid transparent; }
  .tabs::after { content: ''; }
  .tabs a:hover { text-decoration: none; color: var(--text); }
  .tabs a:focus-visible { box-shadow: inset 0 0 0 2px var(--accent); outline-offset: -2px; }
  .tabs [aria-current] { color: var(--text); font-weight: var(--w-medium); border-color: var(--accent); }
  .tabs i { width: 16px; height: 16px; }
  .tabs span { display: none; font-size: var(--t-xs); color: var(--text-3); font-weight: 400; }

  .wait { height: 24px; border-radius: var(--r-control); background: var(--wash-2); margin-block: 0 var(--s4); max-width: 40ch; }
  .wait.tall { height: 320px; max-width: none; background: var(--wash); }

  @container (min-width: 560px) {
    .tabs { gap: var(--s5); mask-image: none; }
    .tabs span { display: inline; }
  }
  @container (min-width: 960px) {
    .head h2 { font-size: var(--t-2xl); line-height: 32px; }
    .tabs { margin-block-start: var(--s5); }
    .purpose { max-width: 110ch; }
  }
`
