import { html } from 'lit'
import type { Problem } from '../../api.ts'
import { define, sheets } from '../../element.ts'
import { refusalWords } from '../../problem_words.ts'
import { ActDialog, actStyles } from '../acts/act_dialog.ts'

/**
 * Asks before something that is not taken back by a click: what becomes of it, then the verb.
 * Properties `heading`, `text`, `verb`, `danger`, `act` (throws a `Problem` where it is refused) and `explain`, the
 * words for a problem of this act. Event `ended`.
 */
export class ConfirmDialog extends ActDialog {
  static override properties = {
    heading: {},
    text: {},
    verb: {},
    danger: { type: Boolean },
    act: { attribute: false },
    explain: { attribute: false },
  }
  static override styles = sheets(actStyles)

  declare heading: string
  declare text: string
  declare verb: string
  declare danger: boolean
  declare act: () => Promise<unknown>
  declare explain: (problem: Problem) => string | undefined

  constructor() {
    super()
    this.heading = ''
    this.text = ''
    this.verb = ''
    this.danger = false
    this.act = async () => {}
    this.explain = () => undefined
  }

  #submit = (): void => {
    void this.perform(async () => {
      await this.act()
    })
  }

  protected override explained(problem: Problem): string {
    return this.explain(problem) ?? refusalWords(problem)
  }

  override render() {
    return html`<admin-dialog heading=${this.heading} size="small" alert .submit=${this.#submit} @closed=${this.ended}>
      <div class="form">
        <p>${this.text}</p>
      </div>
      ${this.foot(this.verb, this.#submit, { danger: this.danger })}
    </admin-dialog>`
  }
}

define('confirm-dialog', ConfirmDialog)
