import { counter } from '../counting.ts'
import type { acts as en } from '../en/acts.ts'

const n = counter('de')

export const acts: typeof en = {
  undone: 'Rückgängig gemacht. Niemand hat davon erfahren.',
  undoOvertaken:
    'Das lässt sich nicht mehr rückgängig machen: Jemand hat es seither wieder geändert. Es bleibt, wie es jetzt ist.',
  undoHint: 'Sie können es 12 Sekunden lang rückgängig machen, bevor jemand davon erfährt.',
  status: 'Status',
  tag: 'Schlagwörter',
  merge: 'Zusammenführen',
  promote: 'In die Roadmap aufnehmen',
  promoteShort: 'Aufnehmen',
  assign: 'Zuweisen',
  threads: (count) => n(count, 'Thema', 'Themen'),

  statusTitle: (count, title) =>
    count === 1 ? `Status von „${title}“` : `Status von ${n(count, 'Thema', 'Themen')}`,
  statusWhich: 'Wie steht es jetzt darum?',
  statusNow: 'aktuell',
  statusNote: 'Warum, in Worten, die alle lesen',
  statusNoteHint: 'Steht im Thema und geht an alle, die dafür gestimmt oder es abonniert haben.',
  statusRead: 'Was alle lesen werden, die davon erfahren',
  statusLine: (title, status) => `„${title}“: ${status}`,
  statusLines: (status) =>
    `Ideen, die Sie geschrieben oder abonniert oder für die Sie gestimmt haben: ${status}`,
  statusTold: (people, ideas) => {
    const who = `wer die ${ideas === 1 ? 'Idee' : 'Ideen'} geschrieben, dafür gestimmt oder sie abonniert hat`
    if (people === undefined) return `Einmal, nach 12 Sekunden, erfährt davon, ${who}.`
    if (people === 0)
      return `Niemand erfährt davon: Niemand sonst hat die ${ideas === 1 ? 'Idee' : 'Ideen'} geschrieben, dafür gestimmt oder sie abonniert.`
    return `${n(people, 'Person erfährt', 'Personen erfahren')} davon einmal, nach 12 Sekunden: ${who}.`
  },
  statusOnlyIdeas: 'Nur Ideen haben einen Status. Die anderen ausgewählten Themen bleiben, wie sie sind.',
  statusDetaches: (following, all) =>
    all === 1
      ? 'Sie folgt einem Roadmap-Punkt; ein Status von Hand löst sie davon.'
      : `${n(following, 'Idee folgt', 'Ideen folgen')} einem Roadmap-Punkt; ein Status von Hand löst sie davon.`,
  statusAct: 'Status ändern',
  statusDone: (count, status, told) =>
    count === 1
      ? `Neuer Status: ${status}${told > 0 ? `. ${n(told, 'Person erfährt', 'Personen erfahren')} in 12 s davon` : ''}`
      : `Neuer Status für ${n(count, 'Idee', 'Ideen')}: ${status}`,
  statusMeanwhile: (by, status) =>
    `${by ?? 'Jemand'} hat inzwischen den Status „${status}“ gesetzt. Es wurde nichts geändert. Wählen Sie erneut, wenn es ein anderer sein soll.`,
  statusSkipped: (count) => `${n(count, 'Thema konnte', 'Themen konnten')} nicht geändert werden.`,

  tagTitle: (count) => `Schlagwörter von ${n(count, 'Thema', 'Themen')}`,
  tagFind: 'Schlagwort suchen',
  tagSome: 'an einigen',
  tagNone: 'Es gibt noch keine Schlagwörter.',
  tagNoneStep: 'In den Einstellungen anlegen',
  tagNoMatch: 'Kein Schlagwort heißt so.',
  tagFirst: (name, on) =>
    `„${name}“ ist ${on === 'all' ? 'gesetzt. Die Eingabetaste entfernt es' : `${on === 'some' ? 'an einigen gesetzt' : 'nicht gesetzt'}. Die Eingabetaste setzt es`}.`,
  tagAct: 'Schlagwörter speichern',
  tagDone: (count) => `Schlagwörter an ${n(count, 'Thema', 'Themen')} geändert`,

  mergeTitle: (count) => `${n(count, 'Thema', 'Themen')} zusammenführen`,
  mergeTitleInto: (title) => `„${title}“ mit einem anderen zusammenführen`,
  mergeInto: 'Welches bleibt?',
  mergeFind: 'Anderes Thema suchen',
  mergeFindHint: 'Nummer oder Wörter des Titels',
  mergeNothing: 'Kein Thema gefunden. Versuchen Sie andere Wörter.',
  mergeVotes: 'Die Stimmen werden vereint, jede Person zählt einmal.',
  mergeReplies: 'Die Antworten kommen in einem Verlauf zusammen und sagen, woher sie stammen.',
  mergeAddress: 'Die alten Adressen führen zum Thema, das bleibt.',
  mergeLeaves: (item) =>
    `„${item}“ auf der Roadmap verliert, was zusammengeführt wird: Das Thema, das bleibt, hängt an einem anderen Punkt.`,
  mergeTold: 'Wer das Zusammengeführte geschrieben, dafür gestimmt oder es abonniert hat, erfährt es einmal.',
  mergeFinal: 'Zusammengeführtes lässt sich nicht wieder trennen.',
  mergeRefused:
    'Nur Themen derselben Art lassen sich zusammenführen, und keines, das ausgeblendet oder schon zusammengeführt ist. Es wurde nichts geändert.',
  mergeAct: 'Zusammenführen',
  mergeDone: (count, title) => `${n(count, 'Thema', 'Themen')} mit „${title}“ zusammengeführt`,

  promoteTitle: (count) =>
    count === 1 ? 'In die Roadmap aufnehmen' : `${count} Ideen zu einem Punkt zusammenfassen`,
  promoteName: 'Name auf der Roadmap',
  promoteStage: 'Stufe',
  promoteOwner: 'Zuständig',
  promotePrivate: (people, ideas) =>
    people === 0
      ? 'Privat, bis Sie ihn veröffentlichen. Dann erfährt davon, wer die Ideen geschrieben hat, und die Ideen verweisen auf ihn.'
      : `Privat, bis Sie ihn veröffentlichen. Dann erfahren ${n(people, 'Person, die gestimmt hat', 'Personen, die gestimmt haben')}, und wer die ${ideas === 1 ? 'Idee' : 'Ideen'} geschrieben hat, einmal davon, und ${ideas === 1 ? 'die Idee verweist' : 'die Ideen verweisen'} auf ihn.`,
  promoteExisting: 'Bestehender Punkt…',
  promoteNew: 'Neuer Punkt…',
  promoteItem: 'Roadmap-Punkt',
  promoteItemPublished: (people) =>
    `Dieser Punkt ist veröffentlicht: Davon erfährt, wer die Ideen geschrieben hat${people === 0 ? '' : `, und ${n(people, 'Person, die gestimmt hat', 'Personen, die gestimmt haben')}`}, und die Ideen folgen seiner Stufe.`,
  promoteItemPrivate: 'Dieser Punkt ist privat: Niemand erfährt davon, bis Sie ihn veröffentlichen.',
  promoteNoItems: 'Die Roadmap hat noch keinen Punkt.',
  promoteTaken: (ideas) =>
    ideas
      ? `${ideas}: bereits an einem Roadmap-Punkt. Es wurde nichts geändert; nehmen Sie sie dort heraus oder lassen Sie sie hier weg.`
      : 'Eine der Ideen hängt bereits an einem Roadmap-Punkt. Es wurde nichts geändert.',
  promoteAddAct: 'Zum Punkt hinzufügen',
  promoteDone: (title) => `„${title}“ steht auf der Roadmap, privat`,
  promoteAdded: (count, title) => `${n(count, 'Idee', 'Ideen')} zu „${title}“ hinzugefügt`,
  promoteOnlyIdeas: 'Nur Ideen kommen auf die Roadmap. Nehmen Sie die anderen Themen aus der Auswahl.',

  assignTitle: (count) => `${n(count, 'Thema', 'Themen')} zuweisen`,
  assignTo: 'Wer kümmert sich darum?',
  assignDone: (count, name) => `${n(count, 'Thema', 'Themen')} an ${name} zugewiesen`,
  assignedNobody: (count) => `${n(count, 'Thema ist', 'Themen sind')} niemandem zugewiesen`,
  assignMe: 'ich',
}
