import { html, type TemplateResult } from 'lit'
import { loadCommunity } from '../../community.ts'
import { AdminElement, define, sheets } from '../../element.ts'
import { follow } from '../../live_value.ts'
import { loadOpenIdChoices, openIdChoices } from '../../openid.ts'
import { missingPages, pageOf } from '../../pages/index.ts'
import { go, hrefOf, place } from '../../router.ts'
import { loadSession, session } from '../../session.ts'
import { Shortcuts } from '../../shortcuts.ts'
import { tellProblem, undoLatest } from '../../toasts.ts'
import { views } from '../../views.ts'
import { deepFocus } from '../admin-dialog/admin-dialog.ts'
import { stateStyles } from '../states.ts'
import '../../pages/sign-in/page-sign-in.ts'
import '../admin-foot/admin-foot.ts'
import '../admin-palette/admin-palette.ts'
import '../admin-rail/admin-rail.ts'
import '../admin-shortcuts/admin-shortcuts.ts'
import '../admin-toasts/admin-toasts.ts'
import { appStyles } from './admin-app.styles.ts'

/** The whole page: rail, the page of the address, foot, and what floats over it. */
export class AdminApp extends AdminElement {
  static override properties = { over: { state: true } }
  static override styles = sheets(stateStyles, appStyles)

  declare over: 'palette' | 'shortcuts' | null

  #entered = ''
  #shown = ''

  constructor() {
    super()
    this.over = null
    follow(this, place, session, missingPages, openIdChoices)
    new Shortcuts(this, () => this.#keys())
    session.listen(() => this.#enter())
  }

  /** Loads what every page needs, once per person. */
  #enter(): void {
    const now = session.value
    if (now.state === 'out') this.#entered = ''
    if (now.state === 'lapsed') void loadOpenIdChoices()
    if (now.state === 'out' && place.value.view !== 'sign-in') {
      const back = location.pathname.slice(hrefOf('').length) + location.search
      go('sign-in', { back }, { replace: true })
    }
    if (now.state !== 'in' || this.#entered === now.who.member.id) return
    this.#entered = now.who.member.id
    if (place.value.view === 'sign-in') this.#goBack()
    loadCommunity().catch(tellProblem)
  }

  /** To where the person wanted to go before signing in; only ever inside this admin. */
  #goBack(): void {
    const back = new URL(hrefOf(place.value.query.get('back') ?? ''), location.origin)
    const inside = back.pathname.startsWith(hrefOf('')) ? back.pathname.slice(hrefOf('').length) : ''
    go(inside && !inside.startsWith('sign-in') ? inside : 'feedback', back.searchParams, { replace: true })
  }

  #keys() {
    if (!('who' in session.value)) return []
    const { shortcuts } = this.words
    const labels: Record<string, string> = {
      feedback: shortcuts.goFeedback,
      reports: shortcuts.goReports,
      notifications: shortcuts.goNotifications,
      roadmap: shortcuts.goRoadmap,
      members: shortcuts.goMembers,
      audit: shortcuts.goAudit,
      settings: shortcuts.goSettings,
    }
    const places = views()
      .filter((view) => view.key)
      .map((view) => ({
        key: `g ${view.key}`,
        label: labels[view.path] ?? view.label,
        everywhere: true,
        run: () => go(view.path),
      }))
    return [
      {
        key: 'mod+k',
        label: shortcuts.palette,
        everywhere: true,
        typing: true,
        run: () => this.#show('palette'),
      },
      ...places,
      { key: 'z', label: shortcuts.undo, everywhere: true, run: undoLatest },
      { key: '?', label: shortcuts.help, everywhere: true, run: () => this.#show('shortcuts') },
    ]
  }

  #show(over: 'palette' | 'shortcuts' | null): void {
    this.over = over
  }

  #over() {
    const closed = () => this.#show(null)
    if (this.over === 'palette') return html`<admin-palette @closed=${closed}></admin-palette>`
    if (this.over === 'shortcuts') return html`<admin-shortcuts @closed=${closed}></admin-shortcuts>`
    return null
  }

  /** Signing in again over the page as it stands, so that nothing typed is lost. */
  #lapsed() {
    if (session.value.state !== 'lapsed') return null
    const { shell } = this.words
    return html`<admin-dialog heading=${shell.lapsed} size="small" @closed=${this.#giveUp}>
      <p class="lapsed">${shell.lapsedWords}</p>
      <sign-in-form email=${session.value.who.email} .providers=${openIdChoices.value ?? []}></sign-in-form>
    </admin-dialog>`
  }

  #giveUp(): void {
    if (session.value.state === 'lapsed') session.value = { state: 'out' }
  }

  #unreachable() {
    const { shell, common } = this.words
    return html`<div class="state" role="alert">
      <h1>${shell.unreachable}</h1>
      <p>${shell.unreachableWords}</p>
      <button class="button large" @click=${() => void loadSession()}>${common.again}</button>
    </div>`
  }

  #desk(page: TemplateResult) {
    const { shell } = this.words
    return html`<nav aria-label=${shell.skip}><a class="skip" href="#main" @click=${this.#skip}>${shell.skip}</a></nav>
      <div class="desk">
        <admin-rail @palette=${() => this.#show('palette')}></admin-rail>
        <main id="main" tabindex="-1">
          ${page}
          <admin-foot></admin-foot>
          <admin-toasts></admin-toasts>
        </main>
      </div>
      ${this.#over()} ${this.#lapsed()}`
  }

  #skip(event: Event): void {
    event.preventDefault()
    this.#focusMain()
  }

  #focusMain(): void {
    this.renderRoot.querySelector<HTMLElement>('#main')?.focus({ preventScroll: true })
  }

  /** Where what had the focus went away with the page it was in, the page that came instead has it. */
  #keepFocus(): void {
    const { state } = session.value
    if (state === 'unknown') return
    const before = this.#shown
    this.#shown = `${state} ${place.value.view}`
    if (before && before !== this.#shown && deepFocus() === document.body) this.#focusMain()
  }

  override render() {
    const now = session.value
    if (now.state === 'unknown') return null
    if (now.state === 'unreachable') return this.#unreachable()
    if (now.state === 'out') return html`<page-sign-in></page-sign-in>`
    return this.#desk(pageOf(place.value.view))
  }

  protected override updated(): void {
    this.#keepFocus()
    const now = session.value
    const site = 'who' in now ? now.who.site.name : ''
    const view = 'who' in now ? views().find((one) => one.path === place.value.view)?.label : undefined
    document.title = [view, site, this.words.shell.product].filter(Boolean).join(' · ')
  }
}

define('admin-app', AdminApp)
