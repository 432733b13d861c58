import { html } from 'hono/html'
import type { Locale } from '../words.ts'

export interface MailText {
  subject: string
  text: string
  html: string
}

const codeWords: Record<Locale, { subject: (site: string) => string; lead: string; rest: string }> = {
  en: {
    subject: (site) => `Your code for ${site}`,
    lead: 'Type this code where you asked for it:',
    rest: 'It works for ten minutes. If you did not ask for it, you need not do anything.',
  },
  fr: {
    subject: (site) => `Votre code pour ${site}`,
    lead: 'Saisissez ce code là où vous l’avez demandé\u202f:',
    rest: 'Il est valable dix minutes. Si vous ne l’avez pas demandé, vous n’avez rien à faire.',
  },
  de: {
    subject: (site) => `Ihr Code für ${site}`,
    lead: 'Geben Sie diesen Code dort ein, wo Sie ihn angefordert haben:',
    rest: 'Er gilt zehn Minuten. Wenn Sie ihn nicht angefordert haben, brauchen Sie nichts zu tun.',
  },
}

/** The mail that carries a sign-in code. The code is not in the subject, which lock screens show. */
export function codeMail(siteName: string, code: string, locale: Locale): MailText {
  const words = codeWords[locale]
  const plainName = siteName.replace(/[\r\n]+/g, ' ')
  return {
    subject: words.subject(plainName),
    text: `${words.lead}\n\n    ${code}\n\n${words.rest}\n\n${plainName}\n`,
    html: String(
      html`<p>${words.lead}</p><p style="font-size:24px;letter-spacing:4px"><strong>${code}</strong></p><p>${words.rest}</p><p>${plainName}</p>`,
    ),
  }
}
