import { access, readdir, stat, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { afterEach, describe, expect, it } from 'vitest'
import { checkArchive } from '../../db/archive/restore.ts'
import { schemaVersion } from '../../db/migrate.ts'
import { UsageError } from '../../server/cli/program.ts'
import { readWish } from '../../server/cli/site_wish.ts'
import { newPlace, operate, type Place } from '../support/operator.ts'
import { underTest } from '../support/own_database.ts'
import { OwnServer } from '../support/own_server.ts'
import { signJwt } from '../support/world.ts'

const places: Place[] = []
const servers: OwnServer[] = []

afterEach(async () => {
  for (const server of servers.splice(0)) await server.end('SIGKILL')
  for (const place of places.splice(0)) await place.remove()
})

/** A place with a migrated database and no site. */
async function place(kind = underTest()): Promise<Place> {
  const made = await newPlace(kind)
  places.push(made)
  return made
}

async function untouched(): Promise<Place> {
  const made = await newPlace(underTest(), 'untouched')
  places.push(made)
  return made
}

async function start(env: Record<string, string>): Promise<OwnServer> {
  const server = await OwnServer.start(env)
  servers.push(server)
  return server
}

const there = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  )

/** How a host's token signed with a secret is answered. */
async function signOn(server: OwnServer, slug: string, secret: string): Promise<number> {
  const now = Math.floor(Date.now() / 1000)
  const token = signJwt({ sub: 'someone', aud: slug, iat: now, exp: now + 60 }, secret)
  return (await post(server, slug, 'sessions/sso', { token })).status
}

function post(server: OwnServer, slug: string, path: string, body: unknown): Promise<Response> {
  return fetch(`${server.origin}/api/v1/sites/${slug}/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: 'http://localhost:3000' },
    body: JSON.stringify(body),
  })
}

/** Signs in by a link for an owner, as the admin's page does. */
async function follow(server: OwnServer, slug: string, ownerLink: string) {
  const token = new URL(ownerLink).hash.slice('#link='.length)
  const answer = await post(server, slug, 'staff-sessions/link', { token })
  expect(answer.status).toBe(201)
  const { member, operator } = await answer.json()
  const cookie = answer.headers.get('set-cookie')!.split(';')[0]!
  const ask = (method: string, path: string, body?: unknown) =>
    fetch(`${server.origin}/api/v1/${path}`, {
      method,
      headers: {
        origin: 'http://localhost:3000',
        cookie,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  return { id: member.id, name: member.name, operator, ask }
}

const acme = [
  'create',
  'acme',
  '--name',
  'Acme',
  '--origin',
  'https://acme.example',
  '--locale',
  'fr',
  '--json',
]

describe(`npm run migrate, on ${underTest()}`, () => {
  it('says the version before and after, and that there is nothing to do', async () => {
    const { env } = await untouched()
    const first = await operate('migrate', [], env)
    expect(first).toMatchObject({ code: 0, err: '' })
    expect(first.out).toContain(`The schema was empty and is now ${schemaVersion}.`)
    const second = await operate('migrate', [], env)
    expect(second).toEqual({
      code: 0,
      err: '',
      out: `The schema is ${schemaVersion} already; nothing to do.\n`,
    })
    expect(await operate('migrate', ['now'], env)).toMatchObject({ code: 2, out: '' })
  }, 180_000)
})

describe(`npm run site, on ${underTest()}`, () => {
  it('makes a site and prints what its owner needs as one line of JSON, and nothing else', async () => {
    const { env } = await place()
    const made = await operate('site', acme, env)
    expect(made).toMatchObject({ code: 0, err: '' })
    expect(made.out.split('\n')).toHaveLength(2)
    const { slug, ssoSecret, ownerLink, ...rest } = JSON.parse(made.out)
    expect(rest).toEqual({})
    expect(slug).toBe('acme')
    expect(ssoSecret).toMatch(/^[\w-]{43}$/)
    expect(ownerLink).toMatch(/^http:\/\/localhost:3000\/admin\/acme\/sign-in#link=pvl_[\w-]{43}$/)

    const again = await operate('site', acme, env)
    expect(again).toMatchObject({ code: 1, out: '', err: 'There is already a site named acme.\n' })
    const unknown = await operate('site', ['owner-link', 'nobody'], env)
    expect(unknown).toMatchObject({ code: 1, out: '', err: 'There is no site named nobody.\n' })
    const list = await operate('site', ['list', '--json'], env)
    expect(JSON.parse(list.out).items).toMatchObject([{ slug: 'acme', name: 'Acme', locale: 'fr' }])

    const server = await start(env)
    expect(await signOn(server, 'acme', ssoSecret)).toBe(201)
    const token = new URL(ownerLink).hash.slice('#link='.length)
    expect((await post(server, 'acme', 'staff-sessions/link', { token })).status).toBe(201)
  }, 180_000)

  it('says for people what it did, without --json', async () => {
    const { env } = await place()
    expect((await operate('site', ['list'], env)).out).toBe('There is no site yet.\n')
    const made = await operate('site', ['create', 'plain', '--name', 'Plain'], env)
    expect(made.out).toContain('Made the site plain.')
    expect(made.out).toMatch(/shown this once:\n {2}[\w-]{43}\n/)
    expect(made.out).toContain('once within 30 minutes')
    const list = await operate('site', ['list'], env)
    expect(list.out).toMatch(/^plain\ten\t\d{4}-\d\d-\d\d\tPlain\n$/)
  }, 180_000)

  it('refuses wrong arguments with what is wrong and how it should be, and opens no database for it', async () => {
    const { env, dataDir } = await untouched()
    const cases: [string[], string][] = [
      [[], 'Say what to do'],
      [['create', 'Acme!', '--name', 'Acme'], 'SLUG: must be lower-case'],
      [['create', 'acme', '--nam', 'Acme'], '--nam'],
    ]
    for (const [args, why] of cases) {
      const said = await operate('site', args, env)
      expect(said, args.join(' ')).toMatchObject({ code: 2, out: '' })
      expect(said.err).toContain(why)
      expect(said.err).toContain('npm run site -- create SLUG')
    }
    expect(await there(dataDir)).toBe(false)
  }, 120_000)
})

// What the command does first, before any database: a process for each would take longer than the other commands together.
describe('the arguments of npm run site', () => {
  it.each<[string[], string]>([
    [['frob'], 'There is no "frob"'],
    [['__proto__', 'x'], 'There is no "__proto__"'],
    [['create'], 'SLUG is missing'],
    [['create', 'acme'], '--name is missing'],
    [['create', 'acme', '--name', ' '], '--name: must have 1 to 80 characters'],
    [['create', 'a', '--name', 'Acme'], 'SLUG: must have 2 characters or more'],
    [['create', 'assets', '--name', 'Acme'], 'SLUG: is a word of this server'],
    [['create', 'acme', '--name', 'Acme', '--locale', 'es'], '--locale: '],
    [['create', 'acme', '--name', 'Acme', '--origin', 'acme.example'], '--origin: must be exactly an origin'],
    [['create', 'acme', '--name', 'Acme', '--origin', 'https://a.example/x'], '--origin: '],
    [['create', 'acme', 'more', '--name', 'Acme'], '"more" is one argument too many'],
    [['list', 'acme'], '"acme" is one argument too many'],
    [['owner-link'], 'SLUG is missing'],
    [['rotate-secret', 'acme', '--name', 'x'], '--name belongs to create'],
  ])('are refused as %j', (args, why) => {
    expect(() => readWish(args)).toThrow(UsageError)
    expect(() => readWish(args)).toThrow(why)
    expect(() => readWish(args)).toThrow('npm run site -- create SLUG')
  })
})

describe(`the operator’s commands while a server runs, on ${underTest()}`, () => {
  it('make sites, links and secrets that hold at once, and the secret before for another day', async () => {
    const { env } = await place()
    const server = await start(env)
    const made = await operate('site', acme, env)
    expect(made).toMatchObject({ code: 0, err: '' })
    const { ssoSecret } = JSON.parse(made.out)
    expect(await signOn(server, 'acme', ssoSecret)).toBe(201)
    expect((await operate('site', acme, env)).err).toBe('There is already a site named acme.\n')

    const rotated = JSON.parse((await operate('site', ['rotate-secret', 'acme', '--json'], env)).out)
    expect(rotated.ssoSecret).not.toBe(ssoSecret)
    const hours = (Date.parse(rotated.oldOnesHoldUntil) - Date.now()) / 3_600_000
    expect(hours).toBeGreaterThan(23.9)
    expect(hours).toBeLessThanOrEqual(24)
    expect(await signOn(server, 'acme', ssoSecret)).toBe(201)
    expect(await signOn(server, 'acme', rotated.ssoSecret)).toBe(201)
    expect(await signOn(server, 'acme', 'x'.repeat(43))).toBe(401)

    const { ownerLink } = JSON.parse((await operate('site', ['owner-link', 'acme', '--json'], env)).out)
    const token = new URL(ownerLink).hash.slice('#link='.length)
    expect((await post(server, 'acme', 'staff-sessions/link', { token })).status).toBe(201)
  }, 180_000)

  it('open an operator again by a link of the first site, and of no other', async () => {
    const { env } = await place()
    const server = await start(env)
    const { ownerLink } = JSON.parse((await operate('site', acme, env)).out)
    await operate('site', ['create', 'beta', '--name', 'Beta'], env)
    const linkFor = async (slug: string): Promise<string> =>
      JSON.parse((await operate('site', ['owner-link', slug, '--json'], env)).out).ownerLink

    const first = await follow(server, 'acme', ownerLink)
    expect(first.operator).toBe(true)
    const olga = { email: 'olga@acme.example', name: 'Olga', role: 'owner' }
    expect((await first.ask('POST', 'sites/acme/team', olga)).status).toBe(201)
    expect((await first.ask('GET', 'sites')).status).toBe(200)
    expect((await first.ask('DELETE', `sites/acme/team/${first.id}`)).status).toBe(204)
    expect((await first.ask('GET', 'sites')).status).toBe(403)

    const other = await follow(server, 'beta', await linkFor('beta'))
    expect(other.operator).toBe(false)
    expect((await other.ask('GET', 'sites')).status).toBe(403)
    const again = await follow(server, 'acme', await linkFor('acme'))
    expect(again).toMatchObject({ name: 'Owner', operator: true })
    expect(again.id).not.toBe(first.id)
    expect((await again.ask('GET', 'sites')).status).toBe(200)
    expect((await follow(server, 'acme', await linkFor('acme'))).id).toBe(again.id)

    // An account that a link of the admin made operates nothing, until the command asks for one.
    const password = 'seven quiet bicycles at noon'
    expect((await again.ask('PUT', 'sites/acme/account/password', { password })).status).toBe(200)
    const given = await (await again.ask('POST', 'owner-links', { site: 'acme' })).json()
    const plain = await follow(server, 'acme', given.ownerLink)
    expect(plain.operator).toBe(false)
    expect(plain.id).not.toBe(again.id)
    expect(await follow(server, 'acme', await linkFor('acme'))).toMatchObject({
      id: plain.id,
      operator: true,
    })
  }, 180_000)

  it('back everything up; nothing is restored under a server, and an embedded one is not migrated', async () => {
    const { env, dataDir } = await place()
    await start(env)
    await operate('site', acme, env)
    const file = join(dirname(dataDir), 'all.parvis')
    const backedUp = await operate('backup', ['all.parvis'], { ...env, INIT_CWD: dirname(dataDir) })
    expect(backedUp).toMatchObject({ code: 0, err: '' })
    expect(backedUp.out).toContain(file)
    expect((await checkArchive(file)).trailer.rows.sites).toBe(1)
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    const again = await operate('backup', [file], env)
    expect(again).toMatchObject({ code: 1, out: '' })
    expect(again.err).toContain('is there already')

    const restored = await operate('restore', [file], env)
    expect(restored).toMatchObject({ code: 1, out: '' })
    expect(restored.err).toMatch(
      underTest() === 'embedded' ? /in use by another Parvis process/ : /not empty/,
    )
    const migrated = await operate('migrate', [], env)
    expect(migrated.code).toBe(underTest() === 'embedded' ? 1 : 0)
    if (underTest() === 'embedded') expect(migrated.err).toContain('Stop that process')
  }, 180_000)

  it('do not restore under a server even where its database is empty', async () => {
    const { env, dataDir } = await place()
    const file = join(dirname(dataDir), 'none.parvis')
    expect((await operate('backup', [file], env)).code).toBe(0)
    const server = await start(env)
    const under = await operate('restore', [file], env)
    expect(under).toMatchObject({ code: 1, out: '' })
    expect(under.err).toMatch(/in use by another Parvis process|A Parvis server runs on this database/)
    await server.end('SIGTERM')
    expect(await operate('restore', [file], env)).toMatchObject({ code: 0, err: '' })
  }, 180_000)
})

describe(`npm run backup and restore, from embedded to ${underTest()}`, () => {
  it('move a community in one go: who could sign in before can afterwards', async () => {
    const from = await place('embedded')
    const to = await place()
    const { ssoSecret } = JSON.parse((await operate('site', acme, from.env)).out)
    const file = join(dirname(from.dataDir), 'move.parvis')
    expect(await operate('backup', [file], from.env)).toMatchObject({ code: 0, err: '' })
    const moved = await operate('restore', [file], to.env)
    expect(moved).toMatchObject({ code: 0, err: '' })
    expect(moved.out).toMatch(/^Restored \d+ rows and 0 waiting jobs, as they were at /)
    const server = await start(to.env)
    expect(await signOn(server, 'acme', ssoSecret)).toBe(201)
  }, 180_000)

  it('refuse what they cannot do before any database is opened', async () => {
    const { env, dataDir } = await untouched()
    const file = join(dirname(dataDir), 'no.parvis')
    await writeFile(file, 'not a backup')
    const cases: [string, string[], number, string][] = [
      ['backup', [], 2, 'FILE is missing'],
      ['backup', ['--help'], 2, 'FILE is missing'],
      ['backup', ['a', 'b'], 2, '"b" is one argument too many'],
      ['restore', [], 2, 'FILE is missing'],
      ['restore', ['a', 'b'], 2, '"b" is one argument too many'],
      ['restore', [join(dirname(dataDir), 'absent')], 1, 'There is no file'],
      ['restore', [file], 1, 'not a Parvis backup'],
    ]
    const said = await Promise.all(cases.map(([command, args]) => operate(command, args, env)))
    for (const [index, [, , code, why]] of cases.entries()) {
      expect(said[index]).toMatchObject({ code, out: '' })
      expect(said[index]!.err).toContain(why)
    }
    expect(await there(dataDir)).toBe(false)
    const nothing = await operate('backup', [join(dirname(dataDir), 'x')], env)
    expect(nothing).toMatchObject({ code: 1, out: '' })
    expect(nothing.err).toMatch(/There is no (Parvis )?database/)
    expect(await readdir(dirname(dataDir))).toEqual(['no.parvis'])
  }, 180_000)

  it('say what is wrong with the database that they are given, as a start does', async () => {
    const { env, dataDir } = await untouched()
    const file = join(dirname(dataDir), 'a-file')
    await writeFile(file, 'not a folder')
    const dead = 'postgres://root:hunter2@127.0.0.1:1/parvis'
    for (const [command, args] of [
      ['migrate', []],
      ['site', ['list']],
    ] as const) {
      const { DATABASE_URL: _, ...embedded } = env
      const folder = await operate(command, [...args], { ...embedded, DATA_DIR: file })
      expect(folder).toMatchObject({ code: 1, out: '' })
      expect(folder.err).toMatch(/^DATA_DIR: expected a folder and not a file: \S+a-file \(ENOTDIR\)\.\n$/)
      const server = await operate(command, [...args], { ...env, DATABASE_URL: dead })
      expect(server).toMatchObject({ code: 1, out: '' })
      expect(server.err).toBe('DATABASE_URL: no PostgreSQL answers there (ECONNREFUSED).\n')
    }
  }, 180_000)
})

if (underTest() === 'postgres') {
  describe('a PostgreSQL whose user may make nothing there', () => {
    it('is told so by its variable, and without a stack', async () => {
      const { env } = await untouched()
      const role = `parvis_test_${process.env.PARVIS_TEST_RUN}_poor_${process.pid}`
      const poor = new URL(env.DATABASE_URL!)
      poor.username = role
      const asRoot = async (...statements: string[]) => {
        const client = new pg.Client({ connectionString: env.DATABASE_URL })
        await client.connect()
        for (const statement of statements) await client.query(statement)
        await client.end()
      }
      await asRoot(`create role ${role} login`, 'revoke create on schema public from public')
      try {
        const said = await operate('migrate', [], { ...env, DATABASE_URL: poor.href })
        expect(said).toMatchObject({ code: 1, out: '' })
        expect(said.err).toBe(
          'DATABASE_URL: this user may not make what Parvis needs there; let it own the database (42501).\n',
        )
      } finally {
        await asRoot(`drop role ${role}`)
      }
    }, 180_000)
  })
}

if (underTest() === 'embedded') {
  describe('the control socket of an embedded server', () => {
    /** Sends raw text and resolves with the whole answer. */
    function raw(dataDir: string, text: string): Promise<string> {
      return new Promise((done, fail) => {
        const socket = connect(join(dataDir, 'control.sock'), () => socket.end(text))
        let said = ''
        socket.setEncoding('utf8')
        socket.on('data', (part) => {
          said += part
        })
        socket.on('end', () => done(said))
        socket.on('error', fail)
      })
    }

    it('is for its own user only, is gone after a stop, and is made anew after a kill', async () => {
      const { env, dataDir } = await place()
      const first = await start(env)
      expect((await stat(join(dataDir, 'control.sock'))).mode & 0o777).toBe(0o600)
      await first.end('SIGKILL')
      expect(await there(join(dataDir, 'control.sock'))).toBe(true)
      // A dead socket is nobody: the command opens the database itself.
      expect((await operate('site', ['list'], env)).out).toBe('There is no site yet.\n')
      const second = await start(env)
      expect((await operate('site', ['list'], env)).code).toBe(0)
      await second.end('SIGTERM')
      expect(await there(join(dataDir, 'control.sock'))).toBe(false)
    }, 180_000)

    it('refuses what is no command of ours, and the server goes on', async () => {
      const { env, dataDir } = await place()
      const server = await start({ ...env, SITE: 'kept' })
      const strange = [
        '',
        'hello\n',
        'null\n',
        '[]\n',
        '{"command":"drop"}\n',
        '{"command":"__proto__"}\n',
        '{"command":"site.list","more":1}\n',
        '{"command":"backup","file":"relative"}\n',
        '{"command":"site.create","slug":"x","name":1,"locale":"en","origins":[]}\n',
        `${'x'.repeat(70_000)}`,
      ]
      for (const text of strange) {
        expect(JSON.parse(await raw(dataDir, text)), text.slice(0, 40)).toEqual({
          refused: expect.any(String),
        })
      }
      expect(JSON.parse(await raw(dataDir, '{"command":"site.list"}\n')).answer.items).toHaveLength(1)
      expect((await fetch(`${server.origin}/healthz`)).status).toBe(200)
    }, 180_000)

    it('is reached in a folder whose path is longer than a socket’s name may be', async () => {
      const { dataDir } = await place()
      const deep = join(dataDir, 'a-folder-with-a-long-name'.repeat(4), 'and-another-one-below-it'.repeat(3))
      await start({ DATA_DIR: deep })
      const made = await operate('site', acme, { DATA_DIR: deep })
      expect(made).toMatchObject({ code: 0, err: '' })
    }, 180_000)
  })
}
