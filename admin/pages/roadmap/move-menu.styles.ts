import { css } from 'lit'

export const moveStyles = css`
  dialog {
    position: fixed;
    margin: 0;
    padding: 4px;
    border: 0;
    width: 240px;
    background: light-dark(var(--surface), color-mix(in oklab, var(--text) 9%, var(--surface)));
    color: inherit;
    border-radius: var(--r-card);
    box-shadow: var(--pop);
  }
  dialog::backdrop {
    background: transparent;
  }
  h2 {
    padding: 6px 8px 4px;
    font-size: var(--t-xs);
    line-height: 18px;
    font-weight: 400;
    color: var(--text-3);
    overflow-wrap: anywhere;
  }
  .item {
    display: flex;
    align-items: center;
    gap: 8px;
    width: 100%;
    min-height: 30px;
    padding: 0 6px 0 8px;
    border-radius: 5px;
  }
  .item .st {
    width: 14px;
    height: 14px;
  }
  .item:hover,
  .item:focus-visible {
    background: color-mix(in oklab, var(--text) 9%, transparent);
  }
  .item:focus-visible {
    box-shadow: inset 0 0 0 2px var(--accent);
  }
  .item[aria-disabled='true'] {
    color: var(--text-3);
  }
  .note {
    margin: 4px;
    padding: 8px 4px;
    border-top: 1px solid var(--line);
    font-size: var(--t-xs);
    line-height: 17px;
    color: var(--text-3);
  }
  @media (max-width: 700px) {
    dialog {
      inset: auto 0 0 0 !important;
      width: 100vw;
      max-width: none;
      border-radius: 16px 16px 0 0;
      padding: 8px 8px calc(16px + env(safe-area-inset-bottom));
    }
    dialog::backdrop {
      background: var(--scrim);
    }
    dialog::before {
      content: '';
      display: block;
      width: 36px;
      height: 4px;
      margin: 0 auto 8px;
      border-radius: 2px;
      background: var(--line-strong);
    }
    .item {
      min-height: 44px;
      font-size: var(--t-md);
      padding: 0 12px;
    }
    kbd {
      display: none;
    }
    h2,
    .note {
      padding-inline: 12px;
      font-size: var(--t-sm);
      line-height: 19px;
    }
  }
`
