import { css } from 'lit'

export const newStyles = css`
  :host { display: block !important; --composer-height: 208px; }
  .grid { margin-block-start: var(--s5); }
  form { display: grid; grid-template-columns: minmax(0, 1fr); row-gap: var(--s5); }
  label, .lbl { display: block; font-weight: var(--w-medium); margin-block-end: 6px; }
  .lbl .q { font-weight: 400; }
  .titled { min-height: 44px; padding: 9px var(--s3); resize: none; field-sizing: content; font-size: var(--t-lg); line-height: 24px; font-weight: var(--w-medium); overflow: hidden; }
  .similar { margin-block-start: var(--s3); }
  .similar > p { font-size: var(--t-sm); color: var(--text-2); margin-block-end: var(--s1); }
  .similar li { display: grid; grid-template-columns: auto minmax(0, 1fr); column-gap: var(--s3); align-items: start; padding-block: 10px; border-block-start: 1px solid var(--line); }
  .similar li:last-child { border-block-end: 1px solid var(--line); }
  .t { display: inline-block; min-height: 24px; font-weight: var(--w-medium); line-height: 20px; padding-block: 2px; text-wrap: pretty; }
  mark { background: none; color: inherit; box-shadow: inset 0 -2px 0 var(--accent-line); }
  .meta { display: flex; flex-wrap: wrap; align-items: center; gap: 2px var(--s3); font-size: var(--t-sm); color: var(--text-2); }
  .meta .pill { line-height: 20px; }
  .two { display: grid; gap: var(--s5); }
  .chips { display: flex; flex-wrap: wrap; gap: 6px; align-items: center; min-height: 36px; padding: 4px 6px; border: 1px solid var(--line-strong); border-radius: var(--r-control); }
  .chip { display: inline-flex; align-items: center; gap: 2px; height: 26px; padding-inline-start: 8px; border-radius: 4px; background: var(--wash-2); font-size: var(--t-sm); }
  .chip button { display: grid; place-items: center; width: 26px; height: 26px; color: var(--text-2); }
  .add { position: relative; margin: 0; color: var(--text-2); font-weight: 400; }
  .add select { position: absolute; inset: 0; opacity: 0; cursor: pointer; width: 100%; }
  .add:focus-within { outline: 2px solid transparent; box-shadow: var(--ring); }
  .rules { color: var(--text-2); font-size: var(--t-sm); display: grid; row-gap: 4px; }
  .rules li { display: grid; grid-template-columns: 18px minmax(0, 1fr); }
  .rules li > :first-child { color: var(--text-3); }
  .rules + *, .next { border-block-start: 1px solid var(--line); padding-block-start: var(--s4); }
  .next { display: flex; gap: 10px; align-items: start; }
  .next .i { margin-block-start: 3px; color: var(--accent); }
  .send { display: flex; align-items: center; gap: var(--s3); flex-wrap: wrap; }
  .steps { display: grid; row-gap: var(--s4); }
  .steps li { display: grid; grid-template-columns: 112px minmax(0, 1fr); column-gap: var(--s3); align-items: start; color: var(--text-2); line-height: 20px; }
  .steps .pill { justify-self: start; white-space: normal; }

  @container (min-width: 560px) { :host { --composer-height: 156px; } .two { grid-template-columns: 1fr 1fr; } }
`
