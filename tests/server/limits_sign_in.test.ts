import { describe, expect, it } from 'vitest'
import { makeApp } from '../../server/app.ts'
import { readConfig } from '../../server/config.ts'
import { Networks } from '../../server/http/network.ts'
import { makeServer } from '../../server/http/server.ts'
import { newId } from '../../server/lib/ids.ts'
import { Limits } from '../../server/limits/limits.ts'
import { listening } from '../support/http_server.ts'
import { testWorld } from '../support/world.ts'

/** A server behind a proxy that it trusts, so that a test can come from several networks. */
async function behindProxy() {
  const { world } = await testWorld()
  const proxies = readConfig({ TRUSTED_PROXIES: '127.0.0.1' }).trustedProxies
  const below = {
    ...world,
    networks: new Networks(proxies, world.log),
    limits: new Limits(world.db, world.clock),
  }
  const server = await listening(makeServer(below, makeApp(below)))
  const post = (site: { slug: string }, path: string, body: object, network: string) =>
    fetch(`${server.origin}/api/v1/sites/${site.slug}/${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-forwarded-for': network,
        origin: world.config.publicUrl.origin,
      },
      body: JSON.stringify(body),
    })
  return { post, close: server.close }
}

describe('signing in', () => {
  it('sec-S16: is throttled for the network that guesses, and open to the one who is guessed at', async () => {
    const { site: make, clock, mails } = await testWorld()
    const site = await make({ limits: {} })
    const { email } = await site.staffLink('owner', 'Olga Owner')
    const { post, close } = await behindProxy()
    try {
      const guess = (network: string) =>
        post(
          site,
          `staff-sessions/email/${newId()}`,
          { code: '123456', device: `pvd_${'x'.repeat(40)}` },
          network,
        )
      const statuses: number[] = []
      for (let turn = 0; turn < 50; turn++) statuses.push((await guess('198.51.100.9')).status)
      expect(statuses.slice(0, 40).every((status) => status === 401)).toBe(true)
      expect(statuses.slice(40).every((status) => status === 429)).toBe(true)
      const refused = await guess('198.51.100.9')
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
      expect((await refused.json()).code).toBe('rate_limited')
      // The one whose account it is signs in meanwhile from where they are, and so do those who guess no more.
      const asked = await post(site, 'staff-sessions/email', { email }, '203.0.113.5')
      const { challenge, device } = await asked.json()
      const code = /\b(\d{6})\b/.exec((await mails.to(email)).text!)![1]!
      const proof = { code, device }
      expect((await post(site, `staff-sessions/email/${challenge}`, proof, '203.0.113.5')).status).toBe(201)
      clock.move(601)
      expect((await guess('198.51.100.9')).status).toBe(401)
    } finally {
      await close()
    }
  })

  it('that succeeds takes no permit of those who guess', async () => {
    const site = await (await testWorld()).site({ limits: { signInTries: 5 } })
    for (let turn = 0; turn < 12; turn++) await site.staff('moderator')
  })

  it('sec-R05: sends an address five codes an hour, whoever asks, from wherever, for whatever', async () => {
    const { site: make, mails, clock } = await testWorld()
    const site = await make({ limits: {} })
    const { email } = await site.staffLink('owner', 'Olga Owner')
    const { post, close } = await behindProxy()
    try {
      const ask = (turn: number) => {
        const typed = turn % 2 ? email.toUpperCase() : ` ${email} `
        return post(
          site,
          turn % 3 ? 'sessions/email' : 'staff-sessions/email',
          { email: typed },
          `203.0.113.${turn}`,
        )
      }
      const answers = await Promise.all(Array.from({ length: 20 }, (_, turn) => ask(turn)))
      expect(answers.filter((answer) => answer.status === 202)).toHaveLength(5)
      const refused = answers.filter((answer) => answer.status === 429)
      expect(refused).toHaveLength(15)
      const wait = Number(refused[0]!.headers.get('retry-after'))
      expect(wait).toBeGreaterThan(3500)
      // Another address hears nothing of it.
      expect(
        (await post(site, 'sessions/email', { email: `tom@${site.slug}.example` }, '203.0.113.1')).status,
      ).toBe(202)
      await mails.to(`tom@${site.slug}.example`)
      await expect.poll(() => mails.all(email).length).toBe(5)
      clock.move(wait)
      expect((await ask(1)).status).toBe(202)
    } finally {
      await close()
    }
  })

  it('sec-R05: sends one network’s codes to sixty addresses an hour, and a site’s to a thousand', async () => {
    const { site: make } = await testWorld()
    const site = await make({ limits: { codesPerNetwork: 6, codesPerSite: 9 } })
    const { post, close } = await behindProxy()
    try {
      const ask = async (turn: number, network: string) =>
        (await post(site, 'sessions/email', { email: `n${turn}@${site.slug}.example` }, network)).status
      const from = async (network: string, first: number) => {
        const statuses: number[] = []
        for (let turn = first; turn < first + 8; turn++) statuses.push(await ask(turn, network))
        return statuses.filter((status) => status === 202).length
      }
      expect(await from('2001:db8:1:1::1', 0)).toBe(6)
      expect(await from('2001:db8:1:1::2', 100)).toBe(0)
      expect(await from('2001:db8:1:2::1', 200)).toBe(3)
      expect(await from('2001:db8:1:3::1', 300)).toBe(0)
      // The team's codes are not the customers' to use up.
      const { email } = await site.staffLink('owner', 'Olga Owner')
      expect((await post(site, 'staff-sessions/email', { email }, '2001:db8:1:4::1')).status).toBe(202)
    } finally {
      await close()
    }
  })
})
