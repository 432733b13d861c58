import { css } from 'lit'

export const rulingStyles = css`
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 1.05fr) minmax(0, 1fr);
  }
  .form,
  .side {
    padding: 16px 20px 20px;
    display: grid;
    gap: 16px;
    align-content: start;
  }
  .side {
    background: var(--wash);
    border-inline-start: 1px solid var(--line);
  }
  .number {
    width: 14px;
    flex: none;
    color: var(--text-3);
    font-weight: 400;
  }
  .label {
    margin-bottom: 4px;
  }
  textarea.input {
    min-height: 104px;
  }
  blockquote {
    padding-inline-start: 10px;
    border-inline-start: 2px solid var(--line-strong);
    color: var(--text-2);
    font-size: var(--t-xs);
    line-height: 18px;
    white-space: pre-line;
    max-height: 108px;
    overflow: auto;
  }
  .paper + .hint {
    margin-top: 4px;
  }
  .tomb {
    grid-template-columns: 16px minmax(0, 1fr);
    color: var(--text-2);
  }
  .tomb .i {
    margin-top: 2px;
  }
  .newer {
    display: grid;
    gap: 8px;
    padding: 12px;
    border: 1px solid var(--danger-line);
    border-radius: var(--r-card);
    background: var(--danger-wash);
  }
  .still {
    display: flex;
    gap: 6px;
    align-items: center;
    color: var(--text-3);
  }
  .wrong:empty {
    display: none;
  }
  @media (max-width: 800px) {
    .columns {
      grid-template-columns: minmax(0, 1fr);
    }
    .form,
    .side {
      padding: 16px;
    }
    .side {
      border: 0;
      border-top: 1px solid var(--line);
    }
  }
`
