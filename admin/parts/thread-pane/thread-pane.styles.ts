import { css } from 'lit'

export const paneStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 0;
    background: var(--surface);
    container: pane / inline-size;
  }
  .bar {
    padding: 0 12px 0 16px;
  }
  .bar .number {
    color: var(--text-3);
  }
  .status-button {
    display: inline-flex;
    align-items: center;
    border-radius: var(--r-full);
    min-height: 24px;
  }
  .body {
    flex: 1;
    min-height: 0;
    overflow: auto;
    padding: 16px 24px 24px;
    overscroll-behavior: contain;
  }
  .head {
    font-size: var(--t-lg);
    line-height: 24px;
    letter-spacing: -0.006em;
    overflow-wrap: anywhere;
  }
  .meta {
    display: flex;
    align-items: center;
    flex-wrap: wrap;
    gap: 4px 8px;
    margin-top: 4px;
    font-size: var(--t-xs);
    color: var(--text-3);
  }
  .meta > .dot {
    width: 3px;
    height: 3px;
    border-radius: 50%;
    background: var(--line-strong);
  }
  .meta button.chip:hover {
    border-color: var(--line-strong);
  }
  .chip {
    height: 22px;
  }
  .told {
    margin-top: 12px;
    padding: 8px 12px;
    border-radius: var(--r-control);
    background: var(--wash);
    font-size: var(--t-xs);
    color: var(--text-2);
  }
  .facts {
    display: grid;
    grid-template-columns: 104px minmax(0, 1fr);
    gap: 4px 12px;
    margin-top: 16px;
    padding: 12px 0;
    border-block: 1px solid var(--line);
  }
  .facts dt {
    color: var(--text-3);
    font-size: var(--t-xs);
  }
  .facts dd {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px 8px;
    min-width: 0;
  }
  .facts .promise {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 8px;
  }
  .facts .promise .i {
    margin-top: 3px;
  }
  .facts .av {
    width: 20px;
    height: 20px;
    font-size: 9px;
  }
  details summary {
    cursor: pointer;
    min-height: 24px;
    color: var(--text-2);
    border-radius: var(--r-control);
  }
  .decisions {
    display: grid;
    gap: 8px;
    padding: 8px 0 4px;
  }
  .decisions li p {
    white-space: pre-line;
    overflow-wrap: anywhere;
    color: var(--text-2);
    padding-inline-start: 10px;
    border-inline-start: 2px solid var(--line-2);
    margin-top: 2px;
  }
  .sub {
    display: flex;
    align-items: center;
    gap: 8px;
    margin-top: 24px;
    font-size: var(--t-xs);
    font-weight: var(--w-medium);
    color: var(--text-3);
  }
  .sub::after {
    content: '';
    flex: 1;
    height: 1px;
    background: var(--line);
  }
  .notes {
    margin-top: 16px;
    padding: 10px 12px;
    border: 1px solid var(--note-line);
    border-radius: var(--r-card);
    background: var(--note-wash);
  }
  .notes h3 {
    display: flex;
    align-items: center;
    gap: 6px;
    font-size: var(--t-xs);
    line-height: 18px;
  }
  .notes h3 .quiet {
    font-weight: 400;
    color: var(--text-2);
  }
  .notes li {
    margin-top: 8px;
    border-radius: var(--r-control);
    scroll-margin: 24px;
  }
  .notes li.aimed {
    outline: 2px solid var(--accent-line);
    outline-offset: 3px;
  }
  .note-by {
    font-size: var(--t-xs);
    color: var(--text-2);
  }
  .more-story {
    margin: 12px 0 0 34px;
  }
  .body:focus {
    outline: none;
    box-shadow: none;
  }
  .live.below button {
    transform: translateY(calc(-100% - 8px));
  }
  .bones {
    display: grid;
    gap: 12px;
    padding: 16px 24px;
  }
  .bones .bone {
    height: 14px;
  }
  .only-narrow {
    display: none;
  }
  @container pane (width < 480px) {
    .body {
      padding: 16px 16px 24px;
    }
    .bar kbd {
      display: none;
    }
    .word-long {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  }
  @media (max-width: 1000px) {
    .only-narrow {
      display: inline-flex;
    }
    .not-narrow {
      display: none;
    }
  }
  @media (max-width: 700px) {
    .bar {
      padding: 0 8px;
    }
    .bar .button {
      height: 36px;
      min-width: 36px;
    }
    .facts {
      grid-template-columns: 92px minmax(0, 1fr);
    }
  }
`
