import { html, nothing, type TemplateResult } from 'lit'
import type { MemberFileJson } from '../../../server/members/json.ts'
import type { RulingJson } from '../../../server/moderation/json.ts'
import type { SanctionJson } from '../../../server/sanctions/json.ts'
import type { Names } from '../../../server/words.ts'
import { timeTag } from '../../../widget/ui/relative_time.ts'
import { hrefOf } from '../../router.ts'
import { ago, dateAndTime, daysAgo, figure, money } from '../../translations/format.ts'
import { catalog, intlTag, named } from '../../translations/index.ts'

function fact(label: string, value: unknown) {
  return value === null ? nothing : html`<dt>${label}</dt><dd dir="auto">${value}</dd>`
}

function written(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? figure(value) : JSON.stringify(value)
}

/** Who they are: what the host says of them, and how much they did here. */
export function facts(file: MemberFileJson): TemplateResult {
  const { members, common } = catalog.value.words
  const more = Object.entries(file.attributes)
  return html`<dl class="facts">
      ${fact(members.email, file.email)} ${fact(members.columns.company, file.company)} ${fact(members.plan, file.plan)}
      ${fact(members.revenue, file.revenue === null ? null : common.perMonth(money(file.revenue)))}
      ${fact(members.columns.joined, timeTag(file.createdAt, intlTag(), ago(file.createdAt)))}
      ${fact(members.columns.seen, file.lastSeen ? daysAgo(file.lastSeen) : members.never)}
      ${fact(members.wrote, figure(file.posts))} ${fact(members.votedFor, figure(file.votes))}
    </dl>
    ${
      more.length > 0
        ? html`<details><summary>${members.attributes}</summary><dl class="facts plain">${more.map(([name, value]) => fact(name, written(value)))}</dl></details>`
        : nothing
    }`
}

function section(heading: string, none: string, items: TemplateResult[]) {
  return html`<section><h3>${heading}</h3>${items.length > 0 ? html`<ul>${items}</ul>` : html`<p class="quiet">${none}</p>`}</section>`
}

function ruleLine(one: { rule: number; ruleName: string; ruleNames: Names }): string {
  const name = named({ name: one.ruleName, names: one.ruleNames })
  return catalog.value.words.members.rule(one.rule, name)
}

const when = (moment: string) => ago(moment)

/** In force, lifted by somebody, or over by itself. */
function stateChip(one: SanctionJson) {
  const { members } = catalog.value.words
  if (one.inForce) return html`<span class="chip warn">${members.inForce}</span>`
  return html`<span class="chip">${one.liftedBy ? members.lifted : members.over}</span>`
}

function sanction(one: SanctionJson): TemplateResult {
  const { members } = catalog.value.words
  const end = one.until ? members.until(dateAndTime(one.until)) : members.untilLifted
  return html`<li>
    <p><span class="medium">${ruleLine(one)}</span> ${stateChip(one)}</p>
    <p class="reason" dir="auto">${one.reason}</p>
    <p class="quiet small">${members.by(one.by ?? members.someone, when(one.createdAt))} · ${end}</p>
    ${one.liftedAt && one.liftedBy ? html`<p class="quiet small">${members.liftedBy(one.liftedBy, when(one.liftedAt))}</p>` : nothing}
  </li>`
}

export function sanctions({ sanctions: imposed }: MemberFileJson): TemplateResult {
  const { members } = catalog.value.words
  return section(members.sanctions, members.noSanctions, imposed.map(sanction))
}

export function latest({ latest: posts }: MemberFileJson): TemplateResult {
  const { members } = catalog.value.words
  const line = (one: MemberFileJson['latest'][number]) => html`<li>
    <p class="head-line"><span class="quiet">${one.kind === 'reply' ? members.reply : members.opening}</span>
      <a class="link clip" dir="auto" href=${hrefOf(`feedback/${one.thread.number}`, { post: one.id })}>${one.thread.title || `#${one.thread.number}`}</a>
      ${one.hidden ? html`<span class="chip warn">${members.hidden}</span>` : nothing}
      <span class="quiet small time">${timeTag(one.createdAt, intlTag(), when(one.createdAt))}</span></p>
    <p class="excerpt" dir="auto">${one.excerpt}</p>
  </li>`
  return section(members.latest, members.noPosts, posts.map(line))
}

export function rulings({ rulings: made }: MemberFileJson): TemplateResult {
  const { members } = catalog.value.words
  const line = (one: RulingJson) => html`<li>
    <p class="head-line"><span class="medium rule">${ruleLine(one)}</span>
      <a class="link clip" dir="auto" href=${hrefOf(`feedback/${one.thread.number}`, { post: one.post })}>${one.thread.title}</a></p>
    <p class="excerpt" dir="auto">${one.excerpt}</p>
    <p class="reason" dir="auto">${one.reason}</p>
    <p class="quiet small">${members.by(one.by ?? members.someone, when(one.createdAt))}${one.liftedAt ? ` · ${members.tookBack(when(one.liftedAt))}` : ''}</p>
  </li>`
  return section(members.rulings, members.noRulings, made.map(line))
}
