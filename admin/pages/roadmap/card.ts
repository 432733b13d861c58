import { html, nothing, type TemplateResult } from 'lit'
import type { RoadmapItemJson } from '../../../server/roadmap/json.ts'
import { avatar } from '../../../widget/ui/avatar.ts'
import { icon, iconDots, iconGlobe, iconLock, iconPeople } from '../../parts/icons.ts'
import { hrefOf } from '../../router.ts'
import { figure, month } from '../../translations/format.ts'
import { catalog } from '../../translations/index.ts'

export type StepKey = 'ArrowUp' | 'ArrowDown'

export interface CardActs {
  move: (item: RoadmapItemJson) => void
  /** One place up or down in its lane, for whoever does not drag. */
  step: (item: RoadmapItemJson, key: StepKey) => void
  publish: (item: RoadmapItemJson) => void
  archive: (item: RoadmapItemJson) => void
}

function menu(item: RoadmapItemJson, acts: CardActs, { tabbable, first, last }: CardState) {
  const { roadmap } = catalog.value.words
  const step = (key: StepKey, words: string) =>
    html`<button class="item" @click=${() => acts.step(item, key)}>${words}</button>`
  return html`<admin-menu label=${roadmap.itemMenu(item.title)} ?apart=${!tabbable}>
    <span slot="button">${icon(iconDots)}</span>
    <button class="item" @click=${() => acts.move(item)}>${roadmap.moveTo}</button>
    ${first ? nothing : step('ArrowUp', roadmap.moveUp)}
    ${last ? nothing : step('ArrowDown', roadmap.moveDown)}
    <button class="item" @click=${() => acts.publish(item)}>${item.publishedAt ? roadmap.unpublish : roadmap.publish}</button>
    <button class="item" @click=${() => acts.archive(item)}>${roadmap.archive}</button>
  </admin-menu>`
}

interface CardState {
  held: boolean
  tabbable: boolean
  /** Whether it stands at the head, or at the foot, of its lane. */
  first: boolean
  last: boolean
  acts: CardActs | null
}

/** A card of the board. Its link covers it; the menu stands above. */
export function card(item: RoadmapItemJson, state: CardState): TemplateResult {
  const { roadmap, common } = catalog.value.words
  const facts = `facts-${item.number}`
  return html`<li class="card ${state.held ? 'held' : ''}" data-number=${item.number}>
    <div class="head">
      <h3><a class="cover" href=${hrefOf(`roadmap/${item.number}`)} tabindex=${state.tabbable ? 0 : -1} aria-describedby=${facts} draggable="false" dir="auto">${item.title}</a></h3>
      ${item.owner ? html`<span title=${item.owner.name}>${avatar(item.owner)}<span class="unseen">${item.owner.name}</span></span>` : html`<span class="av none" title=${common.nobody}></span>`}
    </div>
    <div class="line" id=${facts}>
      <span title=${`${common.people(item.people)}, ${common.votes(item.votes)}`}>${icon(iconPeople)}${figure(item.people)}</span>
      <span class="space"></span>
      <span title=${item.publishedAt ? roadmap.isPublished : roadmap.isPrivate}>${icon(item.publishedAt ? iconGlobe : iconLock)}<span class="unseen">${item.publishedAt ? roadmap.isPublished : roadmap.isPrivate}</span></span>
      ${item.expectedOn ? html`<span>${month(item.expectedOn)}</span>` : nothing}
    </div>
    ${state.acts ? menu(item, state.acts, state) : nothing}
  </li>`
}
