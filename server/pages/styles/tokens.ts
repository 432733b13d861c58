// The design tokens, as the widget has them (widget/styles/tokens.ts): the two stand side by side on these pages. A
// test says where they part.

const neutrals = `
--surface:light-dark(oklch(from var(--parvis-surface,#fff) max(l,.95) c h),oklch(from var(--parvis-surface,#16181c) min(l,.3) c h));
--text:light-dark(oklch(from var(--parvis-text,#1c1e21) min(l,.3) c h),oklch(from var(--parvis-text,#e7e9ec) max(l,.9) c h));
--text-2:color-mix(in oklab,var(--text) 74%,var(--surface));
--text-3:color-mix(in oklab,var(--text) 66%,var(--surface));
--line:color-mix(in oklab,var(--text) 12%,var(--surface));
--line-2:color-mix(in oklab,var(--text) 24%,var(--surface));
--line-strong:color-mix(in oklab,var(--text) 52%,var(--surface));
--wash:color-mix(in oklab,var(--text) 4%,var(--surface));
--wash-2:color-mix(in oklab,var(--text) 8%,var(--surface));`

const accent = `
--accent:light-dark(oklch(from var(--parvis-accent,#3b5bdb) min(l,.5) c h),oklch(from var(--parvis-accent,#8ea2ff) max(l,.74) c h));
--on-accent:light-dark(#fff,#10131c);
--accent-wash:color-mix(in oklab,var(--accent) 12%,var(--surface));
--accent-line:color-mix(in oklab,var(--accent) 40%,var(--surface));
--accent-ink:color-mix(in oklab,var(--accent) 82%,var(--text));`

// Status hues never stand alone: a shape and a word always go with them.
const hues = `
--st-open:light-dark(oklch(.55 .02 260),oklch(.75 .02 260));
--st-review:light-dark(oklch(.55 .13 60),oklch(.8 .12 75));
--st-planned:light-dark(oklch(.52 .16 265),oklch(.77 .11 265));
--st-building:light-dark(oklch(.53 .17 300),oklch(.77 .12 300));
--st-shipped:light-dark(oklch(.52 .13 150),oklch(.79 .12 150));
--st-closed:light-dark(oklch(.5 .02 260),oklch(.7 .02 260));
--danger:light-dark(oklch(.53 .19 25),oklch(.74 .15 25));`

const scales = `
--s1:4px;--s2:8px;--s3:12px;--s4:16px;--s5:24px;--s6:32px;--s7:48px;
--r-control:6px;--r-card:8px;--r-full:999px;
--t-xs:12px;--t-sm:13px;--t-md:14px;--t-lg:16px;--t-xl:20px;--t-2xl:24px;
--w-medium:500;--w-strong:600;
--ring:0 0 0 2px var(--surface),0 0 0 4px var(--accent);
--fast:.12s cubic-bezier(.2,.7,.3,1);`

export const tokens = neutrals + accent + hues + scales
