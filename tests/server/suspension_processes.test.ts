import { describe, expect, it } from 'vitest'
import { eventually } from '../support/eventually.ts'
import { suspension } from '../support/suspended.ts'
import { twoProcesses } from '../support/two_processes.ts'

// On PostgreSQL alone (tests/runner/parts.ts): an embedded database serves one process.
describe('a suspension', () => {
  it('sec-S11: holds in real processes that know its member already, and is over in them when it is lifted', async () => {
    const both = await twoProcesses()
    const { servers } = both
    const site = await both.site()
    const [lea, max, cm] = [await site.member('Lea'), await site.member('Max'), await site.staff('moderator')]
    const number = await site.idea(max)
    const vote = ({ headers }: typeof lea) =>
      Promise.all(
        servers.map(async ({ origin }) => {
          const address = `${origin}/api/v1/sites/${site.slug}/threads/${number}/vote`
          const answer = await fetch(address, { method: 'PUT', headers })
          const { code } = (await answer.json()) as { code?: string }
          return code ?? answer.status
        }),
      )
    expect(await vote(lea)).toEqual([200, 200])
    const begun = performance.now()
    expect((await site.put(`members/${lea.id}/suspension`, suspension, cm)).status).toBe(201)
    await eventually(() => vote(lea)).toEqual(['suspended', 'suspended'])
    expect((await site.delete(`members/${lea.id}/suspension`, cm)).status).toBe(204)
    await eventually(() => vote(lea)).toEqual([200, 200])
    // Told, and not found out when the five seconds of what they knew were over.
    expect(performance.now() - begun).toBeLessThan(4000)
    expect(await vote(max)).toEqual([200, 200])
  })
})
