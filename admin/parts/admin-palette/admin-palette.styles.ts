import { css } from 'lit'

export const paletteStyles = css`
  dialog {
    padding: 0;
    border: 0;
    width: min(560px, calc(100vw - 24px));
    margin: 12vh auto auto;
    max-height: 70vh;
    border-radius: 12px;
    background: var(--surface);
    color: inherit;
    box-shadow: var(--pop);
    overflow: hidden;
  }
  dialog[open] {
    display: flex;
    flex-direction: column;
  }
  dialog::backdrop {
    background: var(--scrim);
  }
  .find {
    display: flex;
    align-items: center;
    gap: 10px;
    padding: 0 14px;
    border-bottom: 1px solid var(--line);
    flex: none;
  }
  .find .i {
    color: var(--text-3);
  }
  input {
    flex: 1;
    min-width: 0;
    height: 48px;
    border: 0;
    background: none;
    font-size: var(--t-lg);
    outline: 0;
  }
  input:focus-visible {
    box-shadow: none;
  }
  .choices {
    overflow: auto;
    padding: 4px 8px 8px;
  }
  .choices:empty {
    display: none;
  }
  .head {
    padding: 8px 8px 4px;
    font-size: var(--t-xs);
    line-height: 16px;
    color: var(--text-3);
  }
  [role='option'] {
    display: flex;
    align-items: center;
    gap: 10px;
    min-height: 36px;
    padding: 0 8px;
    border-radius: var(--r-control);
    cursor: pointer;
  }
  [role='option'] > :not(.what) {
    flex: none;
  }
  .what {
    flex: 1 1 0;
    min-width: 0;
    display: grid;
    padding: 6px 0;
  }
  mark {
    background: var(--accent-wash);
    color: inherit;
    border-radius: 2px;
    box-shadow: inset 0 -2px 0 var(--accent-line);
  }
  .state {
    margin: 24px auto;
  }
  [role='option'] .i {
    color: var(--text-3);
  }
  [aria-selected='true'] {
    background: var(--wash-2);
  }
  .count {
    padding: 20px 16px;
    color: var(--text-2);
  }
  @media (forced-colors: active) {
    [aria-selected='true'] {
      outline: 2px solid Highlight;
    }
    mark {
      background: Mark;
      color: MarkText;
    }
  }
`
