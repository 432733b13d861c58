import { css } from 'lit'

export const bulkStyles = css`
  :host {
    position: absolute;
    inset: auto 16px 12px;
    z-index: 8;
    display: flex;
    justify-content: center;
    pointer-events: none;
    container: bulk / inline-size;
  }
  .bar {
    pointer-events: auto;
    display: flex;
    align-items: center;
    gap: 2px;
    min-height: 48px;
    padding: 0 8px 0 14px;
    border-radius: var(--r-card);
    background: var(--inverse);
    color: var(--on-inverse);
    box-shadow: var(--pop);
    white-space: nowrap;
    max-width: 100%;
    overflow-x: auto;
    scrollbar-width: none;
  }
  b {
    flex: none;
    margin-inline-end: 8px;
  }
  /* What there is no room for is left out whole: it wraps to where nothing is seen. */
  .behind {
    display: none;
    flex: 1 1 0;
    flex-wrap: wrap;
    min-width: 0;
    height: 20px;
    line-height: 20px;
    overflow: hidden;
    opacity: 0.86;
  }
  .behind span + span::before {
    content: '\\00a0·\\00a0';
  }
  button {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    height: 32px;
    padding: 0 8px;
    border-radius: var(--r-control);
    font-weight: var(--w-medium);
    flex: none;
  }
  button:hover {
    background: var(--inverse-line);
  }
  button:focus-visible {
    box-shadow: inset 0 0 0 2px var(--inverse-accent);
  }
  kbd {
    background: none;
    border-color: var(--inverse-line);
    color: inherit;
  }
  .rule {
    width: 1px;
    height: 20px;
    background: var(--inverse-line);
    margin: 0 6px;
    flex: none;
  }
  .lead {
    background: var(--accent);
    color: var(--on-accent);
    padding: 0 12px;
  }
  .lead:hover {
    background: color-mix(in oklab, var(--accent) 88%, var(--on-inverse));
  }
  .lead kbd {
    border-color: color-mix(in oklab, var(--on-accent) 45%, transparent);
  }
  @container bulk (width > 1000px) {
    .bar {
      width: 100%;
    }
    .behind {
      display: flex;
    }
  }
  @container bulk (width < 1240px) {
    .once,
    .word-long {
      display: none;
    }
  }
  @container bulk (width >= 1240px) {
    .word-short {
      display: none;
    }
  }
  @container bulk (width < 600px) {
    kbd {
      display: none;
    }
    .word-short {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  }
  @media (max-width: 700px) {
    :host {
      inset: auto 8px 8px;
    }
    .bar {
      width: 100%;
      padding: 0 4px;
      justify-content: space-between;
    }
    button {
      height: 40px;
    }
    .clear {
      order: -2;
    }
    b {
      order: -1;
      margin: 0;
    }
    .word,
    .rule {
      display: none;
    }
  }
`
