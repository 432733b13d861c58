import { describe, expect, it } from 'vitest'
import { makeKey } from '../support/api_key.ts'
import { eventually } from '../support/eventually.ts'
import type { OwnServer } from '../support/own_server.ts'
import { twoProcesses } from '../support/two_processes.ts'

// On PostgreSQL alone (tests/runner/parts.ts): an embedded database serves one process.
describe('an API key', () => {
  it('sec-R01, sec-S10: is limited by real processes together, and refused in each as soon as it is ended in one', async () => {
    const both = await twoProcesses()
    const { servers } = both
    const site = await both.site({ limits: { keyReads: 40 } })
    const owner = await site.staff('owner')
    const [key, other] = [await makeKey(site, owner), await makeKey(site, owner)]
    const read = async ({ origin }: OwnServer, { headers } = key) =>
      (await fetch(`${origin}/api/v1/sites/${site.slug}/openapi.json`, { headers })).status
    const statuses: number[] = []
    for (let turn = 0; turn < 80; turn++) statuses.push(await read(servers[turn % 2]!))
    const through = statuses.filter((status) => status === 200).length
    expect(through).toBeLessThanOrEqual(40)
    expect(through).toBeGreaterThanOrEqual(37)
    expect(statuses.slice(-10).every((status) => status === 429)).toBe(true)

    expect([await read(servers[0]!, other), await read(servers[1]!, other)]).toEqual([200, 200])
    const begun = performance.now()
    expect((await site.delete(`api-keys/${other.id}`, owner)).status).toBe(204)
    await eventually(() => Promise.all(servers.map((server) => read(server, other)))).toEqual([401, 401])
    // It was told, and not only forgotten: what is looked up is kept for five seconds.
    expect(performance.now() - begun).toBeLessThan(3000)
  })
})
