import { FolderInUse } from '../db/lock.ts'
import { SchemaTooNew } from '../db/migrate.ts'
import { ConfigError, readConfig } from './config.ts'
import { CannotStart, type Started, startUp } from './start_up.ts'

// npm start: everything a clean machine needs, then the server. A signal is heard from the first moment.

// It is over within five seconds, also where a statement holds the process for one of them.
const patienceInMilliseconds = 4000

// Where nobody reads what is printed any more, such as behind `| head`, the server goes on.
process.stdout.on('error', () => {})

const stop = new AbortController()
let started: Promise<Started> | undefined

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    if (stop.signal.aborted) return
    stop.abort()
    void finish()
  })
}

/** Open requests are answered and the database is closed; what is being made is left whole or not at all. */
async function finish(): Promise<void> {
  setTimeout(() => process.exit(0), patienceInMilliseconds)
  await started?.then((running) => running.stop()).catch(() => {})
  process.exit(0)
}

try {
  started = startUp(readConfig(process.env), stop.signal)
  await started
} catch (error) {
  if (!stop.signal.aborted) {
    const expected = [ConfigError, FolderInUse, SchemaTooNew, CannotStart].some(
      (kind) => error instanceof kind,
    )
    process.stderr.write(
      `${expected ? (error as Error).message : `Parvis could not start: ${(error as Error).stack}`}\n`,
    )
    process.exit(1)
  }
}
