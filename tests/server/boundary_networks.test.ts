import { describe, expect, it } from 'vitest'
import { makeApp } from '../../server/app.ts'
import { ConfigError, readConfig } from '../../server/config.ts'
import { Networks, networkOf } from '../../server/http/network.ts'
import { makeServer } from '../../server/http/server.ts'
import { Limits } from '../../server/limits/limits.ts'
import { listening } from '../support/http_server.ts'
import { testWorld } from '../support/world.ts'

const trusting = (proxies: string) => readConfig({ TRUSTED_PROXIES: proxies, DEMO: '0' }).trustedProxies

async function networks(proxies = '') {
  const { world } = await testWorld()
  return new Networks(trusting(proxies), world.log)
}

async function clientBehind(proxies: string, remoteAddress: string, forwarded?: string): Promise<string> {
  const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }
  return (await networks(proxies)).of({ socket: { remoteAddress } as never, headers })
}

describe('the network of a request', () => {
  it('is an IPv4 address whole, an IPv6 one by its /64, and a mapped one as what it is', () => {
    expect(networkOf('192.0.2.7')).toBe('192.0.2.7')
    expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2::/64')
    expect(networkOf('2001:db8:1:2:ffff::1')).toBe(networkOf('2001:0db8:0001:0002::'))
    expect(networkOf('2001:db8:1:3::1')).not.toBe(networkOf('2001:db8:1:2::1'))
    expect(networkOf('2001:db8::1')).toBe('2001:db8:0:0::/64')
    expect(networkOf('::1')).toBe('0:0:0:0::/64')
  })

  it('sec-R02: is the peer’s own where no proxy is trusted, whatever it says of itself', async () => {
    expect(await clientBehind('', '192.0.2.7', '198.51.100.1')).toBe('192.0.2.7')
    expect(await clientBehind('10.0.0.5', '192.0.2.7', '198.51.100.1, 10.0.0.5')).toBe('192.0.2.7')
    expect(await clientBehind('', '::ffff:192.0.2.7')).toBe('192.0.2.7')
    expect(await clientBehind('', 'fe80::1%eth0')).toBe('fe80:0:0:0::/64')
  })

  it('sec-R02: behind trusted proxies is the rightmost address that is none of them', async () => {
    const behind = (forwarded: string) => clientBehind('10.0.0.0/8, fd00::/8', '::ffff:10.1.2.3', forwarded)
    expect(await behind('198.51.100.1')).toBe('198.51.100.1')
    expect(await behind('1.1.1.1, 198.51.100.1')).toBe('198.51.100.1')
    expect(await behind('1.1.1.1, 198.51.100.1, 10.9.9.9, fd00::7')).toBe('198.51.100.1')
    expect(await behind('198.51.100.1:4711')).toBe('198.51.100.1')
    expect(await behind('[2001:db8:1:2::9]:4711')).toBe('2001:db8:1:2::/64')
    expect(await behind('"198.51.100.1"')).toBe('10.1.2.3')
    expect(await behind('198.51.100.1, unknown')).toBe('10.1.2.3')
    expect(await behind('198.51.100.1, 10.9.9.9, nonsense, 10.8.8.8')).toBe('10.8.8.8')
    expect(await behind('')).toBe('10.1.2.3')
    expect(await behind(`${'10.0.0.1, '.repeat(5000)}10.0.0.2`)).toBe('10.0.0.1')
  })
})

describe('TRUSTED_PROXIES', () => {
  it('is refused at the start, by its name, where it is not a list of addresses or would trust everybody', () => {
    const wrong = [
      'proxy.example',
      '10.0.0.0/33',
      '10.0.0',
      '0.0.0.0/0',
      '::/0',
      'fd00::/129',
      '10.0.0.1;10.0.0.2',
      '10.0.0.1,,10.0.0.2',
      '*',
      'loopback',
      '10.0.0.1/',
      '10.0.0.0/-8',
    ]
    for (const text of wrong) {
      expect(() => trusting(text), text).toThrow(ConfigError)
      expect(() => trusting(text), text).toThrow(/^TRUSTED_PROXIES: expected addresses or networks/)
    }
    const list = trusting('10.0.0.5, 172.16.0.0/12,fd00::/8')
    expect(list.check('10.0.0.5', 'ipv4')).toBe(true)
    expect(list.check('10.0.0.6', 'ipv4')).toBe(false)
    expect(list.check('172.31.0.1', 'ipv4')).toBe(true)
    expect(list.check('fd12::1', 'ipv6')).toBe(true)
  })
})

describe('sec-R02: headers of the client', () => {
  const forged = (turn: number) => ({
    'x-forwarded-for': `198.51.100.${turn % 250}`,
    'x-real-ip': `198.51.100.${turn % 250}`,
    forwarded: `for=198.51.100.${turn % 250}`,
    'true-client-ip': `198.51.100.${turn % 250}`,
    'x-forwarded-host': 'evil.example',
    'x-forwarded-proto': 'gopher',
  })

  it('give no permits that the network has not, neither at the front door nor behind it', async () => {
    const { world, app, site: make } = await testWorld()
    const server = await listening(makeServer(world, app))
    const site = await make({ limits: { reads: 100 } })
    try {
      const statuses: number[] = []
      const tell = async (turn: number) => {
        const answer = await fetch(`${server.origin}/api/v1/sites/${site.slug}/boards`, {
          headers: forged(turn),
        })
        statuses.push(answer.status)
        return answer
      }
      for (let turn = 0; turn < 100; turn++) await tell(turn)
      expect(new Set(statuses)).toEqual(new Set([200]))
      const refused = await tell(101)
      expect(refused.status).toBe(429)
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
      // A member of the same network reads on: their permits are their own.
      const lea = await site.member('Lea')
      const read = await fetch(`${server.origin}/api/v1/sites/${site.slug}/boards`, { headers: lea.headers })
      expect(read.status).toBe(200)
    } finally {
      await server.close()
    }
  })

  it('give each client its own permits where their proxy is trusted', async () => {
    const { world, site: make } = await testWorld()
    const below = {
      ...world,
      networks: await networks('127.0.0.1'),
      limits: new Limits(world.db, world.clock),
    }
    const server = await listening(makeServer(below, makeApp(below)))
    const site = await make({ limits: { reads: 100 } })
    try {
      const from = async (address: string) => {
        const headers = { 'x-forwarded-for': address }
        return (await fetch(`${server.origin}/api/v1/sites/${site.slug}/boards`, { headers })).status
      }
      for (let turn = 0; turn < 100; turn++) expect(await from('192.0.2.1')).toBe(200)
      expect(await from('192.0.2.1')).toBe(429)
      expect(await from('192.0.2.2')).toBe(200)
      for (let turn = 0; turn < 100; turn++) expect(await from(`2001:db8:7:7::${turn}`)).toBe(200)
      expect(await from('2001:db8:7:7:ffff::1')).toBe(429)
      expect(await from('2001:db8:7:8::1')).toBe(200)
    } finally {
      await server.close()
    }
  })

  it('are in no link: not in a mail, a redirect, a tag or an address of a picture', async () => {
    const { world, app, site: make, mails } = await testWorld()
    const server = await listening(makeServer(world, app))
    const site = await make()
    const evil = { ...forged(1), host: 'evil.example' }
    const lea = await site.member('Lea')
    const [first, second] = [await site.idea(lea), await site.idea(lea)]
    const moderator = await site.staff('moderator')
    await site.put(`threads/${first}/merge`, { into: second }, moderator)
    try {
      const path = `/api/v1/sites/${site.slug}`
      const merged = await fetch(`${server.origin}${path}/threads/${first}`, {
        headers: evil,
        redirect: 'manual',
      })
      expect(merged.status).toBe(307)
      expect(merged.headers.get('location')).toBe(`/api/v1/sites/${site.slug}/threads/${second}`)
      const settings = await fetch(`${server.origin}${path}/settings`, {
        headers: { ...evil, ...moderator.headers },
      })
      expect(settings.status).toBe(200)
      expect(await settings.text()).not.toContain('evil.example')
      const asked = await fetch(`${server.origin}${path}/sessions/email`, {
        method: 'POST',
        headers: { ...evil, 'content-type': 'application/json' },
        body: JSON.stringify({ email: `forged@${site.slug}.example` }),
      })
      expect(asked.status).toBe(202)
      const mail = await mails.to(`forged@${site.slug}.example`)
      expect(JSON.stringify(mail)).not.toContain('evil.example')
    } finally {
      await server.close()
    }
  })
})
