import type { SignInWords } from '../en/sign_in.ts'

const signIn: SignInWords = {
  title: 'Anmelden',
  intro: 'Wir senden Ihnen einen sechsstelligen Code. Ein Passwort brauchen Sie nicht.',
  email: 'Ihre E-Mail-Adresse',
  send: 'Code senden',
  codeTitle: 'Code eingeben',
  codeIntro: (email) =>
    `Wir haben sechs Ziffern an ${email} gesendet. Sie gelten zehn Minuten, auf diesem Gerät.`,
  code: 'Code',
  confirm: 'Anmelden',
  other: 'Andere Adresse verwenden',
  again: 'Neuen Code senden',
  sentAgain: 'Ein neuer Code ist unterwegs.',
  close: 'Schließen',
  badEmail: 'Geben Sie die ganze Adresse ein, zum Beispiel lea@example.org.',
  badCode: 'Geben Sie die sechs Ziffern aus der E-Mail ein.',
  refused:
    'Dieser Code stimmt nicht oder ist abgelaufen. Sehen Sie in der neuesten E-Mail nach, oder lassen Sie sich einen neuen Code senden.',
  elsewhere: 'Melden Sie sich zuerst auf dieser Seite an',
  elsewhereHint: (site) =>
    `${site} meldet Sie mit Ihrem hiesigen Konto an. Melden Sie sich oben auf der Seite an und kommen Sie dann zurück; was Sie geschrieben haben, bleibt erhalten.`,
}

export default signIn
