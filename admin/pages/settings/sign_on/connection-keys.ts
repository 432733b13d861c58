import { css, html, nothing } from 'lit'
import type {
  ConnectionJson,
  ConnectionKeyJson,
  ConnectionSecretJson,
  NewSecretJson,
} from '../../../../server/connections/json.ts'
import { post, remove } from '../../../api.ts'
import { AdminElement, define, sheets } from '../../../element.ts'
import '../../../parts/confirm-dialog/confirm-dialog.ts'
import { icon, iconX } from '../../../parts/icons.ts'
import '../../../parts/once-shown/once-shown.ts'
import { tell } from '../../../toasts.ts'
import { dateAndTime } from '../../../translations/format.ts'
import { settingsStyles } from '../settings.styles.ts'
import './key-adder.ts'

type Asked = 'rotate' | 'add-key' | { end: ConnectionSecretJson } | { drop: ConnectionKeyJson }

/**
 * What verifies the tokens of a connection: its secrets or public keys, and what can be done with them. Properties
 * `connection` and `secret`, one just made. Event `changed`.
 */
export class ConnectionKeys extends AdminElement {
  static override properties = {
    connection: { attribute: false },
    secret: {},
    rotated: { state: true },
    asked: { state: true },
  }
  static override styles = sheets(
    settingsStyles,
    css`
      .rows .name code {
        overflow-wrap: anywhere;
      }
      .more {
        margin-top: 12px;
      }
    `,
  )

  declare connection: ConnectionJson
  declare secret: string
  /** A secret made just now, held only while this page is open. */
  declare rotated: NewSecretJson | null
  declare asked: Asked | null

  constructor() {
    super()
    this.secret = ''
    this.rotated = null
    this.asked = null
  }

  get #path(): string {
    return `connections/${this.connection.id}`
  }

  #rotate = async (): Promise<void> => {
    this.rotated = await post<NewSecretJson>(`${this.#path}/secrets`)
  }

  /** Takes away what was asked about, and says so. */
  #removal(path: string, said: string) {
    return async (): Promise<void> => {
      await remove(path)
      tell(said)
    }
  }

  #ask(asked: Asked) {
    return () => {
      this.asked = asked
    }
  }

  #ended = ({ detail }: CustomEvent<{ done: boolean }>): void => {
    this.asked = null
    if (detail.done) this.dispatchEvent(new CustomEvent('changed'))
  }

  #secretRow(secret: ConnectionSecretJson) {
    const { signOn } = this.words
    const made = dateAndTime(secret.createdAt)
    const old = secret.expiresAt
    return html`<li>
      <span class="name"><span class="medium">${old ? signOn.oldSecret : signOn.newest}</span><span class="others">${signOn.madeOn(made)}${old ? html`, ${signOn.holdsUntil(dateAndTime(old))}` : nothing}</span></span>
      ${old ? html`<button class="button" aria-label=${signOn.endOne(made)} @click=${this.#ask({ end: secret })}>${signOn.end}</button>` : nothing}
    </li>`
  }

  #keyRow(key: ConnectionKeyJson) {
    const { signOn } = this.words
    return html`<li>
      <span class="name"><code>${key.thumbprint}</code><span class="others">${signOn.addedOn(dateAndTime(key.createdAt))}</span></span>
      <button class="button ghost icon" aria-label=${signOn.removeKey(key.thumbprint)} @click=${this.#ask({ drop: key })}>${icon(iconX)}</button>
    </li>`
  }

  #fresh() {
    const { signOn } = this.words
    const text = this.rotated?.secret ?? this.secret
    if (!text) return nothing
    const hint = this.rotated ? signOn.overlap(dateAndTime(this.rotated.oldOnesHoldUntil)) : signOn.secretOnce
    return html`<once-shown label=${signOn.secret} text=${text} hint=${hint} copied=${signOn.secretCopied}></once-shown>`
  }

  #dialog() {
    const { signOn } = this.words
    const { asked, connection } = this
    if (asked === null) return nothing
    if (asked === 'add-key')
      return html`<key-adder connection=${connection.id} @ended=${this.#ended}></key-adder>`
    if (asked === 'rotate')
      return html`<confirm-dialog heading=${signOn.rotateTitle} text=${signOn.rotateWords} verb=${signOn.rotateAct} .act=${this.#rotate} @ended=${this.#ended}></confirm-dialog>`
    const [heading, text, verb, act] = this.#question(asked)
    return html`<confirm-dialog heading=${heading} text=${text} verb=${verb} danger .act=${act} @ended=${this.#ended}></confirm-dialog>`
  }

  #question(asked: Exclude<Asked, string>) {
    const { signOn, common } = this.words
    if ('end' in asked)
      return [
        signOn.endTitle,
        signOn.endWords,
        signOn.end,
        this.#removal(`${this.#path}/secrets/${asked.end.id}`, signOn.ended),
      ] as const
    return [
      signOn.removeKeyTitle,
      signOn.removeKeyWords,
      common.remove,
      this.#removal(`${this.#path}/keys/${asked.drop.id}`, signOn.keyRemoved),
    ] as const
  }

  override render() {
    const { signOn } = this.words
    const { name, algorithm, secrets, keys, jwksUrl } = this.connection
    const rows =
      algorithm === 'HS256'
        ? secrets.map((one) => this.#secretRow(one))
        : keys.map((one) => this.#keyRow(one))
    return html`${rows.length ? html`<ul class="rows" aria-label=${signOn.connectionKeys(name)}>${rows}</ul>` : jwksUrl ? nothing : html`<p class="hint">${signOn.noKeys}</p>`}
      ${this.#fresh()}
      <p class="more">${
        algorithm === 'HS256'
          ? html`<button class="button" aria-label=${signOn.rotateOne(name)} @click=${this.#ask('rotate')}>${signOn.rotate}</button>`
          : html`<button class="button" aria-label=${signOn.addKeyTo(name)} @click=${this.#ask('add-key')}>${signOn.addKey}</button>`
      }</p>
      ${this.#dialog()}`
  }
}

define('connection-keys', ConnectionKeys)
