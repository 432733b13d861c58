import { describe, expect, it } from 'vitest'
import type { OwnServer } from '../support/own_server.ts'
import { twoProcesses } from '../support/two_processes.ts'

// On PostgreSQL alone (tests/runner/parts.ts): an embedded database serves one process, which takes its limits along through a restart: see limits.test.ts.
describe('a limit', () => {
  it('sec-R01: holds for real processes of one PostgreSQL, one of which is killed', async () => {
    const both = await twoProcesses()
    const { servers } = both
    const site = await both.site({ limits: { votes: 40 } })
    const lea = await site.member('Lea')
    const number = await site.idea(lea)
    const vote = async ({ origin }: OwnServer) => {
      const address = `${origin}/api/v1/sites/${site.slug}/threads/${number}/vote`
      return (await fetch(address, { method: 'PUT', headers: lea.headers })).status
    }
    const statuses: number[] = []
    for (let turn = 0; turn < 13; turn++) statuses.push(await vote(servers[turn % 2]!))
    expect(new Set(statuses)).toEqual(new Set([200]))
    await both.replace('SIGKILL')
    for (let turn = 0; turn < 60; turn++) statuses.push(await vote(servers[turn % 2]!))
    const through = statuses.filter((status) => status === 200).length
    // What the killed one held of its block of four is lost, and no more than that.
    expect(through).toBeLessThanOrEqual(40)
    expect(through).toBeGreaterThanOrEqual(37)
    expect(statuses.slice(-10).every((status) => status === 429)).toBe(true)
  })
})
