import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { connectPostgres } from '../../db/connect.ts'
import { freePorts, NpmStart } from '../support/npm_start.ts'
import { newPlace, operate } from '../support/operator.ts'

// On PostgreSQL alone (tests/runner/parts.ts): the embedded database comes with Parvis and is never too old.

it('a PostgreSQL before 15 is refused in one line, by a start as by every command, and nothing is made in it', async () => {
  const another = await newPlace('postgres')
  const here = await newPlace('postgres', 'untouched')
  const url = here.env.DATABASE_URL!
  const { db, close } = connectPostgres(url, 1)
  try {
    const home = dirname(here.dataDir)
    const empty = join(home, 'empty.backup')
    expect((await operate('backup', [empty], another.env)).code).toBe(0)
    // It says of itself what a PostgreSQL 14 does: its own function is found before the one of the system.
    await sql`create schema older`.execute(db)
    await sql`create function older.current_setting(text) returns text language sql as $$ select '140011' $$`.execute(
      db,
    )
    const name = new URL(url).pathname.slice(1)
    await sql`alter database ${sql.ref(name)} set search_path = older, pg_catalog, public`.execute(db)

    const said = 'DATABASE_URL: that PostgreSQL is of version 14; name one of version 15 or later.\n'
    const [port] = (await freePorts(1)) as [number]
    const run = new NpmStart({ ...here.env, PORT: String(port), DEMO: '0' })
    expect(await run.exit()).toBe(1)
    expect(run.errors).toBe(said)
    for (const [command, args] of [
      ['migrate', []],
      ['site', ['list']],
      ['backup', [join(home, 'old.backup')]],
      ['restore', [empty]],
    ] as const)
      expect(await operate(command, [...args], here.env), command).toEqual({ code: 1, out: '', err: said })

    expect(existsSync(join(home, 'old.backup'))).toBe(false)
    const { rows } = await sql`select relname from pg_catalog.pg_class c
      join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema')`.execute(db)
    expect(rows).toEqual([])
  } finally {
    await close()
    await here.remove()
    await another.remove()
  }
}, 180_000)
