import { access } from 'node:fs/promises'
import { basename } from 'node:path'
import pg from 'pg'
import { bin, run, say } from './processes.ts'

// What the tests need of the machine, found or installed.

/** The PostgreSQL to test on: the one named, else the one on this machine, else none. */
export async function findPostgres(): Promise<string | undefined> {
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
export async function findChromium(full: boolean): Promise<string> {
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
    await run(bin('playwright-core'), ['install', 'chromium'], {})
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
