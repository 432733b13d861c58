import { css } from 'lit'

export const followsStyles = css`
  :host { display: block !important; }
  li { display: flex; align-items: center; justify-content: space-between; gap: var(--s3); min-height: 48px; padding-block: var(--s2); border-block-start: 1px solid var(--line); }
  li h4, li span { min-width: 0; overflow-wrap: anywhere; }
  h4 { margin: 0; font-size: inherit; font-weight: var(--w-medium); line-height: 20px; }
  li .txt { flex: none; }
  .own { display: flex; gap: var(--s2); align-items: start; margin-block-start: var(--s5); }
  .own input { flex: none; width: 18px; height: 18px; margin: 1px 0 0; accent-color: var(--accent); }
  .own input:focus-visible { box-shadow: var(--ring); }
  .own + .q { margin-inline-start: 26px; max-width: 60ch; }
  .q + ul, h3 + ul { margin-block-start: var(--s3); }
`
