import { css } from 'lit'

export const mentionStyles = css`
  .mentions { list-style: none; margin: 0; padding: 4px; max-height: 232px; overflow-y: auto; border-block-start: 1px solid var(--line); }
  .mentions li { display: flex; align-items: center; gap: 8px; min-height: 44px; padding: 4px 8px; border-radius: var(--r-control); cursor: pointer; }
  .mentions li:hover { background: var(--wash); }
  .mentions [aria-selected='true'] { background: var(--accent-wash); }
  .mentions .name { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; font-weight: var(--w-medium); }
  .mentions .what { margin-inline-start: auto; padding-inline-start: 8px; color: var(--text-2); font-size: var(--t-xs); white-space: nowrap; flex-shrink: 99; overflow: hidden; text-overflow: ellipsis; }
  .said { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  @media (forced-colors: active) { .mentions [aria-selected='true'] { outline: 2px solid Highlight; outline-offset: -2px; } }
`
