import { html, nothing } from 'lit'
import { adminOf } from '../../address.ts'
import { reportCount } from '../../community.ts'
import { AdminElement, define, sheets } from '../../element.ts'
import { follow } from '../../live_value.ts'
import { unreadCount } from '../../news.ts'
import { hrefOf, place } from '../../router.ts'
import { session, who } from '../../session.ts'
import { paletteKeys } from '../../shortcuts.ts'
import { figure } from '../../translations/format.ts'
import { type View, views } from '../../views.ts'
import { menuStyles } from '../admin-menu/admin-menu.ts'
import '../admin-menu/admin-menu.ts'
import '../admin-account/admin-account.ts'
import { icon, iconMenu, iconSearch, iconSwitch, iconTick } from '../icons.ts'
import { railStyles } from './admin-rail.styles.ts'

/**
 * The rail on the left: the site and its switcher, search, the places, the person. On phones the same places
 * stand in a bar at the bottom, the rest behind "More". Event `palette`: search was asked for.
 */
export class AdminRail extends AdminElement {
  static override styles = sheets(menuStyles, railStyles)

  constructor() {
    super()
    follow(this, place, session, reportCount, unreadCount)
  }

  /** How many wait there: a figure to see, and the words to hear. */
  #count(path: string) {
    const { shell } = this.words
    const counts: Record<string, [count: number | null, words: (count: string, many: number) => string]> = {
      reports: [reportCount.value, (_, many) => shell.openReports(many)],
      notifications: [unreadCount.value, shell.unread],
    }
    const [count, words] = counts[path] ?? []
    if (!count || !words) return nothing
    const shown = path === 'notifications' && count > 99 ? `${figure(99)}+` : figure(count)
    const said = words(shown, count)
    return html`<span class="count" title=${said} aria-hidden="true">${shown}</span><span class="unseen">, ${said}</span>`
  }

  #link(view: View, short = false) {
    const here = place.value.view === view.path
    return html`<a href=${hrefOf(view.path)} aria-current=${here ? 'page' : nothing}>${icon(view.glyph)}<span class="clip">${short ? (view.short ?? view.label) : view.label}</span>${this.#count(view.path)}</a>`
  }

  #switcher() {
    const { shell } = this.words
    const { site, sites } = who()
    return html`<admin-menu class="site" look="site-button" .label=${''}>
      <span slot="button" class="site-name">
        <span class="brand" aria-hidden="true">${site.name.slice(0, 1)}</span><span class="clip">${site.name}</span><span class="space"></span>${icon(iconSwitch, 'm')}
      </span>
      <p class="menu-head">${shell.otherSites}</p>
      ${sites.map(
        (one) => html`<a class="item" href=${adminOf(one.slug)}>
          <span class="clip">${one.name}</span><span class="space"></span>${one.slug === site.slug ? icon(iconTick, 'm') : nothing}
        </a>`,
      )}
      ${sites.length < 2 ? html`<p class="menu-head">${shell.noOtherSites}</p>` : nothing}
    </admin-menu>`
  }

  #bottom() {
    const { shell } = this.words
    const all = views()
    const first = all.slice(0, 4)
    const rest = all.slice(4)
    return html`<nav class="bottom" aria-label=${shell.navigation}>
      ${first.map((view) => this.#link(view, true))}
      <admin-menu look="tab">
        <span slot="button" class="tab">${icon(iconMenu)}${shell.more}</span>
        ${rest.map((view) => html`<a class="item" href=${hrefOf(view.path)}>${icon(view.glyph)}${view.label}</a>`)}
        <button class="item" @click=${this.#search}>${icon(iconSearch)}${this.words.common.search}</button>
        <div class="menu-rule"></div>
        <admin-account inline></admin-account>
      </admin-menu>
    </nav>`
  }

  #search(): void {
    this.dispatchEvent(new CustomEvent('palette'))
  }

  override render() {
    const { shell, common } = this.words
    return html`<nav class="rail" aria-label=${shell.navigation}>
        ${this.#switcher()}
        <button class="find" @click=${this.#search}>
          ${icon(iconSearch, 'm')}<span>${common.search}</span><span class="space"></span><kbd aria-hidden="true">${paletteKeys()}</kbd>
        </button>
        ${views().map((view) => this.#link(view))}
        <span class="space"></span>
        <admin-account class="person"></admin-account>
      </nav>
      ${this.#bottom()}`
  }
}

define('admin-rail', AdminRail)
