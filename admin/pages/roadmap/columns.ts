import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { PlanJson, RoadmapItemJson } from '../../../server/roadmap/json.ts'
import { statusGlyph } from '../../../widget/ui/status_pill.ts'
import { icon, iconPlus } from '../../parts/icons.ts'
import { hrefOf } from '../../router.ts'
import { figure } from '../../translations/format.ts'
import { catalog, named } from '../../translations/index.ts'

export type Stage = PlanJson['stages'][number]

interface ColumnState {
  /** The one that a phone shows. */
  shown: boolean
  /** A card hangs over it. */
  over: boolean
  fixed: boolean
  drawCard: (item: RoadmapItemJson) => TemplateResult
}

/** A lane with its head. */
export function column(stage: Stage, state: ColumnState): TemplateResult {
  const { roadmap } = catalog.value.words
  const name = named(stage)
  return html`<section class="column ${state.shown ? 'shown' : ''}" aria-label=${name}>
    <header>
      ${statusGlyph(stage.category)}<h2 title=${name}>${name}</h2><span class="count">${figure(stage.items.length)}</span><span class="space"></span>
      ${state.fixed ? nothing : html`<a class="button ghost icon" href=${hrefOf('roadmap/new', { stage: stage.slug })} aria-label=${roadmap.addTo(name)}>${icon(iconPlus, 'm')}</a>`}
    </header>
    <ul class="lane ${state.over ? 'target' : ''}" data-stage=${stage.slug}>
      ${repeat(
        stage.items,
        (item) => item.number,
        (item) => state.drawCard(item),
      )}
      ${stage.items.length === 0 ? html`<li class="none">${roadmap.emptyLane}</li>` : nothing}
    </ul>
  </section>`
}

/** On phones one lane at a time: the stages as a row of chips. */
export function phoneStages(stages: Stage[], shown: string, onShow: (stage: Stage) => void): TemplateResult {
  return html`<div class="phone-stages" role="group" aria-label=${catalog.value.words.roadmap.stages}>
    ${stages.map(
      (stage) => html`<button class="chip" aria-pressed=${shown === stage.slug} @click=${() => onShow(stage)}>
        ${named(stage)} ${figure(stage.items.length)}
      </button>`,
    )}
  </div>`
}
