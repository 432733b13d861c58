import type { Server } from 'node:http'
import { makeApp } from './app.ts'
import type { World } from './context.ts'
import { openControl } from './control.ts'
import { makeServer } from './http/server.ts'
import { handlers, watch } from './jobs/handlers.ts'
import { closeWorld } from './open.ts'

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
  await world.jobs.work(handlers(world), watch(world), world.log)
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
