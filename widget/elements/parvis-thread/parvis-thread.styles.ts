import { css } from 'lit'

// A gutter for vote and avatars, then prose; text, code, official answer and composer share both edges.
export const threadStyles = css`
  :host { display: block !important; --gut: 24px; --gap: 12px; }
  .by { display: flex; flex-wrap: wrap; align-items: center; gap: var(--s1) var(--s2); margin-block-start: var(--s2); font-size: var(--t-sm); color: var(--text-2); }
  .by strong, .who strong { color: var(--text); }
  .edited { color: inherit; font-size: inherit; text-decoration: underline; text-decoration-color: var(--line-2); text-underline-offset: 3px; min-height: 24px; }
  .edited:hover { color: var(--text); }
  .vcell { display: none; }
  .act { display: flex; gap: var(--s2); margin-block-start: var(--s4); }
  .body { margin-block-start: var(--s4); }
  .foot { display: flex; flex-wrap: wrap; align-items: center; gap: 6px; margin-block-start: var(--s2); }
  .foot > .txt:first-child { margin-inline-start: -6px; }

  .official { background: var(--accent-wash); border-radius: var(--r-card); padding: var(--s4); margin-block-start: var(--s5); }
  .lab { display: flex; flex-wrap: wrap; align-items: center; gap: 6px; font-size: var(--t-sm); font-weight: var(--w-strong); color: var(--accent-ink); margin-block-end: var(--s3); }
  .when { display: inline-flex; align-items: center; gap: 6px; margin-inline: auto -6px; margin-block: -4px; font-weight: 400; white-space: nowrap; color: var(--text-2); }
  .accepted { background: color-mix(in oklab, var(--st-shipped) 9%, var(--surface)); }
  .accepted + .official { margin-block-start: var(--s3); }
  .accepted .lab, .acc { color: var(--st-shipped); }
  .also { display: inline-flex; align-items: center; gap: 6px; margin-inline-start: var(--s1); color: var(--accent-ink); }
  .acc { display: inline-flex; align-items: center; gap: 4px; font-weight: var(--w-medium); white-space: nowrap; }
  .acc .i { width: 14px; height: 14px; }
  .person { display: flex; align-items: center; gap: 10px; margin-block-start: var(--s4); font-size: var(--t-sm); line-height: 18px; color: var(--text-2); }
  .person strong { display: block; color: var(--text); font-size: var(--t-md); line-height: 20px; }
  .person .av { width: 36px; height: 36px; font-size: 12px; }

  .story { position: relative; display: grid; row-gap: var(--s5); }
  .story::before { content: ''; position: absolute; inset-block: 8px 24px; inset-inline-start: calc(var(--gut) / 2 - .5px); width: 1px; background: var(--line); }
  .item { position: relative; display: grid; grid-template-columns: var(--gut) minmax(0, 1fr); column-gap: var(--gap); }
  .item:focus { outline: 0; }
  .here > div > .post { background: var(--accent-wash); box-shadow: 0 0 0 8px var(--accent-wash); border-radius: 2px; }
  .post ~ parvis-composer, .official > parvis-composer { margin-block-start: var(--s4); }
  .g { display: grid; justify-items: center; align-content: start; }
  .g > * { outline: 4px solid var(--surface); }
  .dot { display: grid; place-items: center; width: 24px; height: 24px; border-radius: 50%; background: var(--surface); border: 1px solid var(--line-2); color: var(--text-2); outline-width: 3px; }
  .dot .i { width: 14px; height: 14px; }
  .who { display: flex; flex-wrap: wrap; align-items: center; column-gap: var(--s2); min-height: 24px; font-size: var(--t-sm); color: var(--text-2); padding-inline-end: 32px; position: relative; margin-block-end: 2px; }
  .who parvis-menu { position: absolute; inset-inline-end: 0; inset-block-start: -2px; }
  .teamtag { display: inline-flex; align-items: center; height: 18px; padding: 0 6px; border-radius: 4px; background: var(--accent-wash); color: var(--accent-ink); font-size: var(--t-xs); font-weight: var(--w-medium); white-space: nowrap; }
  .freshtag { color: var(--accent-ink); font-size: var(--t-xs); font-weight: var(--w-strong); white-space: nowrap; }
  .guesttag { display: inline-flex; align-items: center; height: 18px; padding: 0 6px; border: 1px solid var(--line-2); border-radius: 4px; font-size: var(--t-xs); white-space: nowrap; }
  .ev { font-size: var(--t-sm); line-height: 20px; color: var(--text-2); padding-block: 2px; text-wrap: pretty; }
  .ev strong { color: var(--text); }
  .ev .pill { vertical-align: middle; margin-block: -2px; line-height: 20px; }
  .pair { display: inline-flex; flex-wrap: wrap; align-items: center; gap: var(--s1); vertical-align: middle; margin-block: -2px; }
  .pair .pill { margin: 0; }
  .note { margin-block-start: 6px; color: var(--text); font-size: var(--t-md); line-height: 21px; max-width: 62ch; padding-inline-start: var(--s3); border-inline-start: 2px solid var(--c, var(--line-2)); white-space: pre-line; }
  .item.event + .item.event { margin-block-start: calc(-1 * var(--s2)); }
  .nest { margin-block-start: var(--s4); display: grid; row-gap: var(--s4); --gut: 20px; --gap: 8px; }
  .nest .av { width: 20px; height: 20px; font-size: 9px; margin-block-start: 2px; }
  .fold .txt { color: var(--accent); font-weight: var(--w-medium); margin-inline-start: -6px; }
  .replying { margin-block-start: var(--s6); }
  .replying .g { display: none; }
  .replying, .edit { grid-template-columns: minmax(0, 1fr); }
  .edit { display: grid; row-gap: var(--s3); margin-block-start: var(--s3); }
  .locked { display: flex; gap: var(--s2); align-items: center; margin-block-start: var(--s6); color: var(--text-2); }
  .mini { display: grid; row-gap: var(--s1); }
  .mini li { display: grid; grid-template-columns: 36px minmax(0, 1fr); column-gap: var(--s2); line-height: 18px; }
  .mini .bare { grid-template-columns: minmax(0, 1fr); }
  .mini li > * { padding-block: 3px; min-height: 24px; }
  .mini .c { font-weight: var(--w-strong); text-align: end; padding-inline-end: 4px; }

  @container (max-width: 959px) { .grid > .side { margin-block-start: var(--s7); } }
  @container (min-width: 560px) { .vcell { display: block; } .top { display: grid; grid-template-columns: 48px minmax(0, 1fr); column-gap: var(--s4); } }
  @container (min-width: 960px) {
    :host { --gut: 48px; --gap: 16px; }
    .in { padding-inline-start: calc(var(--gut) + var(--gap)); }
    .official { padding: 20px var(--s5); }
    .story > .item > .g > .av, .replying .av { width: 32px; height: 32px; font-size: 12px; }
    .story > .item > div > .who { padding-block-start: 4px; }
    .nest { --gut: 24px; --gap: 12px; }
    .nest .av { width: 24px; height: 24px; font-size: 10px; margin: 0; }
    .replying { grid-template-columns: var(--gut) minmax(0, 1fr); }
    .replying .g { display: grid; }
    .side { margin-block-start: 4px; }
  }
  @media (forced-colors: active) { .official, .teamtag { border: 1px solid; } .here > div > .post { outline: 1px solid; outline-offset: 7px; } }
  @media print {
    .act, .foot > .txt, .sec .txt, .fold, .replying { display: none; }
    .item, .official { break-inside: avoid; }
  }
`
