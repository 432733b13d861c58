import { resolve } from 'node:path'
import { checkArchive, refuseOccupied, restoreArchive } from '../../db/archive/restore.ts'
import { migrate } from '../../db/migrate.ts'
import { learnTables } from '../../db/statistics.ts'
import { Jobs } from '../jobs/queue.ts'
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
      const restored = await restoreArchive(database.db, path, (trx, job) => jobs.takeIn(trx, job))
      await learnTables(database)
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
