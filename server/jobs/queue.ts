import { sql } from 'kysely'
import { fromKysely, type JobWithMetadata, PgBoss } from 'pg-boss'
import type { Logger } from 'pino'
import { ArchiveRefused, type Job } from '../../db/archive/format.ts'
import type { Database, Db } from '../../db/connect.ts'
import { afterCommit, type Trx } from '../lib/in_transaction.ts'
import { type Handlers, type QueueName, queueNames, type UpkeepWork, type Work } from './kinds.ts'
import { settle, type Watch } from './settle.ts'

/** How soon a queue is looked at where nobody says that it has something; seconds. */
const pollingSeconds: Partial<Record<QueueName, number>> = { mail: 0.5, followers: 2, news: 15 }

const schedules: Record<UpkeepWork, string> = {
  news: '* * * * *',
  texts: '*/5 * * * *',
  statistics: '3-59/5 * * * *',
  sweep: '41 * * * *',
  counters: '17 3 * * *',
  guests: '29 4 * * *',
}

const nightly = new Set(['counters', 'guests'])

/** That a job, as `pgboss.job`, is being done, and was not left behind by a server that is gone. */
export const underWay = sql`state = 'active' and started_on + expire_seconds * interval '1 second' > now()`

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
          // pg-boss takes a batch of one for none that came back full: of several jobs each would wait for a look.
          batchSize: name === 'mail' ? 10 : 2,
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
    // What was missed while no server ran is done once; what comes every few minutes comes anyway.
    for (const [name, cron] of Object.entries(schedules))
      await this.boss.schedule(name, cron, {}, { missed: nightly.has(name) ? 'once' : 'skip' })
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

  /** Takes a job of a backup in as it was, under its id: by that its failure is listed, and tried again. */
  async takeIn(
    trx: Trx,
    { queue, data, startAfter, id, state = 'created', retries = 0 }: Job,
  ): Promise<void> {
    const name = queueNames.find((one) => one === queue)
    if (!name)
      throw new ArchiveRefused(
        `This backup holds work for the queue ${queue}, which this Parvis does not have.`,
      )
    const db = fromKysely(trx)
    const made = await this.boss.send(name, data, {
      db,
      startAfter: new Date(startAfter),
      ...(id ? { id } : {}),
    })
    if (state === 'created' && retries === 0) return
    await sql`
      update pgboss.job set state = ${state}::pgboss.job_state, retry_count = ${retries}::int,
        started_on = case when ${state} = 'created' then null else now() end,
        completed_on = case when ${state} = 'failed' then now() end
      where name = ${name} and id = ${made}::uuid`.execute(trx)
  }

  /**
   * Removes the jobs of a queue whose data holds all of `part`, those that are done too, and gives their ids. One under
   * way is not stopped, and not tried again.
   */
  async forget<Name extends QueueName>(trx: Trx, name: Name, part: Partial<Work[Name]>): Promise<string[]> {
    const db = fromKysely(trx)
    const gone: string[] = []
    // A job that fails at this moment is written anew, and found the next time.
    for (;;) {
      const found = await this.boss.findJobs(name, { data: part, db })
      if (!found.length) return gone
      const ids = found.map(({ id }) => id)
      await this.boss.deleteJob(name, ids, { db })
      gone.push(...ids)
    }
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

  /**
   * Has what is done by the clock done now: the one that waits for another try, if there is one. `busy`: it is being
   * done at this moment. Where a server was killed, one stays marked as that until it has run out of its time.
   */
  async doNow(db: Db, name: UpkeepWork): Promise<'soon' | 'busy'> {
    const { rows } = await sql<{ id: string; state: string }>`
      select id, state from pgboss.job where name = ${name} and state < 'completed'
        and (state <> 'active' or ${underWay})
      order by state desc limit 1`.execute(db)
    const [job] = rows
    if (job?.state === 'active') return 'busy'
    const again = job && (await this.boss.update(name, undefined, { id: job.id, startAfter: new Date() }))
    // One that was begun or done in this moment is the one asked for.
    if (!again) await this.boss.send(name, {})
    const worker = this.workers.get(name)
    if (worker) this.boss.notifyWorker(worker)
    return 'soon'
  }

  /** Lets a job under way finish, a second and a half at most. Twice is once. */
  stop(): Promise<void> {
    this.stopping ??= this.boss.stop({ graceful: true, timeout: 1500, close: false }).catch(() => {})
    return this.stopping
  }
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
