import { css, html, nothing } from 'lit'
import type { Context } from '../../context.ts'
import type { ComposeWords } from '../../translations/en/compose.ts'
import { icon } from '../../ui/icons.ts'
import { iconShield } from '../../ui/view_icons.ts'

/** Said before somebody writes at length what will be refused: that they are suspended, with the way to the reason. */
export const barred = (ctx: Context, words: ComposeWords) =>
  ctx.session.member?.suspended
    ? html`<p class="barred" id="barred">${icon(iconShield)}<span>${words.suspended} <a class="a" href=${ctx.href('/me')} data-to="/me">${words.suspendedWhy}</a></span></p>`
    : nothing

/** Said below a text whose writer's session has ended, until somebody is there. A guest is back in a moment. */
export const ended = ({ session }: Context, words: ComposeWords) =>
  !session.member && session.lapsed && session.lapsed.role !== 'guest'
    ? html`<p class="barred ended" id="ended">${words.sessionEnded}</p>`
    : nothing

export const barredStyles = css`
  .barred { display: flex; gap: var(--s2); margin: 0 0 var(--s3); color: var(--text-2); }
  .ended { margin: var(--s2) 0 0; }
`
