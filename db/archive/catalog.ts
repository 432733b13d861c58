import { type Kysely, sql } from 'kysely'
import type { DB } from '../schema.ts'

/** A column as the catalog describes it: a text of its value, cast to `type`, is its value again. */
export interface Column {
  name: string
  type: string
}

export interface Table {
  name: string
  columns: Column[]
  /** The primary key, which gives the rows one order on every database. */
  key: string[]
}

/** A foreign key that no order of the tables satisfies row by row, and what it was before it was loosened. */
export interface LooseKey {
  table: string
  name: string
  deferrable: boolean
}

export interface Catalog {
  /** Each table after those that its foreign keys point to. */
  tables: Table[]
  loose: LooseKey[]
}

interface ForeignKey extends LooseKey {
  target: string
  deferred: boolean
}

// The schema's own version is the header's, and is made by migrating.
const ours = sql`c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
  and c.relname not in ('migrations', 'migrations_lock')
  and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')`

/**
 * Every table of ours as the database itself knows it, so that one added by a later migration is included
 * without a word. Generated columns are left out: they are made again.
 */
export async function readCatalog(db: Kysely<DB>): Promise<Catalog> {
  const columns = await sql<{ table: string; name: string; type: string }>`
    select c.relname::text as table, a.attname::text as name, format_type(a.atttypid, a.atttypmod) as type
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where ${ours} and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    order by c.relname collate "C", a.attnum`.execute(db)
  const keys = await sql<{ table: string; name: string }>`
    select c.relname::text as table, a.attname::text as name
    from pg_class c join pg_index i on i.indrelid = c.oid and i.indisprimary
    cross join unnest(i.indkey::int2[]) with ordinality as k(attnum, place)
    join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
    where ${ours} order by c.relname collate "C", k.place`.execute(db)
  const foreign = await sql<ForeignKey>`
    select c.relname::text as table, f.conname::text as name, t.relname::text as target,
      f.condeferrable as deferrable, f.condeferred as deferred
    from pg_constraint f join pg_class c on c.oid = f.conrelid join pg_class t on t.oid = f.confrelid
    where f.contype = 'f' and f.conparentid = 0 and ${ours}
    order by c.relname collate "C", f.conname collate "C"`.execute(db)
  const byName = new Map<string, Table>()
  for (const { table, name, type } of columns.rows) {
    const known = byName.get(table) ?? { name: table, columns: [], key: [] }
    known.columns.push({ name, type })
    byName.set(table, known)
  }
  for (const { table, name } of keys.rows) byName.get(table)?.key.push(name)
  const order = orderOf([...byName.keys()], foreign.rows)
  const place = new Map(order.map((name, index) => [name, index]))
  return {
    tables: order.map((name) => byName.get(name)!),
    // A key into the table itself or into a later one is proved at the end; one that always is needs nothing.
    loose: foreign.rows.filter((key) => place.get(key.target)! >= place.get(key.table)! && !key.deferred),
  }
}

/** The tables in an order that their foreign keys allow, those of a ring in the order of their names. */
export function orderOf(
  names: string[],
  keys: { table: string; target: string; deferred: boolean }[],
): string[] {
  const waiting = new Set(names)
  const order: string[] = []
  const blocked = (name: string) =>
    keys.some((key) => key.table === name && key.target !== name && !key.deferred && waiting.has(key.target))
  while (waiting.size) {
    const next = [...waiting].find((name) => !blocked(name)) ?? [...waiting][0]!
    waiting.delete(next)
    order.push(next)
  }
  return order
}
