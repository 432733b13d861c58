import { html } from 'lit'
import type { Core } from '../../translations/en/core.ts'

/** What happened, that nothing was lost, and what to do; in plain English where our words could not be loaded. */
export const failed = (words: Core | undefined, why: string | undefined, retry: () => void) =>
  html`<div class="empty" role="alert">
    <p class="what">${words?.failed ?? 'This could not be loaded'}</p>
    <p class="q">${why}</p>
    <button class="btn" type="button" @click=${retry}>${words?.retry ?? 'Try again'}</button>
  </div>`
