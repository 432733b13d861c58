import { z } from '@hono/zod-openapi'
import { MomentJson } from '../words.ts'
import type { AuditRow } from './queries.ts'

export const AuditEntryJson = z
  .object({
    id: z.uuid(),
    actor: z.object({ id: z.uuid(), name: z.string() }).nullable(),
    action: z.string(),
    subjectKind: z.string(),
    subject: z.string(),
    detail: z.record(z.string(), z.unknown()),
    createdAt: MomentJson,
  })
  .openapi('AuditEntry')
export type AuditEntryJson = z.infer<typeof AuditEntryJson>

export const AuditPageJson = z
  .object({ items: z.array(AuditEntryJson), next: z.string().nullable() })
  .openapi('AuditPage')

/** No actor where the act was the operator's, or where the member was erased. */
export function auditEntryJson(row: AuditRow): AuditEntryJson {
  return {
    id: row.id,
    actor: row.actor_id && row.actor_name !== null ? { id: row.actor_id, name: row.actor_name } : null,
    action: row.action,
    subjectKind: row.subject_kind,
    subject: row.subject,
    detail: row.detail,
    createdAt: row.created_at.toISOString(),
  }
}
