import { css, html, type LitElement, nothing } from 'lit'
import type { Context } from '../context.ts'
import { icon } from '../ui/icons.ts'

const iconPause = 'M9 5v14M15 5v14'
const iconPlay = 'm6 4 14 8-14 8z'

const key = (base: string) => `parvis:${base}:live`
/** What was chosen on this page, which is all there is where storage throws. */
const chosen = new Map<string, boolean>()

/**
 * Whether the reader wants nothing to change by itself, on this device (WCAG 2.2.2). Read without `storage.ts`: asked
 * for from here as well, the bundler takes it, and with it half of the first view, to files of their own.
 */
export const paused = (base: string): boolean => {
  try {
    return chosen.get(base) ?? localStorage.getItem(key(base)) === 'paused'
  } catch {
    return false
  }
}

const choose = (base: string, off: boolean): void => {
  chosen.set(base, off)
  try {
    if (off) localStorage.setItem(key(base), 'paused')
    else localStorage.removeItem(key(base))
  } catch {
    // The page remembers.
  }
}

/** Pauses what changes while it is read, and resumes it; where the host shows it without, there is nothing to pause. */
export const pauseSwitch = (view: LitElement & { ctx: Context }) => {
  const { say, base } = view.ctx
  const { host } = view.getRootNode() as Partial<ShadowRoot>
  if (!say || host?.getAttribute('live') === 'off') return nothing
  const { adoptedStyleSheets } = view.renderRoot as ShadowRoot
  if (!adoptedStyleSheets.includes(pauseStyles.styleSheet!)) adoptedStyleSheets.push(pauseStyles.styleSheet!)
  const off = paused(base)
  const label = off ? say.live.resume : say.live.pause
  return html`<button class="ico pause" type="button" aria-label=${label} @click=${() => turn(view.ctx)}>${icon(off ? iconPlay : iconPause)}</button>`
}

const turn = ({ base, votes, act }: Context): void => {
  const off = !paused(base)
  choose(base, off)
  // All widgets of the page draw anew, and join or leave what happens.
  votes.dispatchEvent(new Event('change'))
  void act('announce', (say) => (off ? say.live.paused : say.live.resumed))
}

const pauseStyles = css`
  .ico.pause { width: 28px; height: 28px; color: var(--text-2); }
  .sec .pause { margin-inline-start: auto; }
  @media print { .pause { display: none; } }
`
