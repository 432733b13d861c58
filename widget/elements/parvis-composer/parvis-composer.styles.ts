import { css } from 'lit'

export const composerStyles = css`
  :host { display: block !important; }
  :host([hidden]) { display: none !important; }
  .label { display: block; font-weight: var(--w-medium); margin-block-end: 6px; }
  .box { border: 1px solid var(--line-strong); border-radius: var(--r-card); }
  .box:has(textarea:focus) { border-color: var(--accent); box-shadow: 0 0 0 1px var(--accent); }
  .box.wrong { border-color: var(--danger); }
  .bar { display: flex; align-items: center; justify-content: space-between; padding: var(--s1) var(--s1) 0; }
  /* Narrow columns, as of an answer to an answer, take the tools closer together, down to the smallest target. */
  .tools { display: flex; min-width: 0; overflow-x: auto; scrollbar-width: none; padding: 2px; margin: -2px; }
  .tools .ico { flex: 0 1 32px; width: auto; min-width: 24px; height: 32px; }
  .sep { width: 1px; background: var(--line); margin: 8px 4px; }
  textarea { display: block; width: 100%; border: 0; background: none; resize: none; field-sizing: content; padding: var(--s2) var(--s3) var(--s3); min-height: var(--composer-height, 84px); max-height: 60vh; line-height: 22px; font-size: var(--t-lg); }
  textarea:focus-visible { box-shadow: none; }
  [aria-pressed='true'] { background: var(--wash-2); color: var(--accent); outline: 1px solid var(--accent); outline-offset: -1px; }
  .shown { padding: var(--s2) var(--s3) var(--s3); min-height: var(--composer-height, 84px); }
  .end { display: flex; flex-wrap: wrap; align-items: center; justify-content: end; gap: var(--s2); padding: var(--s2); border-block-start: 1px solid var(--line); }
  .hint { flex: 1 1 160px; display: flex; gap: 6px; align-items: center; font-size: var(--t-xs); line-height: 16px; color: var(--text-2); padding-inline-start: var(--s1); min-width: 0; min-height: 24px; }
  .txt.wide { display: none; }
  @container (min-width: 560px) { .txt.wide { display: inline-flex; } .narrow { display: none; } }
  @container (min-width: 960px) { textarea { font-size: var(--t-md); } }
`
