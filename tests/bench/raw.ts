import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import pg from 'pg'
import { type Rate, repeat } from './load.ts'
import type { Statement } from './statements.ts'

// The same queries by bare `pg`, in a process of their own, as named statements on as many connections; asked
// for by messages, without HTTP, and by a bare Hono that answers with their rows as they come.
export interface Order {
  statements: Statement[]
  named: boolean
  seconds: number
}

const [url, port] = process.argv.slice(2)
const pool = new pg.Pool({ connectionString: url, max: 8 })

async function run({ statements, named }: Omit<Order, 'seconds'>, turn: number): Promise<object[]> {
  const rows = []
  for (const { text, values } of statements) {
    const name = named ? `raw ${text.length}` : undefined
    rows.push((await pool.query({ name, text, values: values[turn % values.length] })).rows)
  }
  return rows
}

let served: Order | undefined
let turns = 0
const app = new Hono()
app.get('/', async (c) => c.json(await run(served!, turns++)))
createServer(getRequestListener(app.fetch)).listen(Number(port), '127.0.0.1', () => process.send?.('ready'))

process.on('message', (order: Order) => {
  served = order
  void repeat(32, order.seconds, (turn) => run(order, turn)).then((rate: Rate) => process.send?.(rate))
})
