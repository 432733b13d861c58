import { html } from 'lit'
import { post } from '../../api.ts'
import type { Catalog } from '../../translations/en/index.ts'
import { icon, iconLock, iconReply, iconSeal } from '../icons.ts'

export type Mode = 'reply' | 'official' | 'note'
const modes: Mode[] = ['reply', 'official', 'note']
const glyphs = { reply: iconReply, official: iconSeal, note: iconLock }

/** As what a draft was being written; a reply where nothing says so. */
export const modeNamed = (name: string): Mode => modes.find((mode) => mode === name) ?? 'reply'

/** As what one writes; a locked thread takes notes alone. */
export function modeChoice(
  { thread }: Catalog,
  { mode: chosen, locked, choose }: { mode: Mode; locked: boolean; choose: (mode: Mode) => void },
) {
  const offered = locked ? (['note'] as const) : modes
  return html`<div class="segments" role="group" aria-label=${thread.mode}>
    ${offered.map(
      (mode) =>
        html`<button type="button" aria-pressed=${chosen === mode} aria-label=${thread.modes[mode]} @click=${() => choose(mode)}>${icon(glyphs[mode], 'm')}<span class="long">${thread.modes[mode]}</span><span class="short">${thread.modesShort[mode]}</span></button>`,
    )}
  </div>`
}

/** Sends what was written: a note, or a reply, below another where it answers one. */
export async function postAs(
  mode: Mode,
  thread: number,
  body: string,
  parent: string | undefined,
  idempotencyKey: string,
): Promise<void> {
  if (mode === 'note') return post(`threads/${thread}/notes`, { body }, { idempotencyKey })
  const reply = { body, ...(parent ? { parent } : {}), ...(mode === 'official' ? { official: true } : {}) }
  await post(`threads/${thread}/replies`, reply, { idempotencyKey })
}
