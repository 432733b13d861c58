import { css, html, nothing } from 'lit'
import { avatar, avatarStyles } from '../../../widget/ui/avatar.ts'
import { put, remove } from '../../api.ts'
import { threadsChanged } from '../../changes.ts'
import { community } from '../../community.ts'
import { define, sheets } from '../../element.ts'
import { who } from '../../session.ts'
import { tell } from '../../toasts.ts'
import { ActDialog, actStyles } from './act_dialog.ts'

const nobody = 'nobody'

/** Gives some threads to a person of the team, oneself first, or to nobody. */
export class ActAssign extends ActDialog {
  static override properties = { member: { state: true }, present: {} }
  static override styles = sheets(
    actStyles,
    avatarStyles,
    css`
      .av {
        width: 20px;
        height: 20px;
        font-size: 9px;
      }
      .av.none {
        border: 1px dashed var(--line-strong);
        background: none;
      }
    `,
  )

  declare member: string
  /** Who has it now, where one thread is given; otherwise oneself is suggested. */
  declare present: string

  constructor() {
    super()
    this.member = ''
    this.present = ''
  }

  get #chosen(): string {
    return this.member || this.present || who().member.id
  }

  #submit = (): void => {
    const { acts } = this.words
    const member = this.#chosen
    void this.perform(async () => {
      try {
        for (const number of this.numbers) {
          if (member === nobody) await remove(`threads/${number}/assignment`)
          else await put(`threads/${number}/assignment`, { member })
        }
      } finally {
        threadsChanged(...this.numbers)
      }
      const name = community.value.staff.find((one) => one.id === member)?.name
      tell(name ? acts.assignDone(this.threads.length, name) : acts.assignedNobody(this.threads.length))
    })
  }

  #choice(id: string, name: string, picture: unknown, hint = '') {
    return html`<label class="choice">
      <input type="radio" name="member" .checked=${this.#chosen === id} @change=${() => {
        this.member = id
      }} />
      ${picture}<span class="clip">${name}</span>${hint ? html`<span class="quiet small">${hint}</span>` : nothing}
    </label>`
  }

  override render() {
    const { acts, common } = this.words
    const own = who().member.id
    const staff = community.value.staff.toSorted((a, b) => Number(b.id === own) - Number(a.id === own))
    return html`<admin-dialog heading=${acts.assignTitle(this.threads.length)} size="small" .submit=${this.#submit} @closed=${this.ended}>
      <fieldset>
        <legend class="label">${acts.assignTo}</legend>
        <div class="choices">
          ${staff.map((one) => this.#choice(one.id, one.name, avatar(one), one.id === own ? acts.assignMe : common.roles[one.role]))}
          ${this.#choice(nobody, common.nobody, html`<span class="av none"></span>`)}
        </div>
      </fieldset>
      ${this.foot(acts.assign, this.#submit)}
    </admin-dialog>`
  }
}

define('act-assign', ActAssign)
