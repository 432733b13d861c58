import { css, html, nothing } from 'lit'
import type { MailJson } from '../../../server/mailbox/json.ts'
import { timeTag } from '../../../widget/ui/relative_time.ts'
import { get } from '../../api.ts'
import { AdminElement, define, sheets } from '../../element.ts'
import { follow } from '../../live_value.ts'
import { Loading } from '../../loading.ts'
import { icon, iconAgain } from '../../parts/icons.ts'
import { bones, empty, failure, stateStyles } from '../../parts/states.ts'
import { hrefOf, place } from '../../router.ts'
import { pageFrame } from '../../styles/page_frame.ts'
import { ago, moment } from '../../translations/format.ts'
import { intlTag } from '../../translations/index.ts'

interface MailPage {
  items: MailJson[]
  next: string | null
}

/** What would have been sent by mail; only in development, where no mail leaves the machine. */
export class PageMailbox extends AdminElement {
  static override styles = sheets(
    stateStyles,
    pageFrame,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-height: 0;
      }
      .sides {
        flex: 1;
        min-height: 0;
        display: grid;
        grid-template-columns: minmax(240px, 400px) minmax(0, 1fr);
      }
      .list {
        overflow: auto;
        border-inline-end: 1px solid var(--line);
      }
      .list a {
        display: grid;
        gap: 2px;
        padding: 10px 16px 10px 24px;
        border-bottom: 1px solid var(--line-soft);
      }
      .list a:hover {
        background: var(--wash);
      }
      .list a:focus-visible {
        box-shadow: inset 0 0 0 2px var(--accent);
      }
      .list [aria-current] {
        background: var(--wash-2);
      }
      .mail {
        overflow: auto;
        padding: 24px;
      }
      .mail h2 {
        font-size: var(--t-lg);
        line-height: 24px;
        overflow-wrap: anywhere;
      }
      pre {
        margin: 16px 0 0;
        font: inherit;
        font-size: var(--t-md);
        line-height: 22px;
        white-space: pre-wrap;
        overflow-wrap: anywhere;
        max-width: 72ch;
      }
      @media (max-width: 800px) {
        .sides {
          grid-template-columns: minmax(0, 1fr);
        }
        .reading .list {
          display: none;
        }
        .sides:not(.reading) .mail {
          display: none;
        }
        .bar .small {
          display: none;
        }
        .back {
          display: inline-flex !important;
        }
      }
      .back {
        display: none;
        margin-bottom: 12px;
      }
    `,
  )

  #page = new Loading<MailPage>(this)

  constructor() {
    super()
    follow(this, place)
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#load()
  }

  #load = (): void => {
    void this.#page.run((signal) => get<MailPage>('mailbox', { limit: 100 }, signal))
  }

  #mail(mail: MailJson | undefined) {
    const { mailbox, common } = this.words
    if (!mail) return html`<p class="quiet">${mailbox.pick}</p>`
    return html`<a class="button back" href=${hrefOf('mailbox')}>${common.back}</a>
      <h2>${mail.subject}</h2>
      <p class="quiet">${mailbox.to} ${mail.recipient}, ${moment(mail.createdAt)}</p>
      <pre>${mail.text}</pre>`
  }

  #sides(mails: MailJson[]) {
    const asked = place.value.rest[0]
    const open = mails.find((mail) => mail.id === asked)
    return html`<div class="sides ${open ? 'reading' : ''}">
      <nav class="list" aria-label=${this.words.mailbox.list}>
        ${mails.map(
          (
            mail,
          ) => html`<a href=${hrefOf(`mailbox/${mail.id}`)} aria-current=${mail.id === asked ? 'true' : nothing}>
            <span class="medium clip">${mail.subject}</span>
            <span class="quiet small clip">${mail.recipient} · ${timeTag(mail.createdAt, intlTag(), ago(mail.createdAt))}</span>
          </a>`,
        )}
      </nav>
      <article class="mail">${this.#mail(open)}</article>
    </div>`
  }

  override render() {
    const { mailbox, outbox } = this.words
    const { state, value, problem } = this.#page
    return html`<header class="bar">
        <h1>${mailbox.title}</h1><span class="quiet small">${mailbox.words}</span><span class="space"></span>
        <button class="button icon" aria-label=${outbox.refresh} @click=${this.#load}>${icon(iconAgain)}</button>
      </header>
      ${
        value
          ? value.items.length > 0
            ? this.#sides(value.items)
            : empty(mailbox.emptyHeading, mailbox.emptyWords)
          : state === 'failed'
            ? failure(problem, this.#load)
            : bones(8, 58)
      }`
  }
}

define('page-mailbox', PageMailbox)
