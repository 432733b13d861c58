import { setImmediate } from 'node:timers/promises'
import { CompiledQuery, type Transaction } from 'kysely'
import type { DB } from '../schema.ts'
import type { Table } from './catalog.ts'
import { broken, type Row } from './format.ts'

/** The rows of one table that wait to be written by one statement. */
export class Page {
  private readonly trx: Transaction<DB>
  private table: Table | undefined
  private rows: Row[] = []
  private length = 0

  constructor(trx: Transaction<DB>) {
    this.trx = trx
  }

  async turnTo(table: Table): Promise<void> {
    await this.write()
    this.table = table
  }

  async add(row: Row): Promise<void> {
    if (row.length !== this.table!.columns.length)
      throw broken(`a row of ${this.table!.name} has too few or too many values`)
    this.rows.push(row)
    for (const cell of row) this.length += cell?.length ?? 0
    if (this.rows.length >= 1000 || this.length > 2_000_000) await this.write()
  }

  async write(): Promise<void> {
    const { table, rows } = this
    this.rows = []
    this.length = 0
    if (!table || !rows.length) return
    const { columns } = table
    const values = columns.map((_, place) => rows.map((row) => row[place]))
    await this.trx
      .executeQuery(CompiledQuery.raw(insertText(table), values))
      .catch((error: { code?: string; message: string }) => {
        if (/^2[23]/.test(error.code ?? ''))
          throw broken(`a row of ${table.name} does not fit (${error.message})`)
        throw error
      })
    await setImmediate() // PGlite never lets timers and signals in by itself.
  }
}

function insertText({ name, columns }: Table): string {
  const quote = (identifier: string) => `"${identifier.replaceAll('"', '""')}"`
  const value = (type: string, place: number) =>
    type === 'bytea' ? `decode(v${place}, 'base64')` : `v${place}::${type}`
  return `insert into public.${quote(name)} (${columns.map((column) => quote(column.name)).join(', ')})
    overriding system value
    select ${columns.map((column, place) => value(column.type, place)).join(', ')}
    from unnest(${columns.map((_, place) => `$${place + 1}::text[]`).join(', ')})
      as u(${columns.map((_, place) => `v${place}`).join(', ')})`
}
