import type { AgeUnit } from '../../ui/age.ts'
import { counting } from '../counting.ts'
import type { Core } from '../en/core.ts'

const { number, plural } = counting('de')

/** Their plural is the dative too, which follows “von”. */
const nouns: Record<string, [one: string, other: string]> = {
  idea: ['Idee', 'Ideen'],
  question: ['Frage', 'Fragen'],
  discussion: ['Diskussion', 'Diskussionen'],
  announcement: ['Ankündigung', 'Ankündigungen'],
}

const units: Record<AgeUnit, [one: string, other: string]> = {
  year: ['Jahr', 'Jahre'],
  month: ['Monat', 'Monate'],
  week: ['Woche', 'Wochen'],
  day: ['Tag', 'Tage'],
  hour: ['Stunde', 'Stunden'],
  minute: ['Minute', 'Minuten'],
}

const core: Core = {
  number,
  boards: 'Bereiche',
  roadmap: 'Roadmap',
  purpose:
    'Was wir uns ansehen und was wir versprochen haben. Ein Monat erscheint, sobald das Team ihn zugesagt hat.',
  search: {
    idea: 'Ideen suchen',
    question: 'Fragen suchen',
    discussion: 'Diskussionen suchen',
    announcement: 'Ankündigungen suchen',
  },
  create: { idea: 'Neue Idee', question: 'Frage stellen', discussion: 'Neue Diskussion', announcement: '' },
  sorts: { trending: 'Im Trend', top: 'Meiste Stimmen', new: 'Neueste', active: 'Zuletzt aktiv' },
  sort: 'Sortierung:',
  kind: 'Art',
  kinds: { idea: 'Ideen', question: 'Fragen', discussion: 'Diskussionen', announcement: 'Ankündigungen' },
  status: 'Status',
  tag: 'Schlagwörter',
  filters: 'Filter',
  official: 'Offizielle Antwort',
  answered: 'Beantwortet',
  replies: (count) => plural(count, 'Antwort', 'Antworten'),
  vote: (title, count) => `Für „${title}“ stimmen, ${plural(count, 'Stimme', 'Stimmen')}`,
  age: (unit, count) => plural(count, ...units[unit]),
  threads: (kind, count) => plural(count, ...nouns[kind]!),
  more: (count) => `${number(count)} weitere anzeigen`,
  shown: (kind, count, total) => `${number(count)} von ${number(total)} ${nouns[kind]![1]}`,
  promise: ['Wir antworten in der Regel ', '.'],
  signIn: 'Anmelden',
  retry: 'Erneut versuchen',
  failed: 'Das Laden ist nicht gelungen',
}

export default core
