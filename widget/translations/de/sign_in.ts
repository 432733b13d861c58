import type { SignInWords } from '../en/sign_in.ts'

const signIn: SignInWords = {
  title: 'Anmelden',
  intro: 'Wir senden Ihnen einen sechsstelligen Code. Ein Passwort brauchen Sie nicht.',
  ended: (kept) => `Ihre Sitzung ist beendet.${kept ? ' Ihr Text bleibt erhalten.' : ''}`,
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
  guest: {
    or: 'oder',
    offer: 'Als Gast fortfahren',
    offerHint: 'Ohne Adresse. Was Sie tun, gehört dann zu diesem Gerät, bis Sie sich anmelden.',
    title: 'Als Gast fortfahren',
    intro:
      'Sie machen von diesem Gerät aus mit und sind als Gast gekennzeichnet. Wenn Sie sich später anmelden, behalten Sie alles.',
    name: 'Ihr Name (freiwillig)',
    nameHint: 'Ohne Namen erscheinen Sie als „Gast“ mit einer Nummer.',
    badName: 'Wählen Sie einen anderen Namen: Dieser enthält ein Zeichen, das sich nicht anzeigen lässt.',
    working: 'Ihr Browser löst eine kleine Rechenaufgabe, die Bots fernhält. Das dauert ein paar Sekunden.',
    ready: 'Ihr Browser hat seine kleine Rechenaufgabe gelöst, die Bots fernhält.',
    enter: 'Fortfahren',
    entering: 'Einen Moment…',
    cancel: 'Abbrechen',
  },
}

export default signIn
