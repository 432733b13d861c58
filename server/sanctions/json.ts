import { z } from '@hono/zod-openapi'
import { UndoJson } from '../moderation/json.ts'
import { MomentJson, NamesJson } from '../words.ts'
import type { SanctionRow } from './queries.ts'
import { suspensionJson } from './suspension_json.ts'

/** A sanction as the team sees it. `inForce`: at this moment. */
export const SanctionJson = z
  .object({
    id: z.uuid(),
    kind: z.enum(['suspension']),
    rule: z.int(),
    ruleName: z.string(),
    ruleNames: NamesJson,
    reason: z.string(),
    /** When it ends by itself; null where it holds until it is lifted. */
    until: MomentJson.nullable(),
    by: z.string().nullable(),
    createdAt: MomentJson,
    liftedAt: MomentJson.nullable(),
    liftedBy: z.string().nullable(),
    inForce: z.boolean(),
  })
  .openapi('Sanction')
export type SanctionJson = z.infer<typeof SanctionJson>

/** A suspension just imposed, and how to take it back before its member is told. */
export const SuspensionMadeJson = z
  .object({ suspension: SanctionJson, undo: UndoJson })
  .openapi('SuspensionMade')
export type SuspensionMadeJson = z.infer<typeof SuspensionMadeJson>

export function sanctionJson(row: SanctionRow, now: Date): SanctionJson {
  return {
    id: row.id,
    kind: row.kind,
    ...suspensionJson(row),
    by: row.by_name,
    liftedAt: row.lifted_at?.toISOString() ?? null,
    liftedBy: row.lifted_by_name,
    inForce: row.lifted_at === null && (row.until === null || row.until > now),
  }
}
