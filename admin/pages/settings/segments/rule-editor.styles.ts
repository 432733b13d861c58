import { css } from 'lit'

export const ruleEditorStyles = css`
  :host {
    display: grid;
    gap: 12px;
  }
  .row {
    position: relative;
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 12px;
    padding: 8px 12px 12px;
    border: 1px solid var(--line-2);
    border-radius: var(--r-card);
    min-width: 0;
  }
  .row > legend {
    padding: 0;
    float: inline-start;
    grid-column: 1 / -1;
    font-size: var(--t-xs);
    line-height: 20px;
    font-weight: var(--w-strong);
  }
  .named > label:last-of-type {
    grid-column: 1 / -1;
  }
  .remove {
    position: absolute;
    inset-block-start: 4px;
    inset-inline-end: 4px;
  }
  .wide {
    grid-column: 1 / -1;
    min-width: 0;
  }
  .add-row {
    justify-self: start;
  }
  .standing {
    display: grid;
    gap: 4px;
    padding: 10px 12px;
    border: 1px solid var(--line-2);
    border-radius: var(--r-control);
    background: var(--surface);
    overflow-wrap: anywhere;
  }
  .standing .wrong {
    font-size: inherit;
  }
  @media (max-width: 700px) {
    .row {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`
