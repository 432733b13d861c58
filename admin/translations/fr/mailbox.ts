import type { mailbox as en } from '../en/mailbox.ts'

export const mailbox: typeof en = {
  title: 'Courrier',
  words: 'En développement, sans SMTP_URL, les e-mails arrivent ici au lieu d’être envoyés.',
  list: 'E-mails',
  to: 'À',
  pick: 'Choisissez un e-mail pour le lire ici',
  emptyHeading: 'Aucun e-mail pour l’instant',
  emptyWords:
    'Les codes de connexion et les notifications arrivent ici au lieu d’être envoyés. Demandez un code pour en voir un.',
}
