import { css } from 'lit'

/** Buttons, keys, segments, chips and filters. */
export const controls = css`
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 6px;
    height: 28px;
    padding: 0 10px;
    border-radius: var(--r-control);
    border: 1px solid var(--line-2);
    background: var(--raised);
    font-weight: var(--w-medium);
    white-space: nowrap;
    flex: none;
    transition: background-color var(--fast);
  }
  a.button {
    cursor: pointer;
  }
  .button:hover:not(:disabled, [aria-disabled='true']),
  .filter:hover {
    background-image: linear-gradient(
      color-mix(in oklab, currentColor 5%, transparent),
      color-mix(in oklab, currentColor 5%, transparent)
    );
  }
  .button.primary {
    background-color: var(--accent);
    border-color: var(--accent);
    color: var(--on-accent);
  }
  .button.danger {
    background-color: var(--danger);
    border-color: var(--danger);
    color: var(--on-accent);
  }
  .button.ghost {
    border-color: transparent;
    background-color: transparent;
    color: var(--text-2);
  }
  .button.icon {
    width: 28px;
    padding: 0;
  }
  .button.large {
    height: 32px;
    padding: 0 12px;
  }
  .button.large.icon {
    width: 32px;
    padding: 0;
  }
  kbd {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    min-width: 18px;
    height: 18px;
    padding: 0 4px;
    border: 1px solid var(--line);
    border-radius: 4px;
    font: var(--w-medium) 11px / 1 var(--parvis-font);
    color: var(--text-3);
    background: var(--surface);
  }
  .button kbd {
    margin-inline-end: -4px;
  }
  .primary kbd,
  .danger kbd {
    background: none;
    border-color: color-mix(in oklab, var(--on-accent) 45%, transparent);
    color: inherit;
  }
  .segments {
    display: inline-flex;
    padding: 2px;
    gap: 2px;
    background: var(--wash-2);
    border-radius: var(--r-control);
    flex: none;
  }
  .segments > * {
    height: 24px;
    padding: 0 8px;
    border-radius: 4px;
    display: inline-flex;
    align-items: center;
    gap: 6px;
    color: var(--text-2);
    font-weight: var(--w-medium);
    white-space: nowrap;
  }
  .segments > [aria-pressed="true"],
  .segments > [aria-selected="true"],
  .segments > [aria-current] {
    background: light-dark(var(--surface), color-mix(in oklab, var(--text) 18%, var(--surface)));
    color: var(--text);
    box-shadow: 0 0 0 1px var(--line);
  }
  .segments > :focus-visible {
    box-shadow: var(--ring);
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    height: 20px;
    padding: 0 6px;
    border: 1px solid color-mix(in oklab, var(--text) 16%, transparent);
    border-radius: var(--r-full);
    font-size: var(--t-xs);
    line-height: 18px;
    color: var(--text-2);
    white-space: nowrap;
    flex: none;
  }
  .chip.warn {
    color: var(--danger);
    border-color: var(--danger-line);
  }
  .filter {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    height: 28px;
    padding: 0 8px;
    border: 1px dashed var(--line-strong);
    border-radius: var(--r-control);
    color: var(--text-2);
    white-space: nowrap;
    flex: none;
  }
  .filter.on {
    border: 1px solid var(--accent-line);
    background-color: var(--accent-wash);
    color: var(--text);
  }
  @media (max-width: 700px) {
    .button[slot='footer'] {
      flex: 1 1 auto;
      height: 40px;
    }
    .space[slot='footer'] {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .button,
    .chip,
    .filter,
    .segments {
      border: 1px solid ButtonText;
    }
    :focus-visible {
      outline-color: Highlight;
    }
  }
`
