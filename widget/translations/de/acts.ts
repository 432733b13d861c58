import { counting } from '../counting.ts'
import type { Acts } from '../en/acts.ts'
import { waiting } from '../waiting.ts'
import refusals from './refusals.ts'

const { number, plural } = counting('de')
const wait = waiting('de')

const acts: Acts = {
  account: 'Mein Konto',
  notifications: (count) => (count ? `Mitteilungen, ${number(count)} ungelesen` : 'Mitteilungen'),
  voted: (count) => `Stimme gezählt, ${plural(count, 'Stimme', 'Stimmen')}.`,
  unvoted: (count) => `Stimme zurückgenommen, ${plural(count, 'Stimme', 'Stimmen')}.`,
  newSince: 'Neue Antworten',
  followBoard: 'Diesen Bereich abonnieren',
  leaveBoard: 'Diesen Bereich abbestellen',
  followed: { thread: 'Sie haben dieses Thema abonniert.', board: 'Sie haben diesen Bereich abonniert.' },
  unfollowed: { thread: 'Sie haben dieses Thema abbestellt.', board: 'Sie haben diesen Bereich abbestellt.' },
  added: (count) => `${number(count)} weitere werden angezeigt.`,
  listed: (threads, more, near) =>
    near
      ? `Nichts gefunden. Was dem nahekommt: ${threads}.`
      : `${more ? 'Mehr als ' : ''}${threads} in der Liste.`,
  fresh: {
    idea: (count) => plural(count, 'neue Idee', 'neue Ideen'),
    question: (count) => plural(count, 'neue Frage', 'neue Fragen'),
    discussion: (count) => plural(count, 'neue Diskussion', 'neue Diskussionen'),
    announcement: (count) => plural(count, 'neue Ankündigung', 'neue Ankündigungen'),
  },
  moreThan: (words) => `Mehr als ${words}`,
  newReplies: (count) => plural(count, 'neue Antwort', 'neue Antworten'),
  changes: (count) => plural(count, 'Änderung', 'Änderungen'),
  answerAccepted: 'Eine Antwort wurde akzeptiert',
  live: {
    pause: 'Live-Aktualisierung anhalten',
    resume: 'Live-Aktualisierung fortsetzen',
    paused: 'Angehalten. Nichts ändert sich mehr von selbst.',
    resumed: 'Die Live-Aktualisierung läuft wieder.',
  },
  otherWriter: (name) => `Jetzt ist ${name} angemeldet. Es wurde nichts gesendet.`,
  upToDate: 'Alles ist aktuell.',
  empty: {
    idea: [
      'Noch keine Ideen',
      'Hier ist Platz für das, was Ihnen helfen würde. Die erste Idee kann Ihre sein, und andere können für sie stimmen.',
    ],
    question: [
      'Noch keine Fragen',
      'Fragen Sie, was Sie nicht finden. Das Team und andere Mitglieder antworten hier.',
    ],
    discussion: [
      'Noch keine Diskussionen',
      'Hier sprechen Sie mit dem Team und anderen Mitgliedern. Das erste Wort kann Ihres sein.',
    ],
    announcement: ['Noch keine Ankündigungen', 'Hier erfahren Sie vom Team, was sich ändert.'],
  },
  nothing: ['Nichts gefunden', 'Versuchen Sie es mit weniger Wörtern oder setzen Sie die Filter zurück.'],
  clear: 'Filter zurücksetzen',
  inReply: (author: string | null) => (author ? `In einer Antwort von ${author}:` : 'In einer Antwort:'),
  near: (words) => `Nichts zu „${words}“ gefunden. Das kommt dem nahe:`,
  unknownBoard:
    'Diesen Bereich gibt es nicht, oder er ist für Sie nicht zugänglich. Wählen Sie oben einen anderen.',
  elsewhere: 'In anderen Bereichen gefunden:',
  nothingFor: (words) => `Nichts zu „${words}“ gefunden`,
  otherWords:
    'Versuchen Sie es mit weniger oder anderen Wörtern. Hat noch niemand darüber geschrieben, machen Sie den Anfang.',
  searchAll: 'Ohne Filter suchen',
  clearSearch: 'Suche zurücksetzen',
  close: 'Schließen',
  loading: 'Wird geladen…',
  limited: (seconds) =>
    `Das war viel in kurzer Zeit. Nichts ist verloren; versuchen Sie es in ${wait(seconds)} noch einmal.`,
  problems: {
    ...refusals,
    offline:
      'Der Server ist nicht erreichbar. Nichts ist verloren; prüfen Sie Ihre Verbindung und versuchen Sie es erneut.',
    framed:
      'Diese Seite steht in einem abgeschotteten Rahmen ohne eigene Adresse, in dem sich nichts laden lässt. Öffnen Sie sie in einem eigenen Fenster; wer sie erstellt hat, kann dem Rahmen „allow-same-origin“ geben.',
    internal: 'Bei uns ist etwas schiefgegangen. Nichts ist verloren; versuchen Sie es gleich noch einmal.',
    rate_limited:
      'Das war viel in kurzer Zeit. Nichts ist verloren; versuchen Sie es in ein paar Minuten noch einmal.',
    unauthenticated:
      'Sie sind nicht mehr angemeldet. Nichts ist verloren; melden Sie sich an und versuchen Sie es erneut.',
    other_writer: 'Inzwischen ist jemand anderes angemeldet. Es wurde nichts gesendet.',
    suspended:
      'Sie sind hier derzeit gesperrt: Sie können lesen, aber nichts veröffentlichen, nicht antworten und nicht abstimmen. Den Grund und die Dauer finden Sie auf Ihrer Seite. Was Sie geschrieben haben, bleibt erhalten.',
    forbidden: 'Das ist Ihnen hier nicht möglich. Es hat sich nichts geändert.',
    others_took_part:
      'Andere wünschen sich das auch, oder das Team hat schon darüber entschieden: Der Beitrag gehört nicht mehr Ihnen allein. Bearbeiten können Sie ihn weiterhin.',
    not_found: 'Das gibt es hier nicht, oder es ist Ihnen nicht zugänglich. Suchen Sie es in der Liste.',
  },
}

export default acts
