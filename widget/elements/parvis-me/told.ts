import { html, nothing } from 'lit'
import type { NotificationJson } from '../../../server/notifications/json.ts'
import { type Context, nameOf, statusOf } from '../../context.ts'
import { threadPath } from '../../controllers/navigation.ts'
import type { MeWords } from '../../translations/en/me.ts'
import { icon, iconReply, iconSeal, iconTick } from '../../ui/icons.ts'
import { ago, fullDate, timeTag } from '../../ui/relative_time.ts'
import { statusGlyph } from '../../ui/status_pill.ts'
import { othersOf, readFrom, togetherWords } from '../../ui/told_together.ts'
import { iconAt, iconBell, iconMerge, iconRoute, iconShield } from '../../ui/view_icons.ts'

/** One thing that a member was told, be it of several replies. `opened` is called when it is followed. */
export const notification = (ctx: Context, words: MeWords, told: NotificationJson[], opened: () => void) => {
  const one = told[0]!
  const path = pathOf(readFrom(told))
  return html`<li class=${one.read ? 'read' : 'un'} id=${one.id}>
    <div class="g">${glyphOf(ctx, one)}</div>
    <div>
      ${one.read ? nothing : html`<span class="vh">${words.unread} </span>`}<a href=${ctx.href(path)} data-to=${path} @click=${opened}>${sentence(ctx, words, told)}</a>
      ${one.rule && !one.lifted ? html` <span>${words.because(words.rule(one.rule.number, nameOf(one.rule, ctx.locale)))}</span>` : nothing}
      ${one.note && one.kind !== 'ruling' && !one.lifted ? html` <span dir="auto">${words.quote(one.note)}</span>` : nothing}
    </div>
    <span class="when">${timeTag(one.createdAt, ctx.region, ago(one.createdAt, ctx.region))}</span>
  </li>`
}

/** What is told of somebody's act on a reply, to which it leads. */
const ofReplies = new Set(['reply', 'mention', 'official', 'accepted', 'answered'])

const pathOf = (one: NotificationJson): string => {
  if (one.kind === 'ruling') return '/me/decisions'
  if (one.kind === 'suspension') return '/me'
  if (one.kind === 'roadmap' && !one.thread) return '/roadmap'
  return one.thread ? threadPath(one.thread, ofReplies.has(one.kind) && one.post ? one.post : undefined) : '/'
}

/** Status and stage of what a notification tells, whichever of the two it names. */
const stepOf = (ctx: Context, one: NotificationJson) => {
  const stage = ctx.opening.stages.find((step) => step.slug === one.to)
  const [category, name] = statusOf(ctx, one.to)
  return one.kind === 'roadmap' && stage
    ? ([stage.category, nameOf(stage, ctx.locale)] as const)
    : ([category, name || nameOf(stage, ctx.locale)] as const)
}

const glyphOf = (ctx: Context, one: NotificationJson) => {
  const [category] = stepOf(ctx, one)
  if (one.kind === 'status' && category) return statusGlyph(category)
  // What the team is told of its work is read in the admin, and not by a member's session.
  const icons: Partial<Record<NotificationJson['kind'], string>> = {
    status: iconRoute,
    roadmap: iconRoute,
    reply: iconReply,
    mention: iconAt,
    official: iconSeal,
    accepted: iconTick,
    answered: iconTick,
    merged: iconMerge,
    ruling: iconShield,
    suspension: iconShield,
  }
  return icon(icons[one.kind] ?? iconBell)
}

const sentence = (ctx: Context, words: MeWords, told: NotificationJson[]) => {
  const one = told[0]!
  if (one.kind === 'suspension')
    return one.lifted
      ? words.suspensionLifted
      : words.toldSuspended(one.until && fullDate(one.until, ctx.region))
  const [before, between, after] =
    told.length > 1
      ? togetherWords[ctx.locale](told.length, othersOf(told))
      : words.told[one.lifted ? 'lifted' : one.kind]!
  const title = html`<b dir="auto" lang=${one.thread?.language ?? nothing}>${one.thread?.title || one.item?.title || words.removedThread}</b>`
  const [first, second] =
    ofReplies.has(one.kind) || one.kind === 'thread'
      ? [html`<b dir="auto">${one.actor?.name ?? words.somebody}</b>`, title]
      : [title, one.kind === 'status' || one.kind === 'roadmap' ? stepOf(ctx, one)[1] : nothing]
  return html`${before}${first}${between}${second}${after}`
}
