import { html, nothing, type TemplateResult } from 'lit'
import type { RoadmapItemJson } from '../../../server/roadmap/json.ts'
import { community } from '../../community.ts'
import { catalog, named } from '../../translations/index.ts'
import type { ItemFields } from './item_draft.ts'

interface Editor {
  /** Null where one is being made. */
  item: RoadmapItemJson | null
  /** The stage that a new one begins in. */
  stage: string
  fixed: boolean
  monthWrong: boolean
}

/** The fields of an item, with what stands in them. */
export function itemFields(editor: Editor, { title, summary, month, owner }: ItemFields): TemplateResult {
  const { roadmap, common } = catalog.value.words
  const { fixed, monthWrong } = editor
  return html`<label class="field"><span class="label">${roadmap.name}</span>
      <input class="input" id="title" maxlength="140" dir="auto" placeholder=${roadmap.nameHint} ?readonly=${fixed}
        .value=${title} /></label>
    <label class="field"><span class="label">${roadmap.summary}</span>
      <textarea class="input" id="summary" maxlength="2000" dir="auto" ?readonly=${fixed} .value=${summary}></textarea>
      <span class="hint">${roadmap.summaryHint}</span></label>
    <div class="two">
      ${editor.item ? nothing : stageField(editor.stage)}
      <label class="field"><span class="label">${roadmap.owner}</span>
        <select class="input" id="owner" ?disabled=${fixed}>
          <option value="" .selected=${owner === ''}>${common.nobody}</option>
          ${community.value.staff.map((one) => html`<option value=${one.id} .selected=${one.id === owner}>${one.name}</option>`)}
        </select></label>
      <label class="field"><span class="label">${roadmap.expected}</span>
        <input class="input" id="month" type="month" ?readonly=${fixed} .value=${month}
          aria-invalid=${monthWrong ? 'true' : nothing} aria-describedby="month-hint" />
        <span class=${monthWrong ? 'wrong' : 'hint'} id="month-hint">${monthWrong ? roadmap.expectedWrong : roadmap.expectedHint}</span></label>
    </div>`
}

function stageField(chosen: string) {
  const { stages } = community.value
  return html`<label class="field"><span class="label">${catalog.value.words.roadmap.stage}</span>
    <select class="input" id="stage">
      ${stages.map((stage) => html`<option value=${stage.slug} ?selected=${stage.slug === chosen}>${named(stage)}</option>`)}
    </select></label>`
}
