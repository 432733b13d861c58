import { css } from 'lit'

/** The rows: eight columns at width, fewer beside an open thread, two lines of 60 px on phones. */
export const tableStyles = css`
  .row,
  .heads {
    grid-template-columns: 14px minmax(0, 1fr) minmax(100px, 160px) 136px 56px 56px 64px 20px;
  }
  .heads .figure {
    text-align: end;
  }
  .tick-cell {
    position: relative;
    z-index: 1;
    display: grid;
  }
  .tick-cell label {
    display: grid;
    place-items: center;
    margin: -13px -8px -13px -24px;
    padding: 13px 8px 13px 24px;
    cursor: pointer;
  }
  .accepted {
    display: inline-flex;
    color: var(--st-shipped);
  }
  .by-reply {
    display: inline-flex;
    color: var(--text-2);
  }
  .official {
    color: var(--accent);
  }
  .tag {
    flex: none;
    font-size: var(--t-xs);
    color: var(--text-3);
  }
  .tag::before {
    content: '#';
  }
  .kind-cell,
  .age-cell {
    color: var(--text-3);
    font-size: var(--t-xs);
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .status-cell {
    display: flex;
    align-items: center;
    gap: 6px;
    min-width: 0;
    white-space: nowrap;
  }
  .status-cell .word {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .votes-cell,
  .replies-cell,
  .age-cell {
    display: flex;
    align-items: center;
    justify-content: end;
    gap: 4px;
    white-space: nowrap;
  }
  .assignee-cell {
    display: grid;
  }
  .who {
    position: relative;
    z-index: 1;
    display: grid;
    cursor: pointer;
  }
  .av {
    width: 20px;
    height: 20px;
    font-size: 9px;
  }
  .av.none {
    background: none;
    border: 1px dashed var(--line-strong);
  }
  .votes-cell {
    font-weight: var(--w-medium);
  }
  .votes-cell .i,
  .replies-cell .i {
    color: var(--text-3);
  }
  .replies-cell {
    color: var(--text-2);
  }
  @container list (width < 900px) {
    .tag {
      display: none;
    }
  }
  @container list (width < 760px) {
    .row,
    .heads {
      display: flex;
      padding: 0 16px;
      gap: 10px;
    }
    .title-cell,
    .heads > :nth-child(2) {
      flex: 1;
    }
    .status-cell {
      max-width: 40%;
    }
    .votes-cell {
      width: 56px;
    }
    .age-cell {
      width: 54px;
    }
    .kind-cell,
    .replies-cell,
    .assignee-cell {
      display: none;
    }
    .tick-cell label {
      margin-inline-start: -16px;
      padding-inline-start: 16px;
    }
  }
  @container list (width < 430px) {
    .head-group {
      display: none;
    }
    .row {
      display: grid;
      height: 60px;
      grid-template-columns: 18px auto minmax(0, 1fr) auto auto;
      grid-template-areas: 'tick status kind votes age' 'tick title title title title';
      gap: 0 10px;
      align-content: center;
    }
    .tick-cell {
      grid-area: tick;
    }
    .tick-cell input {
      width: 18px;
      height: 18px;
    }
    .tick-cell label {
      margin-block: -20px;
      padding-block: 20px;
    }
    .title-cell {
      grid-area: title;
    }
    .title-cell a {
      font-size: var(--t-md);
      line-height: 22px;
    }
    .kind-cell {
      display: block;
      grid-area: kind;
    }
    .status-cell {
      grid-area: status;
      font-size: var(--t-xs);
      max-width: none;
    }
    .status-cell:empty {
      display: none;
    }
    .kind-cell:has(+ .status-cell:empty) {
      grid-column-start: status-start;
    }
    .votes-cell {
      grid-area: votes;
      font-size: var(--t-xs);
    }
    .age-cell {
      grid-area: age;
    }
  }
`
