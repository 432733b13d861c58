import { css, html, type LitElement, nothing } from 'lit'
import type { Context } from '../../context.ts'
import { follows } from '../../controllers/followed.ts'
import { pauseSwitch } from '../../live/pause.ts'
import { icon } from '../../ui/icons.ts'
import { iconBell } from '../../ui/view_icons.ts'

type List = LitElement & { ctx: Context; board: { slug: string } }

/** What stands at the foot of a list: whether one hears of new threads on its board, and whether it changes by itself. */
export const belowList = (list: List) => {
  const { adoptedStyleSheets } = list.renderRoot as ShadowRoot
  if (!adoptedStyleSheets.includes(footStyles.styleSheet!)) adoptedStyleSheets.push(footStyles.styleSheet!)
  return html`<span class="switches">${followSwitch(list)}${pauseSwitch(list)}</span>`
}

const followSwitch = ({ ctx, board: { slug } }: List) => {
  const { following, label } = followed(ctx, slug)
  if (!label) return nothing
  return html`<button class="ico follow ${following ? 'on' : ''}" type="button" aria-label=${label} @click=${() => ctx.act('follow', slug, !following)}>${icon(iconBell)}</button>`
}

/** The same in words, where a board holds nothing yet. */
export const followInWords = (ctx: Context, slug: string) => {
  const { following, label } = followed(ctx, slug)
  return html`<button class="btn" type="button" @click=${() => ctx.act('follow', slug, !following)}>${icon(iconBell)}${label}</button>`
}

const followed = ({ session, say }: Context, slug: string) => {
  const following = follows(session, slug)
  return { following, label: following ? say?.leaveBoard : say?.followBoard }
}

const footStyles = css`
  /* "7 minutes" is read from the side that its words are, in a page that is read from the other one. */
  time { unicode-bidi: plaintext; }
  .switches { display: flex; gap: 4px; }
  .ico.follow { width: 28px; height: 28px; color: var(--text-2); }
  .follow.on { color: var(--accent); }
  .follow.on svg { fill: currentColor; }
  @container (min-width: 560px) {
    .more { position: relative; }
    .switches { position: absolute; inset-block-start: 13px; inset-inline-end: 0; }
  }
  @media print {
    .tools, .sort, .more .btn, .follow { display: none; }
    .row { break-inside: avoid; }
    .ex { -webkit-line-clamp: none; white-space: normal; }
  }
`
