import { css, html, nothing } from 'lit'
import type { Algorithm, ConnectionJson, ConnectionMadeJson } from '../../../../server/connections/json.ts'
import { type Problem, patch, post } from '../../../api.ts'
import { define, sheets } from '../../../element.ts'
import { ActDialog, actStyles } from '../../../parts/acts/act_dialog.ts'
import { tell } from '../../../toasts.ts'
import { changesOf } from '../site_settings.ts'

const algorithms: Algorithm[] = ['HS256', 'RS256', 'ES256', 'EdDSA']

/**
 * Makes a connection, or edits the one of its property `connection`. Event `ended`, with whether it was `done` and
 * what was `made`.
 */
export class ConnectionEditor extends ActDialog {
  static override properties = {
    connection: { attribute: false },
    algorithm: { state: true },
    source: { state: true },
    missing: { state: true },
  }
  static override styles = sheets(
    actStyles,
    css`
      fieldset .hint {
        margin-top: 4px;
      }
    `,
  )

  declare connection: ConnectionJson | null
  declare algorithm: Algorithm
  declare source: 'key' | 'jwks'
  declare missing: 'name' | 'key' | 'jwksUrl' | null

  #made: ConnectionMadeJson | undefined
  #saved = false

  constructor() {
    super()
    this.connection = null
    this.algorithm = 'HS256'
    this.source = 'key'
    this.missing = null
  }

  #value(id: string): string {
    const field = this.renderRoot.querySelector<HTMLInputElement | HTMLTextAreaElement>(`#${id}`)
    return field?.value.trim() ?? ''
  }

  #submit = (): void => {
    const name = this.#value('name')
    const key = this.#value('key')
    const jwksUrl = this.#value('jwks')
    const byKey = !this.connection && this.algorithm !== 'HS256' && this.source === 'key'
    this.missing = !name ? 'name' : byKey && !key ? 'key' : this.#hasJwks && !jwksUrl ? 'jwksUrl' : null
    if (this.missing) return
    const emailsVerified = this.renderRoot.querySelector<HTMLInputElement>('#verified')?.checked ?? false
    const issuer = this.#value('issuer') || null
    const typed = { name, issuer, emailsVerified, ...(jwksUrl ? { jwksUrl } : {}) }
    void this.perform(async () => {
      const { signOn } = this.words
      if (this.connection) {
        // Only what was changed here: what somebody else saved meanwhile stays.
        const change = { ...changesOf(this.connection, typed), ...(key ? { key } : {}) }
        if (Object.keys(change).length) await patch(`connections/${this.connection.id}`, change)
        this.#saved = true
        tell(signOn.saved(name))
        return
      }
      const draft = { ...typed, algorithm: this.algorithm, ...(key ? { key } : {}) }
      this.#made = await post<ConnectionMadeJson>('connections', draft)
      tell(signOn.made(name))
    })
  }

  /** Whether the address of a key set is asked for. */
  get #hasJwks(): boolean {
    if (this.connection) return this.connection.jwksUrl !== null
    return this.algorithm !== 'HS256' && this.source === 'jwks'
  }

  protected override explained(problem: Problem): string {
    const { signOn } = this.words
    const path = problem.fields[0]?.path
    if (path === 'key') this.missing = 'key'
    if (path === 'jwksUrl') this.missing = 'jwksUrl'
    if (this.missing) return this.missing === 'key' ? signOn.keyWrong : signOn.jwksWrong
    return problem.code === 'conflict' ? signOn.tooMany : super.explained(problem)
  }

  protected override ended(): void {
    const done = this.#saved || this.#made !== undefined
    this.dispatchEvent(new CustomEvent('ended', { detail: { done, made: this.#made } }))
  }

  #algorithms() {
    const { signOn } = this.words
    const choose = (algorithm: Algorithm) => () => {
      this.algorithm = algorithm
    }
    return html`<fieldset>
      <legend class="label">${signOn.algorithm}</legend>
      <div class="choices">
        ${algorithms.map(
          (one) =>
            html`<label class="choice"><input type="radio" name="algorithm" value=${one} .checked=${one === this.algorithm} @change=${choose(one)} />${one}<span class="quiet small">${signOn.algorithms[one]}</span></label>`,
        )}
      </div>
      <p class="hint">${signOn.algorithmHint}</p>
    </fieldset>`
  }

  #keys() {
    const { signOn } = this.words
    const choose = (source: 'key' | 'jwks') => () => {
      this.source = source
      this.missing = null
    }
    return html`<fieldset>
        <legend class="label">${signOn.source}</legend>
        <div class="choices">
          ${(['key', 'jwks'] as const).map(
            (one) =>
              html`<label class="choice"><input type="radio" name="source" value=${one} .checked=${one === this.source} @change=${choose(one)} />${signOn.sources[one]}</label>`,
          )}
        </div>
      </fieldset>
      ${
        this.source === 'key'
          ? html`<label class="field"><span class="label">${signOn.key}</span>
            <textarea class="input" id="key" spellcheck="false" autocomplete="off" aria-invalid=${this.missing === 'key' ? 'true' : nothing}></textarea>
            <span class=${this.missing === 'key' ? 'wrong' : 'hint'}>${signOn.keyHint}</span></label>`
          : this.#jwks()
      }`
  }

  #jwks() {
    const { signOn } = this.words
    const wrong = this.missing === 'jwksUrl'
    return html`<label class="field"><span class="label">${signOn.jwksUrl}</span>
      <input class="input" id="jwks" type="url" inputmode="url" autocomplete="off" .value=${this.connection?.jwksUrl ?? ''} aria-invalid=${wrong ? 'true' : nothing} />
      <span class=${wrong ? 'wrong' : 'hint'}>${wrong ? signOn.jwksWrong : signOn.jwksHint}</span></label>`
  }

  override render() {
    const { signOn, common } = this.words
    const { connection } = this
    const wrong = this.missing === 'name'
    return html`<admin-dialog heading=${connection ? signOn.editing : signOn.adding} .submit=${this.#submit} @closed=${this.ended}>
      <div class="form">
        <label class="field"><span class="label">${signOn.name}</span>
          <input class="input" id="name" maxlength="60" autocomplete="off" .value=${connection?.name ?? ''} aria-invalid=${wrong ? 'true' : nothing} />
          <span class=${wrong ? 'wrong' : 'hint'}>${wrong ? common.required : signOn.nameHint}</span></label>
        ${connection ? nothing : this.#algorithms()}
        ${!connection && this.algorithm !== 'HS256' ? this.#keys() : nothing}
        ${connection?.jwksUrl ? this.#jwks() : nothing}
        <label class="field"><span class="label">${signOn.issuer}</span>
          <input class="input" id="issuer" maxlength="255" autocomplete="off" spellcheck="false" .value=${connection?.issuer ?? ''} />
          <span class="hint">${signOn.issuerHint}</span></label>
        <div>
          <label class="tick"><input type="checkbox" id="verified" aria-describedby="verified-hint" .checked=${connection?.emailsVerified ?? false} />${signOn.emailsVerified}</label>
          <p class="hint" id="verified-hint">${signOn.emailsVerifiedHint}</p>
        </div>
      </div>
      ${this.foot(connection ? common.save : signOn.addAct, this.#submit)}
    </admin-dialog>`
  }
}

define('connection-editor', ConnectionEditor)
