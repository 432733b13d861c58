import { createServer } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { FetchRefused, isGlobal, safeFetch } from '../../server/lib/safe_fetch.ts'
import { Receiver } from '../support/host_keys.ts'

// Every way in which an address could lead where only this server can go.

let receiver: Receiver
beforeAll(async () => {
  receiver = await Receiver.open()
})
beforeEach(() => {
  receiver.keySet()
  receiver.asked.length = 0
})
afterAll(() => receiver.close())

const limits = { maxBytes: 1000, timeoutMs: 2000, loopback: false }

async function refusal(address: string, more: Partial<typeof limits> = {}): Promise<string> {
  const outcome = await safeFetch(address, { ...limits, ...more }).catch((error: unknown) => error)
  if (!(outcome instanceof FetchRefused)) throw new Error(`Fetched ${address}: ${outcome}`)
  return outcome.reason
}

describe('sec-F01: an address that somebody typed', () => {
  it('is read where it may be: this machine in development', async () => {
    expect(await safeFetch(receiver.url, { ...limits, loopback: true })).toBe('{"keys":[]}')
    expect(receiver.asked).toHaveLength(1)
  })

  it('is not read over http, with a password, or in another scheme', async () => {
    const { port } = new URL(receiver.url)
    for (const address of [
      receiver.url,
      `http://localhost:${port}/`,
      'http://93.184.216.34/',
      'ftp://example.com/',
      'file:///etc/passwd',
      'data:application/json,{}',
      `https://user:password@127.0.0.1:${port}/`,
      '//127.0.0.1/',
      '/etc/passwd',
      '',
    ])
      expect(await refusal(address), address).toBe('address')
    for (const address of [
      'http://93.184.216.34/',
      `http://user@127.0.0.1:${port}/`,
      'http://127.0.0.1.example/',
    ])
      expect(await refusal(address, { loopback: true }), address).toBe('address')
  })

  it('is not read where it leads inside, however it is written', async () => {
    const { port } = new URL(receiver.url)
    for (const host of [
      '127.0.0.1',
      '127.1',
      '0x7f.0.0.1',
      '0177.0.0.1',
      '2130706433',
      '127.0.0.1.',
      '0.0.0.0',
      '0',
      'localhost',
      'LOCALHOST',
      '[::1]',
      '[::]',
      '[::ffff:127.0.0.1]',
      '[::ffff:7f00:1]',
      '[64:ff9b::7f00:1]',
      '[2002:7f00:1::]',
      '[fe80::1]',
      '[fd00::1]',
      '10.0.0.1',
      '172.16.0.1',
      '192.168.0.1',
      '169.254.169.254',
      '100.64.0.1',
      '①②⑦.0.0.1',
    ])
      expect(await refusal(`https://${host}:${port}/`), host).toBe('private')
    expect(receiver.asked).toEqual([])
  })

  it('of a network inside is not read in development either', async () => {
    for (const host of ['10.0.0.1', '169.254.169.254', '[fd00::1]', '[::ffff:10.0.0.1]'])
      expect(await refusal(`https://${host}/`, { loopback: true }), host).toBe('private')
  })

  it('that answers with a redirect, an error or too much is read no further', async () => {
    const other = await Receiver.open()
    const own = { loopback: true }
    receiver.answer = (_, response) => response.writeHead(302, { location: other.url }).end()
    expect(await refusal(receiver.url, own)).toBe('status')
    receiver.answer = (_, response) => response.writeHead(500).end('secret')
    expect(await refusal(receiver.url, own)).toBe('status')
    receiver.answer = (_, response) => response.end('x'.repeat(1001))
    expect(await refusal(receiver.url, own)).toBe('size')
    let closed = false
    receiver.answer = (_, response) => {
      const more = () => {
        while (response.write('x'.repeat(5000)));
      }
      response.on('drain', more)
      response.on('close', () => {
        closed = true
      })
      more()
    }
    expect(await refusal(receiver.url, own)).toBe('size')
    await expect.poll(() => closed).toBe(true)
    expect(other.asked).toEqual([])
    await other.close()
  })

  it('that is slow, silent or gone holds nothing up', async () => {
    const silent = createServer((socket) => socket.resume())
    await new Promise<void>((done) => silent.listen(0, '127.0.0.1', done))
    const { port } = silent.address() as { port: number }
    const address = `http://127.0.0.1:${port}/`
    expect(await refusal(address, { loopback: true, timeoutMs: 150 })).toBe('time')
    await new Promise((done) => silent.close(done))
    expect(await refusal(address, { loopback: true })).toBe('unreachable')
    receiver.answer = (_, response) => {
      response.write('{')
    }
    expect(await refusal(receiver.url, { loopback: true, timeoutMs: 150 })).toBe('time')
  })
})

describe('an address of the open internet', () => {
  it('is told from all others', () => {
    for (const address of [
      '1.1.1.1',
      '93.184.216.34',
      '223.255.255.254',
      '2606:4700:4700::1111',
      '2a00:1450::1',
    ])
      expect(isGlobal(address), address).toBe(true)
    for (const address of [
      '224.0.0.1',
      '255.255.255.255',
      '198.18.0.1',
      '192.0.2.1',
      '2001:db8::1',
      'ff02::1',
      'x',
      '',
    ])
      expect(isGlobal(address), address).toBe(false)
  })
})
