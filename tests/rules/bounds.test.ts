import { expect, test } from 'vitest'
import { openApiText } from '../../server/cli/openapi.ts'

// Whatever a request may carry has a size that the route itself says, and is refused beyond it by its name.

interface Schema {
  $ref?: string
  type?: string | string[]
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  items?: Schema
  properties?: Record<string, Schema>
  additionalProperties?: boolean | Schema
  [limit: string]: unknown
}
interface Operation {
  parameters?: { name: string; in: string; schema: Schema }[]
  requestBody?: { content: Record<string, { schema: Schema }> }
}

const document = JSON.parse(openApiText()) as {
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, Schema> }
}

/** What has no bound of its own, and why that is none the less bounded. */
const boundedElsewhere: [RegExp, string][] = [
  [/ path\.slug$/, 'a site is found by it, in an address that the server bounds'],
  [/ body\.token$/, 'a token of the host: one of over 8,000 characters is refused as a token'],
  [
    / body\.response(\.response|\.clientExtensionResults)?$/,
    'what browsers add to a passkey is let through and not read',
  ],
]

function unbounded(schema: Schema, path: string, found: string[]): string[] {
  if (schema.$ref) return unbounded(document.components.schemas[schema.$ref.split('/').at(-1)!]!, path, found)
  for (const one of [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])])
    unbounded(one, path, found)
  const types = [schema.type].flat()
  const has = (...limits: string[]) => limits.some((limit) => limit in schema)
  if (types.includes('string') && !has('maxLength', 'enum', 'const', 'pattern', 'format'))
    found.push(`${path}: text`)
  if (types.includes('array') && !has('maxItems')) found.push(`${path}: list`)
  if (schema.items) unbounded(schema.items, `${path}[]`, found)
  for (const [name, part] of Object.entries(schema.properties ?? {}))
    unbounded(part, `${path}.${name}`, found)
  if (typeof schema.additionalProperties === 'object') found.push(`${path}: names`)
  return found
}

test('sec-R03: every text and list that a request may carry has a bound', () => {
  const found: string[] = []
  let seen = 0
  for (const [path, methods] of Object.entries(document.paths))
    for (const [method, operation] of Object.entries(methods)) {
      const name = `${method.toUpperCase()} ${path}`
      for (const one of operation.parameters ?? []) {
        seen++
        unbounded(one.schema, `${name} ${one.in}.${one.name}`, found)
      }
      const body = operation.requestBody?.content['application/json']
      if (body) unbounded(body.schema, `${name} body`, found)
    }
  expect(seen).toBeGreaterThan(100)
  const unexplained = found.filter(
    (one) => !boundedElsewhere.some(([pattern]) => pattern.test(one.replace(/: \w+$/, ''))),
  )
  expect(unexplained).toEqual([])
})
