import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { type IncomingMessage, request } from 'node:http'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, describe, expect, it } from 'vitest'
import { connectPostgres, type Database } from '../../db/connect.ts'
import { connectEmbedded } from '../../db/embedded.ts'
import { bakfleet } from '../../db/seeds/bakfleet/index.ts'
import { freePorts, NpmStart } from '../support/npm_start.ts'
import { newPlace } from '../support/operator.ts'
import { underTest } from '../support/own_database.ts'

const slow = 240_000

/** Several first starts, one after the other: in the full run. */
const thoroughly = (name: string, test: () => Promise<void>) => {
  if (process.env.PARVIS_FULL === '1') it(name, { timeout: slow }, test)
}

const ready = 'Parvis is ready'
const put: (() => Promise<unknown>)[] = []

afterEach(async () => {
  for (const away of put.splice(0).reverse()) await away()
})

function start(env: Record<string, string>): NpmStart {
  const run = new NpmStart(env)
  put.push(() => run.end('SIGKILL'))
  return run
}

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'parvis-start-'))
  put.push(() => rm(path, { recursive: true, force: true }))
  return path
}

interface Place {
  env: Record<string, string>
  port: number
  demoPort: number
  /** Looks into the database while no server runs. */
  look<T>(act: (database: Database) => Promise<T>): Promise<T>
}

/** An empty database of its own and two ports. Made before, unless the test is about how it is made. */
async function place(state: 'migrated' | 'untouched' = 'migrated'): Promise<Place> {
  const [port, demoPort] = (await freePorts(2)) as [number, number]
  const { env, dataDir, remove } = await newPlace(underTest(), state)
  put.push(remove)
  const open = async () =>
    env.DATABASE_URL
      ? connectPostgres(env.DATABASE_URL, 2)
      : await connectEmbedded({ folder: join(dataDir, 'postgres') })
  return {
    env: { ...env, PORT: String(port), DEMO_PORT: String(demoPort) },
    port,
    demoPort,
    async look(act) {
      const database = await open()
      try {
        return await act(database)
      } finally {
        await database.close()
      }
    },
  }
}

async function count({ db }: Database, table: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(db)
  return rows[0]!.count
}

/** A customer of the host page, signed in to the widget as a browser does it: across origins. */
async function signIn({ port, demoPort }: Place, visitor: string) {
  const origin = `http://localhost:${demoPort}`
  const api = `http://localhost:${port}/api/v1/sites/bakfleet`
  const cookie = `bakfleet_visitor=${visitor}`
  const { token } = (await (await fetch(`${origin}/sso-token`, { headers: { cookie } })).json()) as {
    token: string
  }
  const answer = await fetch(`${api}/sessions/sso`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  })
  const session = (await answer.json()) as { token: string; member: { name: string } }
  return { origin, api, answer, session, headers: { origin, authorization: `Bearer ${session.token}` } }
}

/** Begins a reply, tells the server to stop, and ends the reply once it takes no other request. Its exit code. */
async function replyWhileItEnds(
  run: NpmStart,
  { api, headers }: Awaited<ReturnType<typeof signIn>>,
  text: string,
): Promise<number | null> {
  // Its renderer is loaded: what is waited for is the reply.
  await fetch(`${api}/previews`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ markdown: 'warm' }),
  })
  const body = JSON.stringify({ body: text })
  const sending = request(`${api}/threads/1/replies`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
  })
  sending.write(body.slice(0, 10))
  const answered = once(sending, 'response') as Promise<[IncomingMessage]>
  // The server has it when it answers another on the same port that came after.
  await fetch(`${api}/opening`)
  const since = performance.now()
  const ended = run.end('SIGINT').then((code) => {
    expect(performance.now() - since).toBeLessThan(5000)
    return code
  })
  while (
    await fetch(`${api}/opening`).then(
      () => true,
      () => false,
    )
  )
    await new Promise(setImmediate)
  sending.end(body.slice(10))
  const [answer] = await answered
  expect(answer.statusCode).toBe(201)
  answer.resume()
  return ended
}

/** An embedded database that was shut down and let go of, where one that was only left has to recover first. */
async function expectClosed(dataDir: string): Promise<void> {
  const control = await readFile(join(dataDir, 'postgres/global/pg_control'))
  expect(control.readUInt32LE(16), 'DB_SHUTDOWNED; one that runs or was killed has 6').toBe(1)
  expect((await readdir(dataDir)).sort()).toEqual(['postgres', 'postgres.lock'])
}

describe('a start that cannot be', () => {
  it('names every wrong variable at once with what it expects, and repeats no value', async () => {
    const run = start({
      PORT: '70000',
      DEMO_PORT: 'none',
      DEMO: 'yes',
      DATABASE_URL: 'mysql://root:hunter2@db.example/parvis',
      DATABASE_POOL: '0',
      PUBLIC_URL: 'http://community.example/',
      SMTP_URL: 'hunter2',
      MAIL_FROM: 'Parvis <hunter2>',
      LOG_LEVEL: 'loud',
    })
    expect(await run.exit()).toBe(1)
    const lines = run.errors.trim().split('\n')
    for (const name of [
      'PORT',
      'DEMO_PORT',
      'DEMO',
      'DATABASE_URL',
      'DATABASE_POOL',
      'PUBLIC_URL',
      'SMTP_URL',
      'MAIL_FROM',
      'LOG_LEVEL',
    ]) {
      expect(
        lines.filter((line) => line.startsWith(`${name}: expected `)),
        name,
      ).toHaveLength(1)
    }
    expect(lines).toHaveLength(9)
    expect(run.errors + run.printed).not.toMatch(/hunter2|70000|loud/)
  })

  it('sec-P05: refuses the demo where the address is public', async () => {
    const run = start({ PUBLIC_URL: 'https://community.example/', DEMO: '1', DATA_DIR: await folder() })
    expect(await run.exit()).toBe(1)
    expect(run.errors).toMatch(/^DEMO: /)
  })

  it('says what is wrong with the database it was given, without its password', async () => {
    const [port, nobody] = (await freePorts(2)) as [number, number]
    const env = {
      PORT: String(port),
      DEMO: '0',
      DATABASE_URL: `postgres://root:hunter2@127.0.0.1:${nobody}/parvis`,
    }
    const away = start(env)
    expect(await away.exit()).toBe(1)
    expect(away.errors).toBe('DATABASE_URL: no PostgreSQL answers there (ECONNREFUSED).\n')

    const file = join(await folder(), 'a-file')
    await writeFile(file, 'not a folder')
    const run = start({ PORT: String(port), DEMO: '0', DATA_DIR: file })
    expect(await run.exit()).toBe(1)
    expect(run.errors).toMatch(/^DATA_DIR: expected a folder and not a file: .*a-file \(\w+\)\.\n$/)

    // Where the system itself refuses, Node's own way of making a folder and those above it goes on for ever.
    const nowhere = start({ PORT: String(port), DEMO: '0', DATA_DIR: '/proc/parvis' })
    expect(await nowhere.exit()).toBe(1)
    expect(nowhere.errors).toBe('DATA_DIR: no folder can be made there: /proc/parvis (ENOENT).\n')
  })

  it('says of a database that is reached what is wrong with it', async () => {
    const [port] = (await freePorts(1)) as [number]
    for (const [answer, query, why] of [
      ['N', '?sslmode=verify-full', 'that PostgreSQL has no TLS'], // Its answer to an SSLRequest.
      ['', '', 'what answers there broke off, and may be no PostgreSQL'],
    ] as const) {
      const other = createServer((socket) =>
        socket
          .on('error', () => {})
          .resume()
          .end(answer),
      ).listen(0, '127.0.0.1')
      await once(other, 'listening')
      const { port: theirs } = other.address() as AddressInfo
      const url = `postgres://root:hunter2@127.0.0.1:${theirs}/parvis${query}`
      const run = start({ PORT: String(port), DEMO: '0', DATABASE_URL: url })
      expect(await run.exit()).toBe(1)
      expect(run.errors).toMatch(new RegExp(`^DATABASE_URL: ${why}( \\(\\w+\\))?\\.\n$`))
      await once(other.close(), 'close')
    }
  })

  it('names HOST where it alone is wrong, and every other variable of a number or list', async () => {
    const run = start({ HOST: 'nonsense', CACHE_MB: '-1', IMAGES_MB: 'many', TRUSTED_PROXIES: '0.0.0.0/0' })
    expect(await run.exit()).toBe(1)
    const names = run.errors.trim().split('\n')
    expect(names.map((line) => line.split(': expected ')[0])).toEqual([
      'HOST',
      'CACHE_MB',
      'IMAGES_MB',
      'TRUSTED_PROXIES',
    ])
  })

  it('names the variable of a port that somebody else has, before it plants anything', {
    timeout: slow,
  }, async () => {
    const here = await place()
    for (const [name, port] of [
      ['PORT', here.port],
      ['DEMO_PORT', here.demoPort],
    ] as const) {
      const other = createServer().listen(port, '127.0.0.1')
      await once(other, 'listening')
      const run = start(here.env)
      expect(await run.exit()).toBe(1)
      expect(run.errors).toBe(
        `${name}: the port ${port} is in use. Stop what uses it, or set ${name} to another port.\n`,
      )
      expect(run.printed).not.toContain('Planting')
      await once(other.close(), 'close')
    }
    expect(await here.look((database) => count(database, 'sites'))).toBe(0)
  })
})

describe('a first start', () => {
  it('plants, serves and says where; a customer takes part across origins; a second start finds it all, and answers the request under way when it is told to stop', {
    timeout: slow,
  }, async () => {
    const here = await place('untouched')
    const { port, demoPort } = here
    const run = start(here.env)
    await run.says('Mail ')
    for (const told of [
      `Planted ${bakfleet.threads.length} threads`,
      `${ready} at http://localhost:${port}/`,
      `http://localhost:${demoPort}/community`,
      `http://localhost:${port}/admin/bakfleet/sign-in#link=pvl_`,
      `http://localhost:${port}/api`,
      `http://localhost:${port}/admin/bakfleet/mailbox`,
    ]) {
      expect(run.printed).toContain(told)
    }
    expect(run.errors, 'the link is printed and not logged').not.toContain('pvl_')

    const home = await fetch(`http://127.0.0.1:${port}/`, { redirect: 'manual' })
    expect([home.status, home.headers.get('location')]).toEqual([302, '/s/bakfleet'])

    const page = await fetch(`http://127.0.0.1:${demoPort}/community`)
    expect(page.headers.get('content-security-policy')).toContain(
      `script-src 'self' http://localhost:${port};`,
    )
    const widget = await fetch(`http://localhost:${port}/widget.js`, {
      headers: { origin: `http://localhost:${demoPort}` },
    })
    expect(widget.status).toBe(200)
    expect(widget.headers.get('access-control-allow-origin')).toBe('*')

    const marit = await signIn(here, 'marit-solberg')
    expect(marit.answer.status).toBe(201)
    expect(marit.answer.headers.get('access-control-allow-origin')).toBe(marit.origin)
    expect(marit.session.member.name).toBe('Marit Solberg')
    const foreign = await fetch(`${marit.api}/opening`, { headers: { origin: 'http://localhost:1' } })
    expect(foreign.headers.get('access-control-allow-origin')).toBeNull()
    const posted = await fetch(`${marit.api}/threads`, {
      method: 'POST',
      headers: { ...marit.headers, 'content-type': 'application/json' },
      body: JSON.stringify({
        board: 'ideas',
        kind: 'idea',
        title: 'Kept from one start to the next',
        body: 'Please.',
      }),
    })
    expect(posted.status).toBe(201)
    const { number } = (await posted.json()) as { number: number }

    const since = performance.now()
    expect(await run.end('SIGTERM')).toBe(0)
    expect(performance.now() - since).toBeLessThan(5000)

    const [nextPort] = (await freePorts(1)) as [number]
    const again = start({ ...here.env, DEMO_PORT: String(nextPort) })
    await again.says('Mail ')
    expect(again.printed).not.toContain('Planting')
    const tomasz = await signIn({ ...here, demoPort: nextPort }, 'tomasz-wrona')
    expect(tomasz.answer.headers.get('access-control-allow-origin')).toBe(`http://localhost:${nextPort}`)
    const kept = await fetch(`${tomasz.api}/threads/${number}`, { headers: { origin: marit.origin } })
    expect(await kept.json()).toMatchObject({ title: 'Kept from one start to the next', votes: 1 })
    expect(kept.headers.get('access-control-allow-origin'), 'the origin of the former port').toBeNull()

    const text = 'Sent while the server was told to stop.'
    expect(await replyWhileItEnds(again, tomasz, text)).toBe(0)
    expect(again.errors).toBe('')
    if (underTest() === 'embedded') await expectClosed(here.env.DATA_DIR!)
    const replies = await here.look(({ db }) =>
      db.selectFrom('posts').select('id').where('body', '=', text).execute(),
    )
    expect(replies).toHaveLength(1)
  })

  thoroughly('is left whole or not at all by a stop or a kill while it plants', async () => {
    const here = await place('untouched')
    const stopped = start(here.env)
    await stopped.says('Planting')
    const since = performance.now()
    expect(await stopped.end('SIGTERM')).toBe(0)
    expect(performance.now() - since).toBeLessThan(5000)
    expect(stopped.printed).not.toContain(ready)
    expect(stopped.errors).toBe('')
    expect(await here.look((database) => count(database, 'sites'))).toBe(0)

    const killed = start(here.env)
    await killed.says('Planting')
    expect(await killed.end('SIGKILL')).toBeNull()

    const run = start(here.env)
    await run.says(ready)
    expect(run.printed).toContain(`Planted ${bakfleet.threads.length} threads`)
    expect(await run.end('SIGTERM')).toBe(0)
    await here.look(async (database) => {
      expect(await count(database, 'sites')).toBe(1)
      expect(await count(database, 'threads')).toBe(bakfleet.threads.length)
    })
  })

  thoroughly('ends in peace from its first moments on', async () => {
    const here = await place('untouched')
    const run = start(here.env)
    await run.says('Opening')
    expect(await run.end('SIGTERM')).toBe(0)
    expect(run.errors).toBe('')
    expect(run.printed).not.toContain(ready)
    const again = start(here.env)
    await again.says(ready)
    expect(await again.end('SIGTERM')).toBe(0)
  })

  it('sec-P05: in production plants nothing, has no host page, and says how to make a site', {
    timeout: slow,
  }, async () => {
    const here = await place()
    const { DEMO_PORT: _, ...env } = here.env
    const run = start({ ...env, PUBLIC_URL: 'https://community.example/' })
    await run.says('Mail ')
    expect(run.printed).not.toContain('Planting')
    expect(run.printed).toContain('npm run site -- create')
    expect(run.printed).toContain('set SMTP_URL')
    await expect(fetch(`http://127.0.0.1:${here.port + 1}/community`)).rejects.toThrow()
    expect((await fetch(`http://127.0.0.1:${here.port}/healthz`)).status).toBe(200)
    expect((await fetch(`http://127.0.0.1:${here.port}/`)).status, 'no community yet').toBe(404)
    expect((await fetch(`http://127.0.0.1:${here.port}/api/v1/sites/bakfleet/opening`)).status).toBe(404)
    expect(await run.end('SIGTERM')).toBe(0)
    expect(await here.look((database) => count(database, 'sites'))).toBe(0)
  })

  it('refuses a folder that another process serves, and leaves that one at work', {
    timeout: slow,
  }, async () => {
    const [port, other] = (await freePorts(2)) as [number, number]
    const { env: embedded, remove } = await newPlace('embedded')
    put.push(remove)
    const env = { ...embedded, DEMO: '0' }
    const first = start({ ...env, PORT: String(port) })
    await first.says('Mail ')
    expect(first.printed).toMatch(
      /Mail {10,}not sent but shown in the mailbox of the admin, once there is a site/,
    )
    const second = start({ ...env, PORT: String(other) })
    expect(await second.exit()).toBe(1)
    expect(second.errors).toContain(`in use by another Parvis process (process ${first.child.pid})`)
    expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200)
    expect(await first.end('SIGTERM')).toBe(0)
  })
})
