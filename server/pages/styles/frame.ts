import { tokens } from './tokens.ts'

/** What all pages have in common. */
export const frameStyles = `
:root { color-scheme: light dark; ${tokens} }
*, ::before, ::after { box-sizing: border-box; }
html { background: var(--surface); color: var(--text); font: 14px / 1.5 system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; scroll-padding-block-start: var(--s4); text-size-adjust: 100%; -webkit-text-size-adjust: 100%; }
body { margin: 0; min-height: 100vh; background: var(--surface); }
h1, h2, h3, p, ul, ol { margin: 0; padding: 0; font-weight: inherit; font-size: inherit; }
ul, ol { list-style: none; }
a { color: inherit; text-decoration: none; }
a:hover { text-decoration: underline; }
strong, b { font-weight: var(--w-medium); }
:focus-visible { outline: 2px solid transparent; box-shadow: var(--ring); border-radius: var(--r-control); }
main:focus { outline: 0; box-shadow: none; }
.i { width: 16px; height: 16px; flex: none; fill: none; stroke: currentColor; stroke-width: 2.25; stroke-linecap: round; stroke-linejoin: round; }
.a { color: var(--accent); text-decoration: underline; text-decoration-color: var(--accent-line); text-underline-offset: 3px; }
.q { color: var(--text-2); }
.qq { color: var(--text-3); }
.sm { font-size: var(--t-sm); }
.nb { white-space: nowrap; }
.vh { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.btn { display: inline-flex; align-items: center; min-height: 36px; padding: 0 var(--s3); border-radius: var(--r-control); font-weight: var(--w-medium); border: 1px solid var(--line-2); }
.btn:hover { background: var(--wash); text-decoration: none; }
.skip { position: absolute; inset: -100px auto auto var(--s4); padding: var(--s2) var(--s3); background: var(--surface); border-radius: var(--r-control); }
.skip:focus { inset-block-start: var(--s2); z-index: 1; }

/* The page: a bar, what the widget takes the place of, a foot that lies below the window at first. */
.bar > div, main, .foot > div { max-width: 1128px; margin-inline: auto; padding-inline: var(--s4); }
.bar { border-block-end: 1px solid var(--line); }
.bar > div { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0 var(--s4); min-height: 52px; padding-block: var(--s1); }
.bar a { display: inline-flex; align-items: center; min-height: 28px; }
.home { font-size: var(--t-lg); font-weight: var(--w-strong); }
.part { color: var(--accent); font-weight: var(--w-medium); }
main { min-height: calc(100vh - 53px); padding-block: var(--s5) var(--s7); position: relative; }
.page { container-type: inline-size; }
.foot { border-block-start: 1px solid var(--line); color: var(--text-2); font-size: var(--t-sm); }
.foot > div { display: flex; flex-wrap: wrap; justify-content: space-between; gap: var(--s2) var(--s4); padding-block: var(--s4); }
.foot a { display: inline-flex; align-items: center; min-height: 24px; text-decoration: underline; text-underline-offset: 3px; }
/* The widget draws itself, unseen, before it takes the place. */
.coming { position: absolute; inset: var(--s5) var(--s4) auto; visibility: hidden; height: 0; overflow: hidden; }
.head h1, .title { font-size: var(--t-xl); line-height: 28px; font-weight: var(--w-strong); letter-spacing: -0.01em; text-wrap: balance; }
.head { min-height: 28px; }
.purpose { color: var(--text-2); margin-block-start: var(--s1); max-width: 68ch; text-wrap: pretty; }
.clock { display: flex; gap: var(--s2); margin-block-start: var(--s2); font-size: var(--t-sm); color: var(--text-2); }
.clock .i { margin-block-start: 2px; color: var(--text-3); }
.clock b { color: var(--text); }
.tabs { display: flex; gap: 20px; border-block-end: 1px solid var(--line); margin-block-start: var(--s4); overflow-x: auto; scrollbar-width: none; }
.tabs a { display: inline-flex; align-items: center; gap: 6px; height: 40px; color: var(--text-2); white-space: nowrap; flex: none; border-block-end: 2px solid transparent; }
.tabs a:hover { text-decoration: none; color: var(--text); }
.tabs a:focus-visible { box-shadow: inset 0 0 0 2px var(--accent); }
.tabs [aria-current] { color: var(--text); font-weight: var(--w-medium); border-color: var(--accent); }
.sort { display: flex; flex-wrap: wrap; gap: 2px; margin-block: var(--s3); }
.sort a { display: inline-flex; align-items: center; height: 28px; padding: 0 10px; border-radius: var(--r-control); color: var(--text-2); }
.sort a:hover { text-decoration: none; background: var(--wash); }
.sort [aria-current] { background: var(--wash-2); color: var(--text); font-weight: var(--w-medium); }
.sec { font-size: var(--t-lg); line-height: 24px; font-weight: var(--w-strong); margin-block: var(--s6) var(--s4); }
.empty { color: var(--text-2); padding-block: var(--s6); }
.refusal { display: grid; gap: var(--s2); padding-block: var(--s5); max-width: 60ch; }
.refusal :is(h1, h2) { font-size: var(--t-xl); line-height: 28px; font-weight: var(--w-strong); text-wrap: balance; }
.refusal ul { padding-inline-start: 20px; list-style: disc; }
.refusal form { margin-block-start: var(--s2); }
.refusal .btn { font: inherit; font-weight: var(--w-medium); background: none; color: inherit; border-color: var(--line-strong); cursor: pointer; }
.more { display: flex; flex-wrap: wrap; justify-content: center; gap: var(--s2); padding-block: var(--s4); }
.rows + .more { border-block-start: 1px solid var(--line); }
@container (min-width: 560px) {
  .tabs { gap: var(--s5); }
}
@container (min-width: 960px) {
  .head h1, .title { font-size: var(--t-2xl); line-height: 32px; }
  .tabs { margin-block-start: var(--s5); }
  .purpose { max-width: 110ch; }
}
@media (min-width: 640px) {
  .bar > div, main, .foot > div { padding-inline: var(--s5); }
  .coming { inset-inline: var(--s5); }
}
@media (forced-colors: active) {
  .pill { border: 1px solid; }
  [aria-current] { text-decoration: underline; }
  .tabs a:not([aria-current]) { border: 0; }
}
@media print {
  :root { color-scheme: light; }
  .skip, .part, .sort, .more, .foot, .tabs, .crumb { display: none; }
  main { min-height: 0; padding: 0; max-width: none; }
  .item, .row, .official { break-inside: avoid; }
  .prose a[href]::after { content: ' (' attr(href) ')'; color: var(--text-2); font-size: var(--t-xs); }
}
`
