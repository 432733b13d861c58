import { z } from '@hono/zod-openapi'
import { line } from '../input.ts'
import { ScopeJson } from './json.ts'
import { scopes } from './scopes.ts'

/** The longest that a key may hold. */
export const mostDays = 730

export const NewApiKey = z.strictObject({
  /** Stands beside what the key posts and decides. */
  name: line(1, 60),
  scopes: z
    .array(ScopeJson)
    .min(1)
    .max(scopes.length)
    .transform((list) => scopes.filter((scope) => list.includes(scope))),
  /** How long it holds. */
  days: z.int().min(1).max(mostDays),
})
export type NewApiKey = z.infer<typeof NewApiKey>

export const ApiKeyParam = z.object({ slug: z.string(), id: z.string().max(100) })
