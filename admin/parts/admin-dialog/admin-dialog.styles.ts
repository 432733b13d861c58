import { css } from 'lit'

export const dialogStyles = css`
  :host {
    display: contents;
  }
  dialog {
    padding: 0;
    border: 0;
    width: min(520px, calc(100vw - 32px));
    max-width: none;
    max-height: calc(100dvh - 48px);
    margin: auto;
    border-radius: 12px;
    background: var(--surface);
    color: inherit;
    box-shadow: var(--pop);
    overflow: hidden;
  }
  dialog[open] {
    display: flex;
    flex-direction: column;
    animation: arrive 0.16s cubic-bezier(0.2, 0.7, 0.3, 1);
  }
  dialog.wide {
    width: min(968px, calc(100vw - 32px));
  }
  dialog.small {
    width: min(400px, calc(100vw - 32px));
  }
  dialog::backdrop {
    background: var(--scrim);
  }
  @keyframes arrive {
    from {
      opacity: 0;
      transform: translateY(6px);
    }
  }
  header {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 52px;
    padding: 8px 12px 8px 20px;
    border-bottom: 1px solid var(--line);
    flex: none;
  }
  h2 {
    font-size: var(--t-lg);
    line-height: 24px;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .body {
    flex: 1;
    min-height: 0;
    overflow: auto;
    padding: 16px 20px 20px;
    overscroll-behavior: contain;
  }
  .wide .body {
    padding: 0;
  }
  footer {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: end;
    gap: 8px;
    min-height: 56px;
    padding: 10px 16px 10px 20px;
    border-top: 1px solid var(--line);
    flex: none;
  }
  @media (max-width: 700px) {
    dialog,
    dialog.wide,
    dialog.small {
      width: 100vw;
      max-height: calc(100dvh - 40px);
      margin: auto 0 0;
      border-radius: 16px 16px 0 0;
    }
    dialog::before {
      content: '';
      width: 36px;
      height: 4px;
      margin: 8px auto 0;
      border-radius: 2px;
      background: var(--line-strong);
      flex: none;
    }
    header {
      min-height: 44px;
      padding: 4px 8px 4px 16px;
    }
    .body {
      padding: 16px;
    }
    footer {
      padding: 10px 16px calc(10px + env(safe-area-inset-bottom));
    }
  }
`
