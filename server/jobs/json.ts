import { z } from '@hono/zod-openapi'
import { isClosed, isSilence } from '../lib/mailer.ts'
import { MomentJson } from '../words.ts'
import type { FailingRow } from './failing.ts'
import { jobAbouts, upkeepWorks } from './kinds.ts'

/**
 * Work that failed. `about`: a mail with a code, an invitation or a new way to sign in, telling followers, or what is
 * left to do of erasing a member, whom it does not name. `email`: to whom a mail goes. `reason`: what the mail server
 * said, or the kind of error. `silent`: that no mail server answered. `closed`: that it takes no mail of ours,
 * whomever it is for. `givenUp`: it is not tried again by itself. `again`: it can be tried.
 */
export const FailingJobJson = z
  .object({
    id: z.uuid(),
    about: z.enum(jobAbouts),
    email: z.string().nullable(),
    attempts: z.int(),
    reason: z.string(),
    silent: z.boolean(),
    closed: z.boolean(),
    givenUp: z.boolean(),
    again: z.boolean(),
    failedAt: MomentJson,
  })
  .openapi('FailingJob')
export type FailingJobJson = z.infer<typeof FailingJobJson>

export const FailingJobsJson = z
  .object({ items: z.array(FailingJobJson), next: z.string().nullable() })
  .openapi('FailingJobs')

/**
 * What the installation does by itself. `work`: mails of news that are due, texts that a new version draws anew,
 * statistics for the database's planner, what has served its time, counters compared with what they count, guests
 * who never came back. `doneAt`: within the last week. `failing`: why it was not done since.
 */
export const UpkeepJson = z
  .object({
    items: z.array(
      z.object({
        work: z.enum(upkeepWorks),
        doneAt: MomentJson.nullable(),
        underWay: z.boolean(),
        failing: z
          .object({ attempts: z.int(), reason: z.string(), givenUp: z.boolean(), failedAt: MomentJson })
          .nullable(),
      }),
    ),
  })
  .openapi('Upkeep')
export type UpkeepJson = z.infer<typeof UpkeepJson>

export function failingJobJson(row: FailingRow): FailingJobJson {
  const { id, about, recipient, attempts, reason } = row
  return {
    id,
    about,
    email: recipient,
    attempts,
    reason,
    silent: recipient !== null && isSilence(reason),
    closed: recipient !== null && isClosed(reason),
    givenUp: row.given_up,
    again: about !== 'code',
    failedAt: row.failed_at.toISOString(),
  }
}
