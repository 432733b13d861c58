import { css } from 'lit'

/** Things one types into or ticks. */
export const fields = css`
  .field {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: 4px;
    min-width: 0;
  }
  .label {
    display: flex;
    align-items: center;
    gap: 6px;
    font-size: var(--t-xs);
    line-height: 18px;
    font-weight: var(--w-medium);
    color: var(--text-2);
  }
  .hint {
    font-size: var(--t-xs);
    line-height: 18px;
    color: var(--text-3);
  }
  .wrong {
    font-size: var(--t-xs);
    line-height: 18px;
    color: var(--danger);
    font-weight: var(--w-medium);
  }
  .input {
    width: 100%;
    min-height: 32px;
    padding: 5px 10px;
    line-height: 20px;
    border: 1px solid var(--line-strong);
    border-radius: var(--r-control);
    background: var(--surface);
  }
  .input::placeholder {
    color: var(--text-3);
    opacity: 1;
  }
  .input:focus-visible {
    border-color: var(--accent);
    box-shadow: 0 0 0 1px var(--accent);
    outline: 2px solid transparent;
  }
  .input[aria-invalid="true"] {
    border-color: var(--danger);
  }
  textarea.input {
    display: block;
    min-height: 84px;
    padding: 8px 10px;
    resize: vertical;
    field-sizing: content;
    max-height: 40vh;
  }
  select.input {
    appearance: none;
    padding-inline-end: 28px;
    text-overflow: ellipsis;
    background-image: linear-gradient(45deg, transparent 50%, currentColor 50%),
      linear-gradient(135deg, currentColor 50%, transparent 50%);
    background-position:
      calc(100% - 16px) 14px,
      calc(100% - 12px) 14px;
    background-size: 4px 4px;
    background-repeat: no-repeat;
  }
  :host(:dir(rtl)) select.input {
    background-position:
      12px 14px,
      16px 14px;
  }
  input[type="checkbox"],
  input[type="radio"] {
    appearance: none;
    width: 14px;
    height: 14px;
    flex: none;
    display: grid;
    place-items: center;
    border: 1px solid var(--line-strong);
    border-radius: 4px;
    background: var(--surface);
    cursor: pointer;
  }
  input[type="radio"] {
    border-radius: 50%;
  }
  input[type="checkbox"]::before {
    content: "";
    width: 10px;
    height: 10px;
    transform: scale(0);
    background: var(--on-accent);
    clip-path: polygon(12% 52%, 0 66%, 38% 100%, 100% 22%, 87% 8%, 37% 72%);
  }
  input[type="checkbox"]:checked,
  input[type="checkbox"]:indeterminate {
    background: var(--accent);
    border-color: var(--accent);
  }
  input[type="checkbox"]:checked::before {
    transform: none;
  }
  input[type="checkbox"]:indeterminate::before {
    transform: none;
    height: 2px;
    clip-path: none;
  }
  input[type="radio"]:checked {
    border: 4px solid var(--accent);
  }
  .tick {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-height: 28px;
    cursor: pointer;
  }
  @media (forced-colors: active) {
    input[type="checkbox"],
    input[type="radio"] {
      appearance: auto;
    }
  }
  @media (max-width: 700px) {
    .input {
      font-size: 16px;
      min-height: 40px;
      padding: 8px 10px;
    }
    select.input {
      background-position:
        calc(100% - 16px) 18px,
        calc(100% - 12px) 18px;
    }
  }
`
