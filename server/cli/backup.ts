import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Written, writeArchive } from '../../db/archive/write.ts'
import type { Config } from '../config.ts'
import { openDatabase } from '../open.ts'
import { ask } from './ask.ts'
import { alone, program, Refused, say, UsageError } from './program.ts'

// npm run backup -- FILE: all that the database holds, as it is at this moment, in one file.

const usage = 'Usage:\n  npm run backup -- FILE'

await program(async (config, args) => {
  const [file, ...rest] = args
  if (!file || file.startsWith('-')) throw new UsageError('FILE is missing.', usage)
  if (rest.length) throw new UsageError(`"${rest[0]}" is one argument too many.`, usage)
  // npm runs this in Parvis's own folder; INIT_CWD is where the operator typed it.
  const path = resolve(process.env.INIT_CWD ?? '.', file)
  const written = config.databaseUrl ? await backUpAlone(config, path) : await backUpEmbedded(config, path)
  const size = (written.bytes / 1e6).toFixed(1)
  say(`Backed up ${written.rows} rows and ${written.jobs} waiting jobs into ${path} (${size} MB).`)
  say('It holds secrets and personal data: keep it as you keep the database.')
})

async function backUpEmbedded(config: Config, file: string): Promise<Written> {
  const written = await ask<'backup'>(config.dataDir, { command: 'backup', file })
  if (written) return written
  if (!existsSync(join(config.dataDir, 'postgres', 'PG_VERSION'))) {
    throw new Refused(
      `There is no database in ${config.dataDir}. Set DATA_DIR or DATABASE_URL as for npm start.`,
    )
  }
  return backUpAlone(config, file)
}

async function backUpAlone(config: Config, file: string): Promise<Written> {
  const stopped = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopped.abort())
  const database = await alone(() => openDatabase(config))
  try {
    return await writeArchive(database.db, file, stopped.signal)
  } catch (error) {
    if (stopped.signal.aborted) throw new Refused('Stopped. Nothing was written.')
    throw error
  } finally {
    await database.close()
  }
}
