import { join } from 'node:path'
import { connectPostgres, type Database } from '../db/connect.ts'
import { connectEmbedded } from '../db/embedded.ts'
import { migrate } from '../db/migrate.ts'
import { refuseOldPostgres } from '../db/oldest.ts'
import type { Config } from './config.ts'
import type { World } from './context.ts'
import { type Clock, systemClock } from './lib/clock.ts'
import { hearChanges } from './lib/in_transaction.ts'
import { makeLog } from './log.ts'
import { makeWorld } from './world.ts'

/** Opens the database that the configuration names, embedded where it names none. */
export async function openDatabase(config: Config): Promise<Database> {
  if (!config.databaseUrl) return connectEmbedded({ folder: join(config.dataDir, 'postgres') })
  const database = connectPostgres(config.databaseUrl, config.poolSize)
  try {
    await refuseOldPostgres(database.db)
    return database
  } catch (error) {
    await database.close()
    throw error
  }
}

/** A world with its database migrated and its queues made, ready to be served or worked on by a command. */
export async function openWorld(config: Config, clock: Clock = systemClock): Promise<World> {
  const log = makeLog(config.logLevel)
  const database = await openDatabase(config)
  try {
    await migrate(database.db)
    const world = makeWorld(config, database, clock, log)
    await hearChanges(world)
    await world.jobs.start()
    return world
  } catch (error) {
    await database.close()
    throw error
  }
}

export async function closeWorld(world: World): Promise<void> {
  world.live.close()
  await world.votes.drain()
  await world.jobs.stop()
  await world.render.close()
  world.mailer.close()
  await world.database.close()
}
