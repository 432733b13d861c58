import { css } from 'lit'

export const reportsStyles = css`
  .bar .quiet {
    white-space: nowrap;
  }
  @media (max-width: 700px) {
    header.bar {
      flex-wrap: wrap;
      column-gap: 8px;
      row-gap: 0;
      height: auto;
      min-height: 52px;
      padding-block: 7px;
    }
  }
  .scroll {
    padding: 16px 24px 64px;
  }
  .cases {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
    max-width: 980px;
  }
  .case {
    border: 1px solid var(--danger-line);
    border-radius: var(--r-card);
    scroll-margin: 16px;
  }
  .case:focus-visible {
    border-radius: var(--r-card);
  }
  .case.current {
    border-color: var(--danger);
  }
  .where {
    display: flex;
    align-items: center;
    gap: 8px;
    padding: 10px 14px;
    border-bottom: 1px solid var(--line);
  }
  .where .quiet {
    white-space: nowrap;
  }
  .where .link {
    min-width: 0;
  }
  .sides {
    display: grid;
    grid-template-columns: minmax(0, 1.4fr) minmax(0, 1fr);
  }
  .words {
    display: grid;
    grid-template-columns: 24px minmax(0, 1fr);
    gap: 0 10px;
    padding: 12px 14px;
    align-content: start;
  }
  .words .by {
    min-height: 24px;
  }
  .words .text {
    grid-column: 2;
    max-height: 240px;
    overflow: auto;
  }
  .told {
    padding: 12px 14px;
    background: var(--wash);
    border-inline-start: 1px solid var(--line);
    min-width: 0;
  }
  .told h2 {
    font-size: var(--t-xs);
    font-weight: var(--w-medium);
    color: var(--text-3);
    margin-bottom: 6px;
  }
  .told li {
    display: grid;
    grid-template-columns: 20px minmax(0, 1fr);
    gap: 0 8px;
    padding: 3px 0;
    font-size: var(--t-xs);
    line-height: 18px;
  }
  .told .av {
    width: 20px;
    height: 20px;
    font-size: 9px;
  }
  .told .note {
    grid-column: 2;
    color: var(--text-2);
    overflow-wrap: anywhere;
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    padding: 10px 14px;
    border-top: 1px solid var(--line);
    background: var(--wash);
    border-radius: 0 0 7px 7px;
  }
  .more {
    margin: 16px 0;
  }
  thread-pane {
    flex: 1.05;
    min-width: 0;
    border-inline-start: 1px solid var(--line);
  }
  .bones {
    display: grid;
    gap: 16px;
    max-width: 980px;
  }
  .bones .bone {
    height: 220px;
    border-radius: var(--r-card);
  }
  @container list (width < 640px) {
    .scroll {
      padding: 12px 12px 64px;
    }
    .bar {
      padding: 0 16px;
    }
    .sides {
      grid-template-columns: minmax(0, 1fr);
    }
    .told {
      border: 0;
      border-top: 1px solid var(--line);
    }
  }
  @media (max-width: 1000px) {
    .opened {
      display: none;
    }
    thread-pane {
      border: 0;
    }
  }
  @media (max-width: 700px) {
    .acts .button {
      height: 40px;
    }
    .acts kbd {
      display: none;
    }
  }
`
