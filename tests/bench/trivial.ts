import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'

// The least that an answer can cost here: a bare Hono, one small JSON.
const app = new Hono()
app.get('/', (c) => c.json({ ok: true }))
createServer(getRequestListener(app.fetch)).listen(Number(process.argv[2]), '127.0.0.1', () =>
  process.send?.('ready'),
)
