import { css, html, nothing } from 'lit'
import type { Context } from '../../context.ts'
import type { ComposeWords } from '../../translations/en/compose.ts'
import { icon } from '../../ui/icons.ts'
import { fullDate } from '../../ui/relative_time.ts'
import { iconShield } from '../../ui/view_icons.ts'

/** Said before somebody writes at length what will be refused: that they are suspended, with the way to the reason. */
export const barred = (ctx: Context, words: ComposeWords) =>
  ctx.session.member?.suspended
    ? html`<p class="barred" id="barred">${icon(iconShield)}<span>${words.suspended} <a class="a" href=${ctx.href('/me')} data-to="/me">${words.suspendedWhy}</a></span></p>`
    : nothing

/** How long before its end a session is said to end, in milliseconds: a day, in which one signs in again when it suits. */
const notice = 86_400_000

/**
 * Said below a text whose writer's session has ended, until somebody is there, and a day before it does, where the host
 * does not renew it by itself (WCAG 2.2.1). A guest is back in a moment.
 */
export const ended = ({ session, region }: Context, words: ComposeWords) => {
  const { kept, lapsed, source } = session
  if ((kept?.member ?? lapsed)?.role === 'guest') return nothing
  if (!kept) return lapsed ? said(words.sessionEnded) : nothing
  if (source.tokenProvider || Date.parse(kept.expiresAt) - Date.now() > notice) return nothing
  return said(words.sessionEnds(fullDate(kept.expiresAt, region)))
}

const said = (text: string) => html`<p class="barred ended" id="ended">${text}</p>`

export const barredStyles = css`
  .barred { display: flex; gap: var(--s2); margin: 0 0 var(--s3); color: var(--text-2); }
  .ended { margin: var(--s2) 0 0; }
`
