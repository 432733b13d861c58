import { html, nothing } from 'lit'
import type { RulingJson } from '../../../server/moderation/json.ts'
import type { Names } from '../../../server/words.ts'
import { day } from '../../translations/format.ts'
import { catalog, named } from '../../translations/index.ts'
import { icon, iconAudit, iconFlag, iconGlobe, iconHide, iconUndo } from '../icons.ts'
import type { PostAtHand } from '../thread-pane/thread_model.ts'

// What stands around the form that hides a post.

export interface Rule {
  number: number
  name: string
  names: Names
}

/** What became of the post since it was opened: hidden by somebody else, deleted, or edited. */
export function whatBecame(hidden: RulingJson | null, newer: PostAtHand | 'gone' | null) {
  const { ruling } = catalog.value.words
  if (hidden) {
    const name = named({ name: hidden.ruleName, names: hidden.ruleNames })
    return html`<p class="wrong" role="alert">${ruling.hidden(hidden.by, hidden.rule, name)}</p>`
  }
  if (!newer) return nothing
  if (newer === 'gone') return html`<p class="wrong" role="alert">${ruling.gone}</p>`
  return html`<div class="newer" role="alert">
    <p class="wrong">${ruling.changed(newer.revision)}</p>
    <p class="label">${ruling.newer}</p>
    <blockquote dir="auto">${newer.body}</blockquote>
  </div>`
}

/** The words that are judged. */
export function textJudged(body: string) {
  return html`<section>
    <p class="label">${catalog.value.words.ruling.judged}</p>
    <blockquote dir="auto">${body}</blockquote>
  </section>`
}

export function othersSee(rule: Rule | undefined) {
  const { ruling } = catalog.value.words
  const words = rule
    ? ruling.place(rule.number, named(rule), day(new Date().toISOString()))
    : ruling.placeOpen
  return html`<section>
    <p class="label">${icon(iconGlobe, 'm')}${ruling.othersSee}</p>
    <div class="paper tomb">${icon(iconHide)}<p>${words}</p></div>
  </section>`
}

export function afterwards(reports: number) {
  const { ruling } = catalog.value.words
  return html`<section>
    <p class="label">${ruling.afterwards}</p>
    <ul class="then">
      <li>${icon(iconUndo, 'm')}<span>${ruling.undo}</span></li>
      ${reports > 0 ? html`<li>${icon(iconFlag, 'm')}<span>${ruling.closes(reports)}</span></li>` : nothing}
      <li>${icon(iconAudit, 'm')}<span>${ruling.logged}</span></li>
    </ul>
  </section>`
}
