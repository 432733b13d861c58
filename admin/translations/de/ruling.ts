import { noStop } from '../../../widget/translations/one_stop.ts'
import type { ruling as en } from '../en/ruling.ts'

export const ruling: typeof en = {
  title: (kind, author) =>
    kind === 'reply' ? `Antwort von ${author} ausblenden` : `Beitrag von ${author} ausblenden`,
  revision: (revision) => `Fassung ${revision}`,
  which: 'Gegen welche Regel verstößt es?',
  noRules: 'Es gibt noch keine Regel. Ausblenden lässt sich nur nach einer Regel, die alle lesen können.',
  noRulesStep: 'Regeln schreiben',
  why: (author) => `Warum, in Worten, die ${author} lesen wird`,
  whyHint: 'Sagen Sie, welche Worte gegen die Regel verstoßen und was stattdessen stehen darf.',
  whyMissing: 'Bitte sagen Sie, warum. Die Person liest es.',
  ruleMissing: 'Bitte wählen Sie die Regel.',
  willRead: (author) => `Was ${author} lesen wird`,
  read: {
    removed: (title) => `Ihr Beitrag in „${title}“ wurde entfernt.`,
    rule: (number, name) => `Entschieden nach Regel ${number}, „${noStop(name)}“:`,
    quote: (text) => `„${text}“`,
    decided: (name) => `Entschieden von ${name} aus dem Team. Keine automatische Prüfung war beteiligt.`,
    instead:
      'An seiner Stelle lesen andere, dass er entfernt wurde und nach welcher Regel. Die ganze Entscheidung mit Ihrem Text finden Sie in der Community.',
  },
  judged: 'Der Text, über den Sie entscheiden',
  reasonHere: 'Ihre Begründung steht dann hier.',
  othersSee: 'Was andere an dieser Stelle sehen werden',
  place: (rule, name, day) =>
    `Entfernt nach Regel ${rule}, „${name}“, vom Team am ${day}. Wer es geschrieben hat, kennt den Grund.`,
  placeOpen:
    'Die Zeile nennt die Regel, die Sie wählen, und sagt, dass die Person, die es geschrieben hat, den Grund kennt.',
  afterwards: 'Danach',
  undo: 'Sie können es 12 Sekunden lang rückgängig machen, bevor jemand davon erfährt.',
  closes: (count) =>
    count === 1 ? 'Die Meldung wird geschlossen.' : `Die ${count} Meldungen werden geschlossen.`,
  logged: 'Das Protokoll hält fest, wer wann und warum entschieden hat.',
  still: (revision) => `Das ist Fassung ${revision}, der Beitrag, wie er jetzt ist`,
  hidden: (by, rule, name) =>
    `${by ?? 'Jemand'} hat diesen Beitrag schon ausgeblendet, nach Regel ${rule}, „${noStop(name)}“. Es bleibt nichts zu tun.`,
  changed: (revision) =>
    `Der Text wurde geändert, während Sie lasen: Das ist jetzt Fassung ${revision}. Es wurde nichts ausgeblendet. Lesen Sie sie und entscheiden Sie dann neu.`,
  newer: 'Der Text, wie er jetzt lautet',
  gone: 'Dieser Beitrag wurde gelöscht. Es bleibt nichts zu tun.',
  act: 'Ausblenden',
  done: (author) => `Der Beitrag von ${author} ist ausgeblendet`,
}
