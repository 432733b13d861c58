import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../db/connect.ts'
import { connectEmbedded } from '../../db/embedded.ts'
import { embeddedImage } from '../support/databases.ts'

// What belongs to the installation and not to a site. A table that is not named here is a tenant's.
const outside = [
  'sites',
  'accounts',
  'account_sessions',
  'account_passwords',
  'account_authenticators',
  'account_recovery_codes',
  'account_passkeys',
  'account_challenges',
  'migrations',
  'migrations_lock',
]

let database: Database
let tenants: string[]

beforeAll(async () => {
  database = await connectEmbedded({ image: await embeddedImage() })
  const tables = await list<{ name: string }>(`
    select relname::text as name from pg_class
    where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace order by 1`)
  tenants = tables.map((table) => table.name).filter((name) => !outside.includes(name))
})

afterAll(() => database.close())

async function list<Row>(text: string): Promise<Row[]> {
  return (await sql.raw<Row>(text).execute(database.db)).rows
}

interface Index {
  table: string
  name: string
  unique: boolean
  primary: boolean
  leading: string | null
}

const indexes = () =>
  list<Index>(`
    select c.relname::text as table, x.relname::text as name, i.indisunique as unique, i.indisprimary as primary,
      (select attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum = i.indkey[0]) as leading
    from pg_index i join pg_class c on c.oid = i.indrelid join pg_class x on x.oid = i.indexrelid
    where c.relnamespace = 'public'::regnamespace order by 1, 2`)

interface ForeignKey {
  table: string
  target: string
  name: string
  columns: string[]
  targets: string[]
  onDelete: string
  nulled: string[] | null
}

const columnsOf = (relation: string, numbers: string) =>
  `array(select a.attname::text from unnest(${numbers}) with ordinality as k(number, place)
    join pg_attribute a on a.attrelid = ${relation} and a.attnum = k.number order by k.place)`

const foreignKeys = () =>
  list<ForeignKey>(`
    select c.relname::text as table, t.relname::text as target, f.conname::text as name, f.confdeltype::text as "onDelete",
      ${columnsOf('f.conrelid', 'f.conkey')} as columns, ${columnsOf('f.confrelid', 'f.confkey')} as targets,
      case when f.confdelsetcols is not null then ${columnsOf('f.conrelid', 'f.confdelsetcols')} end as nulled
    from pg_constraint f join pg_class c on c.oid = f.conrelid join pg_class t on t.oid = f.confrelid
    where f.contype = 'f' and c.relnamespace = 'public'::regnamespace order by 1, 3`)

const shown = (one: { table: string; name: string }) => `${one.table}: ${one.name}`

describe('tenancy, from the catalog', () => {
  it('finds the tables that it judges', () => {
    expect(tenants).toEqual(expect.arrayContaining(['threads', 'posts', 'votes', 'members', 'feeds']))
    expect(tenants.length).toBeGreaterThan(30)
  })

  it('knows every table that it lists as outside', async () => {
    const there = await list<{ name: string }>(
      `select relname::text as name from pg_class where relkind = 'r'`,
    )
    const names = there.map((table) => table.name)
    expect(outside.filter((name) => !names.includes(name))).toEqual([])
  })

  it('gives every tenant table a site that is never null', async () => {
    const rows = await list<{ table: string }>(`
      select c.relname::text as table from pg_class c join pg_attribute a on a.attrelid = c.oid
      where a.attname = 'site_id' and a.attnotnull and c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace`)
    const withSite = rows.map((row) => row.table)
    expect(tenants.filter((name) => !withSite.includes(name))).toEqual([])
  })

  it('leads every primary key and every unique constraint with the site', async () => {
    const all = (await indexes()).filter((index) => tenants.includes(index.table))
    const primary = all.filter((index) => index.primary)
    expect(tenants.filter((name) => !primary.some((index) => index.table === name))).toEqual([])
    expect(all.filter((index) => index.unique && index.leading !== 'site_id').map(shown)).toEqual([])
  })

  it('leads every index with the site, but those that a reference from outside needs', async () => {
    const keys = await foreignKeys()
    const toOutside = (index: Index) =>
      keys.some(
        (key) =>
          key.table === index.table && outside.includes(key.target) && key.columns[0] === index.leading,
      )
    const wrong = (await indexes()).filter(
      (index) => tenants.includes(index.table) && index.leading !== 'site_id',
    )
    expect(wrong.filter((index) => !toOutside(index)).map(shown)).toEqual([])
  })

  it('carries the site in every foreign key between tenant tables, from site to site', async () => {
    const between = (await foreignKeys()).filter(
      (key) => tenants.includes(key.table) && tenants.includes(key.target),
    )
    expect(between.length).toBeGreaterThan(40)
    const wrong = between.filter((key) => key.columns[0] !== 'site_id' || key.targets[0] !== 'site_id')
    expect(wrong.map(shown)).toEqual([])
  })

  it('reaches the site itself from every tenant table, so that none is orphaned when a site goes', async () => {
    const keys = await foreignKeys()
    const rooted = new Set(['sites'])
    for (let before = -1; before !== rooted.size; ) {
      before = rooted.size
      for (const key of keys)
        if (key.columns[0] === 'site_id' && rooted.has(key.target)) rooted.add(key.table)
    }
    expect(tenants.filter((name) => !rooted.has(name))).toEqual([])
  })

  it('never lets a deletion null a site: every SET NULL names its columns', async () => {
    const nulling = (await foreignKeys()).filter(
      (key) => key.onDelete === 'n' && key.columns.includes('site_id'),
    )
    expect(nulling.length).toBeGreaterThan(10)
    expect(nulling.filter((key) => !key.nulled?.length || key.nulled.includes('site_id')).map(shown)).toEqual(
      [],
    )
  })

  it('lets no table from outside point into a tenant', async () => {
    const inwards = (await foreignKeys()).filter(
      (key) => outside.includes(key.table) && tenants.includes(key.target),
    )
    expect(inwards.map(shown)).toEqual([])
  })

  it('has no sequence of its own, whose place a backup would have to carry', async () => {
    const rows = await list<{ name: string }>(
      `select relname::text as name from pg_class where relkind = 'S' and relnamespace = 'public'::regnamespace`,
    )
    expect(rows).toEqual([])
  })
})
