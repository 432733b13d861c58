import { css } from 'lit'

/** What the views share that the first one can do without. Goes after `base`. */
export const viewStyles = css`
  figure, blockquote, pre, fieldset, dl, dd { margin: 0; padding: 0; border: 0; min-width: 0; }
  .a { color: var(--accent); text-decoration: underline; text-decoration-color: var(--accent-line); text-underline-offset: 3px; }
  .qq { color: var(--text-3); }
  .nb { white-space: nowrap; }
  /* A button that is disabled would lose the focus, and whoever is refused would stand nowhere. */
  [aria-disabled='true'] { cursor: default; opacity: .6; }
  /* The smaller sizes of a vote, which no list of the first view has. */
  .vote.row { display: inline-flex; align-items: center; width: auto; height: 36px; padding: 0 var(--s3); gap: var(--s2); }
  .vote.s { width: 44px; height: 44px; line-height: 16px; font-size: var(--t-sm); border-radius: var(--r-control); gap: 1px; }
  .btn.ghost { border-color: transparent; color: var(--text-2); padding: 0 var(--s2); }
  .txt { display: inline-flex; align-items: center; gap: 5px; min-height: 28px; padding: 0 6px; color: var(--text-2); font-size: var(--t-sm); border-radius: var(--r-control); }
  .txt:hover { background: var(--wash-2); text-decoration: none; }
  .ico.s { width: 28px; height: 28px; }
  .wrong-text { color: color-mix(in oklab, var(--danger) 88%, var(--text)); font-size: var(--t-sm); margin-block-start: 6px; }
  .wrong-text:empty { display: none; }
  .input { display: block; width: 100%; min-height: 36px; padding: 6px var(--s3); border: 1px solid var(--line-strong); border-radius: var(--r-control); background: none; }
  .input:focus { border-color: var(--accent); box-shadow: 0 0 0 1px var(--accent); }
  .input[aria-invalid='true'] { border-color: var(--danger); }
  select.input { appearance: none; padding-inline-end: 32px; }
  .select { position: relative; display: block; }
  .select .i { position: absolute; inset-inline-end: var(--s3); inset-block-start: 12px; pointer-events: none; color: var(--text-3); }
  option { background: var(--surface); color: var(--text); }

  .crumb { display: inline-flex; align-items: center; gap: 6px; min-height: 28px; color: var(--text-2); font-size: var(--t-sm); margin-block-end: var(--s2); }
  .crumb .i { width: 14px; height: 14px; }
  :dir(rtl) > .i.flip { transform: scaleX(-1); }
  .title { font-size: var(--t-xl); line-height: 28px; font-weight: var(--w-strong); letter-spacing: -.012em; text-wrap: balance; }
  .title:focus-visible, .here:focus-visible { box-shadow: none; }
  .purpose { color: var(--text-2); margin-block-start: var(--s1); max-width: 68ch; text-wrap: pretty; }
  .sec { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: var(--s3); margin-block: var(--s6) var(--s4); }
  .sec > .txt { flex: none; }
  .sec h3 { font-size: var(--t-lg); line-height: 24px; font-weight: var(--w-strong); }
  .grid > .side { margin-block-start: var(--s7); }
  .side { display: grid; align-content: start; font-size: var(--t-sm); }
  .side > section { padding-block: var(--s4); border-block-start: 1px solid var(--line); }
  .side h3 { font-size: var(--t-sm); line-height: 20px; font-weight: var(--w-strong); margin-block-end: var(--s2); }
  .side .a { display: inline-block; min-height: 24px; padding-block: 2px; }
  .tags { display: inline-flex; flex-wrap: wrap; column-gap: var(--s3); font-size: var(--t-sm); color: var(--text-2); }
  .tags a { display: inline-flex; align-items: center; min-height: 24px; }
  .tags a::before { content: '#'; color: var(--text-3); margin-inline-end: 1px; }
  .wait { height: 24px; border-radius: var(--r-control); background: var(--wash-2); margin-block: 0 var(--s4); max-width: 40ch; }
  .wait.tall { height: 320px; max-width: none; background: var(--wash); }
  @media (forced-colors: active) { [aria-disabled='true'] { opacity: 1; color: GrayText !important; border-color: GrayText !important; } }
  @media print { .crumb { display: none; } }
  .m-only { display: flex; }
  @container (max-width: 559px) { .w-only { display: none !important; } }
  @container (min-width: 560px) { .m-only { display: none !important; } }
  @container (min-width: 960px) {
    .title { font-size: var(--t-2xl); line-height: 32px; }
    .grid { display: grid; grid-template-columns: minmax(0, 1fr) 272px; column-gap: 64px; align-items: start; }
    .grid > .side { margin-block-start: 0; }
    .side > section:first-child { border: 0; padding-block-start: 0; }
  }
`

/** A dialog on top of the page; the browser keeps focus in and the page inert. */
export const dialogStyles = css`
  dialog { position: fixed; inset: 0; margin: auto; width: min(440px, calc(100vw - 32px)); max-height: calc(100dvh - 32px); overflow: auto; padding: clamp(var(--s4), 5vw, var(--s5)); border: 1px solid var(--line); border-radius: var(--r-card); background: var(--surface); color: var(--text); box-shadow: 0 16px 48px rgb(0 0 0 / 24%); }
  dialog:not([open]) { display: none; }
  dialog::backdrop { background: rgb(0 0 0 / 40%); }
  dialog h2 { font-size: var(--t-lg); line-height: 24px; font-weight: var(--w-strong); padding-inline-end: 36px; }
  dialog .close { position: absolute; inset-block-start: var(--s3); inset-inline-end: var(--s3); }
  dialog form { display: grid; row-gap: var(--s4); margin-block-start: var(--s4); }
  dialog label, dialog legend { font-weight: var(--w-medium); }
  dialog .row { display: flex; flex-wrap: wrap; gap: var(--s2); justify-content: end; }
  @media (prefers-reduced-motion: no-preference) {
    dialog[open] { animation: rise var(--slow, .16s) cubic-bezier(.2, .7, .3, 1); }
    @keyframes rise { from { opacity: 0; transform: translateY(8px); } }
  }
`
