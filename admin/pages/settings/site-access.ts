import { html } from 'lit'
import type { OwnerLinkJson, SiteSecretJson } from '../../../server/sites/json.ts'
import { Problem, request } from '../../api.ts'
import { define, sheets } from '../../element.ts'
import { ActDialog, actStyles } from '../../parts/acts/act_dialog.ts'
import '../../parts/once-shown/once-shown.ts'

/** Lets an operator give access to a community anew. Properties `slug`, `name` of it. Event `ended`. */
export class SiteAccess extends ActDialog {
  static override properties = { slug: {}, name: {}, link: { state: true }, secret: { state: true } }
  static override styles = sheets(actStyles)

  declare slug: string
  declare name: string
  /** What was made, shown this once. */
  declare link: string
  declare secret: string

  constructor() {
    super()
    this.slug = ''
    this.name = ''
    this.link = ''
    this.secret = ''
  }

  // Not `perform`: the dialog stays open to show what is shown once.
  async #make(act: (body: { site: string }) => Promise<void>): Promise<void> {
    if (this.busy) return
    this.busy = true
    this.wrong = ''
    try {
      await act({ site: this.slug })
    } catch (error) {
      this.wrong = this.explained(error instanceof Problem ? error : new Problem(0, 'internal'))
    } finally {
      this.busy = false
    }
  }

  #makeLink = () =>
    this.#make(async (body) => {
      this.link = (await request<OwnerLinkJson>('POST', 'owner-links', { body, global: true })).ownerLink
    })

  #makeSecret = () =>
    this.#make(async (body) => {
      this.secret = (await request<SiteSecretJson>('POST', 'site-secrets', { body, global: true })).ssoSecret
    })

  #part(made: string, label: string, hint: string, verb: string, act: () => Promise<void>) {
    return made
      ? html`<once-shown role="status" label=${label} text=${made} hint=${hint}></once-shown>`
      : html`<div class="field"><span class="label">${label}</span><span class="hint">${hint}</span>
          <div><button class="button" type="button" aria-disabled=${this.busy} @click=${act}>${verb}</button></div></div>`
  }

  override render() {
    const { settings, common } = this.words
    const { sites } = settings
    const linkHint = this.link ? sites.ownerLinkHint : sites.linkWords
    return html`<admin-dialog heading=${sites.accessOf(this.name)} @closed=${this.ended}>
      <div class="form">
        ${this.#part(this.link, sites.ownerLink, linkHint, sites.linkAct, this.#makeLink)}
        ${this.#part(this.secret, sites.secret, sites.secretWords, sites.secretAct, this.#makeSecret)}
      </div>
      <p slot="footer" class="wrong refusal" role="alert">${this.wrong}</p>
      <span slot="footer" class="space"></span><button slot="footer" class="button large" @click=${this.close}>${common.close}</button>
    </admin-dialog>`
  }
}

define('site-access', SiteAccess)
