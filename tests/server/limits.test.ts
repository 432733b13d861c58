import { describe, expect, it } from 'vitest'
import { makeApp } from '../../server/app.ts'
import { kinds, type LimitKind } from '../../server/limits/kinds.ts'
import { Limits } from '../../server/limits/limits.ts'
import { TestSite, testWorld } from '../support/world.ts'

/** The site as another process of the same database serves it, or this one after a restart. */
async function elsewhere(site: TestSite): Promise<TestSite> {
  const { world } = await testWorld()
  const other = { ...world, limits: new Limits(world.db, world.clock) }
  return new TestSite(other, makeApp(other), {
    slug: site.slug,
    ssoSecret: site.secret,
    ownerLink: site.ownerLink,
  })
}

const idea = { board: 'ideas', kind: 'idea', title: 'One more idea', body: 'Why it would help.' }

describe('a limit', () => {
  it('sec-R01: lets through what it says and no more, then says when to come again', async () => {
    const { site: make, clock } = await testWorld()
    const site = await make({ limits: {} })
    const lea = await site.member('Lea')
    for (let turn = 1; turn <= 10; turn++) {
      const answer = await site.post('threads', idea, lea)
      expect(answer.status, String(turn)).toBe(201)
      expect(answer.headers.get('ratelimit-policy')).toContain('"threads";q=10;w=600')
      expect(answer.headers.get('ratelimit')).toContain(`"threads";r=${10 - turn};t=`)
    }
    const refused = await site.post('threads', idea, lea)
    expect(refused.status).toBe(429)
    expect(refused.body.code).toBe('rate_limited')
    expect(refused.body.detail).toMatch(/Try again in (9|10) minutes\./)
    const wait = Number(refused.headers.get('retry-after'))
    expect(wait).toBeGreaterThan(590)
    expect(wait).toBeLessThanOrEqual(600)
    expect(refused.headers.get('ratelimit')).toContain('"threads";r=0;t=')
    // Another kind of act, another member and another site have permits of their own.
    const number = await site.idea(await site.member('Tom'))
    expect((await site.post(`threads/${number}/replies`, { body: 'We see it too.' }, lea)).status).toBe(201)
    expect((await site.get('threads')).body.items).toHaveLength(11)
    clock.move(wait)
    expect((await site.post('threads', idea, lea)).status).toBe(201)
  })

  it('is not taken from by a repeat under an Idempotency-Key, which is answered even when none is left', async () => {
    const { site: make } = await testWorld()
    const site = await make({ limits: { replies: 2 } })
    const lea = await site.member('Lea')
    const send = (title: string, key: string, to = site) =>
      to.post('threads', { ...idea, title }, lea, { 'idempotency-key': key })
    const first = await send('Posted once', 'k-0')
    for (let turn = 1; turn <= 11; turn++) {
      const repeat = await send('Posted once', 'k-0')
      expect(repeat.status, String(turn)).toBe(201)
      expect(repeat.body).toEqual(first.body)
    }
    for (let turn = 1; turn <= 9; turn++)
      expect((await send(`Posted anew, ${turn}`, `k-${turn}`)).status, String(turn)).toBe(201)
    expect((await send('One too many', 'k-10')).status).toBe(429)
    const left = (answer: { headers: Headers }) =>
      Number(/"changes";r=(\d+)/.exec(answer.headers.get('ratelimit') ?? '')?.[1])
    const late = [await send('Posted once', 'k-0'), await send('Posted once', 'k-0')]
    for (const repeat of late) expect([repeat.status, repeat.body]).toEqual([201, first.body])
    expect(left(late[1]!)).toBe(left(late[0]!) - 1)
    expect((await send('Posted once', 'k-0', await elsewhere(site))).body).toEqual(first.body)
    // Another text under the key, another key, and none, are no repeats.
    expect((await send('Something else', 'k-0')).status).toBe(429)
    expect((await send('Posted once', 'k-11')).status).toBe(429)
    expect((await site.post('threads', { ...idea, title: 'Posted once' }, lea)).status).toBe(429)
    expect((await site.get('threads')).body.items).toHaveLength(10)

    const reply = (body: string) =>
      site.post(`threads/${first.body.number}/replies`, { body }, lea, {
        'idempotency-key': body.slice(0, 3),
      })
    for (const text of ['One.', 'One.', 'One.', 'Two.', 'One.', 'Two.'])
      expect((await reply(text)).status, text).toBe(201)
    expect((await reply('More.')).status).toBe(429)
  })

  it('with one permit left lets one request through that is sent many times at once under a key', async () => {
    const { site: make } = await testWorld()
    const site = await make({ limits: { threads: 1 } })
    const lea = await site.member('Lea')
    const send = () => site.post('threads', idea, lea, { 'idempotency-key': 'at-once' })
    const burst = await Promise.all(Array.from({ length: 8 }, send))
    const codes = burst.map(({ status, body }) => (status === 201 ? 'made' : body.code))
    expect(codes).toContain('made')
    for (const code of codes) expect(['made', 'idempotency_pending', 'rate_limited']).toContain(code)
    expect((await site.get('threads')).body.items).toHaveLength(1)
    const made = burst.find(({ status }) => status === 201)!
    const again = await send()
    expect([again.status, again.body]).toEqual([201, made.body])
  })

  it('sec-R01: holds across processes and restarts, whoever is asked', async () => {
    const { site: make } = await testWorld()
    const site = await make({ limits: { votes: 40 } })
    const [lea, tom] = [await site.member('Lea'), await site.member('Tom')]
    const number = await site.idea(tom)
    const processes = [site, await elsewhere(site), await elsewhere(site)]
    const statuses: number[] = []
    for (let turn = 0; turn < 60; turn++) {
      const asked = turn < 12 ? processes[0]! : processes[turn % 3]!
      statuses.push((await asked.put(`threads/${number}/vote`, undefined, lea)).status)
    }
    expect(statuses.filter((status) => status === 200)).toHaveLength(40)
    expect(statuses.slice(0, 36)).not.toContain(429)
    expect(statuses.slice(-10).every((status) => status === 429)).toBe(true)
    const restarted = await elsewhere(site)
    expect((await restarted.put(`threads/${number}/vote`, undefined, lea)).status).toBe(429)
    expect((await restarted.put(`threads/${number}/vote`, undefined, tom)).status).toBe(200)
  })

  it('sec-R01: holds when everything is asked at the same moment of several processes', async () => {
    const { site: make } = await testWorld()
    const site = await make({ limits: { votes: 50 } })
    const lea = await site.member('Lea')
    const number = await site.idea(lea)
    const processes = [site, await elsewhere(site), await elsewhere(site)]
    const answers = await Promise.all(
      Array.from({ length: 150 }, (_, turn) =>
        processes[turn % 3]!.put(`threads/${number}/vote`, undefined, lea),
      ),
    )
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(50)
    expect(answers.filter((answer) => answer.status === 429)).toHaveLength(100)
  })

  it('costs a vote no statement but its own, save one in a tenth of the limit', async () => {
    const { site: make, statements } = await testWorld()
    const site = await make({ limits: {} })
    const lea = await site.member('Lea')
    const number = await site.idea(lea)
    const texts = await statements(async () => {
      for (let turn = 0; turn < 60; turn++) await site.put(`threads/${number}/vote`, undefined, lea)
    })
    expect(texts.filter((text) => text.includes('into allowances'))).toHaveLength(2)
    expect(texts).toHaveLength(62)
  })

  it('asks the database once for many who come at the same moment', async () => {
    const { world, statements } = await testWorld()
    const site = await (await testWorld()).site()
    const { id } = await site.row()
    const limits = new Limits(world.db, world.clock)
    const spent = (subject: string) => limits.spend({ siteId: id, kind: 'votes', subject, permits: 300 })
    const texts = await statements(() =>
      Promise.all(Array.from({ length: 400 }, (_, turn) => spent(`member ${turn % 200}`))),
    )
    expect(texts).toHaveLength(1)
  })

  it('that refuses costs no statement until its window ends', async () => {
    const { site: make, statements } = await testWorld()
    const site = await make({ limits: { votes: 3 } })
    const lea = await site.member('Lea')
    const number = await site.idea(lea)
    const vote = () => site.put(`threads/${number}/vote`, undefined, lea)
    for (let turn = 0; turn < 3; turn++) expect((await vote()).status).toBe(200)
    expect((await vote()).status).toBe(429)
    expect(await statements(vote)).toEqual([])
  })

  it('does not count what was refused for another reason, where people write', async () => {
    const { site: make } = await testWorld()
    const site = await make({ limits: { threads: 2 } })
    const lea = await site.member('Lea')
    for (let turn = 0; turn < 5; turn++)
      expect((await site.post('threads', { ...idea, board: 'nowhere' }, lea)).status).toBe(422)
    expect((await site.post('threads', idea, lea)).status).toBe(201)
    expect((await site.post('threads', idea, lea)).status).toBe(201)
    expect((await site.post('threads', idea, lea)).status).toBe(429)
  })

  it('is what the architecture says where a site says nothing', () => {
    const usual = (kind: LimitKind) => [kinds[kind].permits, kinds[kind].seconds]
    expect(usual('votes')).toEqual([300, 600])
    expect(usual('threads')).toEqual([10, 600])
    expect(usual('replies')).toEqual([30, 600])
    expect(usual('signOns')).toEqual([600, 60])
    expect(usual('codesPerAddress')).toEqual([5, 3600])
    expect(usual('reads')).toEqual([1200, 60])
  })
})
