import { css } from 'lit'

// One markup at every width. Narrow: vote | title, excerpt, then pill left and figures
// right on one line, the official mark below. Wide: three right-aligned columns.
export const threadsStyles = css`
  :host { display: block; }
  :host([hidden]) { display: none !important; }
  .tools { display: flex; flex-wrap: wrap; gap: var(--s2); margin-block-start: var(--s4); }
  .field .i { color: var(--text-3); }
  .sort, .sort > div { display: flex; flex-wrap: wrap; align-items: center; gap: 2px; }
  .sort { justify-content: space-between; gap: 0 var(--s2); margin-block: var(--s3); min-height: 28px; }
  .sort a { display: inline-flex; align-items: center; height: 28px; padding: 0 10px; border-radius: var(--r-control); color: var(--text-2); }
  .sort a:hover { text-decoration: none; background: var(--wash); }
  .sort [aria-current] { background: var(--wash-2); color: var(--text); font-weight: var(--w-medium); }
  .menu { position: relative; display: inline-flex; align-items: center; gap: 6px; height: 2em; padding-inline: var(--s2); border-radius: var(--r-control); color: var(--text-2); white-space: nowrap; }
  .menu:hover { background: var(--wash); }
  .menu:focus-within:has(:focus-visible) { box-shadow: var(--ring); }
  .menu select { border: 0; box-shadow: none; background: none; height: 2em; padding: 0; padding-inline-end: 20px; margin-inline-end: -18px; appearance: none; cursor: pointer; text-overflow: ellipsis; field-sizing: content; max-width: 160px; }
  .menu option { background: var(--surface); color: var(--text); }
  .menu .i { color: var(--text-3); pointer-events: none; }
  .sort > .narrow .menu, .sort > .menu { padding-inline: 0; }
  .menu .on { color: var(--text); font-weight: var(--w-medium); }
  .wide { display: none !important; }
  .filters { flex-basis: 100%; margin-inline: calc(-1 * var(--s2)); }
  .filters.shut { display: none; }

  ol { display: flow-root; }
  ol[aria-busy='true'] { opacity: .6; }
  .row { display: grid; grid-template-columns: 60px auto minmax(0, 1fr); padding-block: var(--s4); border-block-start: 1px solid var(--line); }
  .row > :first-child { grid-row: 1 / 5; margin-block-start: 2px; }
  .kind { display: grid; place-items: center; width: 48px; height: 36px; color: var(--text-3); }
  .row.plain { grid-template-columns: 0 auto minmax(0, 1fr); }
  h3, .ex, .meta { grid-column: 2 / -1; }
  .row .pill { grid-column: 2; align-self: start; margin-block-start: var(--s2); margin-inline-end: var(--s3); }
  .meta { display: flex; flex-wrap: wrap; align-items: center; gap: var(--s1) var(--s3); }
  .off { margin-block-start: 6px; }
  .row h3 { font-size: var(--t-lg); line-height: 24px; font-weight: var(--w-medium); text-wrap: pretty; }
  .ex { color: var(--text-2); display: -webkit-box; -webkit-line-clamp: 2; -webkit-box-orient: vertical; overflow: hidden; }
  .off { display: inline-flex; align-items: center; gap: var(--s1); color: var(--accent); font-size: var(--t-sm); font-weight: var(--w-medium); white-space: nowrap; }
  .tags { display: none; flex-wrap: wrap; column-gap: var(--s3); font-size: var(--t-sm); color: var(--text-2); }
  .tags a { display: inline-flex; align-items: center; min-height: 24px; }
  .tags a::before { content: '#'; color: var(--text-3); margin-inline-end: 1px; }
  .stat { display: flex; flex-wrap: wrap; column-gap: var(--s3); color: var(--text-2); margin-block-start: var(--s2); font-size: var(--t-sm); justify-content: end; grid-column: 3; align-items: center; }
  .stat span { display: inline-flex; align-items: center; gap: 5px; white-space: nowrap; }
  .stat .i { width: 14px; height: 14px; color: var(--text-3); }
  .more { display: flex; align-items: center; flex-direction: column; gap: var(--s2); padding-block: var(--s4); border-block-start: 1px solid var(--line); min-height: 1px; }
  .ghost { height: 52px; padding: 0; margin-block: var(--s4) var(--s6); border: 0; border-radius: var(--r-card); background: linear-gradient(var(--wash), var(--wash)) no-repeat, linear-gradient(var(--wash-2), var(--wash-2)) 64px 4px / 45% 16px no-repeat, linear-gradient(var(--wash), var(--wash)) 64px 32px / 70% 14px no-repeat; background-size: 48px 52px, 45% 16px, 70% 14px; box-shadow: 0 17px 0 -16px var(--line); }

  @container (min-width: 560px) {
    .wide { display: flex !important; }
    .narrow { display: none !important; }
    .filters.shut { display: flex; }
    .filters { flex-basis: auto; margin: 0; }
    .filters .menu:last-child { padding-inline-end: 0; }
    .row { grid-template-columns: 64px auto minmax(0, 1fr) auto; }
    .row.plain { grid-template-columns: 0 auto minmax(0, 1fr) auto; }
    h3, .ex { grid-column: 2 / 4; }
    .row .pill { margin-block-start: 7px; }
    .meta { grid-area: 3 / 3; margin-block-start: 6px; min-height: 24px; }
    .off { margin: 0; }
    .stat { grid-area: 1 / 4; display: grid; grid-template-columns: auto minmax(72px, auto); justify-items: end; margin: 0; padding-inline-start: var(--s4); line-height: 24px; align-content: start; }
    .stat [aria-hidden] { min-width: 2ch; justify-content: end; }
    .tags { display: inline-flex; }
    .ex { display: block; white-space: nowrap; text-overflow: ellipsis; }
  }
  @container (min-width: 960px) {
    .stat { grid-template-columns: 56px 88px; padding-inline-start: var(--s5); }
  }
`
