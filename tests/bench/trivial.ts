import { createServer, get, type IncomingMessage } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'

// The least that an answer can cost here: a bare Hono, one small JSON. Under /same it gives what another address gives,
// with the same headers, asked for once.
const [port, other] = process.argv.slice(2)
const app = new Hono()
app.get('/', (c) => c.json({ ok: true }))
let kept: Awaited<ReturnType<typeof keep>> | undefined
app.get('/same', async () => {
  kept ??= await keep(other!)
  return new Response(kept.body, { headers: kept.headers })
})

async function keep(address: string) {
  const answer = await new Promise<IncomingMessage>((done, fail) =>
    get(address, { headers: { 'accept-encoding': 'br' } }, done).on('error', fail),
  )
  const { date: _, connection: __, 'keep-alive': ___, ...headers } = answer.headers
  return { body: new Uint8Array(await buffer(answer)), headers: headers as Record<string, string> }
}

createServer(getRequestListener(app.fetch)).listen(Number(port), '127.0.0.1', () => process.send?.('ready'))
