import type { Server } from 'node:http'
import { join } from 'node:path'
import { connectPostgres, type Database } from '../db/connect.ts'
import { connectEmbedded } from '../db/embedded.ts'
import { migrate } from '../db/migrate.ts'
import { makeApp } from './app.ts'
import type { Config } from './config.ts'
import type { World } from './context.ts'
import { openControl } from './control.ts'
import { makeServer } from './http/server.ts'
import { handlers } from './jobs/handlers.ts'
import { type Clock, systemClock } from './lib/clock.ts'
import { hearChanges } from './lib/in_transaction.ts'
import { makeLog } from './log.ts'
import { makeWorld } from './world.ts'

/** Opens the database that the configuration names, embedded where it names none. */
export function openDatabase(config: Config): Promise<Database> {
  if (config.databaseUrl) return Promise.resolve(connectPostgres(config.databaseUrl, config.poolSize))
  return connectEmbedded({ folder: join(config.dataDir, 'postgres') })
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

export interface Serving {
  server: Server
  /** Finishes open requests, then closes everything; at most four seconds. */
  stop(): Promise<void>
}

/** Serves a world: listens, works on its jobs, and is ready for the first text. */
export async function serve(world: World): Promise<Serving> {
  const { config } = world
  const server = makeServer(world, makeApp(world))
  await listen(server, config.port, config.host)
  await world.jobs.work(handlers(world), world.log)
  world.render.warm()
  const control = await openControl(world)
  return {
    server,
    async stop() {
      world.live.close() // Streams would else be open for as long as anybody reads.
      const closed = new Promise<void>((done) => server.close(() => done()))
      server.closeIdleConnections()
      const late = setTimeout(() => server.closeAllConnections(), 2000)
      await closed
      clearTimeout(late)
      await Promise.all([control?.close(), world.jobs.stop()])
      await closeWorld(world)
    },
  }
}

export function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((done, fail) => {
    server.once('error', fail)
    server.listen(port, host, () => {
      server.off('error', fail)
      done()
    })
  })
}
