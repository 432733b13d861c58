import { css } from 'lit'

export const appStyles = css`
  :host {
    height: 100%;
  }
  .desk {
    display: grid;
    grid-template-columns: 184px minmax(0, 1fr);
    height: 100dvh;
    overflow: hidden;
  }
  main {
    position: relative;
    display: flex;
    flex-direction: column;
    min-width: 0;
    min-height: 0;
  }
  main:focus {
    outline: none;
    box-shadow: none;
  }
  main:focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: -2px;
  }
  main > :first-child {
    flex: 1;
    min-height: 0;
  }
  admin-toasts {
    bottom: calc(28px + 12px + var(--bulk-room, 0px));
  }
  .skip {
    position: fixed;
    inset: 8px auto auto 8px;
    z-index: 20;
    padding: 6px 12px;
    border-radius: var(--r-control);
    background: var(--inverse);
    color: var(--on-inverse);
    transform: translateY(-200%);
  }
  .skip:focus {
    transform: none;
  }
  .lapsed {
    margin-bottom: 16px;
  }
  h1 {
    font-size: var(--t-xl);
    line-height: 28px;
  }
  @media (max-width: 700px) {
    .desk {
      grid-template-columns: minmax(0, 1fr);
      grid-template-rows: minmax(0, 1fr) auto;
    }
    admin-rail {
      grid-row: 2;
    }
    admin-toasts {
      bottom: calc(8px + var(--bulk-room, 0px));
    }
  }
`
