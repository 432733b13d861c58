import { fromKysely, type JobResult, type JobWithMetadata, PgBoss } from 'pg-boss'
import type { Logger } from 'pino'
import type { Database } from '../../db/connect.ts'
import { afterCommit, type Trx } from '../lib/in_transaction.ts'
import { type Mail, whyNotSent } from '../lib/mailer.ts'
import type { Erasure } from '../members/erase.ts'
import type { FollowersNews } from '../subscriptions/tell_followers.ts'

/** Every queue and what its jobs carry. */
export interface Work {
  mail: Mail
  followers: FollowersNews
  news: Record<string, never>
  counters: Record<string, never>
  sweep: Record<string, never>
  guests: Record<string, never>
  erasures: Erasure
}

export type QueueName = keyof Work
export const queueNames: QueueName[] = [
  'mail',
  'followers',
  'news',
  'counters',
  'sweep',
  'guests',
  'erasures',
]

/** What a job is about, in words that an admin knows. */
export const jobAbouts = ['code', 'invitation', 'provider', 'followers'] as const
export type JobAbout = (typeof jobAbouts)[number]

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

export type Handlers = { [Name in QueueName]: (data: Work[Name]) => Promise<void> }

/** How soon a queue is looked at where nobody says that it has something; seconds. */
const pollingSeconds: Partial<Record<QueueName, number>> = { mail: 0.5, followers: 2, news: 15 }

const schedules: Partial<Record<QueueName, string>> = {
  news: '* * * * *',
  counters: '17 3 * * *',
  sweep: '41 * * * *',
  guests: '29 4 * * *',
}

/**
 * Work that must happen, though not now: kept in the same database and enqueued inside the change's own
 * transaction, so that both are there or neither is. Tried again with growing pauses when it fails.
 */
export class Jobs {
  private readonly boss: PgBoss
  private readonly workers = new Map<QueueName, string>()
  private stopping: Promise<void> | undefined

  constructor(database: Database, log: Logger) {
    this.boss = new PgBoss({
      db: onPool(database),
      // pg-boss looks after its tables rarely: an embedded database has one connection for everything.
      maintenanceIntervalSeconds: 3600,
      monitorIntervalSeconds: 600,
    })
    this.boss.on('error', (error) => log.warn({ err: error }, 'job queue'))
  }

  /** Makes the tables and the queues; the first part of it may be done before by another process. */
  async start(): Promise<void> {
    await this.boss.start()
    for (const name of queueNames) {
      await this.boss.createQueue(name, {
        retryLimit: 8,
        retryDelay: 5,
        retryBackoff: true,
        expireInSeconds: 120,
      })
      // pg-boss looks a queue up at its first use. Inside a transaction that look-up would wait for the
      // one embedded connection, which the transaction holds: so it is used once here.
      await this.boss.findJobs(name, { id: '00000000-0000-7000-8000-000000000000' })
    }
  }

  /**
   * Begins to work on what is queued: a batch at a time, each job of it for itself, and the next batch at once where
   * one came back full.
   */
  async work(handlers: Handlers, watch: Watch, log: Logger): Promise<void> {
    for (const name of queueNames) {
      const worker = await this.boss.work(
        name,
        {
          batchSize: name === 'mail' ? 10 : 1,
          burstWhenBatchFull: true,
          pollingIntervalSeconds: pollingSeconds[name] ?? 30,
          perJobResults: true,
          includeMetadata: true,
        },
        (jobs: JobWithMetadata<unknown>[]) =>
          Promise.all(jobs.map((job) => settle(name, job, handlers, watch, log))),
      )
      this.workers.set(name, worker)
    }
    for (const [name, cron] of Object.entries(schedules)) await this.boss.schedule(name, cron)
  }

  /** Queues a job with the transaction that needs it, and gives its id; this process looks for it as soon as that is committed. */
  async send<Name extends QueueName>(
    trx: Trx,
    name: Name,
    data: Work[Name],
    startAfter?: Date,
  ): Promise<string | null> {
    const id = await this.boss.send(name, data, {
      db: fromKysely(trx),
      ...(startAfter ? { startAfter } : {}),
    })
    const worker = this.workers.get(name)
    if (worker && !startAfter) afterCommit(trx, () => this.boss.notifyWorker(worker))
    return id
  }

  /**
   * Has a job that failed tried again as soon as the transaction is committed. `busy`: it is being tried, or its
   * failure is being written down at this moment; `gone`: there is none.
   */
  async retry(trx: Trx, name: string, id: string): Promise<'again' | 'busy' | 'gone'> {
    const known = queueNames.find((one) => one === name)
    if (!known) return 'gone'
    const db = fromKysely(trx)
    // One that was given up waits anew; one that waits for its next try has it now.
    const { affected } = (await this.boss.retry(known, id, { db })) as { affected: number }
    const { updated } = affected
      ? { updated: affected }
      : await this.boss.update(known, undefined, { id, startAfter: new Date(), db })
    const worker = this.workers.get(known)
    if (worker) afterCommit(trx, () => this.boss.notifyWorker(worker))
    if (updated > 0) return 'again'
    const [job] = await this.boss.findJobs(known, { id, db })
    return job?.state === 'active' ? 'busy' : 'gone'
  }

  /** Lets a job under way finish, a second and a half at most. Twice is once. */
  stop(): Promise<void> {
    this.stopping ??= this.boss.stop({ graceful: true, timeout: 1500, close: false }).catch(() => {})
    return this.stopping
  }
}

/** Does one job. A failure is logged without the job's data, which may hold a code, and concerns no other job. */
async function settle(
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

/** The site and the people that a job concerns; undefined for the work of the installation, and for mail to nobody. */
function aboutOf(
  name: QueueName,
  data: unknown,
): Pick<Trouble, 'siteId' | 'about' | 'recipient'> | undefined {
  if (name === 'followers')
    return { siteId: (data as FollowersNews).siteId, about: 'followers', recipient: null }
  if (name !== 'mail') return undefined
  const { siteId, to, about } = data as Mail
  return to === null || !about ? undefined : { siteId, about, recipient: to }
}

// Not pg-boss's own adapter: a failed statement among several leaves the one embedded connection broken.
function onPool(database: Database) {
  return {
    async executeSql(text: string, values?: unknown[]) {
      const client = await database.pool.connect()
      try {
        const result = await client.query(text, values)
        return Array.isArray(result) ? { rows: result.flatMap((one) => one.rows ?? []) } : result
      } catch (error) {
        await client.query('rollback').catch(() => {})
        throw error
      } finally {
        client.release()
      }
    },
  }
}
