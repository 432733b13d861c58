import { css } from 'lit'

/** Rows that lead somewhere by one link each, whichever part of them is pressed. */
export const wholeLinks = css`
  :is(.entry, .title-cell, .name-cell) a::after {
    content: '';
    position: absolute;
    inset: 0;
  }
  :is(.entry, .title-cell, .name-cell) a:focus-visible {
    box-shadow: none;
  }
  :is(.entry, .title-cell, .name-cell) a:focus-visible::after {
    box-shadow: inset 0 0 0 2px var(--accent);
  }
`

/** Lines of sentences: what happened and when. */
export const entryStyles = css`
  .entry {
    position: relative;
    display: grid;
    min-height: 44px;
    padding: 12px 24px;
    border-bottom: 1px solid var(--line-soft);
  }
  .entry:hover {
    background: var(--wash);
  }
  .entry a:hover {
    text-decoration: underline;
    text-underline-offset: 2px;
  }
  .when {
    font-size: var(--t-xs);
    color: var(--text-3);
    white-space: nowrap;
  }
  .reason {
    display: block;
    margin-top: 2px;
    max-width: 80ch;
    color: var(--text-2);
    font-size: var(--t-xs);
    line-height: 18px;
    white-space: pre-line;
  }
`

/** Rows of cells under their heads; whoever uses them says the columns. */
export const rowStyles = css`
  .row,
  .heads {
    display: grid;
    align-items: center;
    gap: 0 14px;
    padding: 0 24px;
  }
  .heads {
    height: 32px;
    position: sticky;
    top: 0;
    z-index: 2;
    background: var(--surface);
    border-bottom: 1px solid var(--line);
    font-size: var(--t-xs);
    font-weight: var(--w-medium);
    color: var(--text-3);
  }
  .row {
    position: relative;
    height: 40px;
    border-bottom: 1px solid var(--line-soft);
    transition: background-color var(--fast);
  }
  .row:hover {
    background: var(--wash);
  }
  .row.ticked {
    background: var(--picked);
  }
  .row.current {
    background: var(--wash-2);
  }
  .row.current::before {
    content: '';
    position: absolute;
    inset: 0 auto 0 0;
    width: 2px;
    background: var(--accent);
  }
  .title-cell,
  .name-cell {
    display: flex;
    align-items: center;
    gap: 8px;
    min-width: 0;
  }
  .title-cell a,
  .name-cell a {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    font-weight: var(--w-medium);
  }
`
