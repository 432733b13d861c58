import { css } from 'lit'

export const pageStyles = css`
  .live {
    z-index: 3;
  }
  .scroll.roomy {
    padding-bottom: 72px;
  }
  thread-pane {
    flex: 1.15;
    min-width: 0;
    border-inline-start: 1px solid var(--line);
  }
  .opened {
    flex: 1;
  }
  @media (min-width: 701px) {
    .live.above button {
      transform: translateY(2px);
    }
  }
  @container list (width < 560px) {
    .bar {
      padding: 0 12px 0 16px;
    }
  }
  @media (max-width: 1000px) {
    .opened {
      display: none;
    }
    thread-pane {
      border: 0;
    }
  }
  @media (max-width: 700px) {
    .find {
      flex: 1;
    }
    .bar .space {
      display: none;
    }
  }
`
