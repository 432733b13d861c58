import { describe, expect, it } from 'vitest'
import { testWorld } from '../support/world.ts'

const lookAlikes = [
  'null',
  'https://acme.example.evil.example',
  'https://evil-acme.example',
  'https://acme.example.',
  'http://acme.example',
  'https://acme.example:8443',
  'https://sub.acme.example',
  'https://ACME.example',
  'https://acme.example/',
  'https://acme.example, https://evil.example',
  '*',
  '',
]

describe('a page of another origin', () => {
  it('sec-B01: reads answers only where its origin is exactly one of the site’s, and never with a cookie', async () => {
    const site = await (await testWorld()).site({ origins: ['https://acme.example'] })
    const lea = await site.member('Lea')
    const owner = await site.staff('owner')
    const asks = [
      { method: 'GET', path: 'threads' },
      { method: 'OPTIONS', path: 'threads', headers: { 'access-control-request-method': 'POST' } },
      { method: 'GET', path: 'me', as: lea },
      { method: 'GET', path: 'settings', as: owner },
      { method: 'GET', path: 'nowhere' },
      { method: 'POST', path: 'threads', body: {} },
    ]
    for (const { method, path, as, headers, body } of asks) {
      const from = async (origin: string) => {
        // The cookie's own Origin header would stand in the way of the one under test.
        const person = as && { ...as, headers: { ...as.headers, origin } }
        return (await site.request(method, path, { as: person, body, headers: { ...headers, origin } }))
          .headers
      }
      const own = await from('https://acme.example')
      expect(own.get('access-control-allow-origin'), `${method} ${path}`).toBe('https://acme.example')
      expect(own.get('vary')).toContain('Origin')
      expect(own.get('access-control-allow-credentials')).toBeNull()
      if (method !== 'OPTIONS')
        expect(own.get('access-control-expose-headers')?.split(', ')).toEqual(
          expect.arrayContaining(['etag', 'retry-after', 'ratelimit-policy', 'ratelimit']),
        )
      for (const origin of lookAlikes) {
        const said = await from(origin)
        expect(said.get('access-control-allow-origin'), `${method} ${path} ${origin}`).toBeNull()
        expect(said.get('access-control-allow-credentials')).toBeNull()
      }
    }
  })

  it('sec-B02: changes nothing by a form, by text/plain, or by an address that is opened', async () => {
    const { app, world, site: make } = await testWorld()
    const site = await make({ origins: ['https://acme.example'] })
    const owner = await site.staff('owner')
    const cookie = owner.headers.cookie!
    const before = (await site.get('settings', owner)).text
    const settings = JSON.stringify({ name: 'Taken over' })
    const forms = ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', '']
    const base = new URL(`api/v1/sites/${site.slug}/`, world.config.publicUrl)
    const send = (method: string, path: string, headers: Record<string, string>, body?: string) =>
      app.request(new URL(path, base).href, { method, headers: { cookie, ...headers }, body })
    const foreign = [
      'https://evil.example',
      'https://acme.example',
      'null',
      `${world.config.publicUrl.origin}.evil.example`,
    ]
    for (const method of ['POST', 'PATCH', 'PUT', 'DELETE']) {
      for (const origin of foreign) {
        for (const type of [...forms, 'application/json']) {
          const path = method === 'PATCH' ? 'settings' : method === 'POST' ? 'tags' : 'threads/1/lock'
          const answer = await send(method, path, { origin, 'content-type': type }, settings)
          expect(answer.status, `${method} ${origin} ${type}`).toBeOneOf([403, 404, 405, 415])
        }
      }
    }
    // A browser that says nothing of the origin, or says that it is another site, is not believed to be ours.
    expect((await send('PATCH', 'settings', { 'content-type': 'application/json' }, settings)).status).toBe(
      403,
    )
    const cross = {
      origin: owner.headers.origin!,
      'sec-fetch-site': 'cross-site',
      'content-type': 'application/json',
    }
    expect((await send('PATCH', 'settings', cross, settings)).status).toBe(403)
    // Our own page may, but only with JSON, which no form can send.
    for (const type of forms.filter(Boolean)) {
      const own = { origin: owner.headers.origin!, 'content-type': type }
      expect((await send('PATCH', 'settings', own, settings)).status, type).toBe(415)
    }
    for (const path of ['settings', 'threads', 'staff-sessions/current', 'me', 'tags?name=Taken'])
      await send('GET', path, { origin: 'https://evil.example' })
    expect((await site.get('settings', owner)).text).toBe(before)
    expect((await site.get('tags', owner)).body.items).toEqual([])
  })

  it('sec-B04: gets strict transport security wherever people reach this server by https', async () => {
    const { world, app } = await testWorld()
    expect((await app.request('/healthz')).headers.get('strict-transport-security')).toBeNull()
    const { makeApp } = await import('../../server/app.ts')
    const config = { ...world.config, publicUrl: new URL('https://community.example/') }
    const secure = makeApp({ ...world, config })
    for (const path of ['/healthz', '/nowhere', '/api/v1/sites/nowhere/threads', '/api', '/widget.js'])
      expect((await secure.request(path)).headers.get('strict-transport-security'), path).toMatch(
        /^max-age=\d{8}/,
      )
  })
})
