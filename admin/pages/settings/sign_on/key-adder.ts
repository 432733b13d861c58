import { html, nothing } from 'lit'
import { type Problem, post } from '../../../api.ts'
import { define, sheets } from '../../../element.ts'
import { ActDialog, actStyles } from '../../../parts/acts/act_dialog.ts'
import { tell } from '../../../toasts.ts'

/** Adds a public key to the connection whose id is the property `connection`. Event `ended`. */
export class KeyAdder extends ActDialog {
  static override properties = { connection: {}, missing: { state: true } }
  static override styles = sheets(actStyles)

  declare connection: string
  declare missing: boolean

  constructor() {
    super()
    this.connection = ''
    this.missing = false
  }

  #submit = (): void => {
    const key = this.renderRoot.querySelector<HTMLTextAreaElement>('#key')?.value.trim() ?? ''
    this.missing = !key
    if (!key) return
    void this.perform(async () => {
      await post(`connections/${this.connection}/keys`, { key })
      tell(this.words.signOn.keyAdded)
    })
  }

  protected override explained(problem: Problem): string {
    const { signOn } = this.words
    this.missing = problem.code === 'invalid_input'
    if (this.missing) return signOn.keyWrong
    return problem.code === 'conflict' ? signOn.keyThere : super.explained(problem)
  }

  override render() {
    const { signOn } = this.words
    return html`<admin-dialog heading=${signOn.addKeyTitle} .submit=${this.#submit} @closed=${this.ended}>
      <div class="form">
        <label class="field"><span class="label">${signOn.key}</span>
          <textarea class="input" id="key" spellcheck="false" autocomplete="off" aria-invalid=${this.missing ? 'true' : nothing}></textarea>
          <span class=${this.missing ? 'wrong' : 'hint'}>${signOn.keyHint}</span></label>
      </div>
      ${this.foot(signOn.addKeyAct, this.#submit)}
    </admin-dialog>`
  }
}

define('key-adder', KeyAdder)
