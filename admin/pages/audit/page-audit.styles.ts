import { css } from 'lit'

export const auditStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 0;
  }
  .bar {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 48px;
    flex: none;
    padding: 0 16px 0 24px;
    border-bottom: 1px solid var(--line);
  }
  .bar h1 {
    white-space: nowrap;
  }
  .bar .input {
    min-height: 28px;
    height: 28px;
    padding-block: 2px;
  }
  .bar select.input {
    width: auto;
    max-width: 200px;
    background-position:
      calc(100% - 16px) 12px,
      calc(100% - 12px) 12px;
  }
  .find {
    position: relative;
    flex: 0 1 240px;
    min-width: 0;
  }
  .find .i {
    position: absolute;
    inset: 7px auto auto 8px;
    color: var(--text-3);
    pointer-events: none;
  }
  .find .input {
    padding-inline-start: 28px;
  }
  .scroll {
    flex: 1;
    min-height: 0;
    overflow: auto;
  }
  .entry {
    position: relative;
    display: grid;
    grid-template-columns: 128px minmax(0, 1fr);
    gap: 0 16px;
    min-height: 44px;
    padding: 12px 24px;
    border-bottom: 1px solid var(--line-soft);
  }
  .entry:hover {
    background: var(--wash);
  }
  .when {
    font-size: var(--t-xs);
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
    padding-inline-start: 10px;
    border-inline-start: 2px solid var(--line-2);
    color: var(--text-2);
    font-size: var(--t-xs);
    line-height: 18px;
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  .more {
    display: flex;
    justify-content: center;
    padding: 12px;
  }
  @media (max-width: 1000px) {
    .bar {
      flex-wrap: wrap;
      padding: 8px 16px;
    }
    .bar .space {
      flex-basis: 100%;
      height: 0;
    }
  }
  @media (max-width: 700px) {
    .bar h1 {
      font-size: var(--t-lg);
    }
    .bar .input,
    .bar select.input {
      height: 36px;
      min-height: 36px;
      max-width: 100%;
      flex: 1 1 40%;
      background-position:
        calc(100% - 16px) 16px,
        calc(100% - 12px) 16px;
    }
    .find {
      flex: 1 1 100%;
    }
    .find .i {
      top: 11px;
    }
    .entry {
      grid-template-columns: minmax(0, 1fr);
      padding: 10px 16px;
    }
  }
`
