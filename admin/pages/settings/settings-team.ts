import { html, nothing } from 'lit'
import type { StaffMemberJson } from '../../../server/members/json.ts'
import type { Role } from '../../../server/words.ts'
import { avatar, avatarStyles } from '../../../widget/ui/avatar.ts'
import { Problem, patch, post, remove } from '../../api.ts'
import { reload, wholeTeam } from '../../community.ts'
import { AdminElement, define, sheets } from '../../element.ts'
import { Loading } from '../../loading.ts'
import { ActDialog, actStyles } from '../../parts/acts/act_dialog.ts'
import '../../parts/confirm-dialog/confirm-dialog.ts'
import { follow } from '../../live_value.ts'
import { icon, iconBin, iconPlus } from '../../parts/icons.ts'
import { failure, stateStyles } from '../../parts/states.ts'
import { place } from '../../router.ts'
import { may, who } from '../../session.ts'
import { tell, tellProblem } from '../../toasts.ts'
import { settingsStyles } from './settings.styles.ts'

type TeamRole = 'owner' | 'admin' | 'moderator' | 'product'

/** The roles that the person at the desk may give: only owners make owners. */
function rolesToGive(): TeamRole[] {
  return who().member.role === 'owner'
    ? ['owner', 'admin', 'moderator', 'product']
    : ['admin', 'moderator', 'product']
}

/** Whether a role may make API keys, which end with it. */
const runsIt = (role: Role): boolean => role === 'owner' || role === 'admin'

/** Adds a person by e-mail and role. Event `ended`. */
export class TeamAdder extends ActDialog {
  static override properties = { missing: { state: true } }
  static override styles = sheets(actStyles)

  declare missing: 'name' | 'email' | null

  constructor() {
    super()
    this.missing = null
  }

  #value(id: string): string {
    return this.renderRoot.querySelector<HTMLInputElement>(`#${id}`)?.value.trim() ?? ''
  }

  #submit = (): void => {
    const name = this.#value('name')
    const email = this.#value('email')
    const role = this.renderRoot.querySelector<HTMLInputElement>('[name=role]:checked')?.value
    this.missing = !name ? 'name' : /^\S+@\S+$/.test(email) ? null : 'email'
    if (this.missing) {
      this.renderRoot.querySelector<HTMLElement>(`#${this.missing}`)?.focus()
      return
    }
    void this.perform(async () => {
      await post('team', { email, name, role })
      tell(this.words.settings.team.added(name))
    })
  }

  protected override explained(problem: Problem): string {
    const { team } = this.words.settings
    if (problem.code === 'rate_limited') return team.invitedEnough
    return problem.code === 'conflict' ? team.there : super.explained(problem)
  }

  override render() {
    const { settings, common } = this.words
    const { team } = settings
    return html`<admin-dialog heading=${team.adding} .submit=${this.#submit} @closed=${this.ended}>
      <div class="form">
        <label class="field"><span class="label">${team.name}</span>
          <input class="input" id="name" maxlength="80" autocomplete="off" aria-invalid=${this.missing === 'name' ? 'true' : nothing} />
          <span class=${this.missing === 'name' ? 'wrong' : 'hint'}>${this.missing === 'name' ? common.required : team.nameHint}</span></label>
        <label class="field"><span class="label">${team.email}</span>
          <input class="input" id="email" type="email" autocomplete="off" aria-invalid=${this.missing === 'email' ? 'true' : nothing} />
          ${this.missing === 'email' ? html`<span class="wrong" role="alert">${team.emailWrong}</span>` : html`<span class="hint">${team.addHint}</span>`}</label>
        <fieldset>
          <legend class="label">${team.role}</legend>
          <div class="choices">
            ${rolesToGive().map(
              (role) =>
                html`<label class="choice"><input type="radio" name="role" value=${role} .checked=${role === 'moderator'} />${common.roles[role]}<span class="quiet small">${team.roleWords[role]}</span></label>`,
            )}
          </div>
        </fieldset>
      </div>
      ${this.foot(team.addAct, this.#submit)}
    </admin-dialog>`
  }
}

/** Who works here, with which role. */
export class SettingsTeam extends AdminElement {
  static override properties = { adding: { state: true }, removing: { state: true } }
  static override styles = sheets(stateStyles, avatarStyles, settingsStyles)

  declare adding: boolean
  declare removing: StaffMemberJson | null

  #team = new Loading<StaffMemberJson[]>(this)
  /** Whom the address names, once they were gone to. */
  #reached: string | null = null

  constructor() {
    super()
    this.adding = false
    this.removing = null
    follow(this, place)
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#load()
  }

  #load = (): void => {
    void this.#team.run(wholeTeam)
  }

  protected override updated(): void {
    const aimed = place.value.query.get('member')
    const row = this.renderRoot.querySelector<HTMLElement>('.aimed')
    if (aimed === this.#reached || (aimed && !row)) return
    this.#reached = aimed
    row?.scrollIntoView({ block: 'center' })
    row?.focus({ preventScroll: true })
  }

  #changed(): void {
    this.#load()
    reload('staff').catch(tellProblem)
  }

  async #setRole(member: StaffMemberJson, event: Event): Promise<void> {
    const select = event.target as HTMLSelectElement
    const role = select.value as Role
    const { settings, common } = this.words
    try {
      await patch(`team/${member.id}`, { role })
      const { roleChanged, keysEnd } = settings.team
      const ended = runsIt(member.role) && !runsIt(role) ? `. ${keysEnd}` : ''
      tell(roleChanged(member.name, common.roles[role]) + ended)
      this.#changed()
    } catch (error) {
      select.value = member.role
      if (error instanceof Problem && error.code === 'conflict') tell(settings.team.keepOwner)
      else tellProblem(error)
    }
  }

  #remove = async (): Promise<void> => {
    const member = this.removing
    if (!member) return
    await remove(`team/${member.id}`)
    tell(this.words.settings.team.removed(member.name))
    this.#changed()
  }

  #explain = (problem: Problem): string | undefined =>
    problem.code === 'conflict' ? this.words.settings.team.keepOwner : undefined

  #row(member: StaffMemberJson) {
    const { settings, common } = this.words
    const own = member.id === who().member.id
    const fixed = !may('administer') || !rolesToGive().includes(member.role as TeamRole)
    const aimed = member.id === place.value.query.get('member')
    return html`<li class=${aimed ? 'aimed' : ''} tabindex=${aimed ? -1 : nothing} data-member=${member.id}>
      ${avatar(member)}
      <span class="name"><span class="medium clip">${member.name} ${own ? html`<span class="quiet">(${settings.team.you})</span>` : nothing}</span><span class="others clip">${member.email ?? ''}</span></span>
      ${
        fixed
          ? html`<span class="quiet">${common.roles[member.role]}</span>`
          : html`<select class="input" aria-label=${settings.team.roleOf(member.name)} @change=${(event: Event) => this.#setRole(member, event)}>
              ${rolesToGive().map((role) => html`<option value=${role} ?selected=${role === member.role}>${common.roles[role]}</option>`)}
            </select>
            <button class="button ghost icon" aria-label=${settings.team.remove(member.name)} @click=${() => {
              this.removing = member
            }}>${icon(iconBin, 'm')}</button>`
      }
    </li>`
  }

  #dialogs() {
    const { team } = this.words.settings
    const ended = () => {
      this.removing = null
    }
    const added = (event: CustomEvent<{ done: boolean }>) => {
      this.adding = false
      if (event.detail.done) this.#changed()
    }
    return html`${this.adding ? html`<team-adder @ended=${added}></team-adder>` : nothing}
      ${
        this.removing
          ? html`<confirm-dialog heading=${team.removing(this.removing.name)} text=${team.removeWords} verb=${team.removeAct} danger
            .act=${this.#remove} .explain=${this.#explain} @ended=${ended}></confirm-dialog>`
          : nothing
      }`
  }

  #list() {
    const { state, value, problem } = this.#team
    if (value) return html`<ul class="rows">${value.map((member) => this.#row(member))}</ul>`
    if (state === 'failed') return failure(problem, this.#load)
    return html`<div class="bones" aria-hidden="true"><span class="bone"></span><span class="bone"></span><span class="bone"></span></div>`
  }

  override render() {
    const { settings } = this.words
    const add = () => {
      this.adding = true
    }
    return html`<div class="lead">
        <div><h2>${settings.pages.team}</h2><p>${settings.team.words}</p></div>
        <span class="space"></span>
        ${may('administer') ? html`<button class="button primary" @click=${add}>${icon(iconPlus, 'm')}${settings.team.add}</button>` : nothing}
      </div>
      ${this.#list()} ${this.#dialogs()}`
  }
}

define('team-adder', TeamAdder)
define('settings-team', SettingsTeam)
