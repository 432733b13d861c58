import { html, nothing } from 'lit'
import type { Kind } from '../../../server/words.ts'
import { type Context, nameOf } from '../../context.ts'
import type { NewWords } from '../../translations/en/new.ts'
import { icon, iconClock } from '../../ui/icons.ts'
import { statusPill } from '../../ui/status_pill.ts'

/** The rules of the site, before anything is sent. */
export const rulesList = (ctx: Context, words: NewWords) => {
  const { rules } = ctx.opening
  if (!rules.length) return nothing
  return html`<section>
    <h3 class="lbl">${words.rules}</h3>
    <ol class="rules">${rules.map((rule) => html`<li><span>${rule.number}</span><span>${nameOf(rule, ctx.locale)}</span></li>`)}</ol>
  </section>`
}

/** What happens to it once it is sent. */
export const whatNext = (ctx: Context, words: NewWords, kind: Kind) => {
  const { site } = ctx.opening
  const promise = site.promises[ctx.locale] ?? site.promises[site.locale]
  const answer = promise ? words.nextAnswer(promise) : ''
  const sentences = [words.nextShown, answer, kind === 'idea' ? words.nextDecision : '']
  return html`<div class="next">${icon(iconClock)}<p><b>${words.next}</b> ${sentences.filter(Boolean).join(' ')}</p></div>`
}

/** The statuses that an idea can have, and what each means. */
export const ideaPath = (ctx: Context, words: NewWords) =>
  html`<aside class="side">
    <section>
      <h3>${words.path}</h3>
      <ul class="steps">${ctx.opening.statuses.map(
        (status) =>
          html`<li>${statusPill(status.category, nameOf(status, ctx.locale))}<span>${words.steps[status.category]}</span></li>`,
      )}</ul>
    </section>
  </aside>`
