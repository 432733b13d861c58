import { beforeAll, describe, expect, it } from 'vitest'
import { Listener } from '../support/live_listener.ts'
import { type Case, ways } from '../support/live_ways.ts'
import { suspension } from '../support/suspended.ts'
import { type TwoProcesses, twoProcesses } from '../support/two_processes.ts'
import type { TestSite } from '../support/world.ts'

// On PostgreSQL alone (tests/runner/parts.ts): an embedded database serves one process. What ends a right is done in this
// process, and the streams are open in two others, which hear of it.

let both: TwoProcesses
beforeAll(async () => {
  both = await twoProcesses()
})

/** Follows in each of the two processes. */
const listen = (site: TestSite, { as, query = '', headers = {} }: Partial<Case>): Promise<Listener[]> =>
  Promise.all(
    both.servers.map(async ({ origin }) => {
      const address = `${origin}/api/v1/sites/${site.slug}/live${query}`
      const listener = new Listener(await fetch(address, { headers: { ...as?.headers, ...headers } }))
      return listener.status === 200 ? listener.until((one) => one.heard.length > 0) : listener
    }),
  )

describe('in the processes that do not end it', () => {
  it.each(Object.entries(ways))('sec-S10, sec-S11: a stream ends at %s', async (_name, way) => {
    const site = await both.site({ origins: ['https://acme.example'] })
    const owner = await site.staff('owner')
    const { end, again, stays, later, over, ...who } = await way(site, owner)
    const [theirs, others] = [await listen(site, who), await listen(site, { as: stays })]
    const done = await end()
    expect(done.status, done.text).toBeLessThan(300)
    // Written at once, and none of it is for them; a session that runs out holds a moment more.
    if (later) for (const one of theirs) await one.end()
    const news = await site.idea(owner, { board: 'news', kind: 'announcement' })
    for (const one of others) expect((await one.first('thread')).data.thread).toBe(news)
    for (const one of theirs) expect((await one.end()).names).toEqual([])
    for (const one of await listen(site, who)) {
      expect(one.status).toBe(again)
      others.push(one)
    }
    await Promise.all(others.map((one) => one.leave()))
    await over?.()
  })

  it.each(['closed', 'archived'])('sec-A06: a stream tells nothing of a board once it is %s', async (how) => {
    const site = await both.site()
    const [owner, lea, max] = [await site.staff('owner'), await site.member('Lea'), await site.member('Max')]
    const number = await site.idea(lea)
    await site.reply(max, number, 'Mine goes with me')
    const streams = [
      ...(await listen(site, {})),
      ...(await listen(site, { as: lea })),
      ...(await listen(site, { as: lea, query: `?thread=${number}` })),
    ]
    const post = await site.reply(owner, number, 'The last of it')
    for (const one of streams) await one.first('reply')
    if (how === 'closed') await site.patch('boards/ideas', { visibility: 'staff' }, owner, 1)
    else await site.delete('boards/ideas', owner)
    expect((await site.get(`threads/${number}`, lea)).status).toBe(404)
    if (how === 'closed') {
      await site.reply(owner, number, 'Among ourselves')
      await site.put(`threads/${number}/vote`, undefined, owner)
      await site.put(`threads/${number}/status`, { status: 'planned' }, owner)
    }
    // It still changes there, whether anybody may read it or not.
    await site.put(`members/${max.id}/erasure`, { posts: 'remove', reason: 'They asked' }, owner)
    const news = await site.idea(owner, { board: 'news', kind: 'announcement' })
    const told = ({ heard }: Listener) => heard.slice(1).map(({ data }) => data.post ?? data.thread)
    for (const one of streams.slice(0, 4)) await one.until((one) => told(one).length > 1)
    const opening = (await site.get(`threads/${news}`)).body.post
    for (const one of streams.slice(0, 4)) expect(told(one)).toEqual([post, opening])
    for (const one of streams.slice(4)) expect(told(one)).toEqual([post])
    await Promise.all(streams.map((one) => one.leave()))
  })

  it('a suspended member goes on hearing what they may read, as they may read it', async () => {
    const site = await both.site()
    const [lea, moderator] = [await site.member('Lea'), await site.staff('moderator')]
    const streams = await listen(site, { as: lea, query: '?board=news' })
    expect((await site.put(`members/${lea.id}/suspension`, suspension, moderator)).status).toBe(201)
    await site.idea(moderator, { board: 'news', kind: 'announcement' })
    for (const one of streams) {
      await one.first('thread')
      expect(one.over).toBe(false)
      await one.leave()
    }
  })
})
