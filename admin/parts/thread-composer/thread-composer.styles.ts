import { css } from 'lit'

export const composerStyles = css`
  :host {
    flex: none;
    container: composer / inline-size;
  }
  .compose {
    margin: 0 24px 16px;
    border: 1px solid var(--line-strong);
    border-radius: var(--r-card);
    background: var(--surface);
  }
  .compose:focus-within {
    border-color: var(--accent);
  }
  .compose.note {
    border-color: var(--soon-ink);
    background: var(--note-wash);
  }
  .top {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 40px;
    padding: 0 8px;
    border-bottom: 1px solid var(--line);
  }
  .segments .short {
    display: none;
  }
  .compose .tools {
    margin: 4px 6px 0;
  }
  textarea,
  .preview {
    display: block;
    width: 100%;
    min-height: 62px;
    max-height: 34vh;
    padding: 10px 12px 8px;
    font-size: var(--t-md);
    line-height: 21px;
  }
  textarea {
    border: 0;
    background: none;
    resize: none;
    field-sizing: content;
    outline: 0;
  }
  textarea:focus-visible {
    box-shadow: none;
  }
  textarea::placeholder {
    color: var(--text-3);
    opacity: 1;
  }
  .preview {
    overflow: auto;
  }
  .parent {
    display: flex;
    align-items: center;
    gap: 6px;
    padding: 6px 12px 0;
    color: var(--text-2);
  }
  .parent .button {
    width: 24px;
    height: 24px;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 8px;
    padding: 0 8px 8px;
  }
  /* At the end, also where the words before it leave it a line of its own. */
  .foot .primary {
    margin-inline-start: auto;
  }
  .foot .wrong:empty {
    display: none;
  }
  @container composer (width < 480px) {
    .compose {
      margin: 0 8px 8px;
    }
    .word,
    kbd,
    .segments .i,
    .segments .long {
      display: none;
    }
    .segments .short {
      display: inline;
    }
    .top .segments {
      flex: 0 1 auto;
      overflow-x: auto;
      scrollbar-width: none;
    }
    .segments > * {
      flex: none;
      padding: 0 6px;
    }
    .top .button {
      padding: 0 6px;
    }
  }
  @container composer (width < 340px) {
    .top {
      gap: 0;
      padding: 0 4px;
    }
    .segments > * {
      padding: 0 5px;
      font-size: var(--t-xs);
    }
  }
  @media (max-width: 700px) {
    textarea {
      font-size: 16px;
      line-height: 24px;
      min-height: 44px;
    }
  }
`
