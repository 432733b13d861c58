import { z } from '@hono/zod-openapi'
import { isClosed, isSilence } from '../lib/mailer.ts'
import { MomentJson } from '../words.ts'
import { cadences } from './cadence.ts'
import type { OutboxRow } from './outbox_queries.ts'

const CadenceJson = z.enum(cadences)

/** How often each kind is mailed. */
export const cadencesChosen = {
  follows: CadenceJson,
  mentions: CadenceJson,
  statuses: CadenceJson,
  officials: CadenceJson,
  assignments: CadenceJson,
}

/** One's mail, by kind. `email` is where it goes; null where there is no address, and so no mail. `assignments`: null for who is not in the team. */
export const MailChoicesJson = z
  .object({ email: z.string().nullable(), ...cadencesChosen, assignments: CadenceJson.nullable() })
  .openapi('MailChoices')
export type MailChoicesJson = z.infer<typeof MailChoicesJson>

/** A mail of news that is not sent. `reason`: what the mail server said last. `silent`: that none answered. `closed`: that it takes no mail of ours, whomever it is for. `dueAt`: when it is tried (again). */
export const OutboxMailJson = z
  .object({
    id: z.uuid(),
    member: z.object({ id: z.uuid(), name: z.string() }),
    email: z.string().nullable(),
    cadence: z.enum(['soon', 'day', 'week']),
    state: z.enum(['waiting', 'failed']),
    attempts: z.int(),
    reason: z.string().nullable(),
    silent: z.boolean(),
    closed: z.boolean(),
    dueAt: MomentJson,
  })
  .openapi('OutboxMail')
export type OutboxMailJson = z.infer<typeof OutboxMailJson>

export const OutboxJson = z
  .object({ items: z.array(OutboxMailJson), next: z.string().nullable() })
  .openapi('Outbox')

export function outboxMailJson(row: OutboxRow): OutboxMailJson {
  const { id, email, cadence, state, attempts, reason } = row
  const member = { id: row.member_id, name: row.member_name }
  const said = { reason, silent: isSilence(reason), closed: isClosed(reason) }
  return { id, member, email, cadence, state, attempts, ...said, dueAt: row.due_at.toISOString() }
}
