import { counting } from '../counting.ts'
import type { MeWords } from '../en/me.ts'
import { noStop, oneStop } from '../one_stop.ts'

const { plural } = counting('de')

const me: MeWords = {
  label: 'Mein Konto',
  parts: {
    '': 'Mitteilungen',
    posts: 'Meine Beiträge',
    votes: 'Meine Stimmen',
    follows: 'Abonniert',
    decisions: 'Entscheidungen',
    settings: 'Einstellungen',
  },
  since: (month) => `Dabei seit ${month}.`,
  signInFirst: 'Melden Sie sich an, um dies zu sehen',
  signInHint: 'Ihre Mitteilungen, Beiträge und Stimmen stehen hier, sobald Sie angemeldet sind.',
  markAll: 'Alle als gelesen markieren',
  allRead: 'Alle Mitteilungen sind gelesen.',
  unread: 'ungelesen',
  somebody: 'Jemand',
  removedThread: 'ein entferntes Thema',
  told: {
    status: ['', ' hat jetzt den Status „', '“.'],
    roadmap: ['', ' steht auf der Roadmap, unter „', '“.'],
    reply: ['', ' hat geantwortet in ', '.'],
    mention: ['', ' hat Sie erwähnt in ', '.'],
    thread: ['', ' hat ein Thema eröffnet: ', '.'],
    official: ['', ' hat die offizielle Antwort gegeben in ', '.'],
    accepted: ['', ' hat Ihre Antwort in ', ' akzeptiert.'],
    merged: ['', ' vereint jetzt auch eine Idee, die Sie verfasst oder für die Sie gestimmt haben.', ''],
    ruling: ['Ihr Beitrag in ', ' wurde entfernt. Den Grund finden Sie bei den Entscheidungen.', ''],
    lifted: ['Ihr Beitrag in ', ' ist wieder zu lesen. Die Entscheidung wurde zurückgenommen.', ''],
  },
  suspended: (until) =>
    until
      ? `Sie sind hier bis zum ${until}${/\d$/.test(until) ? ' Uhr' : ''} gesperrt: Sie können lesen, aber nichts veröffentlichen, nicht antworten und nicht abstimmen.`
      : 'Sie sind hier bis auf Weiteres gesperrt: Sie können lesen, aber nichts veröffentlichen, nicht antworten und nicht abstimmen.',
  suspendedWhy: (rule) => `Das Team hat dies nach folgender Regel entschieden: ${oneStop(rule)}`,
  toldSuspended: (until) =>
    `Das Team hat Sie hier ${until ? `bis zum ${until}` : 'bis auf Weiteres'} gesperrt.`,
  because: (rule) => `${noStop(rule)}:`,
  suspensionLifted: 'Ihre Sperre ist aufgehoben. Sie können wieder veröffentlichen, antworten und abstimmen.',
  quote: (text) => `„${text}“`,
  toDecisions: 'Entscheidung lesen',
  none: {
    '': [
      'Noch nichts mitzuteilen',
      'Hier erfahren Sie, wenn Ihnen jemand antwortet, wenn es in Ihren Abonnements Neues gibt und wenn über eine Idee entschieden wird, für die Sie gestimmt haben.',
    ],
    posts: [
      'Sie haben noch nichts veröffentlicht',
      'Sagen Sie, was Ihnen helfen würde, oder antworten Sie auf eine Frage.',
    ],
    votes: [
      'Sie haben noch nicht abgestimmt',
      'Stimmen Sie für die Ideen, die Sie brauchen. Sie erfahren von jeder Entscheidung darüber.',
    ],
    decisions: [
      'Keine Entscheidungen über Ihre Beiträge',
      'Falls das Team einmal etwas von Ihnen entfernt, lesen Sie hier den Grund und können es anders formuliert erneut veröffentlichen.',
    ],
  },
  mail: {
    title: 'Per E-Mail',
    kinds: {
      follows: 'Neues in meinen Abonnements',
      mentions: 'Wenn mich jemand erwähnt',
      statuses: 'Der Status meiner Ideen und derer, für die ich gestimmt habe',
      officials: 'Offizielle Antworten',
    },
    cadences: { soon: 'Sofort', day: 'Täglich', week: 'Wöchentlich', none: 'Nicht per E-Mail' },
    decisions: 'Entscheidungen über Ihre eigenen Beiträge erhalten Sie immer.',
    hours: 'Tägliche E-Mails gehen um 7 Uhr UTC hinaus, wöchentliche montags.',
  },
  follows: {
    threads: 'Abonnierte Themen',
    noThreads:
      'Noch keine. Wählen Sie unter einem Thema „Abonnieren“, dann erfahren Sie von jeder neuen Antwort.',
    own: 'Themen abonnieren, die ich eröffne oder in denen ich antworte',
    ownHint: 'Gilt ab jetzt. Was Sie schon abonniert haben, bleibt, wie es ist.',
    boards: 'Bereiche',
    boardsHint: 'In einem abonnierten Bereich erfahren Sie von jedem neuen Thema.',
    start: 'Abonnieren',
    stop: 'Abbestellen',
    of: (verb, what) => `${verb}: ${what}`,
  },
  toIdeas: 'Zu den Ideen',
  opening: 'Thema eröffnet',
  reply: 'Antwort in',
  removed: 'entfernt',
  more: 'Mehr anzeigen',
  decision: { opening: 'Eine Entscheidung über Ihr Thema', reply: 'Eine Entscheidung über Ihre Antwort' },
  number: (count) => `Nr.\u00a0${count}`,
  what: 'Was entschieden wurde',
  whatOpening: 'Ihr Thema wurde entfernt',
  whatReply: 'Ihre Antwort wurde entfernt',
  from: ' aus ',
  on: ' am ',
  whatElse: 'Sonst ändert sich nichts: Sie können wie bisher schreiben, abstimmen und antworten.',
  lifted: (date) => `Das Team hat dies am ${date} zurückgenommen: Ihre Worte sind wieder zu lesen.`,
  wrote: 'Was Sie geschrieben haben',
  why: 'Warum',
  rule: (number, name) => `Regel ${number}, ${name}`,
  who: 'Wer entschieden hat',
  by: (name) => `${name}, aus dem Team. Keine automatische Prüfung war beteiligt.`,
  team: 'Eine Person',
  again: 'Umformulieren und erneut veröffentlichen',
  profile: 'Name und Bild',
  managed: (site) => `Ihr Name und Ihr Bild kommen aus Ihrem Konto bei ${site}.`,
  name: 'Name',
  nameEmpty: 'Geben Sie den Namen ein, den andere sehen sollen.',
  save: 'Speichern',
  saved: 'Gespeichert.',
  picture: 'Bild',
  choose: 'Bild auswählen',
  drop: 'Bild entfernen',
  pictureHint: 'PNG, JPEG, WebP oder GIF, höchstens 5 MB.',
  pictureLarge: 'Dieses Bild ist größer als 5 MB. Wählen Sie ein kleineres; es hat sich nichts geändert.',
  pictureWrong: 'Diese Datei ist kein Bild, das wir lesen können. Wählen Sie PNG, JPEG, WebP oder GIF.',
  language: 'Sprache',
  languageHint: 'Gilt für diesen Bereich auf diesem Gerät und für unsere Nachrichten an Sie.',
  signOut: 'Abmelden',
  signedInAs: (email) => `Angemeldet als ${email}.`,
  signedOut: 'Sie sind abgemeldet.',
  posts: (count) => plural(count, 'Beitrag', 'Beiträge'),
  guest: {
    label: 'Gast',
    here: 'Sie sind hier als Gast auf diesem Gerät.',
    keep: 'Anmelden, um Ihre Stimmen überall zu behalten',
    kept: 'Sie sind angemeldet. Ihre Stimmen und Beiträge haben Sie jetzt überall.',
    leaving:
      'Wenn Sie sich abmelden, vergisst Sie dieses Gerät. Ihre Stimmen und Beiträge bleiben, aber Sie können sie nicht mehr ändern.',
  },
}

export default me
