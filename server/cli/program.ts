import { ArchiveRefused } from '../../db/archive/format.ts'
import { FolderInUse } from '../../db/lock.ts'
import { SchemaTooNew } from '../../db/migrate.ts'
import { type Config, ConfigError, readConfig } from '../config.ts'
import { aboutDatabase } from '../database_faults.ts'
import { Problem } from '../errors.ts'

/** Something that cannot be done, and why, for the operator to read. Exit code 1. */
export class Refused extends Error {
  override name = 'Refused'
}

/** Wrong arguments: what is wrong with them, and how they should be. Exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError'

  constructor(wrong: string, usage: string) {
    super(`${wrong}\n\n${usage}`)
  }
}

/**
 * Runs what needs the database to itself, once no server answered on its control socket. A folder that is held
 * all the same belongs to a process that is starting, stopping or another command.
 */
export async function alone<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act()
  } catch (error) {
    if (!(error instanceof FolderInUse)) throw error
    throw new Refused(
      `${error.message} It takes no commands at this moment; where it is just starting, try again.`,
    )
  }
}

export const say = (line: string) => process.stdout.write(`${line}\n`)

/** Runs one of the operator's commands with its configuration; what goes wrong is told without a stack. */
export async function program(main: (config: Config, args: string[]) => Promise<void>): Promise<void> {
  let config: Config | undefined
  try {
    config = readConfig({ ...process.env, LOG_LEVEL: process.env.LOG_LEVEL || 'error' })
    await main(config, process.argv.slice(2))
  } catch (error) {
    process.stderr.write(`${tell(error, config)}\n`)
    process.exitCode = error instanceof UsageError ? 2 : 1
  }
}

function tell(error: unknown, config: Config | undefined): string {
  if (error instanceof Problem) return error.detail
  const expected = [Refused, UsageError, ArchiveRefused, FolderInUse, SchemaTooNew, ConfigError]
  if (expected.some((kind) => error instanceof kind)) return (error as Error).message
  const words = config && aboutDatabase(error, config)
  return words ?? `It failed, and this is a fault of Parvis: ${(error as Error).stack}`
}
