import { counter } from '../counting.ts'
import type { thread as en } from '../en/thread.ts'

const n = counter('de')

export const thread: typeof en = {
  label: 'Thema',
  close: 'Thema schließen',
  toList: 'Zurück zur Liste',
  mergedInto: (from, into) => `#${from} wurde mit diesem Thema, #${into}, zusammengeführt.`,
  edited: 'bearbeitet',
  history: {
    title: 'Wie dieser Beitrag bearbeitet wurde',
    show: (on) => `Bearbeitet am ${on}. Änderungen zeigen`,
    older: 'Frühere Änderungen zeigen',
    same: 'Der Wortlaut blieb gleich.',
    added: 'hinzugefügt',
    removed: 'entfernt',
  },
  locked: 'Geschlossen: nimmt keine Antworten an',
  copyLink: 'Link kopieren',
  linkCopied: 'Link kopiert',
  copyFailed:
    'Der Browser erlaubt das Kopieren nicht. Wählen Sie den Text aus und kopieren Sie ihn von Hand.',
  tags: 'Schlagwörter',
  addTags: 'Schlagwörter hinzufügen',
  setStatus: 'Status setzen',
  voters: 'Stimmen von',
  votersWords: (people, companies) =>
    companies > 0
      ? `${n(people, 'Person', 'Personen')} aus ${n(companies, 'Unternehmen', 'Unternehmen')}`
      : n(people, 'Person', 'Personen'),
  noVoters: 'Noch niemand',
  assignee: 'Zugewiesen an',
  onRoadmap: 'Roadmap',
  notOnRoadmap: 'Nicht auf der Roadmap',
  detached: 'Der Status wurde von Hand gesetzt und folgt dem Punkt nicht mehr.',
  mergedFrom: 'Enthält',
  reports: 'Meldungen',
  openReports: (count) => n(count, 'offene Meldung', 'offene Meldungen'),
  decisions: 'Entscheidungen',
  decisionFromTo: (from, to) => `${from} → ${to}`,
  takenBack: 'Zurückgenommen',
  takesBack: 'nimmt die vorige zurück',
  automatic: 'durch die Roadmap',
  official: 'Offizielle Antwort',
  accepted: 'Akzeptierte Antwort',
  story: 'Antworten und was geschah',
  noReplies: 'Noch hat niemand geantwortet. Die erste Antwort zählt am meisten.',
  moreStory: 'Mehr anzeigen',
  nested: (name) => `Antwort an ${name}`,
  origin: (number) => `aus #${number}`,
  statusEvent: 'hat den Status geändert',
  statusFirst: 'hat den Status gesetzt',
  mergedEvent: 'hat dies hierher zusammengeführt:',
  mergedVotes: (added, shared) => {
    const sum = n(added, 'Stimme kam hinzu', 'Stimmen kamen hinzu')
    return shared > 0
      ? `${sum}; ${n(shared, 'Person hatte', 'Personen hatten')} für beide gestimmt.`
      : `${sum}.`
  },
  roadmapEvent: 'hat es aufgenommen in den Roadmap-Punkt',
  roadmapOthers: (count) => `mit ${n(count, 'weiteren Idee', 'weiteren Ideen')}`,
  tombstone: (rule, name, day) =>
    `Entfernt nach Regel ${rule}, „${name}“, vom Team am ${day}. Der Verfasser kennt den Grund.`,
  deleted: 'Diese Antwort wurde von der Person gelöscht, die sie geschrieben hat.',
  showHidden: 'Was ausgeblendet wurde',
  hiddenReason: 'Die Begründung',
  putBack: 'Wieder zeigen',
  putBackDone: 'Der Beitrag ist wieder sichtbar.',
  notes: 'Notizen des Teams',
  notesWords: 'Nur das Team liest sie.',
  postMenu: (name) => `Mehr zum Beitrag von ${name}`,
  markOfficial: 'Zur offiziellen Antwort machen',
  unmarkOfficial: 'Nicht mehr die offizielle Antwort',
  markedOfficial: 'Das ist jetzt die offizielle Antwort',
  unmarkedOfficial: 'Das ist nicht mehr die offizielle Antwort',
  accept: 'Als Antwort akzeptieren',
  unaccept: 'Nicht mehr akzeptieren',
  acceptedNow: 'Als Antwort akzeptiert',
  acceptedNoMore: 'Die Antwort ist nicht mehr akzeptiert',
  hide: 'Mit Begründung ausblenden…',
  editOwn: 'Bearbeiten',
  editSave: 'Text speichern',
  editTitle: 'Titel',
  editText: 'Text',
  editStale:
    'Er wurde inzwischen geändert. So lautet er jetzt; Ihr Text steht unverändert darunter. Speichern Sie erneut, um ihn zu ersetzen.',
  modes: { reply: 'Antwort', official: 'Offizielle Antwort', note: 'Interne Notiz' },
  mode: 'Was Sie schreiben',
  placeholders: {
    reply: 'Öffentlich antworten, unter Ihrem Namen',
    official: 'Die Antwort des Teams, oben angezeigt',
    note: 'Das liest nur das Team',
  },
  send: { reply: 'Antworten', official: 'Offiziell antworten', note: 'Notiz behalten' },
  sent: {
    reply: 'Antwort veröffentlicht',
    official: 'Offizielle Antwort veröffentlicht',
    note: 'Notiz gespeichert',
  },
  preview: 'Vorschau',
  write: 'Schreiben',
  previewEmpty: 'Noch nichts zum Ansehen.',
  previewWaiting: 'Die Vorschau entsteht…',
  lockedWords: 'Dieses Thema ist geschlossen. Eine Notiz für das Team ist noch möglich.',
  keys: { reply: 'antworten', close: 'schließen' },
}
