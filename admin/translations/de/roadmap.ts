import { counter } from '../counting.ts'
import type { roadmap as en } from '../en/roadmap.ts'

const n = counter('de')

export const roadmap: typeof en = {
  title: 'Roadmap',
  published: (count) => `${count} veröffentlicht`,
  private: (count) => `${count} privat`,
  isPublished: 'Veröffentlicht',
  isPrivate: 'Privat',
  stages: 'Stufen',
  newItem: 'Punkt',
  addTo: (stage) => `Punkt zu ${stage} hinzufügen`,
  emptyLane: 'Noch nichts hier',
  emptyHeading: 'Die Roadmap ist leer',
  emptyWords:
    'Ein Roadmap-Punkt fasst Ideen zusammen, die dasselbe wollen. Er ist privat, bis Sie ihn veröffentlichen; danach erfahren seine Stimmenden von jedem Schritt.',
  emptyStep: 'Ersten Punkt anlegen',
  readOnly: 'Die Roadmap ändern nur Produktteam, Administration und Inhaber.',
  itemMenu: (title) => `Mehr zu „${title}“`,
  moveTo: 'Verschieben nach…',
  moveUp: 'Nach oben',
  moveDown: 'Nach unten',
  publish: 'Veröffentlichen…',
  unpublish: 'Privat machen',
  archive: 'Archivieren…',

  held: (title, stage, place, of) => `„${title}“ aufgenommen: ${stage}, Platz ${place} von ${of}`,
  at: (title, stage, place, of) => `„${title}“: ${stage}, Platz ${place} von ${of}`,
  putBack: (title) => `„${title}“ zurückgelegt`,
  moved: (title, stage) => `„${title}“ nach ${stage} verschoben`,
  movedTold: (title, stage, people) =>
    `„${title}“ nach ${stage} verschoben. ${n(people, 'Person erfährt', 'Personen erfahren')} in 12 s davon`,
  reordered: (title, place) => `„${title}“ steht auf Platz ${place}`,

  moveHead: (title) => `„${title}“ verschieben nach`,
  here: 'hier',
  moveTold: (title, stage, people, ideas) => {
    const read = `Kunden lesen dann: „${title}“: ${stage}.`
    if (ideas === 0) return `${read} Der Punkt hat noch keine Ideen, also erfährt niemand davon.`
    if (people === 0)
      return `${read} Niemand erfährt davon: Niemand sonst hat die Ideen geschrieben, dafür gestimmt oder sie abonniert.`
    const told =
      people === undefined
        ? 'Davon erfährt einmal, wer die Ideen geschrieben, dafür gestimmt oder sie abonniert hat'
        : `${n(people, 'Person erfährt', 'Personen erfahren')} davon einmal`
    return `${read} ${told}; 12 s lang können Sie es rückgängig machen.`
  },
  movePrivate: 'Er ist privat: Niemand erfährt davon.',

  publishTitle: (title) => `„${title}“ veröffentlichen`,
  publishRead: 'Was Kunden lesen werden',
  publishLine: (title) => `„${title}“ steht auf der Roadmap`,
  publishNobody: 'Der Punkt hat noch keine Ideen, also erfährt niemand davon.',
  publishIdeas: (count) =>
    count === 0
      ? 'Er hat noch keine Ideen.'
      : `${n(count, 'Idee verweist', 'Ideen verweisen')} auf ihn und ${count === 1 ? 'folgt' : 'folgen'} ab jetzt seiner Stufe.`,
  publishAct: 'Veröffentlichen',
  publishedDone: (title) => `„${title}“ ist veröffentlicht`,
  unpublishedDone: (title) => `„${title}“ ist wieder privat. Seine Ideen zeigen ihn nicht mehr.`,

  archiveTitle: (title) => `„${title}“ archivieren`,
  archiveWords: 'Er verlässt die Roadmap, für das Team und für Kunden. Seine Ideen bleiben mit ihrem Status.',
  archiveAct: 'Archivieren',
  archived: (title) => `„${title}“ ist archiviert`,

  newTitle: 'Neuer Roadmap-Punkt',
  itemTitle: (number) => `Roadmap-Punkt ${number}`,
  name: 'Name',
  nameHint: 'Was Kunden lesen, in wenigen Worten',
  summary: 'Zusammenfassung',
  summaryHint:
    'Ein oder zwei Sätze: das Problem und was Sie vorhaben. Sichtbar, sobald er veröffentlicht ist.',
  expected: 'Erwarteter Monat',
  expectedHint: 'Lassen Sie es leer, solange Sie es nicht wissen.',
  expectedWrong: 'Schreiben Sie den Monat so: 2027-03.',
  owner: 'Zuständig',
  stage: 'Stufe',
  ideas: 'Ideen',
  ideasCount: (count, people) => `${n(count, 'Idee', 'Ideen')}, ${n(people, 'Person', 'Personen')}`,
  noIdeas: 'Noch keine Idee. Fügen Sie hinzu, was darum bittet, damit die Stimmenden davon erfahren.',
  removeIdea: (title) => `„${title}“ entfernen`,
  addIdea: 'Idee hinzufügen',
  addIdeaHint: 'Nummer oder Wörter des Titels',
  addIdeaNothing: 'Keine Idee gefunden. Versuchen Sie andere Wörter.',
  create: 'Punkt anlegen',
  created: (title) => `„${title}“ steht auf der Roadmap, privat`,
  savedItem: (title) => `„${title}“ gespeichert`,
  notFound: 'Dieser Punkt steht nicht oder nicht mehr auf der Roadmap.',
  stale:
    'Jemand hat diesen Punkt inzwischen geändert. Ihre Worte stehen noch unten; speichern Sie erneut, um sie einzusetzen.',
  keys: {
    stage: 'Stufe',
    item: 'Punkt',
    hold: 'aufnehmen, ablegen',
    move: 'verschieben…',
    publish: 'veröffentlichen',
    back: 'zurücklegen',
    make: 'neuer Punkt',
  },
}
