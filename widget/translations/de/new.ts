import { counting } from '../counting.ts'
import type { NewWords } from '../en/new.ts'
import compose from './compose.ts'

const { plural } = counting('de')

const fresh: NewWords = {
  compose,
  kinds: {
    idea: {
      name: 'Idee',
      heading: 'Neue Idee',
      purpose: 'Ein Wunsch pro Idee, damit andere genau dafür stimmen können.',
      title: 'Was würde Ihnen helfen?',
      body: 'Was geschieht heute, und was kostet es Sie?',
      send: 'Idee veröffentlichen',
      posted: 'Ihre Idee ist veröffentlicht.',
    },
    question: {
      name: 'Frage',
      heading: 'Frage stellen',
      purpose:
        'Das Team und andere Mitglieder antworten. Schreiben Sie, was Sie schon versucht haben, damit es Ihnen niemand zweimal rät.',
      title: 'Was möchten Sie wissen?',
      body: 'Was haben Sie versucht, und was ist geschehen?',
      send: 'Frage veröffentlichen',
      posted: 'Ihre Frage ist veröffentlicht.',
    },
    discussion: {
      name: 'Diskussion',
      heading: 'Neue Diskussion',
      purpose: 'Für alles, was weder Wunsch noch Frage ist.',
      title: 'Worum geht es?',
      body: 'Was möchten Sie sagen?',
      send: 'Diskussion veröffentlichen',
      posted: 'Ihre Diskussion ist veröffentlicht.',
    },
  } as NewWords['kinds'],
  similarIdeas: 'Ist es eine von diesen? Eine Stimme zählt so viel wie eine neue Idee.',
  similarOthers: 'Steht Ihre Antwort schon hier?',
  similarFound: (count) => `${plural(count, 'ähnliches Thema', 'ähnliche Themen')} unter dem Titel gefunden.`,
  replies: (count) => plural(count, 'Antwort', 'Antworten'),
  withOfficial: 'offizielle Antwort',
  board: 'Bereich',
  kind: 'Art',
  tags: 'Schlagwörter',
  tagsHint: 'bis zu 3',
  addTag: 'Schlagwort hinzufügen',
  add: 'Hinzufügen',
  remove: (tag) => `${tag} entfernen`,
  rules: 'So sprechen wir hier miteinander',
  next: 'Wie es weitergeht.',
  nextShown: 'Ihr Beitrag erscheint sofort, mit Ihrem Namen.',
  nextAnswer: (promise) => `Wir antworten in der Regel ${promise}.`,
  nextDecision: 'Jede Idee bekommt eine begründete Entscheidung, und Sie erfahren davon.',
  leave: 'Als Entwurf liegen lassen',
  kept: 'Ihr Entwurf ist auf diesem Gerät gespeichert.',
  titleShort: 'Geben Sie einen Titel mit mindestens 4 Zeichen ein.',
  titleLong: (over) => `Der Titel ist um ${plural(over, 'Zeichen', 'Zeichen')} zu lang.`,
  bodyEmpty: 'Schreiben Sie ein paar Worte dazu.',
  boardGone: (board) =>
    `„${board}“ gibt es nicht mehr, oder der Bereich ist Ihnen nicht zugänglich. Ihr Text bleibt erhalten; wählen Sie einen anderen Bereich.`,
  kindGone: (kind, board) =>
    `„${board}“ nimmt keine Beiträge der Art „${kind}“ mehr an. Ihr Text bleibt erhalten; sehen Sie nach, was er jetzt würde.`,
  tagsGone: (names) =>
    `${names.length > 1 ? 'Diese Schlagwörter gibt es nicht mehr; sie wurden' : 'Dieses Schlagwort gibt es nicht mehr; es wurde'} herausgenommen: ${names.join(', ')}.`,
  closed: 'In diesem Bereich sind keine neuen Beiträge möglich.',
  path: 'Der Weg einer Idee',
  steps: {
    open: 'Sammelt Stimmen und Argumente. Wir antworten.',
    review: 'Jemand aus dem Team sieht sie sich an.',
    planned: 'Wir werden es tun.',
    building: 'Wir setzen sie gerade um.',
    shipped: 'Sie ist da, und Sie erfahren davon.',
    closed: 'Geschlossen, mit Begründung.',
  },
}

export default fresh
