import { css } from 'lit'

export const sheetStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 0;
    background: var(--surface);
    container: sheet / inline-size;
  }
  .bar {
    padding: 0 12px 0 16px;
  }
  .body {
    flex: 1;
    min-height: 0;
    overflow: auto;
    padding: 16px 24px 48px;
    overscroll-behavior: contain;
  }
  .who {
    display: flex;
    align-items: center;
    gap: 12px;
    min-width: 0;
  }
  .who .av {
    width: 40px;
    height: 40px;
    font-size: 14px;
  }
  .who h2 {
    font-size: var(--t-lg);
    line-height: 24px;
    overflow-wrap: anywhere;
  }
  .facts {
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr);
    gap: 4px 16px;
    margin-top: 16px;
    padding: 12px 0;
    border-block: 1px solid var(--line);
  }
  .facts.plain {
    border: 0;
    margin: 0;
    padding: 4px 0;
  }
  .facts dt {
    color: var(--text-3);
    font-size: var(--t-xs);
  }
  .facts dd {
    overflow-wrap: anywhere;
  }
  details {
    padding-top: 8px;
  }
  summary {
    cursor: pointer;
    min-height: 24px;
    color: var(--text-2);
  }
  section {
    margin-top: 24px;
  }
  section h3 {
    margin-bottom: 4px;
  }
  section li {
    display: grid;
    gap: 2px;
    padding: 8px 0;
    border-bottom: 1px solid var(--line-soft);
  }
  .head-line {
    display: flex;
    align-items: baseline;
    gap: 6px;
    min-width: 0;
  }
  .head-line > :not(.clip, .rule) {
    flex: none;
    white-space: nowrap;
  }
  .head-line .chip {
    align-self: center;
  }
  .time {
    margin-inline-start: auto;
  }
  .excerpt,
  .reason {
    color: var(--text-2);
    overflow-wrap: anywhere;
  }
  .reason {
    white-space: pre-line;
    padding-inline-start: 10px;
    border-inline-start: 2px solid var(--line-strong);
  }
  .only-narrow {
    display: none;
  }
  @container sheet (width < 460px) {
    .body {
      padding: 16px 16px 48px;
    }
    .head-line {
      flex-wrap: wrap;
      gap: 0 6px;
    }
    .head-line .link {
      order: 1;
      flex: 0 0 100%;
    }
    .rule {
      flex: 0 0 100%;
    }
  }
  @media (max-width: 1000px) {
    .only-narrow {
      display: inline-flex;
    }
    h1.only-narrow {
      display: block;
    }
    .not-narrow {
      display: none;
    }
  }
  @media (max-width: 700px) {
    .bar .button {
      height: 40px;
    }
    .bar .button.icon {
      width: 40px;
    }
    .bar kbd {
      display: none;
    }
    section .link {
      line-height: 24px;
    }
  }
`
