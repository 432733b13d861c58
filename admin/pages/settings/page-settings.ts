import { css, html, nothing, type TemplateResult } from 'lit'
import { AdminElement, define, sheets } from '../../element.ts'
import { follow } from '../../live_value.ts'
import { hrefOf, place } from '../../router.ts'
import { may, session, who } from '../../session.ts'
import '../not-here/page-not-here.ts'
import './settings-embed.ts'
import './settings-general.ts'
import './settings-keys.ts'
import './settings-limits.ts'
import './settings-list.ts'
import './settings-mail.ts'
import './settings-rules.ts'
import './settings-sites.ts'
import './settings-sso.ts'
import './settings-team.ts'
import './settings-team-sign-in.ts'
import './settings-upkeep.ts'

const draw: Record<string, () => TemplateResult> = {
  general: () => html`<settings-general></settings-general>`,
  embed: () => html`<settings-embed></settings-embed>`,
  sso: () => html`<settings-sso></settings-sso>`,
  'team-sign-in': () => html`<settings-team-sign-in></settings-team-sign-in>`,
  keys: () => html`<settings-keys></settings-keys>`,
  boards: () => html`<settings-list kind="boards"></settings-list>`,
  segments: () => html`<settings-list kind="segments"></settings-list>`,
  tags: () => html`<settings-list kind="tags"></settings-list>`,
  statuses: () => html`<settings-list kind="statuses"></settings-list>`,
  stages: () => html`<settings-list kind="stages"></settings-list>`,
  rules: () => html`<settings-rules></settings-rules>`,
  team: () => html`<settings-team></settings-team>`,
  limits: () => html`<settings-limits></settings-limits>`,
  mail: () => html`<settings-mail></settings-mail>`,
  sites: () => html`<settings-sites></settings-sites>`,
  upkeep: () => html`<settings-upkeep></settings-upkeep>`,
}

/** What is not of one community, and shown to operators alone. */
const ofAll = new Set(['sites', 'upkeep'])

/** The settings, a page per matter, each with its own address. */
export class PageSettings extends AdminElement {
  static override styles = sheets(css`
    :host {
      display: grid;
      grid-template-columns: 176px minmax(0, 1fr);
      min-height: 0;
      height: 100%;
    }
    nav {
      padding: 16px 8px;
      border-inline-end: 1px solid var(--line);
      overflow: auto;
    }
    nav h1 {
      padding: 0 8px 12px;
    }
    nav a {
      display: flex;
      align-items: center;
      height: 28px;
      padding: 0 8px;
      margin-bottom: 2px;
      border-radius: var(--r-control);
      color: var(--text-2);
      font-weight: var(--w-medium);
      white-space: nowrap;
    }
    nav a:hover {
      background: var(--wash);
    }
    [aria-current] {
      background: var(--wash-2) !important;
      color: var(--text);
    }
    .page {
      overflow: auto;
      padding: 24px 32px 48px;
    }
    .fixed {
      margin-bottom: 16px;
      padding: 8px 12px;
      border-radius: var(--r-control);
      background: var(--wash);
      color: var(--text-2);
      max-width: 760px;
    }
    @media (max-width: 900px) {
      :host {
        grid-template-columns: minmax(0, 1fr);
        grid-template-rows: auto minmax(0, 1fr);
      }
      nav {
        display: flex;
        gap: 4px;
        padding: 8px 12px;
        border: 0;
        border-bottom: 1px solid var(--line);
        overflow-x: auto;
        scrollbar-width: none;
      }
      nav h1 {
        position: absolute;
        width: 1px;
        height: 1px;
        overflow: hidden;
        clip-path: inset(50%);
      }
      nav a {
        height: 36px;
        margin: 0;
      }
      .page {
        padding: 16px 16px 48px;
      }
    }
  `)

  constructor() {
    super()
    follow(this, place, session)
  }

  protected override updated(): void {
    this.renderRoot
      .querySelector('nav [aria-current]')
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }

  override render() {
    const { settings } = this.words
    const asked = place.value.rest[0] ?? 'general'
    const pages = Object.entries(settings.pages).filter(([page]) => !ofAll.has(page) || who().operator)
    const known = pages.some(([page]) => page === asked) ? draw[asked] : undefined
    return html`<nav aria-label=${settings.title}>
        <h1>${settings.title}</h1>
        ${pages.map(
          ([page, name]) =>
            html`<a href=${hrefOf(`settings/${page}`)} aria-current=${page === asked ? 'page' : nothing}>${name}</a>`,
        )}
      </nav>
      <div class="page">
        ${may('administer') || ofAll.has(asked) ? nothing : html`<p class="fixed">${settings.readOnly}</p>`}
        ${known ? known() : html`<page-not-here></page-not-here>`}
      </div>`
  }
}

define('page-settings', PageSettings)
