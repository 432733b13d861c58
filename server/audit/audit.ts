import { newId } from '../lib/ids.ts'
import type { Trx } from '../lib/in_transaction.ts'

/** Writes down a staff act, in the transaction of the act. `action` is `noun.verb`; `detail` holds no secret. */
export async function audit(
  trx: Trx,
  siteId: string,
  actorId: string | null,
  action: string,
  subjectKind: string,
  subject: string,
  detail: Record<string, unknown> = {},
): Promise<void> {
  await trx
    .insertInto('audit_entries')
    .values({
      site_id: siteId,
      id: newId(),
      actor_id: actorId,
      action,
      subject_kind: subjectKind,
      subject,
      detail: JSON.stringify(detail),
    })
    .execute()
}
