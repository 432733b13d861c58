import { once } from 'node:events'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeServer } from '../../server/http/server.ts'
import { listening, Wire } from '../support/http_server.ts'
import { type TestSite, testWorld } from '../support/world.ts'

const hasty = {
  headersTimeout: 400,
  requestTimeout: 600,
  keepAliveTimeout: 5000,
  connectionsCheckingInterval: 50,
}

let server: Awaited<ReturnType<typeof listening>>
let site: TestSite
let head: string

beforeAll(async () => {
  const { world, app, site: make } = await testWorld()
  server = await listening(makeServer(world, app, hasty))
  site = await make()
  const { authorization } = (await site.member('Lea')).headers
  head = `POST /api/v1/sites/${site.slug}/threads HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\nauthorization: ${authorization}\r\n`
})
afterAll(() => server.close())

const alive = async () => expect((await fetch(`${server.origin}/healthz`)).status).toBe(200)

const send = (
  raw: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
  { origin } = server,
) => {
  const authorization = /authorization: (.+)\r/.exec(head)![1]!
  return fetch(`${origin}/api/v1/sites/${site.slug}/threads`, {
    method: 'POST',
    body: raw,
    headers: { 'content-type': 'application/json', authorization, ...headers },
  })
}

describe('sec-R04: a body', () => {
  it('said to be too long is refused before a byte of it is sent', async () => {
    const wire = new Wire(server.port)
    wire.say(`${head}content-length: 1000000000\r\n\r\n`)
    expect(await wire.status()).toBe(413)
    wire.socket.destroy()
    await alive()
  })

  it('too large is refused each time that it is sent, on connections that are used again', async () => {
    // A busy machine may take longer for the largest than the hasty server waits.
    const { world, app } = await testWorld()
    const patient = await listening(makeServer(world, app))
    try {
      for (const size of [300_000, 3_000_000, 12_000_000])
        for (const _ of [1, 2, 3]) {
          const answer = await send(JSON.stringify({ title: 'x'.repeat(size) }), {}, patient)
          expect([answer.status, (await answer.json()).code], String(size)).toEqual([413, 'too_large'])
          expect((await send('{}', {}, patient)).status).toBe(422)
        }
    } finally {
      await patient.close()
    }
  })

  it('that never ends is cut off at the limit, and not kept meanwhile', async () => {
    const wire = new Wire(server.port)
    wire.say(`${head}transfer-encoding: chunked\r\n\r\n`)
    const chunk = `10000\r\n${'a'.repeat(65_536)}\r\n`
    let sent = 0
    while (!wire.socket.destroyed && sent < 500) {
      sent++
      if (!wire.socket.write(chunk))
        await Promise.race([once(wire.socket, 'drain').catch(() => {}), wire.closed()])
    }
    expect(await wire.status()).toBe(413)
    await wire.closed()
    expect(sent).toBeLessThan(200)
    await alive()
  })

  it('of ten thousand keys, of twenty thousand levels or packed is refused, and harms nobody', async () => {
    const keys = JSON.stringify(Object.fromEntries(Array.from({ length: 10_000 }, (_, n) => [`k${n}`, n])))
    expect((await send(keys)).status).toBe(400)
    expect((await send(`${'['.repeat(20_000)}${']'.repeat(20_000)}`)).status).toBe(400)
    expect((await send(`${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`)).status).toBe(400)
    const bomb = new Uint8Array(gzipSync(Buffer.alloc(50_000_000, '[')))
    for (const encoding of ['gzip', 'br', 'identity, gzip']) {
      const answer = await send(bomb, { 'content-encoding': encoding })
      expect(answer.status, encoding).toBe(415)
      expect((await answer.json()).code).toBe('unsupported_media_type')
    }
    await alive()
  })

  it('that comes too slowly, or whose headers do, loses its connection', async () => {
    const [body, headers] = [new Wire(server.port), new Wire(server.port)]
    body.say(`${head}content-length: 100\r\n\r\n{"board"`)
    headers.say('GET /healthz HTTP/1.1\r\nhost: loc')
    expect(await headers.status()).toBeOneOf([408, 0])
    expect(await body.status()).toBeOneOf([408, 0])
    await Promise.all([body.closed(), headers.closed()])
    await alive()
  })

  it('that is broken off leaves the server as it was', async () => {
    const wire = new Wire(server.port)
    wire.say(`${head}content-length: 100\r\n\r\n{"board"`)
    await once(wire.socket, 'connect')
    wire.socket.end()
    expect(await wire.status()).toBeOneOf([400, 0])
    await alive()
  })

  it('or headers beyond all measure are refused', async () => {
    const long = await fetch(`${server.origin}/healthz`, { headers: { 'x-long': 'a'.repeat(15_000) } })
    expect(long.status).toBe(200)
    const longer = await fetch(`${server.origin}/healthz`, { headers: { 'x-long': 'a'.repeat(17_000) } })
    expect(longer.status).toBe(431)
    await alive()
  })
})
