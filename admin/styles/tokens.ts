import { css, unsafeCSS } from 'lit'
import { clockDeclarations, tokenDeclarations } from '../../widget/styles/tokens.ts'

// The tokens are the widget's, put on the document; custom properties inherit into every shadow root. What is
// added here belongs to a desk: inverse surfaces, things that float, rows that are picked.

const own = `
--parvis-font:Inter,"Inter var",system-ui,-apple-system,"Segoe UI",sans-serif;
--soon-ink:light-dark(oklch(.5 .12 62),oklch(.82 .12 80));
--danger-wash:color-mix(in oklab,var(--danger) 9%,var(--surface));
--danger-line:color-mix(in oklab,var(--danger) 36%,var(--surface));
--soon-wash:color-mix(in oklab,var(--soon) 12%,var(--surface));
--note-wash:color-mix(in oklab,oklch(.82 .14 92) 14%,var(--surface));
--note-line:color-mix(in oklab,oklch(.75 .14 88) 52%,var(--surface));
--soon-line:color-mix(in oklab,var(--soon) 40%,var(--surface));
--line-soft:color-mix(in oklab,var(--text) 7%,var(--surface));
--raised:light-dark(var(--surface),color-mix(in oklab,var(--text) 6%,var(--surface)));
--inverse:light-dark(#1c1e21,#e9ebee);
--on-inverse:light-dark(#f4f5f6,#17191d);
--inverse-line:light-dark(#ffffff2b,#0000002e);
--inverse-accent:light-dark(#a9b8ff,#2f4bc4);
--edge:color-mix(in oklab,var(--text) 13%,transparent);
--pop:0 0 0 1px var(--edge),0 4px 8px light-dark(#1014201a,#0006),0 16px 40px -8px light-dark(#10142033,#000a);
--lift:0 0 0 1px var(--edge),0 8px 24px -4px light-dark(#10142040,#000c);
--scrim:light-dark(#14161c8c,#050608a6);
--picked:light-dark(color-mix(in oklab,var(--accent) 7%,var(--surface)),color-mix(in oklab,var(--accent) 15%,var(--surface)));`

export const tokens = css`
  :root {
    color-scheme: light;
    ${unsafeCSS(tokenDeclarations + clockDeclarations + own)}
  }
  :root[data-theme='dark'] {
    color-scheme: dark;
  }
  html,
  body {
    height: 100%;
    margin: 0;
    background: var(--surface);
    color: var(--text);
  }
`
