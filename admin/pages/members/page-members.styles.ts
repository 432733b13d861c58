import { css } from 'lit'

/** Four columns at width, fewer beside an open sheet, two lines of 60 px on phones. */
export const membersStyles = css`
  .kinds {
    display: flex;
    padding: 8px 24px;
    border-bottom: 1px solid var(--line);
    flex: none;
  }
  member-sheet {
    flex: 1.15;
    min-width: 0;
    border-inline-start: 1px solid var(--line);
  }
  .row,
  .heads {
    grid-template-columns: minmax(0, 1fr) minmax(100px, 220px) 96px 112px;
  }
  .row .company-cell {
    color: var(--text-2);
  }
  .row .joined-cell,
  .row .seen-cell {
    color: var(--text-3);
    font-size: var(--t-xs);
    white-space: nowrap;
  }
  .joined-cell,
  .seen-cell {
    text-align: end;
  }
  @container list (width < 640px) {
    .row,
    .heads {
      grid-template-columns: minmax(0, 1.6fr) minmax(0, 1fr) 104px;
      padding: 0 16px;
    }
    .kinds {
      padding: 8px 16px;
    }
    .joined-cell {
      display: none;
    }
  }
  @container list (width < 430px) {
    .head-group {
      display: none;
    }
    .row {
      height: 60px;
      grid-template-columns: minmax(0, 1fr) auto;
      grid-template-areas: 'name name' 'company seen';
      align-content: center;
      gap: 2px 10px;
    }
    .name-cell {
      grid-area: name;
    }
    .name-cell a {
      font-size: var(--t-md);
    }
    .company-cell {
      grid-area: company;
      font-size: var(--t-xs);
      padding-inline-start: 32px;
    }
    .seen-cell {
      grid-area: seen;
    }
  }
  @media (max-width: 1000px) {
    member-sheet {
      border: 0;
    }
  }
  @media (max-width: 700px) {
    .segments > * {
      height: 36px;
      padding: 0 12px;
    }
  }
`
