import type { Condition, SegmentRule } from '../../../server/segments/json.ts'
import { counter } from '../counting.ts'

const n = counter('en')
const figures = new Intl.NumberFormat('en-GB')

type Values = readonly (string | number | boolean)[]

const one = (values: Values) => (values.length === 1 ? `${values[0]}` : `one of ${values.join(', ')}`)
const other = (values: Values) =>
  values.length === 1 ? `other than ${values[0]}` : `none of ${values.join(', ')}`
const sizes = { atLeast: 'at least', atMost: 'at most', above: 'more than', below: 'less than' }
const subjects = { plan: 'plan', company: 'company', revenue: 'revenue', locale: 'language' }
const languages = { en: 'English', fr: 'French', de: 'German' }

function phrase(condition: Condition): string {
  const { field } = condition
  const subject = field.startsWith('attributes.')
    ? `“${field.slice('attributes.'.length)}”`
    : subjects[field as keyof typeof subjects]
  if ('value' in condition)
    return `whose ${subject} is ${sizes[condition.test]} ${figures.format(condition.value)}`
  const values =
    field === 'locale' ? condition.values.map((value) => languages[value as 'en']) : condition.values
  if (field === 'emailDomain') return `whose verified address is at ${values.join(', ')}`
  return `whose ${subject} is ${condition.test === 'is' ? one(values) : other(values)}`
}

export const segments = {
  /** A rule as a sentence without its full stop. */
  sentence: ({ match, conditions }: SegmentRule) =>
    `Members ${conditions.map(phrase).join(match === 'all' ? ' and ' : ', or ')}`,
  list: {
    words:
      'Groups of members by what your site says of them when it signs them in. A board can be kept for one of them.',
    add: 'New segment',
    make: 'Make the segment',
    editing: 'Edit the segment',
    deleting: (name: string) => `Delete the segment “${name}”`,
    deleteWords: 'A segment can be deleted once no board is kept for it.',
    deleteAct: 'Delete',
    emptyHeading: 'No segment yet',
    emptyWords: 'A segment says who may read a private board: the customers on one plan, or a pilot group.',
  },
  inUse: (boards: string) =>
    `Only this segment may read ${boards}, so nothing was deleted. Open that to others in “Boards” first.`,
  inUseArchived: 'An archived board is kept for it, so nothing was deleted.',
  taken: 'There is a segment with this short name already, or there are as many as there may be.',
  reads: (boards: string) => `reads ${boards}`,
  match: 'Has to meet',
  matches: { all: 'All of the conditions', any: 'At least one of the conditions' },
  condition: (number: number) => `Condition ${number}`,
  field: 'What',
  fields: {
    plan: 'Plan of the company',
    company: 'Company, by its id',
    revenue: 'Revenue of the company',
    locale: 'Language',
    emailDomain: 'Domain of a verified address',
    attribute: 'Another attribute',
  },
  attribute: 'Name of the attribute',
  test: 'Comparison',
  tests: {
    is: 'is one of',
    isNot: 'is known, and none of',
    atLeast: 'is at least',
    atMost: 'is at most',
    above: 'is more than',
    below: 'is less than',
  },
  value: 'Value',
  values: 'Values',
  valuesHint: 'Enter after each one. Capitals count.',
  valuesHintAttribute:
    'Enter after each one. true, false and numbers are taken as such, unless in "quotation marks".',
  domainsHint: 'Enter after each one, such as example.com. Subdomains do not count.',
  removeValue: (value: string) => `Take ${value} away`,
  addCondition: 'Add a condition',
  removeCondition: (number: number) => `Remove condition ${number}`,
  incomplete: 'Each condition needs a value, and an attribute its name.',
  localeHint: 'Members can choose their own language. Do not keep secrets by it.',
  nobody: 'Nobody matches now.',
  matching: (total: number, more: boolean) =>
    `${more ? 'More than ' : ''}${n(total, 'member matches', 'members match')} now`,
  among: (names: string) => `among them ${names}`,
  unfinished: 'Finish the conditions to see who matches.',
  segment: 'Segment',
  choose: 'Choose a segment',
  chosenMissing: 'Choose the segment that may read it.',
  none: 'There is no segment yet. Make one in “Segments” first.',
  andTeam: (sentence: string) => `${sentence}, and the team.`,
  only: (name: string) => `Segment “${name}”`,
}
