import { css } from 'lit'

export const pageStyles = css`
  :host {
    display: flex;
    min-height: 0;
  }
  .list {
    position: relative;
    flex: 1;
    min-width: 0;
    display: flex;
    flex-direction: column;
    container: list / inline-size;
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
  .bar h1 {
    white-space: nowrap;
  }
  .find {
    position: relative;
    flex: 0 1 260px;
    min-width: 0;
  }
  .find .i {
    position: absolute;
    inset: 7px auto auto 8px;
    color: var(--text-3);
    pointer-events: none;
  }
  .find .input {
    min-height: 28px;
    height: 28px;
    padding: 2px 8px 2px 28px;
  }
  .find .input::-webkit-search-cancel-button {
    display: none;
  }
  .live {
    z-index: 3;
  }
  .scroll {
    flex: 1;
    min-height: 0;
    overflow: auto;
    overscroll-behavior: contain;
  }
  .scroll.roomy {
    padding-bottom: 72px;
  }
  .more {
    display: flex;
    justify-content: center;
    padding: 12px;
  }
  thread-pane {
    flex: 1.15;
    min-width: 0;
    border-inline-start: 1px solid var(--line);
  }
  .opened {
    flex: 1;
  }
  @media (min-width: 701px) {
    .live.above button {
      transform: translateY(2px);
    }
  }
  @container list (width < 560px) {
    .bar {
      padding: 0 12px 0 16px;
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
    .bar h1 {
      font-size: var(--t-lg);
    }
    .bar {
      height: 52px;
    }
    .find {
      flex: 1;
    }
    .bar .space {
      display: none;
    }
    .find .input {
      min-height: 36px;
      height: 36px;
    }
    .find .i {
      top: 11px;
    }
  }
`
