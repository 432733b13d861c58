import { css } from 'lit'

export const roadmapStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 0;
  }
  .bar {
    gap: 16px;
  }
  .bar .figures {
    display: flex;
    align-items: center;
    gap: 6px;
    color: var(--text-3);
    white-space: nowrap;
  }
  .bones {
    display: grid;
    grid-template-columns: repeat(5, minmax(0, 1fr));
    gap: 12px;
    padding: 44px 18px 12px;
    flex: 1;
  }
  .bones > span {
    background: var(--wash);
    border-radius: var(--r-card);
  }
  @media (max-width: 700px) {
    .bar {
      padding: 0 12px 0 16px;
      gap: 12px;
    }
    .figures span {
      display: none;
    }
    .bones {
      grid-template-columns: 1fr;
    }
  }
  .gone {
    position: absolute;
    inset: 56px 24px auto;
    z-index: 5;
    padding: 8px 12px;
    border-radius: var(--r-control);
    background: var(--danger-wash);
  }
`
