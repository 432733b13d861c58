import type { signIn as en } from '../en/sign_in.ts'

export const signIn: typeof en = {
  title: (site) => `Bei ${site} anmelden`,
  linkReady: 'Ihr Anmeldelink ist bereit.',
  linkOnce: 'Er gilt einmal, 30 Minuten lang.',
  button: 'Anmelden',
  linkSpent:
    'Dieser Link wurde schon benutzt oder ist älter als 30 Minuten. Lassen Sie sich einen neuen geben: npm run site -- owner-link, oder nehmen Sie unten Ihre E-Mail-Adresse.',
  email: 'E-Mail-Adresse',
  emailHint: 'Wir senden Ihnen einen Code mit sechs Ziffern.',
  emailWrong: 'Das sieht nicht nach einer E-Mail-Adresse aus.',
  send: 'Code anfordern',
  sent: (email) => `Wenn ${email} zum Team gehört, ist ein Code unterwegs.`,
  code: 'Code mit sechs Ziffern',
  codeWrong:
    'Dieser Code stimmt nicht oder ist älter als zehn Minuten. Prüfen Sie ihn oder fordern Sie einen neuen an.',
  codeShort: 'Der Code hat sechs Ziffern.',
  otherEmail: 'Andere Adresse verwenden',
  newCode: 'Neuen Code senden',
  notTeam: 'Dieses Konto gehört nicht zum Team dieser Website.',
}
