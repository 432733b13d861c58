import { html, nothing } from 'lit'
import type { RulingJson } from '../../../server/moderation/json.ts'
import { type Context, nameOf } from '../../context.ts'
import { draftKey, keepDraft, readDraft } from '../../controllers/draft.ts'
import { threadPath } from '../../controllers/navigation.ts'
import { recall, remember } from '../../storage.ts'
import type { MeWords } from '../../translations/en/me.ts'
import { icon } from '../../ui/icons.ts'
import { fullDate, shortDate } from '../../ui/relative_time.ts'
import { iconPen } from '../../ui/view_icons.ts'

/** A decision about one of my posts: what, what I wrote, why, by whom, and the way to say it again. */
export const decision = (ctx: Context, words: MeWords, ruling: RulingJson) => {
  const { region, locale } = ctx
  const opening = ruling.postKind === 'opening'
  const rule = nameOf({ name: ruling.ruleName, names: ruling.ruleNames }, locale)
  const path = threadPath(ruling.thread)
  const where = opening
    ? nothing
    : html`${words.from}<a class="a" href=${ctx.href(path)} data-to=${path} dir="auto">${ruling.thread.title || words.removedThread}</a>`
  return html`
    <div class="sec"><h3>${words.decision[ruling.postKind]}</h3><span class="sm q nb">${words.number(ruling.number)}</span></div>
    <section class="dec">
      <dl>
        <dt>${words.what}</dt>
        <dd><b>${opening ? words.whatOpening : words.whatReply}</b>${where}${words.on}<time datetime=${ruling.createdAt}>${fullDate(ruling.createdAt, region)}</time>. ${ruling.liftedAt ? words.lifted(shortDate(ruling.liftedAt, region)) : words.whatElse}</dd>
        <dt>${words.wrote}</dt>
        <dd><blockquote dir="auto">${opening ? `${ruling.thread.title}\n\n` : nothing}${ruling.body}</blockquote></dd>
        <dt>${words.why}</dt>
        <dd>${words.rule(ruling.rule, rule)}. <span dir="auto">${words.quote(ruling.reason)}</span></dd>
        <dt>${words.who}</dt>
        <dd>${words.by(ruling.by ?? words.team)}</dd>
      </dl>
      ${ruling.liftedAt ? nothing : html`<div><button class="btn" type="button" @click=${() => writeAgain(ctx, ruling)}>${icon(iconPen)}${words.again}</button></div>`}
    </section>
  `
}

/** Puts the old words where they would be written again, below what is drafted there already. */
const writeAgain = (ctx: Context, ruling: RulingJson): void => {
  const { thread, body, postKind } = ruling
  const opening = postKind === 'opening'
  const key = draftKey(ctx, opening ? 'new:body' : `${thread.number}:`)
  const drafted = readDraft(key)?.text.trim()
  keepDraft(key, !drafted || drafted === body.trim() ? body : `${drafted}\n\n${body}`)
  if (opening) {
    const form = draftKey(ctx, 'new')
    remember(form, { tags: [], ...recall<object>(form), title: thread.title })
  }
  ctx.go(opening ? '/new' : `${threadPath(thread)}/reply`)
}
