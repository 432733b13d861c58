import { counting } from '../counting.ts'
import type { ThreadWords } from '../en/thread.ts'
import compose from './compose.ts'
import report from './report.ts'

const { number, plural } = counting('de')

const thread: ThreadWords = {
  compose,
  report,
  edited: 'bearbeitet',
  history: {
    title: 'Wie dieser Beitrag bearbeitet wurde',
    show: (on) => `Bearbeitet am ${on}. Änderungen zeigen`,
    none: 'Er wurde nie bearbeitet.',
    older: 'Frühere Änderungen zeigen',
    same: 'Der Wortlaut blieb gleich.',
    added: 'hinzugefügt',
    removed: 'entfernt',
  },
  asker: 'hat das Thema eröffnet',
  starter: 'hat das Thema eröffnet',
  votes: (count) => plural(count, 'Stimme', 'Stimmen'),
  votedMine: 'Sie haben dafür gestimmt.',
  story: (replies) =>
    replies ? `${plural(replies, 'Antwort', 'Antworten')} und was geschah` : 'Was geschah',
  storyOnly: (replies) => plural(replies, 'Antwort', 'Antworten'),
  noReplies: 'Noch keine Antworten',
  noRepliesHint: 'Was Sie darüber wissen, hilft: ein eigener Fall, eine Zahl, ein Umweg.',
  older: 'Mehr anzeigen',
  reply: 'Antworten',
  replyTo: (name) => `${name} antworten`,
  replyingTo: (name) => `Ihre Antwort an ${name}`,
  yourReply: 'Ihre Antwort',
  save: 'Speichern',
  edit: 'Bearbeiten',
  editTitle: 'Titel',
  editBody: 'Text',
  follow: 'Abonnieren',
  unfollow: 'Abbestellen',
  copy: 'Link kopieren',
  copied: 'Link kopiert',
  reportIt: 'Melden',
  remove: 'Löschen',
  removal: {
    title: 'Diese Antwort löschen?',
    text: 'Niemand wird sie mehr lesen können, und sie lässt sich nicht wiederherstellen.',
    answered:
      'Ihr Name und Ihr Text verschwinden und lassen sich nicht wiederherstellen. Weil andere darauf geantwortet haben, bleibt die Stelle sichtbar.',
    verb: 'Antwort löschen',
    cancel: 'Abbrechen',
  },
  removed: 'Ihre Antwort ist gelöscht.',
  gone: 'Diese Antwort wurde von der Person gelöscht, die sie geschrieben hat.',
  more: (name) => `Mehr zum Beitrag von ${name}`,
  somebody: 'Ehemaliges Mitglied',
  team: 'Das Team',
  posted: 'Ihre Antwort ist veröffentlicht.',
  saved: 'Ihre Änderungen sind gespeichert.',
  locked: 'Dieses Thema ist geschlossen und nimmt keine Antworten mehr an.',
  officialAbove: 'hat die offizielle Antwort gegeben; sie steht weiter oben.',
  accepted: 'Akzeptierte Antwort',
  accept: 'Als Antwort akzeptieren',
  acceptOf: (name) => `Die Antwort von ${name} akzeptieren`,
  unaccept: 'Nicht mehr akzeptieren',
  acceptedNow: 'Das ist jetzt die akzeptierte Antwort.',
  acceptedNoMore: 'Keine Antwort ist mehr akzeptiert.',
  acceptGone: 'Diese Antwort gibt es nicht mehr.',
  guest: 'Gast',
  forSite: (site) => `für ${site}`,
  origin: 'aus einem zusammengeführten Thema',
  changed: 'hat den Status geändert',
  setTo: 'hat den Status gesetzt',
  merged: ['hat ', ' mit dieser Idee zusammengeführt.'],
  mergedVotes: (added, total, shared) =>
    `${number(added)} von ${plural(total, 'Stimme', 'Stimmen')} ${added === 1 ? 'kam' : 'kamen'} hinzu${shared ? `; ${plural(shared, 'Person hatte', 'Personen hatten')} für beide gestimmt` : ''}.`,
  roadmapped: ['Gehört jetzt zum Roadmap-Punkt ', ''],
  withIdeas: (count) => `, mit ${plural(count, 'weiteren Idee', 'weiteren Ideen')}`,
  tombstone: (rule, name) => `Entfernt nach Regel ${rule}, „${name}“, vom Team am `,
  tombstoneEnd: '. Der Verfasser kennt den Grund.',
  about: 'Über dieses Thema',
  onRoadmap: 'Auf der Roadmap',
  expected: (month) => `erwartet für ${month}`,
  similar: 'Ähnlich',
  movedHere: 'Die gesuchte Idee wurde mit dieser zusammengeführt.',
  empty: 'Schreiben Sie zuerst etwas.',
  changedMeanwhile:
    'Dieser Beitrag wurde inzwischen an anderer Stelle geändert. Ihr Text bleibt hier erhalten; vergleichen Sie und speichern Sie erneut.',
  mergedMeanwhile:
    'Diese Idee wurde mit einer anderen zusammengeführt. Ihr Text bleibt erhalten; öffnen Sie die andere Idee und veröffentlichen Sie ihn dort.',
}

export default thread
