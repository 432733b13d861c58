import type { Condition, SegmentRule } from '../../../server/segments/json.ts'
import { counter } from '../counting.ts'
import type { segments as en } from '../en/segments.ts'

const n = counter('de')
const figures = new Intl.NumberFormat('de')

type Values = readonly (string | number | boolean)[]

const alternatives = new Intl.ListFormat('de', { type: 'disjunction' })
const either = (values: Values) => alternatives.format(values.map(String))
const sizes = { atLeast: 'mindestens', atMost: 'höchstens', above: 'mehr als', below: 'weniger als' }
const subjects = { plan: 'Tarif', company: 'Unternehmen', revenue: 'Umsatz', locale: 'Sprache' }
const languages = { en: 'Englisch', fr: 'Französisch', de: 'Deutsch' }

function phrase(condition: Condition): string {
  const { field } = condition
  const subject = field.startsWith('attributes.')
    ? `Merkmal „${field.slice('attributes.'.length)}“`
    : subjects[field as keyof typeof subjects]
  if ('value' in condition)
    return `deren ${subject} ${sizes[condition.test]} ${figures.format(condition.value)} beträgt`
  const values =
    field === 'locale' ? condition.values.map((value) => languages[value as 'en']) : condition.values
  if (field === 'emailDomain') return `deren bestätigte Adresse zu ${either(values)} gehört`
  return `deren ${subject} ${condition.test === 'is' ? '' : 'bekannt und nicht '}${either(values)} ist`
}

export const segments: typeof en = {
  sentence: ({ match, conditions }: SegmentRule) =>
    `Mitglieder, ${conditions.map(phrase).join(match === 'all' ? ' und ' : ', oder ')}`,
  list: {
    words:
      'Gruppen von Mitgliedern nach dem, was Ihre Website bei der Anmeldung über sie sagt. Ein Bereich kann einer von ihnen vorbehalten sein.',
    add: 'Neues Segment',
    make: 'Segment anlegen',
    editing: 'Segment bearbeiten',
    deleting: (name) => `Segment „${name}“ löschen`,
    deleteWords: 'Ein Segment lässt sich löschen, sobald ihm kein Bereich mehr vorbehalten ist.',
    deleteAct: 'Löschen',
    emptyHeading: 'Noch kein Segment',
    emptyWords:
      'Ein Segment sagt, wer einen privaten Bereich lesen darf: die Kundschaft eines Tarifs oder eine Pilotgruppe.',
  },
  inUse: (boards) =>
    `Nur dieses Segment darf ${boards} lesen, deshalb wurde nichts gelöscht. Öffnen Sie das zuerst unter „Bereiche“ für andere.`,
  inUseArchived: 'Ein archivierter Bereich ist ihm vorbehalten, deshalb wurde nichts gelöscht.',
  taken: 'Ein Segment mit diesem Kurznamen gibt es schon, oder es gibt so viele, wie es geben darf.',
  reads: (boards) => `liest ${boards}`,
  match: 'Zutreffen müssen',
  matches: { all: 'Alle Bedingungen', any: 'Mindestens eine Bedingung' },
  condition: (number) => `Bedingung ${number}`,
  field: 'Was',
  fields: {
    plan: 'Tarif des Unternehmens',
    company: 'Unternehmen, nach seiner Kennung',
    revenue: 'Umsatz des Unternehmens',
    locale: 'Sprache',
    emailDomain: 'Domain einer bestätigten Adresse',
    attribute: 'Anderes Merkmal',
  },
  attribute: 'Name des Merkmals',
  test: 'Vergleich',
  tests: {
    is: 'ist eins von',
    isNot: 'ist bekannt und keins von',
    atLeast: 'beträgt mindestens',
    atMost: 'beträgt höchstens',
    above: 'beträgt mehr als',
    below: 'beträgt weniger als',
  },
  value: 'Wert',
  values: 'Werte',
  valuesHint: 'Nach jedem die Eingabetaste. Groß- und Kleinschreibung zählt.',
  valuesHintAttribute:
    'Nach jedem die Eingabetaste. true, false und Zahlen gelten als solche, außer in "geraden Anführungszeichen".',
  domainsHint: 'Nach jeder die Eingabetaste, etwa beispiel.de. Subdomains zählen nicht dazu.',
  removeValue: (value) => `${value} entfernen`,
  addCondition: 'Bedingung hinzufügen',
  removeCondition: (number) => `Bedingung ${number} entfernen`,
  incomplete: 'Jede Bedingung braucht einen Wert, und ein Merkmal seinen Namen.',
  localeHint: 'Mitglieder wählen ihre Sprache selbst. Schützen Sie damit nichts Vertrauliches.',
  nobody: 'Zurzeit trifft es auf niemanden zu.',
  matching: (total, more) =>
    `Zurzeit trifft es auf ${more ? 'mehr als ' : ''}${n(total, 'Mitglied', 'Mitglieder')} zu`,
  among: (names) => `darunter ${names}`,
  unfinished: 'Vervollständigen Sie die Bedingungen, um zu sehen, auf wen es zutrifft.',
  segment: 'Segment',
  choose: 'Segment wählen',
  chosenMissing: 'Wählen Sie das Segment, das ihn lesen darf.',
  none: 'Es gibt noch kein Segment. Legen Sie zuerst unter „Segmente“ eins an.',
  andTeam: (sentence) => `${sentence}, und das Team.`,
  only: (name) => `Segment „${name}“`,
}
