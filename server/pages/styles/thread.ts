/** A thread: a gutter for votes and pictures, then prose. */
export const threadStyles = `
article { --gut: 24px; --gap: 12px; }
.crumb { display: inline-flex; align-items: center; gap: 6px; min-height: 28px; color: var(--text-2); font-size: var(--t-sm); margin-block-end: var(--s2); }
.crumb .i { width: 14px; height: 14px; }
.by { display: flex; flex-wrap: wrap; align-items: center; gap: var(--s1) var(--s2); margin-block-start: var(--s2); font-size: var(--t-sm); color: var(--text-2); }
.by strong, .who strong { color: var(--text); }
.top { display: flex; flex-direction: column-reverse; row-gap: var(--s4); }
.top .vote { display: inline-flex; align-items: center; gap: var(--s2); width: auto; height: 36px; padding: 0 var(--s3); }
.top .vote span { font-size: var(--t-sm); }
.body { margin-block-start: var(--s4); }
.official { background: var(--accent-wash); border-radius: var(--r-card); padding: var(--s4); margin-block-start: var(--s5); }
.lab { display: flex; align-items: center; gap: 6px; font-size: var(--t-sm); font-weight: var(--w-strong); color: var(--accent-ink); margin-block-end: var(--s3); }
.lab time { margin-inline-start: auto; font-weight: 400; color: var(--text-2); }
.accepted { background: color-mix(in oklab, var(--st-shipped) 9%, var(--surface)); }
.accepted + .official { margin-block-start: var(--s3); }
.accepted .lab, .acc { color: var(--st-shipped); }
.accepted .lab { flex-wrap: wrap; }
.accepted .lab time { white-space: nowrap; }
.also { display: inline-flex; align-items: center; gap: 6px; margin-inline-start: var(--s1); color: var(--accent-ink); }
.acc { display: inline-flex; align-items: center; gap: 4px; font-weight: var(--w-medium); white-space: nowrap; }
.acc .i { width: 14px; height: 14px; }
.person { display: flex; align-items: center; gap: 10px; margin-block-start: var(--s4); font-size: var(--t-sm); line-height: 18px; color: var(--text-2); }
.person strong { display: block; color: var(--text); font-size: var(--t-md); line-height: 20px; }
.av { display: inline-grid; place-items: center; width: 24px; height: 24px; border-radius: 50%; background: var(--wash-2); color: var(--text-2); font-size: 10px; line-height: 1; font-weight: var(--w-strong); flex: none; object-fit: cover; overflow: hidden; white-space: nowrap; }
.av.team { background: var(--accent); color: var(--on-accent); }
.person .av { width: 36px; height: 36px; font-size: 12px; }
.story { position: relative; display: grid; row-gap: var(--s5); }
.story::before { content: ''; position: absolute; inset-block: 8px 24px; inset-inline-start: calc(var(--gut) / 2 - 0.5px); width: 1px; background: var(--line); }
.item { position: relative; display: grid; grid-template-columns: var(--gut) minmax(0, 1fr); column-gap: var(--gap); }
.item:target > div > .post, .body:target { background: var(--accent-wash); box-shadow: 0 0 0 8px var(--accent-wash); border-radius: 2px; }
.g { display: grid; justify-items: center; align-content: start; }
.g > * { outline: 4px solid var(--surface); }
.dot { display: grid; place-items: center; width: 24px; height: 24px; border-radius: 50%; background: var(--surface); border: 1px solid var(--line-2); color: var(--text-2); outline-width: 3px; }
.dot .i { width: 14px; height: 14px; }
.who { display: flex; flex-wrap: wrap; align-items: center; column-gap: var(--s2); min-height: 24px; font-size: var(--t-sm); color: var(--text-2); margin-block-end: 2px; }
.guesttag { display: inline-flex; align-items: center; min-height: 18px; padding: 0 6px; border: 1px solid var(--line-2); border-radius: 4px; font-size: var(--t-xs); }
.teamtag { display: inline-flex; align-items: center; min-height: 18px; padding: 0 6px; border-radius: 4px; background: var(--accent-wash); color: var(--accent-ink); font-size: var(--t-xs); font-weight: var(--w-medium); }
.edited { color: inherit; text-decoration: underline; text-decoration-color: var(--line-strong); text-underline-offset: 2px; }
.edits { display: grid; row-gap: var(--s5); margin-block-start: var(--s5); padding: 0; list-style: none; }
.diff { max-width: 68ch; white-space: pre-line; overflow-wrap: anywhere; }
.diff.title { font-size: inherit; line-height: inherit; font-weight: var(--w-strong); }
.diff ins { text-decoration: underline; text-decoration-thickness: 2px; text-underline-offset: 3px; color: var(--st-shipped); background: color-mix(in oklab, var(--st-shipped) 10%, var(--surface)); }
.diff del { text-decoration: line-through; color: var(--danger); background: color-mix(in oklab, var(--danger) 8%, var(--surface)); }
.ev { font-size: var(--t-sm); line-height: 20px; color: var(--text-2); padding-block: 2px; text-wrap: pretty; }
.ev strong { color: var(--text); }
.pair { display: inline-flex; flex-wrap: wrap; align-items: center; gap: var(--s1); vertical-align: middle; margin-block: -2px; }
.pair .pill { height: 20px; line-height: 20px; }
.note { margin-block-start: 6px; color: var(--text); font-size: var(--t-md); line-height: 21px; max-width: 62ch; padding-inline-start: var(--s3); border-inline-start: 2px solid var(--c, var(--line-2)); white-space: pre-line; }
.item.event + .item.event { margin-block-start: calc(-1 * var(--s2)); }
.nest { margin-block-start: var(--s4); display: grid; row-gap: var(--s4); --gut: 20px; --gap: 8px; }
.nest .av { width: 20px; height: 20px; font-size: 9px; margin-block-start: 2px; }
.locked { display: flex; gap: var(--s2); align-items: center; margin-block-start: var(--s6); color: var(--text-2); }
.side { display: grid; align-content: start; font-size: var(--t-sm); margin-block-start: var(--s7); }
.side > section { padding-block: var(--s4); border-block-start: 1px solid var(--line); }
.side h2 { line-height: 20px; font-weight: var(--w-strong); margin-block-end: var(--s2); }
.rx { display: flex; flex-wrap: wrap; gap: 6px; margin-block-start: var(--s2); padding: 0; list-style: none; color: var(--text-2); font-variant-numeric: tabular-nums; }
.rx [aria-hidden] { font-family: 'Apple Color Emoji', 'Segoe UI Emoji', 'Noto Color Emoji', sans-serif; }
.rx li { padding: 2px 9px; border: 1px solid var(--line-2); border-radius: 14px; }
.prose { max-width: 68ch; overflow-wrap: anywhere; }
.prose.lg { max-width: 680px; font-size: var(--t-lg); line-height: 26px; }
.prose * { margin: 0; }
.prose :is(p, li, h3, h4, h5, h6, td, th) { unicode-bidi: plaintext; }
.prose > * + * { margin-block-start: var(--s3); }
.prose :is(ul, ol) { padding-inline-start: 20px; }
.prose ul { list-style: disc; }
.prose ul ul { list-style: circle; }
.prose ol { list-style: decimal; }
/* The box of a task stands where the bullet of another item would. */
.prose li[data-task] { list-style: none; text-indent: -20px; }
.prose li[data-task] > :not(p:first-child) { text-indent: 0; }
.prose li + li { margin-block-start: var(--s1); }
.prose li::marker { color: var(--text-3); }
.prose :is(strong, h3, h4, h5, h6, th) { font-weight: var(--w-strong); font-size: inherit; }
.prose [data-member] { color: var(--accent-ink); font-weight: var(--w-medium); }
.prose img { max-width: 100%; height: auto; vertical-align: middle; border-radius: var(--r-control); background: var(--wash-2); }
.prose a:has(> img) { display: inline-block; max-width: 100%; }
.prose a { color: var(--accent); text-decoration: underline; text-decoration-color: var(--accent-line); text-underline-offset: 3px; }
.prose blockquote { border-inline-start: 2px solid var(--line-2); padding-inline-start: var(--s4); color: var(--text-2); }
.prose blockquote > * + * { margin-block-start: var(--s2); }
.prose pre { direction: ltr; background: var(--wash); border-radius: var(--r-control); padding: var(--s3) var(--s4); font: 12.5px / 20px ui-monospace, 'SF Mono', 'DejaVu Sans Mono', monospace; white-space: pre-wrap; }
.prose code { font: 0.88em ui-monospace, 'SF Mono', 'DejaVu Sans Mono', monospace; background: var(--wash-2); border-radius: 4px; padding: 1px 4px; }
.prose pre code { background: none; padding: 0; font: inherit; }
.prose table { border-collapse: collapse; }
.prose :is(td, th) { border: 1px solid var(--line); padding: var(--s1) var(--s2); text-align: start; }
.prose hr { border: 0; border-block-start: 1px solid var(--line); }
@container (min-width: 560px) {
  .top { display: grid; grid-template-columns: 48px minmax(0, 1fr); column-gap: var(--s4); }
  .top .vote { display: grid; align-items: stretch; gap: 0; width: 48px; height: 52px; padding: 0; }
  .top .vote span { font-size: 11px; }
}
@container (min-width: 960px) {
  .grid { display: grid; grid-template-columns: minmax(0, 1fr) 272px; column-gap: 64px; align-items: start; }
  .grid > .side { margin-block-start: 4px; }
  .side > section:first-child { border: 0; padding-block-start: 0; }
  article { --gut: 48px; --gap: 16px; }
  .top ~ .in { padding-inline-start: calc(var(--gut) + var(--gap)); }
  .official { padding: 20px var(--s5); }
  .story > .item > .g > .av { width: 32px; height: 32px; font-size: 12px; }
  .story > .item > div > .post > .who { padding-block-start: 4px; }
  .nest { --gut: 24px; --gap: 12px; }
  .nest .av { width: 24px; height: 24px; font-size: 10px; margin: 0; }
}
/* Where the widget will come with buttons below the text, their place is kept. */
@media (scripting: enabled) { .living .body { padding-block-end: 36px; } }
`
