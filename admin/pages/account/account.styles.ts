import { css } from 'lit'

/** What the sections of one's account share: what is, beside what can be done. */
export const accountStyles = css`
  .is {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 12px;
  }
  .is > p {
    flex: 1 1 240px;
    margin: 0;
  }
  .section > .all {
    margin: 12px 0 0;
    color: var(--text);
  }
  .unseen-name {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .qr {
    display: block;
    width: 196px;
    height: 196px;
    margin: 0 auto;
    border-radius: var(--r-control);
    background: #fff;
    color: #000;
  }
  .code {
    font-size: 20px;
    letter-spacing: 0.3em;
    font-variant-numeric: tabular-nums;
  }
`
