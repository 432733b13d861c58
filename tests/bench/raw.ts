import pg from 'pg'
import { repeat } from './load.ts'

// The same queries by bare `pg`, in a process of their own, as named statements on as many connections.
interface Order {
  text: string
  values: unknown[][]
  seconds: number
  named: boolean
}

const pool = new pg.Pool({ connectionString: process.argv[2], max: 8 })

process.on('message', (order: Order) => {
  const queries = JSON.parse(JSON.stringify(order)) as Order
  void repeat(32, queries.seconds, (turn) =>
    pool.query({
      ...(queries.named ? { name: `raw ${queries.text.length}` } : {}),
      text: queries.text,
      values: queries.values[turn % queries.values.length],
    }),
  ).then((rate) => process.send?.(rate))
})
process.send?.('ready')
