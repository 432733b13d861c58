import { databaseVersion, migrate } from '../../db/migrate.ts'
import { Jobs } from '../jobs/queue.ts'
import { makeLog } from '../log.ts'
import { openDatabase } from '../open.ts'
import { program, say, UsageError } from './program.ts'

// npm run migrate: brings the database to the schema of this source, and the tables of the job queue.

await program(async (config, args) => {
  if (args.length) throw new UsageError(`"${args[0]}" is one argument too many.`, 'Usage:\n  npm run migrate')
  const database = await openDatabase(config)
  try {
    const before = await databaseVersion(database.db)
    const done = await migrate(database.db)
    const jobs = new Jobs(database, makeLog('silent'))
    await jobs.start()
    await jobs.stop()
    const after = await databaseVersion(database.db)
    for (const name of done) say(`Migrated: ${name}`)
    say(
      done.length
        ? `The schema was ${before ?? 'empty'} and is now ${after}.`
        : `The schema is ${after} already; nothing to do.`,
    )
  } finally {
    await database.close()
  }
})
