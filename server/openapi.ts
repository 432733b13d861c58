import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import { type Scope, scopeOf } from './api_keys/scopes.ts'
import type { Env } from './context.ts'
import { anyone } from './guards.ts'
import { guarded, routes } from './route.ts'

/** The parts of an OpenAPI 3.1 document that the reference page shows. */
export interface ApiDocument {
  openapi: string
  info: { title: string; version: string; description: string }
  paths: Record<string, Record<string, ApiOperation>>
  components: { schemas: Record<string, unknown> }
}

export interface ApiOperation {
  summary?: string
  tags?: string[]
  parameters?: ApiParameter[]
  requestBody?: { content: Record<string, { schema?: unknown }> }
  responses: Record<string, { description?: string; content?: Record<string, { schema?: unknown }> }>
  security?: unknown[]
  'x-guard'?: string
  /** The scope that opens it to API keys, or null. */
  'x-scope'?: Scope | null
}

interface ApiParameter {
  name: string
  in: string
  required?: boolean
  schema?: unknown
}

const description = `Everything of a community lies below \`/api/v1/sites/{slug}\`, as JSON.

A widget signs in with \`Authorization: Bearer\`, the admin with its cookie.
A program of yours sends \`Authorization: Bearer pvk_…\`, an API key that an admin made in the settings.
\`x-guard\` names who may come in, \`x-limits\` which limits a request counts for.
\`x-scope\` is the scope by which a key opens a route; null: no key does.
Problems are \`application/problem+json\` (RFC 9457) with a stable \`code\`.
Lists answer \`{ items, next }\`; \`next\` is the \`cursor\` of the next page, or null; \`limit\` is 1 to 100.
A POST that creates takes an \`Idempotency-Key\`: a repeat gets the first one's answer.
What has a \`revision\` is changed with \`If-Match: "<revision>"\`; a stale one is refused with 412.
Public reads carry an \`ETag\` and answer 304 to \`If-None-Match\`.`

/** Guards that let a widget's session in. */
const ofMembers = new Set(['anyone', 'member', 'activeMember', 'fullMember'])

/** The OpenAPI 3.1 document of all routes of an app, made from the schemas that check the requests. */
export function describe(app: OpenAPIHono<Env>): ApiDocument {
  app.openAPIRegistry.registerComponent('securitySchemes', 'bearer', { type: 'http', scheme: 'bearer' })
  app.openAPIRegistry.registerComponent('securitySchemes', 'cookie', {
    type: 'apiKey',
    in: 'cookie',
    name: '__Host-parvis',
  })
  app.openAPIRegistry.registerComponent('securitySchemes', 'key', {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'pvk_…',
    description: 'An API key of the site. The scope that opens a route is named with it.',
  })
  const document = app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: { title: 'Parvis', version: '1', description },
  }) as unknown as ApiDocument
  for (const [path, operations] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(operations)) {
      delete (operation as { middleware?: unknown }).middleware
      // A bearer token lives in a host's page and never carries the power of a role.
      if (!ofMembers.has(operation['x-guard'] ?? '')) operation.security = [{ cookie: [] }]
      nameScope(path, method, operation)
      nameParameters(path, operation)
    }
  }
  return document
}

const belowSite = '/api/v1/sites/{slug}/'

// What is open to visitors may be asked with a key, and needs none.
function nameScope(path: string, method: string, operation: ApiOperation): void {
  if (!path.startsWith(belowSite)) return
  const scope = scopeOf(`${method.toUpperCase()} ${path.slice(belowSite.length)}`)
  operation['x-scope'] = scope
  if (!scope) return
  const others = operation.security ?? []
  operation.security = [...(others.length ? others : [{}]), { key: [scope] }]
}

// Every name in a path is a parameter, also where its route does not look at it.
function nameParameters(path: string, operation: ApiOperation): void {
  const given = operation.parameters ?? []
  const missing = [...path.matchAll(/\{(\w+)\}/g)]
    .map((match) => match[1]!)
    .filter((name) => !given.some((one) => one.in === 'path' && one.name === name))
    .map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } }))
  if (missing.length) operation.parameters = [...missing, ...given]
}

/** `GET openapi.json`, of the app that is given once it is whole. */
export function openApi(app: () => OpenAPIHono<Env>) {
  let text: string | undefined
  return routes().openapi(
    createRoute({
      method: 'get',
      path: '/openapi.json',
      tags: ['sites'],
      summary: 'This document',
      ...guarded(anyone),
      responses: {
        200: { description: 'OpenAPI 3.1', content: { 'application/json': { schema: z.object({}) } } },
      },
    }),
    (c) => {
      text ??= JSON.stringify(describe(app()))
      return c.body(text, 200, {
        'content-type': 'application/json',
        'cache-control': 'public, max-age=300',
      }) as never
    },
  )
}
