import { fork, spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { connectPostgres } from '../../db/connect.ts'
import { connectEmbedded } from '../../db/embedded.ts'
import { migrate } from '../../db/migrate.ts'
import { keptList, type Statements, type Target } from './cases.ts'
import { type Filling, fill, type Size, tokensOf } from './data.ts'
import { ask, type Rate } from './load.ts'
import { pgbench } from './pgbench.ts'
import type { Order } from './raw.ts'
import { capturedStatements } from './statements.ts'

export interface Plan {
  size: Size
  seconds: number
  port: number
  say(line: string): void
  /** What is to be undone at the end, the last first. */
  stops: (() => Promise<void> | void)[]
}

const here = fileURLToPath(new URL('.', import.meta.url))
const name = 'parvis_bench'

/** A database of its own on a PostgreSQL, two servers on it, and the same queries by bare pg and pgbench. */
export async function onPostgres(server: string, plan: Plan): Promise<Target> {
  const url = await migratedDatabase(server, name, plan)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const tokens = await filled(client, plan)
  const made = (await client.query<{ now: Date }>('select now()')).rows[0]!.now
  await client.end()
  await serverAt(plan, plan.port, { DATABASE_URL: url, CACHE_MB: '64' })
  await serverAt(plan, plan.port + 1, { DATABASE_URL: url, CACHE_MB: '0' })
  await childAt(plan, 'trivial.ts', [String(plan.port + 2), `http://127.0.0.1:${plan.port}${keptList}`])
  const child = await childAt(plan, 'raw.ts', [url, String(plan.port + 3)])
  const statements = await capturedStatements(url, plan.size.sites)
  const order = (names: (keyof Statements)[], seconds: number) =>
    new Promise<Rate>((done) => {
      child.once('message', (rate) => done(rate as Rate))
      child.send({
        statements: names.map((name) => statements[name]),
        named: !names.includes('search'),
        seconds,
      } satisfies Order)
    })
  return {
    ...addresses(plan),
    tokens,
    raw: (names) => order(names, plan.seconds),
    async rawServed(names) {
      await order(names, 0)
      return ask(`http://127.0.0.1:${plan.port + 3}`, plan.seconds, [{ method: 'GET', path: '/' }])
    },
    pgbench: (variables) => pgbench(url, variables, plan.seconds),
    clearVotes: () => clearVotes(url, made),
  }
}

async function clearVotes(url: string, since: Date): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(
    `with gone as (delete from votes where created_at > $1 returning site_id, thread_id)
    update thread_counters c set vote_count = c.vote_count - g.votes
    from (select site_id, thread_id, count(*) as votes from gone group by 1, 2) g
    where (c.site_id, c.thread_id) = (g.site_id, g.thread_id)`,
    [since],
  )
  await client.end()
}

/** A migrated database of that name, in place of any before it and until the bench is over. Resolves to its address. */
export async function migratedDatabase(server: string, name: string, { stops }: Plan): Promise<string> {
  const admin = new pg.Client({ connectionString: server })
  await admin.connect()
  stops.push(async () => {
    await admin.query(`drop database if exists ${name} with (force)`)
    await admin.end()
  })
  await admin.query(`drop database if exists ${name} with (force)`)
  await admin.query(`create database ${name}`)
  const url = Object.assign(new URL(server), { pathname: `/${name}` }).href
  const database = connectPostgres(url, 4)
  await migrate(database.db)
  await database.close()
  return url
}

/** One folder has one process, so one server without kept answers; the limits by bare pg are not to be had. */
export async function onEmbedded(folder: string, plan: Plan): Promise<Target> {
  const database = await connectEmbedded({ folder: join(folder, 'postgres') })
  await migrate(database.db)
  const client = await database.pool.connect()
  const tokens = await filled(client, plan)
  client.release()
  await database.close()
  await serverAt(plan, plan.port, { DATA_DIR: folder, CACHE_MB: '64' })
  await childAt(plan, 'trivial.ts', [String(plan.port + 2), `http://127.0.0.1:${plan.port}${keptList}`])
  const unknown = () => Promise.resolve({ perSecond: Number.NaN, p99: Number.NaN })
  const { cached, ...others } = addresses(plan)
  return {
    ...others,
    cached,
    uncached: cached,
    tokens,
    raw: unknown,
    rawServed: unknown,
    pgbench: unknown,
    clearVotes: async () => {},
  }
}

function addresses({ port, size, seconds }: Plan) {
  const at = (one: number) => `http://127.0.0.1:${one}`
  return { cached: at(port), uncached: at(port + 1), trivial: at(port + 2), size, seconds }
}

async function filled(client: Filling, { size, say }: Plan): Promise<string[][]> {
  say(`Making ${size.sites * size.ideasPerSite} ideas in ${size.sites} sites…`)
  await fill(client, size, say)
  const tokens: string[][] = []
  for (let site = 1; site <= Math.min(10, size.sites); site++)
    tokens.push(await tokensOf(client, site, size.membersPerSite))
  return tokens
}

export async function serverAt({ stops }: Plan, at: number, env: Record<string, string>): Promise<void> {
  const child = spawn(process.execPath, [join(here, 'server.ts')], {
    env: { ...process.env, PORT: String(at), DEMO: '0', LOG_LEVEL: 'error', PUBLIC_URL: '', ...env },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  stops.push(() => {
    child.kill('SIGTERM')
    return ended
  })
  await new Promise<void>((ready, fail) => {
    child.once('message', () => ready())
    child.once('exit', () => fail(new Error('The server did not start.')))
  })
}

async function childAt({ stops }: Plan, file: string, args: string[]) {
  const child = fork(join(here, file), args)
  stops.push(() => void child.kill('SIGTERM'))
  await new Promise<void>((ready) => child.once('message', () => ready()))
  return child
}
