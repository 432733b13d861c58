import { css } from 'lit'

export const ruleValueStyles = css`
  :host {
    display: block;
  }
  fieldset.field > legend {
    padding: 0;
  }
  .values {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    padding: 3px;
  }
  .values:focus-within {
    border-color: var(--accent);
    box-shadow: 0 0 0 1px var(--accent);
  }
  .values input {
    flex: 1 1 96px;
    min-width: 0;
    height: 24px;
    padding: 0 6px;
    border: 0;
    background: none;
    outline: none;
  }
  /* The box around it shows that. */
  .values input:focus-visible {
    box-shadow: none;
  }
  .value {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    max-width: 100%;
    height: 24px;
    padding: 0 6px;
    border-radius: 4px;
    background: var(--wash-2);
  }
  .value:hover {
    background: var(--line-2);
  }
  .languages {
    display: flex;
    flex-wrap: wrap;
    gap: 0 16px;
  }
  @media (max-width: 700px) {
    .values input,
    .value {
      height: 32px;
      font-size: 16px;
    }
  }
`
