import { css } from 'lit'

export const notificationStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 0;
  }
  .bar .quiet {
    white-space: nowrap;
  }
  @media (max-width: 700px) {
    header.bar {
      flex-wrap: wrap;
      height: auto;
      min-height: 52px;
      padding-block: 7px;
    }
  }
  .entry.fresh b {
    font-weight: var(--w-strong);
  }
  .entry {
    grid-template-columns: 20px minmax(0, 1fr) auto;
    gap: 0 12px;
    color: var(--text-2);
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
    line-height: 20px;
  }
  @media (max-width: 700px) {
    .bar {
      padding: 0 8px 0 16px;
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
