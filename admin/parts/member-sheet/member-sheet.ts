import { html, nothing, type PropertyValues } from 'lit'
import type { MemberFileJson } from '../../../server/members/json.ts'
import type { MeWords } from '../../../widget/translations/en/me.ts'
import { avatar, avatarStyles } from '../../../widget/ui/avatar.ts'
import { get, type Problem, remove } from '../../api.ts'
import { changedMembers, memberChanged } from '../../changes.ts'
import { AdminElement, define, sheets } from '../../element.ts'
import { Loading } from '../../loading.ts'
import { may } from '../../session.ts'
import { Shortcuts } from '../../shortcuts.ts'
import { barFrame } from '../../styles/page_frame.ts'
import { tell, tellProblem } from '../../toasts.ts'
import { catalog } from '../../translations/index.ts'
import '../confirm-dialog/confirm-dialog.ts'
import '../erase-dialog/erase-dialog.ts'
import { guestMark } from '../guest_mark.ts'
import { icon, iconLeft, iconX } from '../icons.ts'
import { bones, failure, stateStyles } from '../states.ts'
import { memberWords } from '../suspend-dialog/member_reads.ts'
import '../suspend-dialog/suspend-dialog.ts'
import { sheetStyles } from './member-sheet.styles.ts'
import { facts, latest, rulings, sanctions } from './record.ts'

/** All that the team knows of one member, and what a moderator can do about them. Property `member`. Event `close`. */
export class MemberSheet extends AdminElement {
  static override properties = {
    member: {},
    suspending: { state: true },
    erasing: { state: true },
    lifting: { state: true },
  }
  static override styles = sheets(stateStyles, avatarStyles, barFrame, sheetStyles)

  declare member: string
  declare suspending: boolean
  declare erasing: boolean
  /** The widget's words in the member's language, while one is asked whether to lift. */
  declare lifting: MeWords | null

  readonly #file = new Loading<MemberFileJson>(this)
  #stopChanges: (() => void) | undefined

  constructor() {
    super()
    this.member = ''
    this.suspending = this.erasing = false
    this.lifting = null
    const act = () => void this.#act()
    new Shortcuts(this, () => [
      {
        key: 's',
        label: this.words.members.keys.suspend,
        foot: true,
        run: act,
        when: () => may('moderate') && this.#file.value !== undefined,
      },
    ])
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#stopChanges = changedMembers.listen((ids) => {
      if (ids.includes(this.member)) void this.#load()
    })
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#stopChanges?.()
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('member')) return
    this.#file.clear()
    this.suspending = this.erasing = false
    this.lifting = null
    void this.#load()
  }

  #load = async (): Promise<void> => {
    const { member } = this
    await this.#file.run((signal) =>
      get<MemberFileJson>(`members/${encodeURIComponent(member)}`, undefined, signal),
    )
  }

  #close = (): void => {
    this.dispatchEvent(new CustomEvent('close'))
  }

  /** Begins what can be done: to suspend, or to lift what is in force. */
  #act = async (): Promise<void> => {
    const file = this.#file.value
    if (!file) return
    if (!file.suspended) this.suspending = true
    else
      try {
        this.lifting = await memberWords(file.locale ?? catalog.value.locale)
      } catch (error) {
        tellProblem(error)
      }
  }

  #erase = (): void => {
    this.erasing = true
  }

  async #lift({ id, name }: MemberFileJson): Promise<void> {
    await remove(`members/${id}/suspension`)
    tell(this.words.members.liftDone(name))
    memberChanged(id)
  }

  #explainLift = (problem: Problem): string | undefined => {
    if (problem.code !== 'conflict') return undefined
    memberChanged(this.member)
    return this.words.members.notSuspended
  }

  #dialog(file: MemberFileJson) {
    const { members, common } = this.words
    if (this.suspending) {
      const ended = () => {
        this.suspending = false
      }
      return html`<suspend-dialog .member=${file} @ended=${ended}></suspend-dialog>`
    }
    if (this.erasing) {
      const ended = ({ detail }: CustomEvent<{ done: boolean }>) => {
        this.erasing = false
        if (!detail.done) return
        // There is nobody to be read any more: the list is read anew, and this is closed.
        this.#stopChanges?.()
        memberChanged(file.id)
        this.#close()
      }
      return html`<erase-dialog .member=${file} @ended=${ended}></erase-dialog>`
    }
    if (!this.lifting) return nothing
    const ended = () => {
      this.lifting = null
    }
    const told = common.quoted(this.lifting.suspensionLifted)
    return html`<confirm-dialog .heading=${members.liftTitle(file.name)} .text=${members.liftWords(told)} .verb=${members.lift}
      .act=${() => this.#lift(file)} .explain=${this.#explainLift} @ended=${ended}></confirm-dialog>`
  }

  #bar(file: MemberFileJson | undefined) {
    const { members } = this.words
    const verb = file?.suspended ? members.lift : members.suspend
    return html`<header class="bar">
      <button class="button ghost icon only-narrow" aria-label=${members.toList} @click=${this.#close}>${icon(iconLeft)}</button>
      <span class="space"></span>
      ${file && may('administer') ? html`<button class="button" @click=${this.#erase}>${members.erase}</button>` : nothing}
      ${file && may('moderate') ? html`<button class="button" @click=${this.#act}>${verb}<kbd aria-hidden="true">S</kbd></button>` : nothing}
      <button class="button ghost icon not-narrow" aria-label=${members.close} @click=${this.#close}>${icon(iconX)}</button>
    </header>`
  }

  #body(file: MemberFileJson) {
    const { members } = this.words
    return html`<div class="who">
        ${avatar(file)}
        <h2 dir="auto">${file.name}</h2>
        ${file.suspended ? html`<span class="chip warn">${members.suspended}</span>` : nothing}
        ${guestMark({ guest: file.role === 'guest' })}
      </div>
      ${facts(file)} ${file.sanctions.length > 0 ? sanctions(file) : nothing} ${latest(file)} ${rulings(file)}
      ${file.sanctions.length > 0 ? nothing : sanctions(file)}`
  }

  override render() {
    const { value, state, problem } = this.#file
    const { members } = this.words
    // Where there is no room for the list, its heading is not there either: it is said, not shown.
    return html`${this.#bar(value)}
      <article class="body" aria-label=${members.sheet} aria-busy=${state === 'waiting'}>
        <h1 class="unseen only-narrow">${members.title}</h1>
        ${value ? this.#body(value) : state === 'failed' ? failure(problem, () => void this.#load()) : bones(8, 40)}
      </article>
      ${value ? this.#dialog(value) : nothing}`
  }
}

define('member-sheet', MemberSheet)
