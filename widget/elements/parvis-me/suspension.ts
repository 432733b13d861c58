import { html } from 'lit'
import type { MeJson } from '../../../server/members/json.ts'
import { type Context, nameOf } from '../../context.ts'
import type { MeWords } from '../../translations/en/me.ts'
import { fullDate } from '../../ui/relative_time.ts'

/** What keeps one from writing here: told on top, with its rule and reason. */
export const suspensionNote = (
  ctx: Context,
  words: MeWords,
  { until, rule, ruleName, ruleNames, reason }: NonNullable<MeJson['suspension']>,
) => {
  const name = words.rule(rule, nameOf({ name: ruleName, names: ruleNames }, ctx.locale))
  return html`<section class="dec held">
    <p><b>${words.suspended(until && fullDate(until, ctx.region))}</b></p>
    <p>${words.suspendedWhy(name)} <span dir="auto">${words.quote(reason)}</span></p>
  </section>`
}
