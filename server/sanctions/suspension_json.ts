import { z } from '@hono/zod-openapi'
import { MomentJson, NamesJson } from '../words.ts'
import type { SanctionRow } from './queries.ts'

/** What a suspended member reads of it: why, and until when. Who decided it is told by the team's name alone. */
export const SuspensionJson = z
  .object({
    rule: z.int(),
    ruleName: z.string(),
    ruleNames: NamesJson,
    reason: z.string(),
    until: MomentJson.nullable(),
    createdAt: MomentJson,
  })
  .openapi('Suspension')
export type SuspensionJson = z.infer<typeof SuspensionJson>

export function suspensionJson(row: SanctionRow): SuspensionJson {
  return {
    rule: row.rule_number,
    ruleName: row.rule_name,
    ruleNames: row.rule_names,
    reason: row.reason,
    until: row.until?.toISOString() ?? null,
    createdAt: row.created_at.toISOString(),
  }
}
