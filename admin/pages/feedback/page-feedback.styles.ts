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
  .near {
    padding: 12px 24px;
    overflow-wrap: anywhere;
  }
  @container list (width < 720px) {
    .bar .word {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  }
  @container list (width < 560px) {
    .near {
      padding: 12px 16px;
    }
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
