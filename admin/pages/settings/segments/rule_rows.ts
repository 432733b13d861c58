import type { Condition, SegmentRule } from '../../../../server/segments/json.ts'

// A rule as the rows of a form: what is typed, whether or not it is a condition yet.

export const fields = ['plan', 'company', 'revenue', 'locale', 'emailDomain', 'attribute'] as const
export type Field = (typeof fields)[number]
type ListTest = 'is' | 'isNot'
type SizeTest = 'atLeast' | 'atMost' | 'above' | 'below'
export type Test = ListTest | SizeTest

const lists: Test[] = ['is', 'isNot']
const sizes: Test[] = ['atLeast', 'atMost', 'above', 'below']

/** The comparisons that a field takes. */
export const testsOf: Record<Field, Test[]> = {
  plan: lists,
  company: lists,
  revenue: sizes,
  locale: lists,
  emailDomain: ['is'],
  attribute: [...lists, ...sizes],
}

export const isSize = (test: Test): test is SizeTest => sizes.includes(test)

export interface Row {
  key: number
  field: Field
  /** The name of another attribute. */
  name: string
  test: Test
  values: string[]
  /** What is being typed: the next value of a list, or the number of a comparison. */
  typed: string
}

let made = 0

export function newRow(field: Field = 'plan'): Row {
  return { key: ++made, field, name: '', test: testsOf[field][0]!, values: [], typed: '' }
}

/** A row for another field keeps what still fits it. */
export function withField(row: Row, field: Field): Row {
  const test = testsOf[field].includes(row.test) ? row.test : testsOf[field][0]!
  return { ...row, field, test, values: [], typed: '' }
}

export function rowsOf(rule: SegmentRule | null): Row[] {
  return rule?.conditions.map(rowOf) ?? [newRow()]
}

function rowOf(condition: Condition): Row {
  const named = condition.field.startsWith('attributes.')
  const field = (named ? 'attribute' : condition.field) as Field
  const row = { ...newRow(field), name: named ? condition.field.slice('attributes.'.length) : '' }
  if ('value' in condition) return { ...row, test: condition.test, typed: String(condition.value) }
  return { ...row, test: condition.test, values: condition.values.map(named ? written : String) }
}

/** The values of a list, the one that is being typed among them. */
export function valuesOf(row: Row): string[] {
  const last = row.typed.trim()
  return last && !row.values.includes(last) ? [...row.values, last] : row.values
}

/** The rule that the rows make; null while one is not whole. */
export function ruleOf(match: SegmentRule['match'], rows: Row[]): SegmentRule | null {
  const conditions = rows.map(conditionOf)
  return conditions.length && conditions.every((one) => one !== null)
    ? { match, conditions: conditions as Condition[] }
    : null
}

function conditionOf(row: Row): Condition | null {
  const field = row.field === 'attribute' ? `attributes.${row.name.trim()}` : row.field
  if (field === 'attributes.') return null
  if (isSize(row.test)) {
    const value = Number(row.typed.trim().replace(',', '.'))
    return row.typed.trim() && Number.isFinite(value) ? ({ field, test: row.test, value } as Condition) : null
  }
  const values = valuesOf(row)
  if (!values.length) return null
  return {
    field,
    test: row.test,
    values: row.field === 'attribute' ? values.map(meant) : values,
  } as Condition
}

const isNumber = (text: string) => /^-?\d+(\.\d+)?$/.test(text)

/** What a value of an attribute is meant as: true, false and numbers as such, what is in quotation marks as text. */
function meant(text: string): string | number | boolean {
  if (text === 'true' || text === 'false') return text === 'true'
  if (isNumber(text)) return Number(text)
  return /^".+"$/s.test(text) ? text.slice(1, -1) : text
}

function written(value: string | number | boolean): string {
  return typeof value === 'string' && meant(value) !== value ? `"${value}"` : String(value)
}
