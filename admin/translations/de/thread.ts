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
    added: 'hinzugefügt:',
    removed: 'entfernt:',
  },
  locked: 'Geschlossen: nimmt keine Antworten an',
  lock: 'Für Antworten schließen',
  unlock: 'Wieder für Antworten öffnen',
  lockDone: 'Ab jetzt kann niemand mehr antworten.',
  unlockDone: 'Antworten sind wieder möglich.',
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
  mergedAnother: 'hat ein anderes Thema mit diesem zusammengeführt:',
  mergedVotes: (added, shared) => {
    const sum = n(added, 'Stimme kam hinzu', 'Stimmen kamen hinzu')
    return shared > 0
      ? `${sum}; ${n(shared, 'Person hatte', 'Personen hatten')} für beide gestimmt.`
      : `${sum}.`
  },
  roadmapEvent: 'hat es aufgenommen in den Roadmap-Punkt',
  roadmapOthers: (count) => `mit ${n(count, 'weiteren Idee', 'weiteren Ideen')}`,
  tombstone: (rule, name, day) =>
    `Entfernt nach Regel ${rule}, „${name}“, vom Team am ${day}. Wer es geschrieben hat, kennt den Grund.`,
  reactions: 'Reaktionen',
  reaction: {
    like: 'Daumen hoch',
    love: 'Herz',
    celebrate: 'Feiern',
    laugh: 'Lachen',
    think: 'Nachdenklich',
    eyes: 'Gespannt',
  },
  deletedOpening: 'Dieser Text wurde von der Person entfernt, die ihn geschrieben hat.',
  deleted: 'Diese Antwort wurde von der Person gelöscht, die sie geschrieben hat.',
  showHidden: 'Was ausgeblendet wurde',
  hiddenReason: 'Die Begründung',
  putBack: 'Wieder zeigen',
  putBackTitle: (author) =>
    author ? `Den Beitrag von ${author} wieder zeigen?` : 'Diesen Beitrag wieder zeigen?',
  putBackWords:
    'Alle, die dieses Thema lesen dürfen, können den Beitrag sofort wieder lesen. Wer ihn geschrieben hat, erfährt davon, außer wenn die Person vom Ausblenden noch nichts erfahren hatte.',
  putBackAlready: 'Jemand anderes zeigt diesen Beitrag schon wieder. Es bleibt nichts zu tun.',
  putBackDone: 'Der Beitrag ist wieder sichtbar.',
  notes: 'Notizen des Teams',
  notesWords: 'Nur das Team liest sie.',
  moreNotes: 'Weitere Notizen anzeigen',
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
  quote: 'Zitieren',
  wrote: (name) => `${name} schrieb:`,
  editOwn: 'Bearbeiten',
  editSave: 'Text speichern',
  editTitle: 'Titel',
  editText: 'Text',
  editStale:
    'Er wurde inzwischen geändert. So lautet er jetzt; Ihr Text steht unverändert darunter. Speichern Sie erneut, um ihn zu ersetzen.',
  editBegun:
    'Sie haben begonnen, dies zu bearbeiten. Ihr Text liegt auf diesem Gerät und ist noch nicht gespeichert.',
  editGoOn: 'Weiter bearbeiten',
  removal: {
    open: 'Löschen…',
    reply: {
      title: 'Diese Antwort löschen?',
      text: 'Niemand wird sie mehr lesen können, und sie lässt sich nicht wiederherstellen.',
      answered: (seen) =>
        `Andere haben darauf geantwortet, deshalb bleibt ihre Stelle. Dort lesen alle: ${seen} Ihr Text und Ihr Name verschwinden und lassen sich nicht wiederherstellen.`,
      verb: 'Antwort löschen',
      done: 'Ihre Antwort ist gelöscht.',
    },
    opening: {
      title: 'Dieses Thema löschen?',
      text: 'Niemand wird es mehr finden oder lesen können, und es lässt sich nicht wiederherstellen.',
      answered: (seen) =>
        `Andere haben geantwortet, deshalb bleibt das Thema für ihre Antworten und nimmt keine neuen an. An Stelle Ihres Textes lesen alle: ${seen} Titel, Text und Ihr Name verschwinden und lassen sich nicht wiederherstellen.`,
      verb: 'Thema löschen',
      done: 'Ihr Thema ist gelöscht.',
    },
    official: 'Sie ist die offizielle Antwort: Das Thema hat danach keine.',
    accepted: 'Sie ist die akzeptierte Antwort: Die Frage hat danach keine.',
    othersTookPart:
      'Es gehört nicht mehr Ihnen allein: Andere haben dafür gestimmt, es steht auf der Roadmap, ein anderes Thema wurde damit zusammengeführt oder es hat einen Status. Den Text können Sie weiterhin bearbeiten.',
  },
  modes: { reply: 'Antwort', official: 'Offizielle Antwort', note: 'Interne Notiz' },
  modesShort: { reply: 'Antwort', official: 'Offizielle', note: 'Notiz' },
  mode: 'Was Sie schreiben',
  placeholders: {
    reply: 'Öffentlich antworten, unter Ihrem Namen',
    official: 'Die Antwort des Teams, oben angezeigt',
    note: 'Das liest nur das Team',
  },
  send: { reply: 'Antworten', official: 'Offiziell antworten', note: 'Notiz speichern' },
  sent: {
    reply: 'Antwort veröffentlicht',
    official: 'Offizielle Antwort veröffentlicht',
    note: 'Notiz gespeichert',
  },
  preview: 'Vorschau',
  write: 'Schreiben',
  previewEmpty: 'Noch nichts zum Ansehen.',
  previewWaiting: 'Die Vorschau entsteht…',
  officialInstead: 'Sie ersetzt die jetzige offizielle Antwort, die unter den Antworten stehen bleibt.',
  lockedWords: 'Dieses Thema ist geschlossen. Eine Notiz für das Team ist noch möglich.',
  keys: { reply: 'antworten', close: 'schließen' },
}
