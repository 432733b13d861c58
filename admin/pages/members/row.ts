import { html, nothing, type TemplateResult } from 'lit'
import type { MemberRowJson } from '../../../server/members/json.ts'
import { avatar } from '../../../widget/ui/avatar.ts'
import { timeTag } from '../../../widget/ui/relative_time.ts'
import { guestMark } from '../../parts/guest_mark.ts'
import { empty } from '../../parts/states.ts'
import { hrefOf, place } from '../../router.ts'
import { may } from '../../session.ts'
import { age, daysAgo } from '../../translations/format.ts'
import { catalog, intlTag } from '../../translations/index.ts'

/** One member of the list. The link covers the whole row; Tab stops at one row, the arrows reach the others. */
export function memberRow(row: MemberRowJson, open: boolean, tabbable: boolean): TemplateResult {
  const { members } = catalog.value.words
  const seen = row.lastSeen ? daysAgo(row.lastSeen) : members.never
  return html`<div role="row" class="row ${open ? 'current' : ''}" data-member=${row.id}>
    <span role="cell" class="name-cell">
      ${avatar(row)}
      <a href=${hrefOf(`members/${row.id}`, place.value.query)} tabindex=${tabbable ? 0 : -1} aria-current=${open ? 'true' : nothing} dir="auto">${row.name}</a>
      ${row.suspended ? html`<span class="chip warn">${members.suspended}</span>` : nothing}
      ${guestMark({ guest: row.role === 'guest' })}
    </span>
    <span role="cell" class="company-cell clip" dir="auto">${row.company ?? ''}</span>
    <span role="cell" class="joined-cell">${timeTag(row.createdAt, intlTag(), age(row.createdAt))}</span>
    <span role="cell" class="seen-cell">${seen}</span>
  </div>`
}

export function memberHeads(): TemplateResult {
  const { columns } = catalog.value.words.members
  return html`<div role="row" class="heads">
    <span role="columnheader">${columns.name}</span>
    <span role="columnheader" class="company-cell">${columns.company}</span>
    <span role="columnheader" class="joined-cell">${columns.joined}</span>
    <span role="columnheader" class="seen-cell">${columns.seen}</span>
  </div>`
}

/** Why the list is empty, and the first step out of it. */
export function noMembers(): TemplateResult {
  const { members } = catalog.value.words
  const { query } = place.value
  if (query.has('q')) {
    const step = html`<a class="button" href=${hrefOf('members')}>${members.clear}</a>`
    return empty(members.noneHeading, members.noneWords, step)
  }
  if (query.get('filter') === 'suspended') return empty(members.tidyHeading, members.tidyWords)
  const step = may('administer')
    ? html`<a class="button" href=${hrefOf('settings/embed')}>${members.emptyStep}</a>`
    : nothing
  return empty(members.emptyHeading, members.emptyWords, step)
}
