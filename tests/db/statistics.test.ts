import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { learnTables } from '../../db/statistics.ts'
import { ownMigrated } from '../support/own_database.ts'

it('an embedded database learns of the tables that changed much, and of no others', async () => {
  const { database, drop } = await ownMigrated('embedded')
  const { db } = database
  const add = (from: number, to: number) =>
    sql`insert into accounts (id, email, name)
      select gen_random_uuid(), n || '@learning.example', 'Somebody' from generate_series(${from}::int, ${to}::int) n`.execute(
      db,
    )
  const known = async () => {
    const { rows } = await sql<{ rows: number }>`
      select reltuples::int as rows from pg_class where oid = 'accounts'::regclass`.execute(db)
    return rows[0]!.rows
  }
  await add(1, 500)
  expect(await known()).toBe(-1)
  expect(await learnTables(database)).toContain('accounts')
  expect(await known()).toBe(500)
  expect(await learnTables(database)).toEqual([])
  await add(501, 520)
  expect(await learnTables(database)).toEqual([])
  await add(521, 700)
  expect(await learnTables(database)).toEqual(['accounts'])
  expect(await known()).toBe(700)
  await drop()
})

it('a server of PostgreSQL is left to its own autovacuum', async () => {
  const { database, drop } = await ownMigrated()
  const nothing = database.kind === 'postgres'
  expect(await learnTables(database)).toEqual(nothing ? [] : expect.arrayContaining(['accounts', 'members']))
  await drop()
})
