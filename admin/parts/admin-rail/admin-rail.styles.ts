import { css } from 'lit'

export const railStyles = css`
  :host {
    display: block;
    min-height: 0;
  }
  .rail {
    display: flex;
    flex-direction: column;
    height: 100%;
    padding: 8px;
    background: var(--wash);
    border-inline-end: 1px solid var(--line);
    overflow: auto;
  }
  .site {
    display: block;
    margin-bottom: 8px;
  }
  .site-name {
    display: flex;
    align-items: center;
    gap: 8px;
    height: 32px;
    padding: 0 8px;
    font-weight: var(--w-strong);
    width: 100%;
  }
  .brand {
    display: inline-grid;
    place-items: center;
    width: 20px;
    height: 20px;
    border-radius: 6px;
    background: var(--accent);
    color: var(--on-accent);
    font: var(--w-strong) 10px / 1 var(--parvis-font);
    flex: none;
  }
  .find {
    display: flex;
    align-items: center;
    gap: 8px;
    height: 28px;
    padding: 0 4px 0 8px;
    margin-bottom: 12px;
    border: 1px solid var(--line-2);
    border-radius: var(--r-control);
    color: var(--text-3);
    background: var(--surface);
  }
  .rail a {
    display: flex;
    align-items: center;
    gap: 8px;
    height: 28px;
    padding: 0 8px;
    border-radius: var(--r-control);
    color: var(--text-2);
    font-weight: var(--w-medium);
    margin-bottom: 2px;
  }
  .rail a:hover,
  .find:hover {
    background-image: linear-gradient(
      color-mix(in oklab, currentColor 4%, transparent),
      color-mix(in oklab, currentColor 4%, transparent)
    );
  }
  .count {
    margin-inline-start: auto;
    font-size: var(--t-xs);
    color: var(--text-3);
    font-weight: 400;
  }
  [aria-current] {
    background: var(--wash-2);
    color: var(--text) !important;
  }
  [aria-current] .count {
    color: var(--text);
  }
  .person {
    margin-top: 8px;
  }
  .bottom {
    display: none;
  }
  @media (max-width: 700px) {
    .rail {
      display: none;
    }
    .bottom {
      display: grid;
      grid-auto-flow: column;
      grid-auto-columns: minmax(0, 1fr);
      height: calc(56px + env(safe-area-inset-bottom));
      padding-bottom: env(safe-area-inset-bottom);
      border-top: 1px solid var(--line);
      background: var(--surface);
    }
    .bottom > a,
    .tab {
      display: grid;
      place-content: center;
      justify-items: center;
      gap: 2px;
      position: relative;
      padding: 0 2px;
      font-size: 11px;
      line-height: 14px;
      font-weight: var(--w-medium);
      color: var(--text-3);
      width: 100%;
      height: 56px;
    }
    .bottom > [aria-current] {
      background: none;
      color: var(--accent) !important;
    }
    .bottom > a .i,
    .tab .i {
      width: 20px;
      height: 20px;
    }
    .bottom > a .count {
      position: absolute;
      top: 5px;
      left: calc(50% + 10px);
      min-width: 16px;
      padding: 0 4px;
      border-radius: 8px;
      background: var(--wash-2);
      color: var(--text);
      font-size: 11px;
      line-height: 16px;
      text-align: center;
    }
  }
`
