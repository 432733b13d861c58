import { html, nothing, type TemplateResult } from 'lit'
import type { NotificationJson } from '../../../server/notifications/json.ts'
import { timeTag } from '../../../widget/ui/relative_time.ts'
import { othersOf, readFrom, togetherWords } from '../../../widget/ui/told_together.ts'
import { stageOf, statusOf } from '../../community.ts'
import {
  icon,
  iconAssign,
  iconAt,
  iconBell,
  iconMerge,
  iconReply,
  iconRoute,
  iconSeal,
  iconShield,
  iconTick,
} from '../../parts/icons.ts'
import { hrefOf } from '../../router.ts'
import { ago, day } from '../../translations/format.ts'
import { catalog, intlTag, named } from '../../translations/index.ts'

const icons: Record<NotificationJson['kind'], string> = {
  status: iconRoute,
  roadmap: iconRoute,
  reply: iconReply,
  mention: iconAt,
  thread: iconBell,
  official: iconSeal,
  accepted: iconTick,
  answered: iconTick,
  assigned: iconAssign,
  merged: iconMerge,
  ruling: iconShield,
  suspension: iconShield,
}

/** What is told with the name of who did it. */
const byName = new Set(['reply', 'mention', 'thread', 'official', 'accepted', 'answered', 'assigned'])
const ofSteps = new Set(['status', 'roadmap'])

/** Where the team reads what is told: the thread with its reply, or the item of the roadmap. */
function addressOf(one: NotificationJson): string | undefined {
  if (one.kind === 'suspension') return undefined
  if (one.thread) return hrefOf(`feedback/${one.thread.number}`, { post: one.post })
  return one.item ? hrefOf(`roadmap/${one.item.number}`) : undefined
}

function sentence(told: NotificationJson[]): TemplateResult {
  const { words, locale } = catalog.value
  const { news } = words
  const one = told[0]!
  if (one.kind === 'suspension')
    return html`${one.lifted ? news.unsuspended : news.suspended(one.until && day(one.until))}`
  const [before, between, after] =
    told.length > 1
      ? togetherWords[locale](told.length, othersOf(told))
      : news.told[one.kind === 'ruling' && one.lifted ? 'lifted' : one.kind]
  const title = html`<b class="medium" dir="auto" lang=${one.thread?.language ?? nothing}>${one.thread?.title || one.item?.title || news.removedThread}</b>`
  const step =
    one.kind === 'roadmap' ? (stageOf(one.to) ?? statusOf(one.to)) : (statusOf(one.to) ?? stageOf(one.to))
  const [first, second] = byName.has(one.kind)
    ? [html`<b class="medium" dir="auto">${one.actor?.name ?? news.somebody}</b>`, title]
    : [title, ofSteps.has(one.kind) && step ? named(step) : nothing]
  return html`${before}${first}${between}${second}${after}`
}

/** One thing that somebody of the team was told, be it of several replies. `opened` is called when it is followed. */
export function toldRow(told: NotificationJson[], opened: () => void): TemplateResult {
  const one = told[0]!
  const { news, common } = catalog.value.words
  const address = addressOf(readFrom(told))
  const words = html`${one.read ? nothing : html`<span class="unseen">${news.unread}: </span>`}${sentence(told)}`
  return html`<li class="entry ${one.read ? '' : 'fresh'}">
    <span class="glyph">${icon(icons[one.kind], 'm')}</span>
    <p>${address ? html`<a href=${address} @click=${opened}>${words}</a>` : words}
      ${one.note && one.kind !== 'ruling' ? html`<span class="reason" dir="auto">${common.quoted(one.note)}</span>` : nothing}</p>
    <span class="when">${timeTag(one.createdAt, intlTag(), ago(one.createdAt))}</span>
  </li>`
}
