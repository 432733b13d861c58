import { css, html, nothing } from 'lit'
import type { Names } from '../../../server/words.ts'
import { community } from '../../community.ts'
import { AdminElement, define, sheets } from '../../element.ts'
import { follow } from '../../live_value.ts'
import { icon, iconPlus, iconX } from '../../parts/icons.ts'
import { place, refine } from '../../router.ts'
import { named } from '../../translations/index.ts'

const filters = ['board', 'kind', 'status', 'tag', 'assignee', 'unanswered'] as const
type Filter = (typeof filters)[number]

const sorts = ['top', 'trending', 'new', 'active'] as const

/** The line below the title: which filters are on, one native select to add each, and the order. */
export class FeedbackFilters extends AdminElement {
  static override styles = sheets(css`
    :host {
      display: flex;
      align-items: center;
      gap: 8px;
      min-height: 44px;
      flex: none;
      padding: 4px 16px 4px 24px;
      border-bottom: 1px solid var(--line);
      overflow-x: auto;
      scrollbar-width: none;
    }
    .choice {
      position: relative;
      display: inline-flex;
      flex: none;
      border-radius: var(--r-control);
    }
    .choice select {
      appearance: none;
      position: absolute;
      inset: 0;
      width: 100%;
      opacity: 0;
      cursor: pointer;
      font-size: 16px;
    }
    .choice:focus-within:has(select:focus-visible) {
      box-shadow: var(--ring);
    }
    .on .cross {
      position: relative;
      z-index: 1;
      display: grid;
      place-items: center;
      width: 24px;
      height: 24px;
      margin: 0 -6px 0 -4px;
    }
    .order {
      display: flex;
      align-items: center;
      gap: 8px;
      flex: none;
    }
    @container list (width < 760px) {
      :host {
        padding-inline: 16px;
      }
    }
    @container list (width < 620px) {
      .order .quiet {
        display: none;
      }
    }
  `)

  constructor() {
    super()
    follow(this, place, community)
  }

  #options(filter: Filter): { value: string; label: string }[] {
    const { boards, statuses, tags, staff } = community.value
    const { common, feedback } = this.words
    const slugged = (things: { slug: string; name: string; names: Names }[]) =>
      things.map((thing) => ({ value: thing.slug, label: named(thing) }))
    if (filter === 'board') return slugged(boards)
    if (filter === 'status') return slugged(statuses)
    if (filter === 'tag') return slugged(tags)
    if (filter === 'kind') return Object.entries(common.kinds).map(([value, label]) => ({ value, label }))
    if (filter === 'unanswered') return [{ value: 'true', label: feedback.filters.unanswered }]
    return [
      { value: 'me', label: feedback.toMe },
      { value: 'none', label: feedback.toNobody },
      ...staff.map((member) => ({ value: member.id, label: member.name })),
    ]
  }

  #choose(filter: Filter, event: Event): void {
    refine({ [filter]: (event.target as HTMLSelectElement).value || null })
  }

  #select(filter: Filter, label: string, value: string) {
    return html`<select aria-label=${label} @change=${(event: Event) => this.#choose(filter, event)}>
      <option value="" ?selected=${!value}>${this.words.common.all}</option>
      ${this.#options(filter).map(
        (option) =>
          html`<option value=${option.value} ?selected=${option.value === value}>${option.label}</option>`,
      )}
    </select>`
  }

  #on(filter: Filter, value: string) {
    const { feedback, common } = this.words
    const name = feedback.filters[filter]
    const chosen = this.#options(filter).find((option) => option.value === value)?.label ?? value
    const label = filter === 'unanswered' ? name : common.labelled(name, chosen)
    return html`<span class="choice filter on">
      ${label}${filter === 'unanswered' ? nothing : this.#select(filter, name, value)}
      <button class="cross" aria-label=${feedback.clearFilter(label)} @click=${() => refine({ [filter]: null })}>${icon(iconX, 's')}</button>
    </span>`
  }

  #off(filter: Filter) {
    const name = this.words.feedback.filters[filter]
    if (filter === 'unanswered') {
      return html`<button class="filter" @click=${() => refine({ unanswered: 'true' })}>${icon(iconPlus, 's')}${name}</button>`
    }
    return html`<span class="choice filter">${icon(iconPlus, 's')}${name}${this.#select(filter, name, '')}</span>`
  }

  override render() {
    const { feedback } = this.words
    const { query } = place.value
    const sort = query.get('sort') ?? 'active'
    const ordered = filters.toSorted((a, b) => Number(query.has(b)) - Number(query.has(a)))
    return html`${ordered.map((filter) => {
      const value = query.get(filter)
      return value ? this.#on(filter, value) : this.#off(filter)
    })}
      <span class="space"></span>
      <div class="order" role="group" aria-label=${feedback.orderBy} ?hidden=${query.has('q')}>
        <span class="quiet" aria-hidden="true">${feedback.orderBy}</span>
        <span class="segments">
          ${sorts.map(
            (one) =>
              html`<button aria-pressed=${sort === one} @click=${() => refine({ sort: one })}>${feedback.sorts[one]}</button>`,
          )}
        </span>
      </div>`
  }
}

define('feedback-filters', FeedbackFilters)
