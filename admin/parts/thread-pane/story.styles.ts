import { css } from 'lit'

export const storyStyles = css`
  .post {
    display: grid;
    grid-template-columns: 24px minmax(0, 1fr);
    gap: 0 10px;
    margin-top: 16px;
    border-radius: var(--r-control);
    scroll-margin: 24px;
  }
  .post.nested {
    margin-inline-start: 34px;
  }
  .post.aimed {
    outline: 2px solid var(--accent-line);
    outline-offset: 6px;
  }
  .reactions {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    margin: 8px 0 0;
    padding: 0;
    list-style: none;
    font-size: var(--t-xs);
    font-variant-numeric: tabular-nums;
  }
  .reactions [aria-hidden] {
    font-family: 'Apple Color Emoji', 'Segoe UI Emoji', 'Noto Color Emoji', sans-serif;
  }
  .reactions li {
    padding: 1px 8px;
    border: 1px solid var(--line);
    border-radius: 11px;
    color: var(--text-2);
  }
  .by {
    display: flex;
    align-items: center;
    flex-wrap: wrap;
    gap: 0 6px;
    min-height: 24px;
    min-width: 0;
  }
  .by .quiet {
    font-size: var(--t-xs);
  }
  .by .edited {
    min-height: 24px;
    color: inherit;
    font-size: inherit;
    text-decoration: underline;
    text-decoration-color: var(--line-2);
    text-underline-offset: 3px;
  }
  .by admin-menu {
    margin-inline-start: auto;
  }
  .by .chip {
    height: 18px;
  }
  .by .team {
    color: var(--accent-ink);
    border-color: var(--accent-line);
  }
  .text {
    grid-column: 2;
    min-width: 0;
  }
  .prose.lg {
    font-size: inherit;
    line-height: inherit;
  }
  .begun {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    margin-top: 8px;
    padding: 8px 12px;
    border: 1px dashed var(--line-strong);
    border-radius: var(--r-control);
    font-size: var(--t-xs);
    line-height: 18px;
    color: var(--text-2);
  }
  .begun p {
    flex: 1 0 100%;
  }
  .official-block {
    margin-top: 16px;
    padding: 12px 14px;
    border-radius: var(--r-card);
    background: var(--accent-wash);
  }
  .official-block .label {
    color: var(--accent-ink);
  }
  .official-block.accepted {
    background: color-mix(in oklab, var(--st-shipped) 9%, var(--surface));
  }
  .official-block.accepted .label,
  .by .accepted {
    color: var(--st-shipped);
  }
  .official-block .post {
    margin-top: 8px;
  }
  .event {
    display: grid;
    grid-template-columns: 24px minmax(0, 1fr);
    gap: 0 10px;
    margin-top: 14px;
    font-size: var(--t-xs);
    line-height: 22px;
    color: var(--text-2);
  }
  .event .glyph {
    display: grid;
    place-items: center;
    width: 22px;
    height: 22px;
    border: 1px solid var(--line-2);
    border-radius: 50%;
    color: var(--text-3);
  }
  .event .line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px 6px;
  }
  .event b {
    color: var(--text);
    font-weight: var(--w-medium);
  }
  .event .note {
    grid-column: 2;
    margin-top: 4px;
    padding-inline-start: 10px;
    border-inline-start: 2px solid var(--line-2);
    white-space: pre-line;
    overflow-wrap: anywhere;
    line-height: 18px;
    color: var(--text);
  }
  .tomb {
    color: var(--text-2);
    font-size: var(--t-xs);
    line-height: 20px;
    padding-top: 2px;
  }
  .hidden-words {
    margin-top: 6px;
    padding: 8px 12px;
    border: 1px dashed var(--line-2);
    border-radius: var(--r-control);
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  .edit {
    display: grid;
    gap: 8px;
  }
  .edit .acts {
    display: flex;
    gap: 8px;
  }
`
