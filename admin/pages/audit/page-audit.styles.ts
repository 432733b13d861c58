import { css } from 'lit'

export const auditStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 0;
  }
  .bar {
    height: auto;
    min-height: 48px;
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
    flex-basis: 240px;
  }
  .entry {
    grid-template-columns: 128px minmax(0, 1fr);
    gap: 0 16px;
  }
  .reason {
    padding-inline-start: 10px;
    border-inline-start: 2px solid var(--line-2);
    overflow-wrap: anywhere;
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
    .entry {
      grid-template-columns: minmax(0, 1fr);
      padding: 10px 16px;
    }
  }
`
