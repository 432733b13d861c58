// JSON Schema as people read types: `{ name: string, tags?: string[] }`, with names for what is described apart.

interface Schema {
  $ref?: string
  type?: string | string[]
  enum?: unknown[]
  const?: unknown
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: boolean | Schema
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  format?: string
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
}

const deepest = 8

/** A schema in a line or, where it is an object, a line for each field. */
export function schemaText(given: unknown, indent = 0): string {
  const schema = (given ?? {}) as Schema
  if (indent > deepest) return '…'
  if (schema.$ref) return schema.$ref.split('/').at(-1)!
  const options = schema.anyOf ?? schema.oneOf
  if (options) return options.map((one) => schemaText(one, indent)).join(' | ')
  if (schema.allOf) return schema.allOf.map((one) => schemaText(one, indent)).join(' & ')
  if (schema.enum) return schema.enum.map((one) => JSON.stringify(one)).join(' | ')
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  const types = [schema.type ?? 'any'].flat()
  return types.map((type) => typeText(type, schema, indent)).join(' | ')
}

function typeText(type: string, schema: Schema, indent: number): string {
  if (type === 'array') {
    const item = schemaText(schema.items, indent)
    return item.includes(' | ') ? `(${item})[]` : `${item}[]`
  }
  if (type === 'object') return objectText(schema, indent)
  if (type === 'string' && schema.format) return schema.format
  return `${type}${range(type, schema)}`
}

function objectText(schema: Schema, indent: number): string {
  const fields = Object.entries(schema.properties ?? {})
  if (!fields.length) {
    const { additionalProperties: rest } = schema
    return typeof rest === 'object' ? `{ [name]: ${schemaText(rest, indent + 1)} }` : '{}'
  }
  const space = '  '.repeat(indent + 1)
  const lines = fields.map(([name, field]) => {
    const optional = schema.required?.includes(name) ? '' : '?'
    return `${space}${name}${optional}: ${schemaText(field, indent + 1)}`
  })
  return `{\n${lines.join('\n')}\n${'  '.repeat(indent)}}`
}

function range(type: string, schema: Schema): string {
  const [low, high] =
    type === 'string' ? [schema.minLength, schema.maxLength] : [schema.minimum, schema.maximum]
  if (type !== 'string' && type !== 'integer' && type !== 'number') return ''
  const huge = (value: number | undefined) =>
    value === undefined || Math.abs(value) >= Number.MAX_SAFE_INTEGER
  if (huge(low) && huge(high)) return ''
  if (huge(low)) return ` (≤ ${high})`
  return huge(high) ? ` (≥ ${low})` : ` (${low}–${high})`
}
