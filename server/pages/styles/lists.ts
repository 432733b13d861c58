/** Lists of threads and the roadmap. One markup at every width, as in the widget. */
export const listStyles = `
.head.member { display: flex; align-items: center; gap: var(--s3); }
.head.member .av { width: 48px; height: 48px; font-size: 16px; }
.head.member .by { display: flex; flex-wrap: wrap; gap: 2px var(--s3); margin: 0; color: var(--text-2); }
.row h3 > .q { font-weight: 400; }
.row { display: grid; grid-template-columns: 48px auto minmax(0, 1fr); column-gap: var(--s3); padding-block: var(--s4); border-block-start: 1px solid var(--line); }
.row > :first-child { grid-row: 1 / span 4; margin-block-start: 2px; }
.kind { display: grid; place-items: center; width: 48px; height: 36px; color: var(--text-3); }
.row.plain { grid-template-columns: 0 auto minmax(0, 1fr); column-gap: 0; }
.row .text, .row .meta { display: contents; }
.row :is(h2, h3), .ex { grid-column: 2 / -1; }
.row :is(h2, h3) { font-size: var(--t-lg); line-height: 24px; font-weight: var(--w-medium); letter-spacing: -0.005em; text-wrap: pretty; }
.row .pill { grid-column: 2; grid-row: 3; margin-block-start: var(--s2); }
.row .off { grid-column: 2 / -1; grid-row: 4; margin-block-start: 6px; }
.ex { color: var(--text-2); display: -webkit-box; -webkit-line-clamp: 2; -webkit-box-orient: vertical; overflow: hidden; }
.off { display: inline-flex; align-items: center; gap: var(--s1); color: var(--accent); font-size: var(--t-sm); font-weight: var(--w-medium); white-space: nowrap; }
.tags { display: inline-flex; flex-wrap: wrap; column-gap: var(--s3); font-size: var(--t-sm); color: var(--text-2); }
.row .tags { display: none; }
.tags a { display: inline-flex; align-items: center; min-height: 24px; }
.tags a::before { content: '#'; color: var(--text-3); margin-inline-end: 1px; }
.stat { display: flex; flex-wrap: wrap; column-gap: var(--s3); font-size: var(--t-sm); color: var(--text-2); margin-block-start: var(--s2); grid-column: 3; grid-row: 3; align-items: center; justify-content: end; }
.stat span { display: inline-flex; align-items: center; gap: 5px; white-space: nowrap; }
.stat .i { width: 14px; height: 14px; color: var(--text-3); }
.vote { display: grid; justify-items: center; align-content: center; width: 48px; height: 52px; border: 1px solid var(--line-2); border-radius: var(--r-card); line-height: 18px; text-align: center; }
.vote b { font-weight: var(--w-strong); line-height: 20px; }
.vote span { font-size: 11px; line-height: 14px; color: var(--text-2); overflow-wrap: normal; }
.pill { display: inline-flex; align-items: center; gap: 6px; height: 22px; padding: 0 9px 0 7px; border-radius: var(--r-full); background: color-mix(in oklab, var(--c) 13%, var(--surface)); font-size: var(--t-xs); line-height: 22px; font-weight: var(--w-medium); white-space: nowrap; flex: none; }
.pill, .st { color: color-mix(in oklab, var(--c) 78%, var(--text)); }
.st { width: 12px; height: 12px; flex: none; fill: none; stroke: currentColor; stroke-width: 1.6; stroke-linejoin: round; stroke-linecap: round; }
.st .f { fill: currentColor; stroke: none; }
.st.review { stroke-dasharray: 2.2 2.6; }
.st.shipped :not(.f) { stroke: var(--surface); }
.open { --c: var(--st-open); }
.review { --c: var(--st-review); }
.planned { --c: var(--st-planned); }
.building { --c: var(--st-building); }
.shipped { --c: var(--st-shipped); }
.closed { --c: var(--st-closed); }
.cols { display: grid; gap: var(--s6); margin-block-start: var(--s5); }
.col > h2 { display: flex; align-items: center; gap: var(--s2); line-height: 20px; font-weight: var(--w-strong); padding-block-end: var(--s2); }
.col > h2 .st { width: 14px; height: 14px; }
.col > h2 .n { color: var(--text-3); font-weight: 400; font-size: var(--t-sm); margin-inline-start: auto; }
.card { padding-block: var(--s3); border-block-start: 1px solid var(--line); display: grid; row-gap: 6px; align-content: start; }
.card h3 { line-height: 20px; font-weight: var(--w-medium); text-wrap: pretty; }
.card p { font-size: var(--t-sm); line-height: 19px; color: var(--text-2); text-wrap: pretty; }
.figures { display: flex; flex-wrap: wrap; align-items: center; column-gap: var(--s3); font-size: var(--t-sm); color: var(--text-2); }
.figures span { display: inline-flex; gap: 4px; align-items: center; white-space: nowrap; }
.figures .i { width: 14px; height: 14px; color: var(--text-3); }
details { font-size: var(--t-sm); color: var(--text-2); }
summary { min-height: 24px; cursor: pointer; width: fit-content; }
details li { display: grid; grid-template-columns: 28px minmax(0, 1fr); line-height: 18px; }
details li > * { padding-block: 3px; min-height: 24px; }
details .c { font-weight: var(--w-strong); color: var(--text); }
@container (min-width: 560px) {
  .row { grid-template-columns: 48px minmax(0, 1fr) auto; column-gap: var(--s4); }
  .row.plain { grid-template-columns: 0 minmax(0, 1fr) auto; }
  .row .text { display: block; grid-column: 2; grid-row: 1; }
  .row .meta { display: flex; flex-wrap: wrap; align-items: center; gap: var(--s1) var(--s3); margin-block-start: 6px; min-height: 24px; }
  .row :is(.pill, .off) { margin: 0; }
  .row .tags { display: inline-flex; }
  .stat { grid-row: 1; display: grid; grid-template-columns: auto minmax(88px, auto); justify-items: end; margin: 0; line-height: 24px; align-content: start; }
  .ex { display: block; white-space: nowrap; text-overflow: ellipsis; }
  .cols { grid-template-columns: repeat(2, minmax(0, 1fr)); gap: var(--s6) var(--s5); }
}
@container (min-width: 960px) {
  .stat { grid-template-columns: 56px 88px; padding-inline-start: var(--s5); }
  .cols { grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); }
}
/* Where the widget will come with a search field, its place is kept. */
@media (scripting: enabled) { .living .sort { margin-block-start: 64px; } }
`
