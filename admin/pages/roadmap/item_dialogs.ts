import { html } from 'lit'
import type { UndoJson } from '../../../server/moderation/json.ts'
import type { RoadmapItemJson } from '../../../server/roadmap/json.ts'
import { statusPill, statusPillStyles } from '../../../widget/ui/status_pill.ts'
import { put, remove } from '../../api.ts'
import { stageOf } from '../../community.ts'
import { define, sheets } from '../../element.ts'
import { Loading } from '../../loading.ts'
import { ActDialog, actStyles } from '../../parts/acts/act_dialog.ts'
import { countIdeas, type Promotion } from '../../parts/acts/promotion.ts'
import { icon, iconMail, iconPeople, iconRoute, iconUndo } from '../../parts/icons.ts'
import { offerUndo, tell } from '../../toasts.ts'
import { month } from '../../translations/format.ts'
import { named } from '../../translations/index.ts'

/** Publishes an item: what customers will read and how many of them stand before the button. Event `ended`. */
export class PublishDialog extends ActDialog {
  static override properties = { item: { attribute: false } }
  static override styles = sheets(statusPillStyles, actStyles)

  declare item: RoadmapItemJson

  #promotion = new Loading<Promotion>(this)

  override connectedCallback(): void {
    super.connectedCallback()
    const ideas = this.item.ideas.map((idea) => idea.number)
    void this.#promotion.run((signal) => countIdeas(ideas, signal))
  }

  #submit = (): void => {
    const { roadmap } = this.words
    void this.perform(async () => {
      const path = `roadmap/items/${this.item.number}/publication`
      const { undo } = await put<{ undo: UndoJson }>(path)
      offerUndo(roadmap.publishedDone(this.item.title), [undo], () =>
        this.dispatchEvent(new CustomEvent('undone')),
      )
    })
  }

  override render() {
    const { roadmap, acts } = this.words
    const { item } = this
    const stage = stageOf(item.stage)
    return html`<admin-dialog heading=${roadmap.publishTitle(item.title)} alert .submit=${this.#submit} @closed=${this.ended}>
      <div class="form">
        <section>
          <p class="label">${icon(iconMail, 'm')}${roadmap.publishRead}</p>
          <div class="paper">
            <p class="medium">${roadmap.publishLine(item.title)}</p>
            ${item.summary ? html`<p class="words">${item.summary}</p>` : ''}
            <p>${stage ? statusPill(stage.category, named(stage)) : ''} <span class="quiet small">${item.expectedOn ? month(item.expectedOn) : ''}</span></p>
          </div>
        </section>
        <ul class="then">
          <li>${icon(iconPeople, 'm')}<span>${item.ideas.length === 0 ? roadmap.publishNobody : acts.statusTold(this.#promotion.value?.told, item.ideas.length)}</span></li>
          <li>${icon(iconRoute, 'm')}<span>${roadmap.publishIdeas(item.ideas.length)}</span></li>
          <li>${icon(iconUndo, 'm')}<span>${acts.undoHint}</span></li>
        </ul>
      </div>
      ${this.foot(roadmap.publishAct, this.#submit)}
    </admin-dialog>`
  }
}

/** Archives an item, after saying what becomes of its ideas. Event `ended`. */
export class ArchiveDialog extends ActDialog {
  static override properties = { item: { attribute: false } }
  static override styles = sheets(actStyles)

  declare item: RoadmapItemJson

  #submit = (): void => {
    void this.perform(async () => {
      await remove(`roadmap/items/${this.item.number}`)
      tell(this.words.roadmap.archived(this.item.title))
    })
  }

  override render() {
    const { roadmap } = this.words
    return html`<admin-dialog heading=${roadmap.archiveTitle(this.item.title)} size="small" alert .submit=${this.#submit} @closed=${this.ended}>
      <p>${roadmap.archiveWords}</p>
      ${this.foot(roadmap.archiveAct, this.#submit, { danger: true })}
    </admin-dialog>`
  }
}

define('publish-dialog', PublishDialog)
define('archive-dialog', ArchiveDialog)
