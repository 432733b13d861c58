import { OpenAPIHono, z } from '@hono/zod-openapi'
import type { MiddlewareHandler } from 'hono'
import type { ZodType } from 'zod'
import type { Env } from './context.ts'
import { Problem } from './errors.ts'
import type { Guard } from './guards.ts'
import { limited } from './http/rate_limit.ts'
import type { LimitKind } from './limits/kinds.ts'

/** The routes of one noun: what does not fit its schema is refused before the handler runs. */
export function routes() {
  return new OpenAPIHono<Env>({
    defaultHook: (result) => {
      if (result.success) return
      const errors = result.error.issues.slice(0, 20).map((issue) => ({
        path: issue.path.join('.'),
        message: issue.message,
      }))
      const broken = result.target === 'query' && errors.every((error) => error.path === 'cursor')
      throw new Problem(broken ? 'broken_cursor' : 'invalid_input', undefined, { errors })
    },
  })
}

export const ProblemJson = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
    until: z.iso.datetime().optional(),
  })
  .openapi('Problem')

const problems = {
  default: {
    description: 'A problem, RFC 9457',
    content: { 'application/problem+json': { schema: ProblemJson } },
  },
} as const

const signedInBy: Record<string, string[]>[] = [{ bearer: [] }, { cookie: [] }]

/**
 * Names who may come in, for the handler, for the document and for the rule that every route has a guard; and of
 * which limits a request takes a permit, where that is not just one of the changes.
 */
export function guarded<G extends Guard>(guard: G, ...kinds: LimitKind[]) {
  const limits: LimitKind[] = kinds.length ? kinds : ['changes']
  return {
    middleware: [guard, ...limits.map(limited)] as MiddlewareHandler<Env>[],
    'x-guard': guard.named,
    'x-limits': limits,
    security: guard.open ? [] : signedInBy,
  }
}

/** The JSON body that a route takes. */
export function body<S extends ZodType>(schema: S) {
  return { body: { required: true, content: { 'application/json': { schema } } } } as const
}

type Answer<S extends ZodType, Status extends number> = {
  [K in Status]: { description: string; content: { 'application/json': { schema: S } } }
} & typeof problems

/** What a route answers with: its JSON, or a problem. */
export function answers<S extends ZodType>(schema: S): Answer<S, 200>
export function answers<S extends ZodType, Status extends 201 | 202>(
  schema: S,
  status: Status,
): Answer<S, Status>
export function answers(schema: ZodType, status = 200) {
  return { [status]: { description: 'Done', content: { 'application/json': { schema } } }, ...problems }
}

/** A route that answers nothing but that it is done. */
export const nothing = { 204: { description: 'Done' }, ...problems } as const
