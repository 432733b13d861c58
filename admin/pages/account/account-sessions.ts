import { html, nothing } from 'lit'
import type { AccountSessionJson } from '../../../server/accounts/json.ts'
import { timeTag } from '../../../widget/ui/relative_time.ts'
import { get, remove } from '../../api.ts'
import { AdminElement, define, sheets } from '../../element.ts'
import { Loading } from '../../loading.ts'
import { failure, stateStyles } from '../../parts/states.ts'
import { tell, tellProblem } from '../../toasts.ts'
import { ago } from '../../translations/format.ts'
import { intlTag } from '../../translations/index.ts'
import { settingsStyles } from '../settings/settings.styles.ts'
import { accountStyles } from './account.styles.ts'
import { account } from './account_state.ts'

/** Where one is signed in, with the way to end it there. */
export class AccountSessions extends AdminElement {
  static override styles = sheets(stateStyles, settingsStyles, accountStyles)

  #sessions = new Loading<AccountSessionJson[]>(this)

  #stop = () => {}

  override connectedCallback(): void {
    super.connectedCallback()
    // A new sign-in or another password leaves other sessions than before.
    this.#stop = account.listen(this.#load)
    this.#load()
  }

  override disconnectedCallback(): void {
    this.#stop()
    super.disconnectedCallback()
  }

  #load = (): void => {
    void this.#sessions.run(
      async (signal) => (await get<{ items: AccountSessionJson[] }>('account/sessions', {}, signal)).items,
    )
  }

  async #end(one: AccountSessionJson | null): Promise<void> {
    try {
      await remove(one ? `account/sessions/${one.id}` : 'account/sessions')
      const { sessions } = this.words.account
      tell(one ? sessions.ended(this.#device(one)) : sessions.endedAll)
      this.#load()
    } catch (error) {
      tellProblem(error)
    }
  }

  #device({ browser, system }: AccountSessionJson): string {
    return [browser, system].filter(Boolean).join(', ') || this.words.account.sessions.unknown
  }

  #row(one: AccountSessionJson) {
    const { sessions } = this.words.account
    const device = this.#device(one)
    return html`<li>
      <span class="name"><span class="medium clip">${device}</span>
        <span class="others">${sessions.ways[one.provedBy]} · ${one.current ? sessions.current : html`${sessions.seen} ${timeTag(one.seenAt, intlTag(), ago(one.seenAt))}`}</span></span>
      ${
        one.current
          ? nothing
          : html`<button class="button ghost" @click=${() => this.#end(one)} aria-label=${sessions.endOne(device)}>${sessions.end}</button>`
      }
    </li>`
  }

  #list() {
    const { state, value, problem } = this.#sessions
    if (value) return html`<ul class="rows">${value.map((one) => this.#row(one))}</ul>`
    if (state === 'failed') return failure(problem, this.#load)
    return html`<div class="bones" aria-hidden="true"><span class="bone"></span><span class="bone"></span></div>`
  }

  override render() {
    const { sessions } = this.words.account
    const others = (this.#sessions.value?.length ?? 0) > 1
    return html`<section class="section">
      <h2>${sessions.title}</h2>
      <p>${sessions.words}</p>
      ${this.#list()}
      ${others ? html`<p class="all"><button class="button" @click=${() => this.#end(null)}>${sessions.endAll}</button></p>` : nothing}
    </section>`
  }
}

define('account-sessions', AccountSessions)
