import { createServer, type Server } from 'node:http'
import type { World } from '../context.ts'
import { type App, frontDoor } from './front_door.ts'

/** How long a client may take, in milliseconds. What comes slower holds a connection that others could use. */
export interface Patience {
  headersTimeout: number
  /** For the whole request, its body included. */
  requestTimeout: number
  /** Longer than proxies in front keep theirs, so that none sends into a connection that is being closed. */
  keepAliveTimeout: number
  connectionsCheckingInterval: number
}

const usual: Patience = {
  headersTimeout: 15_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 5_000,
}

/** The HTTP server of a world, bounded in time and in headers; bodies are bounded where they are read. */
export function makeServer(world: World, app: App, patience: Patience = usual): Server {
  const server = createServer({ ...patience, maxHeaderSize: 16_384 }, frontDoor(world, app))
  server.maxHeadersCount = 100
  return server
}
