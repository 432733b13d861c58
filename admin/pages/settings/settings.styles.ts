import { css } from 'lit'

/** What the pages of the settings share: a lead, sections, rows that can be ordered. */
export const settingsStyles = css`
  :host {
    display: block;
    max-width: 760px;
  }
  .lead {
    display: flex;
    align-items: start;
    gap: 16px;
    margin-bottom: 20px;
  }
  .lead h2 {
    font-size: var(--t-xl);
    line-height: 28px;
    letter-spacing: -0.012em;
  }
  .lead p {
    color: var(--text-2);
    text-wrap: pretty;
  }
  .section {
    padding-top: 20px;
    margin-top: 28px;
    border-top: 1px solid var(--line);
  }
  .section > h2,
  .section > h3,
  .section > legend {
    font-size: var(--t-md);
    line-height: 20px;
    font-weight: var(--w-strong);
    padding: 0;
  }
  .section > p {
    margin: 2px 0 12px;
    color: var(--text-2);
    text-wrap: pretty;
  }
  .form {
    display: grid;
    gap: 16px;
  }
  .three {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: 12px;
  }
  .two {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 12px;
  }
  textarea.short {
    min-height: 36px;
  }
  .tick-hint {
    padding-inline-start: 22px;
  }
  .save {
    position: sticky;
    bottom: -48px;
    display: flex;
    align-items: center;
    gap: 12px;
    margin-top: 24px;
    padding: 12px 0;
    background: var(--surface);
    border-top: 1px solid var(--line);
  }
  .rows {
    border: 1px solid var(--line);
    border-radius: var(--r-card);
  }
  .rows > li {
    display: flex;
    align-items: center;
    gap: 10px;
    min-height: 44px;
    padding: 4px 6px 4px 12px;
    background: var(--surface);
  }
  .rows > li:first-child {
    border-radius: 7px 7px 0 0;
  }
  .rows > li:last-child {
    border-radius: 0 0 7px 7px;
  }
  .rows > li:only-child {
    border-radius: 7px;
  }
  .rows > li:focus-visible {
    z-index: 1;
    position: relative;
  }
  .rows > li + li {
    border-top: 1px solid var(--line);
  }
  .rows .st {
    width: 14px;
    height: 14px;
  }
  .rows .name {
    display: grid;
    min-width: 0;
    flex: 1;
  }
  .rows .others {
    font-size: var(--t-xs);
    line-height: 16px;
    color: var(--text-3);
  }
  .grip {
    display: grid;
    place-items: center;
    width: 24px;
    height: 28px;
    margin-inline-start: -6px;
    color: var(--text-3);
    cursor: grab;
    touch-action: none;
  }
  .from-here {
    opacity: 0.42;
  }
  .lifted {
    opacity: 1 !important;
    box-shadow: var(--lift);
    border-radius: var(--r-control) !important;
  }
  .rows select.input {
    width: auto;
    min-width: 160px;
    min-height: 28px;
    height: 28px;
    padding-block: 2px;
    background-position:
      calc(100% - 16px) 12px,
      calc(100% - 12px) 12px;
  }
  .add {
    display: grid;
    gap: 8px;
    margin-top: 16px;
  }
  once-shown {
    display: block;
    margin-top: 8px;
  }
  .bones {
    display: grid;
    gap: 12px;
  }
  .bones .bone {
    height: 44px;
  }
  .av {
    width: 28px;
    height: 28px;
  }
  @media (max-width: 700px) {
    .three,
    .two {
      grid-template-columns: minmax(0, 1fr);
    }
    .rows > li {
      flex-wrap: wrap;
      min-height: 56px;
    }
    .rows .name {
      flex: 1 1 120px;
    }
    /* What can be done with a row stands on one line, below its name. */
    .rows > li:has([data-step], select) {
      justify-content: end;
    }
    .rows > li:has([data-step], select) .name {
      flex-basis: calc(100% - 60px);
    }
    .lead {
      flex-wrap: wrap;
    }
    .lead > div {
      flex: 1 1 100%;
    }
    .lead > .space {
      display: none;
    }
    .lead .button,
    .save .button {
      height: 40px;
    }
  }
`

/** Rows of several lines, each with what can be done about it beside them, and below them where there is little room. */
export const tallRowStyles = css`
  .rows > li {
    align-items: start;
    padding: 10px 10px 10px 12px;
  }
  .rows .name {
    gap: 2px;
    overflow-wrap: anywhere;
  }
  @media (max-width: 700px) {
    .rows .name {
      flex: 1 1 100%;
    }
    .rows .button {
      height: 36px;
      margin-inline-start: auto;
    }
  }
`
