import { makeApp } from '../../server/app.ts'
import { readConfig } from '../../server/config.ts'
import type { World } from '../../server/context.ts'
import { systemClock } from '../../server/lib/clock.ts'
import { makeLog } from '../../server/log.ts'
import { makeWorld } from '../../server/world.ts'
import { ownMigrated } from './own_database.ts'
import type { Answer } from './world.ts'

/** A world on a migrated database of its own that holds no site, and the app that serves it. */
export interface EmptyWorld {
  world: World
  get(path: string, headers?: Record<string, string>): Promise<Answer>
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Answer>
  close(): Promise<void>
}

export async function emptyWorld(env: Record<string, string> = {}): Promise<EmptyWorld> {
  const own = await ownMigrated()
  const config = readConfig({ LOG_LEVEL: 'silent', ...env })
  const world = makeWorld(config, own.database, systemClock, makeLog('silent'))
  const app = makeApp(world)
  const ask = async (path: string, init: RequestInit) => {
    const answer = await app.request(new URL(path, config.publicUrl).href, init)
    const text = await answer.text()
    const json = answer.headers.get('content-type')?.includes('json')
    return { status: answer.status, text, headers: answer.headers, body: json ? JSON.parse(text) : undefined }
  }
  return {
    world,
    get: (path, headers = {}) => ask(path, { headers }),
    post: (path, body, headers = {}) =>
      ask(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      }),
    async close() {
      await world.render.close()
      world.mailer.close()
      await own.drop()
    },
  }
}
