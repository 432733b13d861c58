import { css } from 'lit'

/**
 * What every shadow root of ours starts from: our own reset, words and controls. It
 * expects the tokens to be inherited. Sizes are tokens or multiples of 4 px.
 */
export const base = css`
  *, ::before, ::after { box-sizing: border-box; }
  [hidden] { display: none !important; }
  h2, h3, p, ul, ol { margin: 0; padding: 0; border: 0; min-width: 0; font-weight: inherit; font-size: inherit; }
  ul, ol { list-style: none; }
  button, input, textarea, select { font: inherit; color: inherit; letter-spacing: inherit; margin: 0; }
  button { background: none; border: 0; padding: 0; cursor: pointer; text-align: start; }
  button:disabled { cursor: default; opacity: .6; }
  a { color: inherit; text-decoration: none; }
  a:hover { text-decoration: underline; }
  strong, b { font-weight: var(--w-medium); }
  .i { width: 16px; height: 16px; flex: none; fill: none; stroke: currentColor; stroke-width: 2.25; stroke-linecap: round; stroke-linejoin: round; }
  .i.s { width: 12px; height: 12px; stroke-width: 2.75; }
  :focus-visible { outline: 2px solid transparent; box-shadow: var(--ring); border-radius: var(--r-control); }
  .q { color: var(--text-2); }
  .sm { font-size: var(--t-sm); }
  .vh { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

  .btn { display: inline-flex; align-items: center; justify-content: center; gap: var(--s2); min-height: 36px; padding: 0 var(--s3); border-radius: var(--r-control); font-weight: var(--w-medium); border: 1px solid var(--line-2); }
  .btn:hover { background: var(--wash); text-decoration: none; }
  .btn.pri { background: var(--accent); border-color: var(--accent); color: var(--on-accent); padding: 0 var(--s4); }
  .btn.s { min-height: 28px; padding: 0 var(--s2); font-size: var(--t-sm); }
  .ico { display: inline-grid; place-items: center; width: 36px; height: 36px; border-radius: var(--r-control); color: var(--text-2); position: relative; flex: none; }
  .ico:hover { background: var(--wash-2); }
  .field { display: flex; align-items: center; gap: var(--s2); height: 36px; border: 1px solid var(--line-strong); border-radius: var(--r-control); padding: 0 var(--s3); min-width: 0; flex: 1 1 130px; }
  .field input { flex: 1; min-width: 0; text-overflow: ellipsis; border: 0; background: none; padding: 0; height: 100%; box-shadow: none; }
  .field:focus-within { border-color: var(--accent); box-shadow: 0 0 0 1px var(--accent); }
  ::placeholder { color: var(--text-3); opacity: 1; }

  .empty { padding-block: var(--s6); display: grid; justify-items: start; gap: var(--s2); max-width: 60ch; text-wrap: pretty; }
  .empty :is(h3, .what) { font-size: var(--t-lg); font-weight: var(--w-medium); }
  .empty .btn { margin-block-start: var(--s2); }
  @media (prefers-reduced-motion: no-preference) { .btn, .vote, .ico, ol { transition: background-color var(--fast), opacity var(--fast); } }
  @media (forced-colors: active) { [aria-current] { text-decoration: underline; } .tabs a:not([aria-current]) { border: 0; } .btn.pri { border: 2px solid; } }
`
