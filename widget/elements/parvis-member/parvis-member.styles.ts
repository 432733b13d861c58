import { css } from 'lit'

export const memberStyles = css`
  :host { display: block !important; }
  header { display: flex; align-items: center; gap: var(--s3); }
  header .av { width: 48px; height: 48px; font-size: 16px; }
  header > div { min-width: 0; }
  .title { overflow-wrap: anywhere; }
  .by { display: flex; flex-wrap: wrap; align-items: center; gap: 2px var(--s3); color: var(--text-2); font-size: var(--t-sm); }
  .teamtag { display: inline-flex; align-items: center; height: 18px; padding: 0 6px; border-radius: 4px; background: var(--accent-wash); color: var(--accent-ink); font-size: var(--t-xs); font-weight: var(--w-medium); white-space: nowrap; }
  .own { margin-block-start: var(--s4); padding: var(--s3) var(--s4); border-radius: var(--r-card); background: var(--wash); color: var(--text-2); text-wrap: pretty; }
  .told li { display: grid; grid-template-columns: minmax(0, 1fr); padding-block: var(--s3); border-block-start: 1px solid var(--line); text-wrap: pretty; }
  .told > :first-child { border: 0; }
  .told .meta { display: flex; flex-wrap: wrap; gap: 2px var(--s2); font-size: var(--t-sm); color: var(--text-2); }
  .told .votes { grid-template-columns: auto minmax(0, 1fr); column-gap: var(--s3); }
  .told h3, .told h4 { margin: 0; font-size: inherit; font-weight: var(--w-medium); line-height: 20px; padding-block: 2px; overflow-wrap: anywhere; }
`
