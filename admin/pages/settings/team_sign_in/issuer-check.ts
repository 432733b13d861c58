import { css, html } from 'lit'
import type { OpenIdCheckJson, OpenIdFindingJson } from '../../../../server/openid/json.ts'
import { post } from '../../../api.ts'
import { AdminElement, define, sheets } from '../../../element.ts'
import { Loading } from '../../../loading.ts'
import { icon } from '../../../parts/icons.ts'
import { problemWords } from '../../../problem_words.ts'
import { findingIcons, findingStyles } from '../findings.ts'
import { settingsStyles } from '../settings.styles.ts'

/**
 * Reads what an issuer says of itself and says what is wrong with it. Properties `issuer`, `name` (the provider's);
 * one that is `fresh` is read at once.
 */
export class IssuerCheck extends AdminElement {
  static override properties = { issuer: {}, name: {}, fresh: { type: Boolean } }
  static override styles = sheets(
    settingsStyles,
    findingStyles,
    css`
      :host {
        margin-top: 12px;
      }
    `,
  )

  declare issuer: string
  declare name: string
  declare fresh: boolean

  #check = new Loading<OpenIdCheckJson>(this)

  override firstUpdated(): void {
    if (this.fresh) this.#ask()
  }

  #ask = (): void => {
    void this.#check.run((signal) =>
      post<OpenIdCheckJson>('openid-checks', { issuer: this.issuer }, { signal }),
    )
  }

  #finding({ state, code, values }: OpenIdFindingJson) {
    const { openId } = this.words
    return html`<li class=${state}>${icon(findingIcons[state], 'm')}<span><span class="unseen">${openId.states[state]}: </span>${openId.findings[code](values)}</span></li>`
  }

  #result({ good, findings }: OpenIdCheckJson) {
    const { openId } = this.words
    const wrong = findings.filter(({ state }) => state === 'bad').length
    return html`<p class=${good ? 'verdict' : 'verdict bad'}>${good ? openId.good : openId.bad(wrong)}</p>
      <ul class="findings">${findings.map((finding) => this.#finding(finding))}</ul>`
  }

  #outcome() {
    const { state, value, problem, busy } = this.#check
    if (busy) return html`<p class="hint verdict">${this.words.openId.checking}</p>`
    if (state === 'failed' && problem) return html`<p class="wrong verdict">${problemWords(problem)}</p>`
    return value ? this.#result(value) : ''
  }

  override render() {
    const { openId } = this.words
    return html`<button class="button" ?disabled=${this.#check.busy} aria-label=${openId.checkOne(this.name)} @click=${this.#ask}>${openId.check}</button>
      <div aria-live="polite">${this.#outcome()}</div>`
  }
}

define('issuer-check', IssuerCheck)
