import { css } from 'lit'

export const notificationStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 0;
  }
  .bar {
    display: flex;
    align-items: center;
    gap: 8px;
    height: 48px;
    flex: none;
    padding: 0 16px 0 24px;
    border-bottom: 1px solid var(--line);
  }
  .bar .quiet {
    white-space: nowrap;
  }
  .entry.fresh b {
    font-weight: var(--w-strong);
  }
  .scroll {
    flex: 1;
    min-height: 0;
    overflow: auto;
  }
  .entry {
    position: relative;
    display: grid;
    grid-template-columns: 20px minmax(0, 1fr) auto;
    gap: 0 12px;
    min-height: 44px;
    padding: 12px 24px;
    border-bottom: 1px solid var(--line-soft);
    color: var(--text-2);
  }
  .entry:hover {
    background: var(--wash);
  }
  .entry p {
    overflow-wrap: anywhere;
  }
  .entry.fresh {
    color: var(--text);
  }
  .entry.fresh::before {
    content: '';
    position: absolute;
    inset: 19px auto auto 10px;
    width: 6px;
    height: 6px;
    border-radius: 50%;
    background: var(--accent);
  }
  .glyph {
    padding-top: 2px;
    color: var(--text-3);
  }
  .fresh .glyph {
    color: var(--accent);
  }
  .when {
    font-size: var(--t-xs);
    line-height: 20px;
    color: var(--text-3);
    white-space: nowrap;
  }
  .entry a::after {
    content: '';
    position: absolute;
    inset: 0;
  }
  .entry a:hover {
    text-decoration: underline;
    text-underline-offset: 2px;
  }
  .entry a:focus-visible {
    box-shadow: none;
  }
  .entry a:focus-visible::after {
    box-shadow: inset 0 0 0 2px var(--accent);
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
  .more {
    display: flex;
    justify-content: center;
    padding: 12px;
  }
  @media (max-width: 700px) {
    .bar {
      height: 52px;
      padding: 0 8px 0 16px;
    }
    .bar h1 {
      font-size: var(--t-lg);
    }
    .bar .button {
      height: 36px;
    }
    .bar .quiet {
      display: none;
    }
    .entry {
      grid-template-columns: 20px minmax(0, 1fr);
      padding: 10px 16px 10px 20px;
    }
    .entry.fresh::before {
      inset: 17px auto auto 8px;
    }
    .when {
      grid-column: 2;
    }
  }
`
