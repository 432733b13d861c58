import { css } from 'lit'

export const editorStyles = css`
    form {
      display: grid;
      gap: 8px;
      padding: 4px 0 8px;
    }
    .acts {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 8px;
    }
    .newer {
      padding: 8px 12px;
      border: 1px dashed var(--line-strong);
      border-radius: var(--r-control);
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
  `
