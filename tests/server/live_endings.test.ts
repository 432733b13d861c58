import { afterEach, expect, it } from 'vitest'
import { colleague } from '../support/account.ts'
import { Listener } from '../support/live_listener.ts'
import { type Case, ways } from '../support/live_ways.ts'
import { type TestSite, testWorld } from '../support/world.ts'

// Whatever ends the right to a stream ends the stream, of itself: nobody looks after them now and then.

const { site: make, world } = await testWorld()

const open: Listener[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.leave()))
  expect(world.live.open).toBe(0)
})

async function listen(site: TestSite, { as, ...how }: Partial<Case>): Promise<Listener> {
  const listener = await Listener.inside(site, as, how)
  open.push(listener)
  if (listener.status === 200) await listener.until((one) => one.heard.length > 0)
  return listener
}

it.each(Object.entries(ways))('sec-S10, sec-S11: a stream ends at %s', async (_name, way) => {
  const site = await make({ origins: ['https://acme.example'] })
  const owner = await site.staff('owner')
  const { end, again, stays, over, ...who } = await way(site, owner)
  const [theirs, other] = [await listen(site, who), await listen(site, { as: stays })]
  const done = await end()
  expect(done.status, done.text).toBeLessThan(300)
  await theirs.end()
  expect(theirs.names).toEqual([])
  const news = { board: 'news', kind: 'announcement' }
  expect((await site.idea(owner, news)) > 0 && (await other.first('thread')).data.board).toBe('news')
  expect((await listen(site, who)).status).toBe(again)
  await over?.()
})

it('a session of the team ends its streams in every community, and no other’s', async () => {
  const [here, there] = [await make(), await make()]
  const as = await colleague(here)
  const stranger = await there.staff('moderator')
  const [mine, theirs] = [await listen(there, { as }), await listen(there, { as: stranger })]
  expect((await here.delete('staff-sessions/current', as)).status).toBe(204)
  await mine.end()
  await there.idea(stranger)
  await theirs.first('thread')
})
