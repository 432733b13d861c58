import { css } from 'lit'
import { iconTick, iconWarn, iconX } from '../../parts/icons.ts'

export const findingIcons = { good: iconTick, bad: iconX, note: iconWarn }

/** How a list of what was found right and wrong looks, with its verdict above it. */
export const findingStyles = css`
  .verdict {
    margin-top: 12px;
    font-weight: var(--w-strong);
  }
  .findings {
    display: grid;
    gap: 6px;
    margin-top: 8px;
  }
  .findings li {
    display: grid;
    grid-template-columns: 16px minmax(0, 1fr);
    gap: 8px;
    overflow-wrap: anywhere;
  }
  .findings .i {
    margin: 3px 1px;
    color: var(--text-3);
  }
  .bad,
  .findings .bad .i {
    color: var(--danger);
  }
  .findings .bad {
    font-weight: var(--w-medium);
  }
  .findings .good .i {
    color: var(--st-shipped);
  }
`
