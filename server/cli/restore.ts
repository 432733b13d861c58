import { resolve } from 'node:path'
import type { Job } from '../../db/archive/format.ts'
import { ArchiveRefused } from '../../db/archive/format.ts'
import { checkArchive, refuseOccupied, restoreArchive } from '../../db/archive/restore.ts'
import { migrate } from '../../db/migrate.ts'
import { type QueueName, queueNames, type Work } from '../jobs/kinds.ts'
import { Jobs } from '../jobs/queue.ts'
import type { Trx } from '../lib/in_transaction.ts'
import { makeLog } from '../log.ts'
import { openDatabase } from '../open.ts'
import { program, say, UsageError } from './program.ts'

// npm run restore -- FILE: a backup into an empty database, whole or not at all.

const usage = 'Usage:\n  npm run restore -- FILE'

await program(async (config, args) => {
  const [file, ...rest] = args
  if (!file || file.startsWith('-')) throw new UsageError('FILE is missing.', usage)
  if (rest.length) throw new UsageError(`"${rest[0]}" is one argument too many.`, usage)
  const path = resolve(process.env.INIT_CWD ?? '.', file)
  await checkArchive(path) // Before any database is opened, or made by opening it.
  const database = await openDatabase(config)
  try {
    await refuseOccupied(database.db)
    await migrate(database.db)
    const jobs = new Jobs(database, makeLog('silent'))
    await jobs.start()
    try {
      const restored = await restoreArchive(database.db, path, (trx, job) => sendAgain(jobs, trx, job))
      say(
        `Restored ${restored.rows} rows and ${restored.jobs} waiting jobs, as they were at ${restored.createdAt}.`,
      )
    } finally {
      await jobs.stop()
    }
  } finally {
    await database.close()
  }
})

async function sendAgain(jobs: Jobs, trx: Trx, { queue, data, startAfter }: Job): Promise<void> {
  const name = queueNames.find((one) => one === queue)
  if (!name)
    throw new ArchiveRefused(
      `This backup holds work for the queue ${queue}, which this Parvis does not have.`,
    )
  await jobs.send(trx, name, data as Work[QueueName], new Date(startAfter))
}
