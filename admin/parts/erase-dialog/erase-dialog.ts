import { html } from 'lit'
import type { MemberFileJson } from '../../../server/members/json.ts'
import { put } from '../../api.ts'
import { define, sheets } from '../../element.ts'
import { tell } from '../../toasts.ts'
import { ActDialog, actStyles } from '../acts/act_dialog.ts'
import { icon, iconAudit, iconEye } from '../icons.ts'
import { reasonField } from '../ruling-dialog/fields.ts'
import { rulingStyles } from '../ruling-dialog/ruling-dialog.styles.ts'

/** Erases a member at their request: what becomes of their posts, and who asked for it. Property `member`. Event `ended`. */
export class EraseDialog extends ActDialog {
  static override properties = {
    member: { attribute: false },
    posts: { state: true },
    reason: { state: true },
    missing: { state: true },
  }
  static override styles = sheets(actStyles, rulingStyles)

  declare member: MemberFileJson
  declare posts: 'keep' | 'remove'
  declare reason: string
  declare missing: boolean

  constructor() {
    super()
    this.posts = 'keep'
    this.reason = ''
    this.missing = false
  }

  #submit = (): void => {
    this.missing = !this.reason.trim()
    if (this.missing) this.renderRoot.querySelector<HTMLElement>('#reason')?.focus()
    else void this.perform(() => this.#erase())
  }

  async #erase(): Promise<void> {
    await put(`members/${this.member.id}/erasure`, { posts: this.posts, reason: this.reason.trim() })
    tell(this.words.members.eraseDone)
  }

  #choice(posts: 'keep' | 'remove', name: string) {
    const choose = () => {
      this.posts = posts
    }
    return html`<label class="choice">
      <input type="radio" name="posts" .checked=${this.posts === posts} @change=${choose} /><span>${name}</span>
    </label>`
  }

  override render() {
    const { members } = this.words
    return html`<admin-dialog heading=${members.eraseTitle(this.member.name)} alert warning=${`${members.eraseWords} ${members.eraseFinal}`} .submit=${this.#submit} @closed=${this.ended}>
      <div class="form">
        <p>${members.eraseWords}</p>
        <fieldset>
          <legend class="label">${members.erasePosts}</legend>
          <div class="choices">${this.#choice('keep', members.eraseKeep)}${this.#choice('remove', members.eraseRemove)}</div>
        </fieldset>
        ${reasonField({
          label: members.eraseWhy,
          hint: members.eraseWhyHint,
          reason: this.reason,
          wrong: this.missing ? members.eraseWhyMissing : '',
          type: (reason) => {
            this.reason = reason
            this.missing = false
          },
        })}
        <ul class="then">
          <li>${icon(iconEye, 'm')}<span>${members.eraseFinal}</span></li>
          <li>${icon(iconAudit, 'm')}<span>${members.eraseLogged}</span></li>
        </ul>
      </div>
      ${this.foot(members.eraseVerb, this.#submit, { danger: true })}
    </admin-dialog>`
  }
}

define('erase-dialog', EraseDialog)
