import { css } from 'lit'

export const boardStyles = css`
  :host {
    display: block;
    flex: 1;
    min-height: 0;
    overflow: auto;
    container: board / inline-size;
  }
  .board {
    display: grid;
    grid-auto-flow: column;
    grid-auto-columns: minmax(172px, 1fr);
    min-height: 100%;
    padding: 0 12px 12px;
  }
  .column {
    display: flex;
    flex-direction: column;
    min-width: 0;
    padding: 0 6px;
  }
  .column > header {
    display: flex;
    align-items: center;
    gap: 5px;
    height: 44px;
    padding: 0 2px 0 6px;
    font-weight: var(--w-medium);
    position: sticky;
    top: 0;
    z-index: 3;
    background: var(--surface);
  }
  .column h2 {
    min-width: 0;
    font-size: var(--t-sm);
    line-height: 17px;
    font-weight: var(--w-medium);
    display: -webkit-box;
    -webkit-line-clamp: 2;
    -webkit-box-orient: vertical;
    overflow: hidden;
    overflow-wrap: anywhere;
    hyphens: auto;
  }
  .column header .st {
    width: 14px;
    height: 14px;
  }
  .column header .count {
    color: var(--text-3);
    font-weight: 400;
  }
  .lane {
    flex: 1;
    display: flex;
    flex-direction: column;
    gap: 6px;
    padding: 6px;
    border-radius: var(--r-card);
    background: var(--wash);
    min-height: 120px;
    transition: background-color var(--fast);
  }
  .lane.target {
    background: var(--accent-wash);
    box-shadow: inset 0 0 0 1px var(--accent-line);
  }
  .lane .none {
    padding: 8px 6px;
    font-size: var(--t-xs);
    color: var(--text-3);
  }
  .card {
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 6px;
    padding: 9px 10px;
    border: 1px solid var(--line);
    border-radius: var(--r-control);
    background: var(--raised);
    cursor: grab;
    user-select: none;
    -webkit-user-select: none;
    -webkit-touch-callout: none;
  }
  .card:hover {
    border-color: var(--line-2);
  }
  .card:has(.cover:focus-visible) {
    box-shadow: var(--ring);
  }
  .card.held {
    border-color: var(--accent);
    box-shadow: var(--lift);
    transform: rotate(1.2deg);
  }
  .card.from-here {
    opacity: 0.42;
    border-style: dashed;
  }
  .card.lifted {
    opacity: 1 !important;
    border-color: var(--accent);
    box-shadow: var(--lift);
    cursor: grabbing;
  }
  .head {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 20px;
    gap: 8px;
    align-items: start;
  }
  h3 {
    font-size: var(--t-sm);
    line-height: 18px;
    font-weight: var(--w-medium);
    text-wrap: pretty;
    overflow-wrap: anywhere;
  }
  .cover::after {
    content: '';
    position: absolute;
    inset: 0;
  }
  .cover:focus-visible {
    box-shadow: none;
  }
  .av {
    width: 20px;
    height: 20px;
    font-size: 9px;
  }
  .av.none {
    border: 1px dashed var(--line-strong);
    background: none;
  }
  .line {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 16px;
    font-size: var(--t-xs);
    line-height: 16px;
    color: var(--text-3);
  }
  .line > span {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    white-space: nowrap;
  }
  .line .i {
    width: 12px;
    height: 12px;
    stroke-width: 2.4;
  }
  .card admin-menu {
    position: absolute;
    inset-block-end: 3px;
    inset-inline-end: 3px;
    z-index: 1;
    opacity: 0;
  }
  .card:hover admin-menu,
  .card:focus-within admin-menu {
    opacity: 1;
  }
  .card .line {
    padding-inline-end: 22px;
  }
  .phone-stages {
    display: none;
  }
  @media (hover: none) {
    .card admin-menu {
      opacity: 1;
    }
  }
  @media (max-width: 700px) {
    :host {
      overflow: auto;
    }
    .phone-stages {
      display: flex;
      gap: 6px;
      padding: 8px 12px;
      border-bottom: 1px solid var(--line);
      overflow-x: auto;
      scrollbar-width: none;
      position: sticky;
      top: 0;
      z-index: 4;
      background: var(--surface);
    }
    .phone-stages button {
      height: 32px;
      padding: 0 10px;
      font-size: var(--t-sm);
    }
    .phone-stages [aria-pressed='true'] {
      background: var(--wash-2);
      color: var(--text);
      border-color: transparent;
      font-weight: var(--w-medium);
    }
    .board {
      display: block;
      padding: 0 8px 16px;
      min-height: 0;
    }
    .column {
      padding: 0;
      display: none;
    }
    .column.shown {
      display: flex;
    }
    .column > header {
      height: 40px;
      padding: 0 8px;
      position: static;
    }
    .lane {
      background: none;
      padding: 0 4px;
      gap: 8px;
    }
    .card {
      padding: 12px;
    }
    h3 {
      font-size: var(--t-md);
      line-height: 20px;
    }
  }
`
