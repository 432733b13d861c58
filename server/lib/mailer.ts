import { createTransport, type Transporter } from 'nodemailer'
import addressparser from 'nodemailer/lib/addressparser'
import type { Db } from '../../db/connect.ts'
import type { Config } from '../config.ts'
import type { Locale } from '../words.ts'
import { newId } from './ids.ts'
import type { MailText } from './mails.ts'

export interface Mail extends Omit<MailText, 'locale' | 'from'> {
  siteId: string
  /** Its reader's language; what an earlier version queued does not say it. */
  locale?: Locale
  /** The site's name, likewise. */
  from?: string
  /** Null for nobody: then nothing is sent. */
  to: string | null
  /** What it brings, where an admin is to know of its failure. */
  about?: 'code' | 'invitation' | 'provider'
  /** The member who is named in it, besides its reader: it goes with them. */
  by?: string
  /** When it is of no more use (ISO 8601): it is not sent after. */
  until?: string
  /** What a mail program shows or acts on besides: threads, lists, how to end them. */
  envelope?: { messageId: string; inReplyTo?: string; headers: Record<string, string> }
}

/** Whom an answer would go to: a mail program shows it above what is being written, where it is seen in time. */
const notRead: Record<Locale, string> = {
  en: 'Replies are not read',
  fr: 'Les réponses ne sont pas lues',
  de: 'Antworten werden nicht gelesen',
}

/**
 * Why a mail did not leave, for an admin: the kind of failure, and what the server answered. Of a server that was
 * reached but not trusted (TLS) what was wrong; of one that was not reached nothing more, such as its address. Of one
 * that would take no mail of ours at all, at which command it said so.
 */
export function whyNotSent(error: unknown): string {
  const { code, name, message, reason, response, syscall, command } = error as Error &
    Partial<Record<string, unknown>>
  const said = response ?? (code === 'ESOCKET' && !syscall ? (reason ?? message) : undefined)
  const kind = `${code ?? name}${isOfServer(error) && !silent.has(String(code)) ? ` (${command})` : ''}`
  const why = typeof said === 'string' && said.trim() ? `${kind}: ${said}` : kind
  return why.replace(/\s+/g, ' ').slice(0, 300)
}

/** What nodemailer says where there was no answer. */
const silent = new Set([
  'ECONNECTION',
  'ECONNREFUSED',
  'ECONNRESET',
  'EDNS',
  'ENOTFOUND',
  'ESOCKET',
  'ETIMEDOUT',
])

/** Whether a failure, or why a mail did not leave, says that no mail server answered. */
export const isSilence = (code: string | null | undefined): boolean => silent.has(code ?? '')

/** Whether why a mail did not leave says that the mail server answered, and would take no other either. */
export const isClosed = (reason: string | null): boolean => /^\w+ \(/.test(reason ?? '')

export interface SmtpError {
  code?: string
  command?: string
  responseCode?: number
  response?: string
}

const signIn = new Set(['EAUTH', 'ENOAUTH', 'EOAUTH2'])
/** Who has not signed in may be told so at any command (RFC 4954, section 6). */
const signInFirst = new Set([530, 534, 535, 538])
/** The size of a mail, by its own code (RFC 3463), which some say with a 534. */
const tooLarge = /^\d{3}[ -]5\.3\.4\b/
/** What is said before it is said whom a mail is for. */
const beforehand = /^(CONN|EHLO|HELO|LHLO|STARTTLS|AUTH|MAIL FROM|RSET)\b/

/**
 * Whether a failure is the mail server's, and not of the one mail: it does not answer, does not let us in, or does not
 * take our sender. The next mail would fare no better. The size of a mail is said with its sender, and is of that mail.
 */
export function isOfServer(error: unknown): boolean {
  const { code, command, responseCode, response = '' } = error as SmtpError
  if (code === 'EMESSAGE' || responseCode === 552 || tooLarge.test(response)) return false
  if (isSilence(code) || signIn.has(code ?? '') || signInFirst.has(responseCode ?? 0)) return true
  return beforehand.test(command ?? '')
}

/** The one mailbox that MAIL_FROM names. */
function senderOf(mailFrom: string): { name: string; address: string } {
  const [sender] = addressparser(mailFrom)
  return { name: sender?.name ?? '', address: sender?.address ?? '' }
}

/** Sends mail by SMTP_URL; in development without one, puts it in the mailbox that the admin shows. */
export class Mailer {
  /** Whether mail can be sent at all. */
  readonly ready: boolean
  private readonly transport: Transporter | undefined
  private readonly sender: { name: string; address: string }
  private readonly unread: string
  private readonly db: Db

  constructor(config: Config, db: Db) {
    this.db = db
    this.sender = senderOf(config.mailFrom)
    this.unread = `no-reply@${config.mailDomain}`
    this.ready = config.smtpUrl !== undefined || config.development
    this.transport = config.smtpUrl
      ? createTransport({
          url: config.smtpUrl,
          // A batch goes over a few connections, each of which is used again.
          pool: true,
          maxConnections: 3,
          connectionTimeout: 10_000,
          greetingTimeout: 10_000,
          socketTimeout: 20_000,
        })
      : undefined
  }

  /** Throws where the server refuses or does not answer; the job that called tries again. */
  async send(mail: Mail): Promise<void> {
    const { siteId, to, locale, from, subject, text, html, envelope } = mail
    if (to === null) return
    const { headers, inReplyTo, messageId } = envelope ?? { headers: {} }
    if (this.transport) {
      await this.transport.sendMail({
        // Its reader knows the company that they are a customer of, and not what runs its community.
        from: { ...this.sender, ...(from ? { name: from } : {}) },
        replyTo: { name: notRead[locale ?? 'en'], address: this.unread },
        to,
        subject,
        text,
        html,
        ...(messageId ? { messageId } : {}),
        ...(inReplyTo ? { inReplyTo, references: inReplyTo } : {}),
        headers: { 'Auto-Submitted': 'auto-generated', ...headers },
      })
      return
    }
    await this.db
      .insertInto('mailbox')
      .values({ site_id: siteId, id: newId(), recipient: to, subject, text, html })
      .execute()
  }

  close(): void {
    this.transport?.close()
  }
}
