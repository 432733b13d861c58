import { spawn } from 'node:child_process'
import { access, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { buildFrontEnds } from '../server/build.ts'

// npm test: everything that must hold, on every database that answers, counted in one last line.

const full = process.argv.includes('--full')
const root = fileURLToPath(new URL('..', import.meta.url))
const total = { passed: 0, failed: 0, skipped: 0 }
/** What failed, by name: said once more at the end, where it is read first. */
const failures: string[] = []

const files = (...names: string[]) => names.map((name) => `**/${name}.test.ts`)

// What these show is of this process alone, with no database in it.
const sameOnBoth = files(
  'folder_lock',
  'durability',
  'markdown',
  'demo_host',
  'api_reference',
  'safe_fetch',
  'sso_recipes',
  'sso_token_properties',
)

// What these show is above the database: who may ask, what providers say, what pages look like, how many
// statements are sent, which index they walk; or they hold both databases beside each other. Where there are two databases they run on
// PostgreSQL, in the full run on both.
const aboveIt = files(
  'accounts_*',
  'any_value',
  'api_keys_*',
  'audit',
  'backup*',
  'boards_acts',
  'boundary_*',
  'demo_seed',
  'failing_jobs',
  'front_door',
  'guests*',
  'idempotency',
  'ids_of_other_sites',
  'images',
  'limits_settings',
  'limits_sign_in',
  'mailbox',
  'me_export',
  'members_search',
  'mentions',
  'metrics',
  'openid_*',
  'operator_commands',
  'pages*',
  'permissions',
  'private_board*',
  'profiles',
  'requests',
  'rules_versions',
  'search_plans',
  'security_*',
  'segments*',
  'sessions_*',
  'settings',
  'sso_connections',
  'sso_key_sets',
  'sso_linking',
  'sso_tokens',
  'staff_search',
  'statements_of_*',
  'suspension',
  'team',
  'unknown_addresses',
  'words_acts',
)

// A first start makes its embedded database, which is what it is about; what it does on PostgreSQL is in the full run.
const startsAlone = files('start')

// How addresses are made below a path has nothing to do with the database either.
const subPath = files('sub_path')

// An embedded database serves one process, and is away only with it.
const postgresAlone = files(
  'listen_postgres',
  'database_lost',
  'database_too_old',
  'limits_processes',
  'limits_database_away',
  'api_keys_processes',
  'segments_processes',
  'live_endings_processes',
  'live_processes',
  'suspension_processes',
  'two_processes',
)

const say = (line: string) => process.stdout.write(`${line}\n`)

async function main(): Promise<void> {
  const begun = performance.now()
  await Promise.all([
    check('Types', ['tsc']),
    check('Lint', ['biome', 'check', '--error-on-warnings', '.']),
    check('Unused code', ['knip']),
  ])
  await buildFrontEnds({})
  const chromium = await findChromium()
  const postgres = await findPostgres()
  const parts = partsOf(chromium, postgres)
  // Three lanes for two cores, since each part waits a good deal: for disks, for browsers, for moments to pass.
  const lane = async () => {
    for (let part = parts.shift(); part; part = parts.shift()) await part()
  }
  await Promise.all([lane(), lane(), lane()])
  if (!postgres)
    say(
      'No PostgreSQL answers (PARVIS_TEST_POSTGRES, 127.0.0.1:5432): the embedded database is the one tested.',
    )
  for (const failure of failures) say(`Failed: ${failure}`)
  say(`\nIn ${Math.round((performance.now() - begun) / 1000)} s`)
  say(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
  process.exit(total.failed ? 1 : 0)
}

/** What is to be run, the longest first. */
function partsOf(chromium: string, postgres: string | undefined): (() => Promise<void>)[] {
  const browser = { PARVIS_CHROMIUM: chromium }
  const embedded = { PARVIS_TEST_POSTGRES: '' }
  const server = ['tests/server', 'tests/db']
  const both = full || !postgres
  // What a screen shows is above the database as well, and what a whole way needs of it is tried on both.
  const screens = postgres && !full ? { PARVIS_TEST_POSTGRES: postgres } : embedded
  const parts: (() => Promise<void>)[] = []
  if (postgres) {
    const env = { PARVIS_TEST_POSTGRES: postgres }
    parts.push(() =>
      vitest('Server, PostgreSQL', server, env, full ? sameOnBoth : [...sameOnBoth, ...startsAlone]),
    )
  }
  // Each in a browser of its own: together they would end long after all others.
  for (const [name, folder] of [
    ['Widget', 'tests/widget'],
    ['Admin', 'tests/admin'],
  ] as const)
    parts.push(() => vitest(name, [folder], { ...browser, ...screens }))
  parts.push(() =>
    vitest(
      'Server, embedded database',
      server,
      embedded,
      both ? postgresAlone : [...postgresAlone, ...aboveIt],
    ),
  )
  parts.push(() =>
    vitest('Whole ways, embedded database', ['tests/e2e'], { ...browser, ...embedded }, postgresAlone),
  )
  if (postgres) {
    const env = { ...browser, PARVIS_TEST_POSTGRES: postgres }
    parts.push(() => vitest('Whole ways, PostgreSQL', ['tests/e2e'], env, full ? [] : subPath))
  }
  parts.push(() => vitest('Rules', ['tests/rules'], browser))
  return parts
}

async function check(name: string, [tool, ...args]: [string, ...string[]]): Promise<void> {
  const code = await section(name, join(root, 'node_modules/.bin', tool), args, {})
  if (code === 0) total.passed++
  else fail(name)
}

function fail(what: string): void {
  total.failed++
  failures.push(what)
}

async function vitest(
  name: string,
  folders: string[],
  env: Record<string, string>,
  except: string[] = [],
): Promise<void> {
  const present = []
  for (const folder of folders) if (await hasTests(join(root, folder))) present.push(folder)
  if (!present.length) return
  const folder = await mkdtemp(join(tmpdir(), 'parvis-test-'))
  const report = join(folder, 'report.json')
  const bin = join(root, 'node_modules/.bin/vitest')
  // One worker for each part: a world, a browser and what was read of the source serve all of its files.
  const args = [
    'run',
    ...present,
    '--maxWorkers=1',
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]
  for (const file of except) args.push('--exclude', file)
  const code = await section(name, bin, args, { ...env, ...(full ? { PARVIS_FULL: '1' } : {}) })
  await count(name, report, code)
  await rm(folder, { recursive: true, force: true })
}

async function hasTests(folder: string): Promise<boolean> {
  const entries = await readdir(folder, { recursive: true }).catch(() => [])
  return entries.some((entry) => entry.endsWith('.test.ts'))
}

interface Report {
  numPassedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: {
    name: string
    status: string
    assertionResults: { fullName: string; status: string }[]
  }[]
}

async function count(part: string, path: string, code: number): Promise<void> {
  const before = total.failed
  try {
    const report = JSON.parse(await readFile(path, 'utf8')) as Report
    total.passed += report.numPassedTests
    total.skipped += report.numPendingTests + report.numTodoTests
    for (const { name, assertionResults } of report.testResults)
      for (const { fullName, status } of assertionResults)
        if (status === 'failed') fail(`${part}, ${relative(root, name)}: ${fullName}`)
    // A file that could not be read, and what a hook of a file does, fail without a failed test.
    for (const { name, status, assertionResults } of report.testResults)
      if (status === 'failed' && !assertionResults.some((one) => one.status === 'failed'))
        fail(`${part}, ${relative(root, name)}`)
    if (code !== 0 && total.failed === before) fail(part)
  } catch {
    fail(`${part}: no report`)
  }
}

/** Runs a part and shows what it said once it is over, since another one is running beside it. */
async function section(
  name: string,
  command: string,
  args: string[],
  env: Record<string, string>,
): Promise<number> {
  const begun = performance.now()
  say(`… ${name}`)
  const said: Buffer[] = []
  const code = await run(command, args, env, (part) => said.push(part))
  say(`\n== ${name}, ${Math.round((performance.now() - begun) / 1000)} s`)
  process.stdout.write(Buffer.concat(said))
  return code
}

function run(
  command: string,
  args: string[],
  env: Record<string, string>,
  hear: (part: Buffer) => void = (part) => process.stdout.write(part),
): Promise<number> {
  return new Promise((done) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
    })
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.on('error', () => done(1))
    child.on('close', (code) => done(code ?? 1))
  })
}

/** The PostgreSQL to test on: the one named, else the one on this machine, else none. */
async function findPostgres(): Promise<string | undefined> {
  const named = process.env.PARVIS_TEST_POSTGRES
  const user = process.env.USER || 'root'
  const candidates =
    named !== undefined
      ? [named]
      : [`postgres://${user}@127.0.0.1:5432/postgres`, 'postgres://postgres@127.0.0.1:5432/postgres']
  for (const url of candidates.filter(Boolean)) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 })
    client.on('error', () => {})
    try {
      await client.connect()
      const { rows } = await client.query(
        "select current_setting('server_version_num')::int >= 150000 as fits, rolcreatedb or rolsuper as may from pg_roles where rolname = current_user",
      )
      if (rows[0]?.fits && rows[0]?.may) return url
    } catch {
      // Nobody answers there, or lets us in.
    } finally {
      await client.end().catch(() => {})
    }
  }
  if (named)
    throw new Error('PARVIS_TEST_POSTGRES: expected a PostgreSQL 15 or later in which databases may be made.')
  return undefined
}

/**
 * A Chromium: named, of the system, or installed now where that can be done. Its headless shell draws the same and
 * takes a third less time than the whole browser, with which the full run is made.
 */
async function findChromium(): Promise<string> {
  const shell = '/usr/bin/chromium-headless-shell'
  const whole = '/usr/bin/chromium'
  const usual = [
    process.env.PARVIS_CHROMIUM,
    ...(full ? [whole] : [shell, whole]),
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ]
  const debian = process.getuid?.() === 0 && (await exists('/usr/bin/apt-get'))
  if (debian && !process.env.PARVIS_CHROMIUM) {
    // Where there is no package of the shell, there is one of the browser.
    if (!full) await installPackage(shell)
    if (!(await exists(shell)) || full) await installPackage(whole)
    // What a page without fonts of its own is drawn in, which Debian only recommends with its browser.
    await installPackage('/usr/share/fonts/truetype/liberation', 'fonts-liberation')
  }
  for (const path of usual) if (path && (await exists(path))) return path
  if (!debian) {
    say('\nInstalling Chromium (playwright-core install chromium)…')
    await run(join(root, 'node_modules/.bin/playwright-core'), ['install', 'chromium'], {})
    const { chromium } = await import('playwright-core')
    if (await exists(chromium.executablePath())) return chromium.executablePath()
  }
  throw new Error('No Chromium was found or could be installed. Set PARVIS_CHROMIUM to its path.')
}

async function installPackage(path: string, name = basename(path)): Promise<void> {
  if (await exists(path)) return
  say(`\nInstalling Chromium (apt-get install ${name})…`)
  await run('apt-get', ['update', '-qq'], {})
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], {
    DEBIAN_FRONTEND: 'noninteractive',
  })
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}

await main()
