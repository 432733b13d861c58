import { z } from '@hono/zod-openapi'
import type { Site } from '../sites/queries.ts'
import { limitKinds, permitsOf, ruleOf } from './kinds.ts'

/** A limit as a site has it, with what its settings may make of it. */
export const LimitJson = z
  .object({
    kind: z.enum(limitKinds),
    permits: z.int(),
    /** What holds where the settings say nothing. */
    usual: z.int(),
    least: z.int(),
    most: z.int(),
    /** How long a window is. */
    seconds: z.int(),
    of: z.enum(['member', 'viewer', 'key', 'network', 'address', 'site']),
  })
  .openapi('Limit')
export type LimitJson = z.infer<typeof LimitJson>

export function limitsJson(site: Pick<Site, 'settings'>): LimitJson[] {
  return limitKinds.map((kind) => {
    const { permits: usual, least, most, seconds, of } = ruleOf(kind)
    return { kind, permits: permitsOf(site, kind), usual, least, most, seconds, of }
  })
}
