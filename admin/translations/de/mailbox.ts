import type { mailbox as en } from '../en/mailbox.ts'

export const mailbox: typeof en = {
  title: 'Postausgang',
  words: 'In der Entwicklung landen E-Mails ohne SMTP_URL hier, statt gesendet zu werden.',
  list: 'E-Mails',
  to: 'An',
  pick: 'Wählen Sie eine E-Mail, um sie hier zu lesen',
  emptyHeading: 'Noch keine E-Mail',
  emptyWords:
    'Anmeldecodes und Mitteilungen erscheinen hier, statt gesendet zu werden. Fordern Sie einen Code an, um einen zu sehen.',
}
