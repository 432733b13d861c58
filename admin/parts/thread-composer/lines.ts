import { html, nothing } from 'lit'
import { sendKeys } from '../../shortcuts.ts'
import type { Catalog } from '../../translations/en/index.ts'
import { icon, iconReply, iconSeal, iconX } from '../icons.ts'
import type { ThreadComposer } from './thread-composer.ts'

// What stands above and below the field of an answer.

/** Whom one answers; `leave` answers the thread instead. */
export const answeredLine = (
  { thread, common }: Catalog,
  parent: ThreadComposer['parent'],
  leave: () => void,
) =>
  parent
    ? html`<p class="parent small">${icon(iconReply, 's')}${thread.nested(parent.name)}
        <button type="button" class="button ghost icon" aria-label=${common.remove} @click=${leave}>${icon(iconX, 's')}</button></p>`
    : nothing

/** That another official answer makes way. */
export const insteadLine = ({ thread }: Catalog) =>
  html`<p class="parent small" id="instead" role="status">${icon(iconSeal, 's')}${thread.officialInstead}</p>`

/** What is wrong, that it is kept, and the button that sends. */
export function footLine(
  { thread: words, common, compose }: Catalog,
  { wrong, text, thread, mode, busy }: ThreadComposer,
  fleeting: boolean,
) {
  const kept = fleeting ? compose.draftFleeting : common.draftKept
  return html`<div class="foot">
    <p class="wrong" id="wrong" role="alert">${wrong}</p>
    <span class="quiet small">${text ? kept : thread.locked ? words.lockedWords : ''}</span>
    <button class="button primary" aria-disabled=${busy}>${words.send[mode]}<kbd aria-hidden="true">${sendKeys()}</kbd></button>
  </div>`
}
