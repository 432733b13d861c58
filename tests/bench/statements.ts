import { connectPostgres } from '../../db/connect.ts'
import { makeApp } from '../../server/app.ts'
import { readConfig } from '../../server/config.ts'
import { systemClock } from '../../server/lib/clock.ts'
import { makeLog } from '../../server/log.ts'
import { makeWorld } from '../../server/world.ts'

export interface Statement {
  text: string
  values: unknown[][]
}

/** The very statements that the server sends for the measured requests, caught on the way to the pool. */
export async function capturedStatements(
  url: string,
  sites: number,
): Promise<Record<'list' | 'thread' | 'story' | 'search' | 'found', Statement>> {
  const database = connectPostgres(url, 1)
  const seen: { text: string; values: unknown[] }[] = []
  const query = database.pool.query.bind(database.pool) as (...args: unknown[]) => unknown
  const connect = database.pool.connect.bind(database.pool) as () => Promise<{
    query: (...args: unknown[]) => unknown
  }>
  const note = (first: unknown, second: unknown) =>
    seen.push(
      typeof first === 'string'
        ? { text: first, values: (second as unknown[]) ?? [] }
        : (first as { text: string; values: unknown[] }),
    )
  const read = database.lines.query.bind(database.lines) as (...args: unknown[]) => unknown
  Object.assign(database.lines, {
    query: (...args: unknown[]) => {
      note(args[0], args[1])
      return read(...args)
    },
  })
  Object.assign(database.pool, {
    query: (...args: unknown[]) => {
      note(args[0], args[1])
      return query(...args)
    },
    connect: async (...args: unknown[]) => {
      if (args.length) return (connect as (...args: unknown[]) => unknown)(...args)
      const client = await connect()
      const inner = client.query.bind(client)
      return new Proxy(client, {
        get: (target, key) =>
          key === 'query'
            ? (...asked: unknown[]) => {
                note(asked[0], asked[1])
                return inner(...asked)
              }
            : typeof Reflect.get(target, key) === 'function'
              ? (Reflect.get(target, key) as () => void).bind(target)
              : Reflect.get(target, key),
      })
    },
  })
  const world = makeWorld(readConfig({ DEMO: '0', CACHE_MB: '0' }), database, systemClock, makeLog('silent'))
  const app = makeApp(world)
  const catchOf = async (path: string): Promise<Statement[]> => {
    const found: Statement[] = []
    for (let site = 1; site <= Math.min(sites, 50); site++) {
      await app.request(`/api/v1/sites/bench-${site}/boards`)
      seen.length = 0
      await app.request(`/api/v1/sites/bench-${site}/${path}`)
      for (const [at, { text, values }] of seen
        .filter((one) => !one.text.includes('from sites s'))
        .entries()) {
        found[at] ??= { text, values: [] }
        found[at].values.push(values)
      }
    }
    return found
  }
  const [list] = await catchOf('threads?board=ideas&sort=top')
  const [thread, story] = await catchOf('threads/26')
  const [search, found] = await catchOf(`threads?q=${encodeURIComponent('battery winter')}`)
  await database.close()
  return { list: list!, thread: thread!, story: story!, search: search!, found: found! }
}
