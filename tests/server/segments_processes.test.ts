import { describe, expect, it, vi } from 'vitest'
import { twoProcesses } from '../support/two_processes.ts'

// On PostgreSQL alone (tests/runner/parts.ts): an embedded database serves one process.
describe('who is no longer in a segment', () => {
  it('sec-S11: reads its board no more from another process either, before what that one knew is old', async () => {
    const both = await twoProcesses()
    const [other] = both.servers
    const site = await both.site()
    const owner = await site.staff('owner')
    const rule = { match: 'all', conditions: [{ field: 'plan', test: 'is', values: ['Fleet'] }] }
    await site.post('segments', { slug: 'fleet', name: 'Fleet', rule }, owner)
    await site.patch('boards/ideas', { visibility: 'segment', segment: 'fleet' }, owner, 1)
    const signOn = (sub: string, plan: string) => site.member(sub, { sub, company: { id: 'velox', plan } })
    const [lea, tom] = [await signOn('Lea', 'Fleet'), await signOn('Tom', 'Fleet')]
    const status = async ({ headers }: typeof lea) =>
      (await fetch(`${other.origin}/api/v1/sites/${site.slug}/threads?board=ideas`, { headers })).status
    expect([await status(lea), await status(tom)]).toEqual([200, 200])
    const since = performance.now()
    await signOn('Lea', 'Pro')
    await vi.waitFor(async () => expect([await status(lea), await status(tom)]).toEqual([422, 422]), {
      timeout: 4000,
      interval: 5,
    })
    // Told, and not found out when the five seconds of what it knew were over.
    expect(performance.now() - since).toBeLessThan(4000)
  })
})
