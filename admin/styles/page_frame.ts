import { css } from 'lit'

/** The bar above a page, or above what opens beside one. */
export const barFrame = css`
  .bar {
    display: flex;
    align-items: center;
    gap: 8px;
    height: 48px;
    flex: none;
    padding: 0 16px 0 24px;
    border-bottom: 1px solid var(--line);
  }
  @media (max-width: 700px) {
    .bar {
      height: 52px;
    }
  }
`

/** What the pages of lists share: the bar with its search, the place that scrolls, and the way to more. */
export const pageFrame = css`
  ${barFrame}
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
  .scroll {
    flex: 1;
    min-height: 0;
    overflow: auto;
    overscroll-behavior: contain;
  }
  .more {
    display: flex;
    justify-content: center;
    padding: 12px;
  }
  @media (max-width: 700px) {
    .bar h1 {
      font-size: var(--t-lg);
    }
    .bar .button {
      height: 36px;
      min-width: 36px;
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

/** A list beside which what is chosen in it opens. */
export const besideFrame = css`
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
`
