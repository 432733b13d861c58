import { css, html, nothing } from 'lit'
import type { FindingJson, TokenCheckJson } from '../../../../server/sessions/json.ts'
import { post } from '../../../api.ts'
import { AdminElement, define, sheets } from '../../../element.ts'
import { Loading } from '../../../loading.ts'
import { icon } from '../../../parts/icons.ts'
import { problemWords } from '../../../problem_words.ts'
import { instant } from '../../../translations/format.ts'
import { findingIcons, findingStyles } from '../findings.ts'
import { settingsStyles } from '../settings.styles.ts'

const pause = 250

/** Says what is right and wrong with a pasted token, as it is pasted. The token is held in its field only. */
export class TokenTester extends AdminElement {
  static override styles = sheets(
    settingsStyles,
    findingStyles,
    css`
      textarea.input {
        font: 12.5px / 20px ui-monospace, 'SF Mono', 'DejaVu Sans Mono', monospace;
        overflow-wrap: anywhere;
      }
      .clock {
        margin-top: 8px;
      }
    `,
  )

  #check = new Loading<TokenCheckJson>(this)
  #timer: ReturnType<typeof setTimeout> | undefined

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearTimeout(this.#timer)
  }

  #typed = (event: Event): void => {
    const token = (event.target as HTMLTextAreaElement).value.trim()
    clearTimeout(this.#timer)
    if (token) this.#timer = setTimeout(() => this.#ask(token), pause)
    else {
      this.#check.clear()
      this.requestUpdate()
    }
  }

  #ask(token: string): void {
    void this.#check.run((signal) => post<TokenCheckJson>('token-checks', { token }, { signal }))
  }

  #finding({ state, code, values }: FindingJson) {
    const { test } = this.words.signOn
    const shown = values.at?.includes('T') ? { ...values, at: instant(values.at) } : values
    return html`<li class=${state}>${icon(findingIcons[state], 'm')}<span><span class="unseen">${test.states[state]}: </span>${test.findings[code](shown)}</span></li>`
  }

  #result({ good, now, findings }: TokenCheckJson) {
    const { test } = this.words.signOn
    const wrong = findings.filter(({ state }) => state === 'bad').length
    return html`<p class=${good ? 'verdict' : 'verdict bad'}>${good ? test.good : test.bad(wrong)}</p>
      <ul class="findings">${findings.map((finding) => this.#finding(finding))}</ul>
      <p class="hint clock">${test.clock(instant(now))}</p>`
  }

  override render() {
    const { test } = this.words.signOn
    const { state, value, problem } = this.#check
    return html`<section class="section">
      <h3>${test.title}</h3>
      <p>${test.words}</p>
      <label class="field"><span class="label">${test.label}</span>
        <textarea class="input" spellcheck="false" autocomplete="off" autocapitalize="off" maxlength="20000" @input=${this.#typed}></textarea></label>
      <div aria-live="polite">
        ${state === 'failed' && problem ? html`<p class="wrong verdict">${problemWords(problem)}</p>` : value ? this.#result(value) : nothing}
      </div>
    </section>`
  }
}

define('token-tester', TokenTester)
