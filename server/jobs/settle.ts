import type { JobResult, JobWithMetadata } from 'pg-boss'
import type { Logger } from 'pino'
import { type Mail, whyNotSent } from '../lib/mailer.ts'
import type { Erasure } from '../members/erase.ts'
import type { FollowersNews } from '../subscriptions/tell_followers.ts'
import type { Handlers, JobAbout, QueueName } from './kinds.ts'

/** A job of a site that failed. Without a reason: it came too late to be of use. */
export interface Trouble {
  siteId: string
  id: string
  queue: QueueName
  about: JobAbout
  recipient: string | null
  attempts: number
  reason: string | undefined
  givenUp: boolean
}

/** Who is told of jobs that fail, and of those that a later try has made good. */
export interface Watch {
  failed(trouble: Trouble): Promise<void>
  recovered(siteId: string, id: string): Promise<void>
}

/** Thrown by a job that would do no good any more. */
export class TooLate extends Error {}

/** Does one job. A failure is logged without the job's data, which may hold a code, and concerns no other job. */
export async function settle(
  name: QueueName,
  job: JobWithMetadata<unknown>,
  handlers: Handlers,
  watch: Watch,
  log: Logger,
): Promise<JobResult> {
  const told = (telling: Promise<void>) =>
    telling.catch((error) => log.warn({ err: error, queue: name, job: job.id }, 'failure not noted'))
  const about = aboutOf(name, job.data)
  try {
    await (handlers[name] as (data: unknown) => Promise<void>)(job.data)
    if (about && job.retryCount > 0) await told(watch.recovered(about.siteId, job.id))
    return { id: job.id, status: 'completed' }
  } catch (error) {
    const late = error instanceof TooLate
    const reason = late ? undefined : ((error as { code?: string }).code ?? (error as Error).name)
    log.warn({ queue: name, job: job.id, reason: reason ?? 'too late' }, 'job failed')
    const attempts = job.retryCount + (late ? 0 : 1)
    const givenUp = late || job.retryCount >= job.retryLimit
    if (about)
      await told(
        watch.failed({
          ...about,
          id: job.id,
          queue: name,
          attempts,
          reason: reason && whyNotSent(error),
          givenUp,
        }),
      )
    return { id: job.id, status: 'failed', output: { reason: reason ?? 'too late' } }
  }
}

/** The site and the people that a job concerns, none that are erased; undefined for the work of the installation, and for mail to nobody. */
function aboutOf(
  name: QueueName,
  data: unknown,
): Pick<Trouble, 'siteId' | 'about' | 'recipient'> | undefined {
  if (name === 'followers')
    return { siteId: (data as FollowersNews).siteId, about: 'followers', recipient: null }
  if (name === 'erasures') return { siteId: (data as Erasure).siteId, about: 'erasure', recipient: null }
  if (name !== 'mail') return undefined
  const { siteId, to, about } = data as Mail
  return to === null || !about ? undefined : { siteId, about, recipient: to }
}
