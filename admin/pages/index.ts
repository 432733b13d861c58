import { html, type TemplateResult } from 'lit'
import { Problem } from '../api.ts'
import { LiveValue } from '../live_value.ts'
import { failure } from '../parts/states.ts'
import './not-here/page-not-here.ts'

interface Page {
  load?: () => Promise<unknown>
  draw: () => TemplateResult
}

// The list and the thread are there from the start; what is opened less often is loaded when it is opened. The
// element stands in the page at once and comes to life when its module is there.
const pages: Record<string, Page> = {
  feedback: {
    load: () => import('./feedback/page-feedback.ts'),
    draw: () => html`<page-feedback></page-feedback>`,
  },
  notifications: {
    load: () => import('./notifications/page-notifications.ts'),
    draw: () => html`<page-notifications></page-notifications>`,
  },
  reports: {
    load: () => import('./reports/page-reports.ts'),
    draw: () => html`<page-reports></page-reports>`,
  },
  roadmap: {
    load: () => import('./roadmap/page-roadmap.ts'),
    draw: () => html`<page-roadmap></page-roadmap>`,
  },
  members: {
    load: () => import('./members/page-members.ts'),
    draw: () => html`<page-members></page-members>`,
  },
  account: {
    load: () => import('./account/page-account.ts'),
    draw: () => html`<page-account></page-account>`,
  },
  audit: { load: () => import('./audit/page-audit.ts'), draw: () => html`<page-audit></page-audit>` },
  settings: {
    load: () => import('./settings/page-settings.ts'),
    draw: () => html`<page-settings></page-settings>`,
  },
  mailbox: {
    load: () => import('./mailbox/page-mailbox.ts'),
    draw: () => html`<page-mailbox></page-mailbox>`,
  },
}

/** Views whose module did not arrive; a browser asks for it again only in a new page. */
export const missingPages = new LiveValue<ReadonlySet<string>>(new Set())

/** The page of a view. */
export function pageOf(view: string): TemplateResult {
  const page = Object.hasOwn(pages, view) ? pages[view] : undefined
  if (!page) return html`<page-not-here></page-not-here>`
  if (missingPages.value.has(view)) {
    return html`<div>${failure(new Problem(0, 'unreachable'), () => location.reload())}</div>`
  }
  page.load?.().catch(() => {
    missingPages.value = new Set([...missingPages.value, view])
  })
  return page.draw()
}
