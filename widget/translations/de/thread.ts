import { counting } from '../counting.ts'
import type { ThreadWords } from '../en/thread.ts'
import compose from './compose.ts'
import report from './report.ts'
import unsent from './unsent.ts'

const { number, plural } = counting('de')

const somebody = 'Ehemaliges Mitglied'
/** Which of somebody’s posts it is, where that is not the first: „2. “. */
const nthOf = (nth = 1) => (nth === 1 ? '' : `${nth}.\u00a0`)
const ofWhom = (name: string) => (name === somebody ? 'eines ehemaligen Mitglieds' : `von ${name}`)

const thread: ThreadWords = {
  compose,
  report,
  unsent,
  edited: 'bearbeitet',
  history: {
    title: 'Wie dieser Beitrag bearbeitet wurde',
    show: (on) => `Bearbeitet am ${on}. Änderungen zeigen`,
    none: 'Er wurde nie bearbeitet.',
    older: 'Frühere Änderungen zeigen',
    same: 'Der Wortlaut blieb gleich.',
    added: 'hinzugefügt:',
    removed: 'entfernt:',
  },
  reactions: {
    names: {
      like: 'Daumen hoch',
      love: 'Herz',
      celebrate: 'Feiern',
      laugh: 'Lachen',
      think: 'Nachdenklich',
      eyes: 'Gespannt',
    },
    add: (name: string, nth?: number) => `Auf den ${nthOf(nth)}Beitrag ${ofWhom(name)} reagieren`,
    given: (what: string, times: number) => `${what}, ${times}`,
    on: (name: string, nth?: number) => `${nthOf(nth)}Beitrag ${ofWhom(name)}`,
    gave: (what: string) => `Reaktion hinzugefügt: ${what}.`,
    tookBack: (what: string) => `Reaktion zurückgenommen: ${what}.`,
  },
  asker: 'hat das Thema eröffnet',
  starter: 'hat das Thema eröffnet',
  votes: (count) => plural(count, 'Stimme', 'Stimmen'),
  votedMine: 'Sie haben dafür gestimmt.',
  story: (replies) =>
    replies ? `${plural(replies, 'Antwort', 'Antworten')} und was geschah` : 'Was geschah',
  storyOnly: (replies) => plural(replies, 'Antwort', 'Antworten'),
  noReplies: 'Noch keine Antworten',
  takesNone: 'Dieses Thema nimmt keine Antworten an.',
  noRepliesHint: 'Was Sie darüber wissen, hilft: ein eigener Fall, eine Zahl, eine Notlösung.',
  older: 'Mehr anzeigen',
  reply: 'Antworten',
  replyTo: (name, nth = 1) => {
    if (nth > 1) return `Auf den ${nthOf(nth)}Beitrag ${ofWhom(name)} antworten`
    return name === somebody ? 'Einem ehemaligen Mitglied antworten' : `${name} antworten`
  },
  replyingTo: (name) => `Ihre Antwort an ${name === somebody ? 'ein ehemaliges Mitglied' : name}`,
  goOn: (name) => `Antwort an ${name === somebody ? 'ein ehemaliges Mitglied' : name} fortsetzen`,
  yourReply: 'Ihre Antwort',
  quote: 'Zitieren',
  quoteOf: (name, nth) => `Zitieren: ${nthOf(nth)}Beitrag ${ofWhom(name)}`,
  wrote: (name) => `${name === somebody ? 'Ein ehemaliges Mitglied' : name} schrieb:`,
  save: 'Speichern',
  edit: 'Bearbeiten',
  editTitle: 'Titel',
  editBody: 'Text',
  fresh: 'neu',
  toFresh: (count) => plural(count, 'neue Antwort', 'neue Antworten'),
  toFreshOnes: 'Neue Antworten',
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
  threadRemoval: {
    title: 'Diesen Beitrag löschen?',
    text: 'Niemand wird ihn mehr lesen können, und er lässt sich nicht wiederherstellen.',
    answered:
      'Titel, Text und Ihr Name verschwinden und lassen sich nicht wiederherstellen. Die Antworten anderer bleiben.',
    verb: 'Beitrag löschen',
    cancel: 'Abbrechen',
  },
  threadRemoved: 'Ihr Beitrag ist gelöscht.',
  gone: 'Diese Antwort wurde von der Person gelöscht, die sie geschrieben hat.',
  more: (name, nth) => `Mehr zum ${nthOf(nth)}Beitrag ${ofWhom(name)}`,
  takenAway: 'Dieser Text wurde von der Person entfernt, die ihn geschrieben hat.',
  somebody,
  team: 'Das Team',
  posted: 'Ihre Antwort ist veröffentlicht.',
  saved: 'Ihre Änderungen sind gespeichert.',
  locked: 'Dieses Thema ist geschlossen und nimmt keine Antworten mehr an.',
  officialAbove: 'hat die offizielle Antwort gegeben; sie steht weiter oben.',
  accepted: 'Akzeptierte Antwort',
  accept: 'Als Antwort akzeptieren',
  acceptOf: (name, nth) => `Als Antwort akzeptieren: ${nthOf(nth)}Beitrag ${ofWhom(name)}`,
  unaccept: 'Nicht mehr akzeptieren',
  acceptedNow: 'Das ist jetzt die akzeptierte Antwort.',
  acceptedNoMore: 'Keine Antwort ist mehr akzeptiert.',
  acceptGone: 'Diese Antwort gibt es nicht mehr.',
  guest: 'Gast',
  forSite: (site) => `für ${site}`,
  origin: 'aus einem zusammengeführten Thema',
  changed: 'hat den Status geändert',
  setTo: 'hat den Status gesetzt',
  quoted: (title) => `„${title}“`,
  merged: ['hat ', ' mit diesem Thema zusammengeführt.'],
  mergedAnother: 'hat ein anderes Thema mit diesem zusammengeführt.',
  mergedVotes: (added, total, shared) =>
    `${number(added)} von ${plural(total, 'Stimme', 'Stimmen')} ${added === 1 ? 'kam' : 'kamen'} hinzu${shared ? `; ${plural(shared, 'Person hatte', 'Personen hatten')} für beide gestimmt` : ''}.`,
  roadmapped: ['Gehört jetzt zum Roadmap-Punkt ', ''],
  withIdeas: (count) => `, mit ${plural(count, 'weiteren Idee', 'weiteren Ideen')}`,
  tombstone: (rule, name) => `Entfernt nach Regel ${rule}, „${name}“, vom Team am `,
  tombstoneEnd: '. Wer es geschrieben hat, kennt den Grund.',
  about: 'Über dieses Thema',
  onRoadmap: 'Auf der Roadmap',
  expected: (month) => `erwartet für ${month}`,
  similar: 'Ähnlich',
  movedHere: 'Das gesuchte Thema wurde mit diesem zusammengeführt.',
  empty: 'Schreiben Sie zuerst etwas.',
  titleShort: 'Geben Sie einen Titel mit mindestens 4 Zeichen ein.',
  changedMeanwhile:
    'Dieser Beitrag wurde inzwischen an anderer Stelle geändert. Ihr Text bleibt hier erhalten; vergleichen Sie und speichern Sie erneut.',
  mergedMeanwhile:
    'Während Sie schrieben, wurde das Thema mit diesem zusammengeführt. Ihr Text bleibt hier erhalten; lesen Sie, was schon gesagt wurde, und senden Sie ihn erneut.',
  parentGone:
    'Die Antwort, auf die Sie antworten wollten, ist nicht mehr da. Ihr Text bleibt erhalten; senden Sie ihn erneut, und er steht unter der Antwort davor.',
  missing: 'Hier ist nichts',
  missingHint:
    'Dieses Thema wurde entfernt oder ist Ihnen nicht zugänglich. Vielleicht finden Sie in der Liste, was Sie suchen.',
}

export default thread
