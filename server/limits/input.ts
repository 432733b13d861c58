import { z } from '@hono/zod-openapi'
import { type LimitKind, limitKinds, ruleOf } from './kinds.ts'

const permits = Object.fromEntries(
  limitKinds.map((kind) => [kind, z.int().min(ruleOf(kind).least).max(ruleOf(kind).most).optional()]),
) as Record<LimitKind, z.ZodOptional<z.ZodInt>>

/** How many of each kind a site allows; a kind that is left out has its usual number. */
export const LimitsEdit = z.strictObject(permits)
