import type { IncomingMessage, ServerResponse } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { World } from '../context.ts'
import { answerFromCache } from './shared.ts'

export interface App {
  fetch(request: Request, env: object): Response | Promise<Response>
}

/**
 * What the HTTP server calls. Under a sub-path (PUBLIC_URL https://x.example/community/) a proxy may hand the
 * path on whole or without its beginning: both are understood, and below here there is no sub-path any more.
 */
export function frontDoor(world: World, app: App) {
  const base = world.config.publicUrl.pathname
  const walk = getRequestListener((request, env) => app.fetch(request, env))
  return (incoming: IncomingMessage, outgoing: ServerResponse): void => {
    const { url = '/' } = incoming
    if (base !== '/' && url.startsWith(base)) incoming.url = url.slice(base.length - 1)
    // As people type it, without the slash at its end.
    else if (base !== '/' && `${url}/` === base) incoming.url = '/'
    if (!answerFromCache(world, incoming, outgoing)) void walk(incoming, outgoing)
  }
}
