import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeApp } from '../../server/app.ts'
import { frontDoor } from '../../server/http/front_door.ts'
import { testWorld } from '../support/world.ts'

const server = createServer()
let at = ''

beforeAll(async () => {
  const { world, app } = await testWorld()
  server.on('request', frontDoor(world, app))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => new Promise((done) => server.close(done)))

const passing = new Set([
  'date',
  'connection',
  'keep-alive',
  'content-length',
  'transfer-encoding',
  'ratelimit',
])
const headersOf = (response: Response) =>
  Object.fromEntries([...response.headers].filter(([name]) => !passing.has(name)))

describe('an answer kept in memory', () => {
  it('has the bytes and headers of the one that was made, for each origin its own', async () => {
    const site = await (await testWorld()).site({ origins: ['https://acme.example'] })
    await site.idea(await site.member('Zoë 🚲'), { title: 'Räder, vélos et bikes' })
    const url = `${at}/api/v1/sites/${site.slug}/threads`
    const plain = { headers: { 'accept-encoding': 'identity' } }
    const made = await fetch(url, plain)
    const kept = await fetch(url, plain)
    expect(await kept.text()).toBe(await made.text())
    expect(headersOf(kept)).toEqual(headersOf(made))

    const other = `${url}?limit=5`
    const own = { headers: { ...plain.headers, origin: 'https://acme.example' } }
    const [madeThere, keptThere] = [await fetch(other, own), await fetch(other, own)]
    expect(headersOf(keptThere)).toEqual(headersOf(madeThere))
    expect(keptThere.headers.get('access-control-allow-origin')).toBe('https://acme.example')
    const foreign = await fetch(other, { headers: { origin: 'https://evil.example' } })
    expect(foreign.headers.get('access-control-allow-origin')).toBeNull()
    const unchanged = await fetch(url, { headers: { 'if-none-match': made.headers.get('etag')! } })
    expect(unchanged.status).toBe(304)
  })

  it('goes out compressed to who takes it so, says so, and is the same answer', async () => {
    const site = await (await testWorld()).site()
    const lea = await site.member('Lea')
    for (let count = 0; count < 5; count++) await site.idea(lea, { title: `Räder ${count}` })
    const url = `${at}/api/v1/sites/${site.slug}/threads`
    const ask = (encoding: string, headers = {}) =>
      fetch(url, { headers: { ...headers, 'accept-encoding': encoding } })
    for (const headers of [{}, lea.headers]) {
      const plain = await ask('identity', headers)
      const body = await plain.text()
      const tag = plain.headers.get('etag')!
      for (const encoding of ['br', 'gzip']) {
        const encoded = async () => {
          const answer = await ask(`${encoding}, deflate`, headers)
          expect(await answer.text()).toBe(body)
          return answer.headers
        }
        await expect.poll(async () => (await encoded()).get('content-encoding')).toBe(encoding)
        const said = await encoded()
        expect(said.get('vary')).toContain('Accept-Encoding')
        expect(said.get('etag')).toBe(`W/${tag}`)
        const again = await ask(encoding, { ...headers, 'if-none-match': said.get('etag')! })
        expect(again.status).toBe(304)
      }
      const refused = await ask('br;q=0, gzip; q=0.0', headers)
      expect(refused.headers.get('content-encoding')).toBeNull()
      expect(await refused.text()).toBe(body)
    }
  })

  it('sec-R01: counts as a read like any other, and is refused once the network has read enough', async () => {
    const { site: make, clock } = await testWorld()
    const site = await make({ limits: { reads: 100 } })
    const url = `${at}/api/v1/sites/${site.slug}/boards`
    const statuses: number[] = []
    const given = site.world.cache.given
    let last = await fetch(url)
    for (statuses.push(last.status); statuses.length < 110; statuses.push(last.status))
      last = await fetch(url)
    expect(site.world.cache.given - given, 'the premise: most came from memory').toBeGreaterThan(80)
    expect(statuses.filter((status) => status === 200)).toHaveLength(100)
    expect(new Set(statuses.slice(100))).toEqual(new Set([429]))
    const wait = Number(last.headers.get('retry-after'))
    expect(wait).toBeGreaterThan(0)
    expect(wait).toBeLessThanOrEqual(60)
    expect(last.headers.get('ratelimit')).toBe(`"reads";r=0;t=${wait}`)
    clock.move(wait)
    expect((await fetch(url)).status, 'after the wait that was said').toBe(200)
  })

  it('is not what a member gets who reads more, nor a broken token', async () => {
    const site = await (await testWorld()).site()
    const lea = await site.member('Lea')
    await site.idea(lea, { title: 'For members alone' })
    await site.restrict('ideas', 'members')
    const url = `${at}/api/v1/sites/${site.slug}/threads`
    for (let turn = 0; turn < 2; turn++) {
      expect(await (await fetch(url)).text()).not.toContain('For members alone')
      expect(await (await fetch(url, { headers: lea.headers })).text()).toContain('For members alone')
    }
    expect((await fetch(url, { headers: { authorization: 'Bearer wrong' } })).status).toBe(401)
  })
})

describe('a sub-path', () => {
  it('is understood whether the proxy kept it or took it off', async () => {
    const { world } = await testWorld()
    const site = await (await testWorld()).site()
    const below = {
      ...world,
      config: { ...world.config, publicUrl: new URL('http://localhost:3000/community/') },
    }
    const door = createServer(frontDoor(below, makeApp(below)))
    await new Promise<void>((done) => door.listen(0, '127.0.0.1', done))
    const origin = `http://127.0.0.1:${(door.address() as AddressInfo).port}`
    try {
      for (const path of ['/community/api', '/api', '/community/api', '/api']) {
        const response = await fetch(`${origin}${path}/v1/sites/${site.slug}/boards`)
        expect(response.status, path).toBe(200)
        expect((await response.json()).items[0].slug).toBe('ideas')
      }
      expect((await fetch(`${origin}/community/healthz`)).status).toBe(200)
      // Its own bare address: with several communities a page that names none, and not an unknown address.
      for (const path of ['/community', '/community/', '/']) {
        const answer = await fetch(`${origin}${path}`)
        expect([path, answer.status, answer.headers.get('content-type')]).toEqual([
          path,
          404,
          'text/html; charset=utf-8',
        ])
      }
      expect((await fetch(`${origin}/elsewhere/healthz`)).status).toBe(404)
    } finally {
      await new Promise((done) => door.close(done))
    }
  })
})
