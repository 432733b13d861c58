import { describe, expect, it } from 'vitest'
import type { NotificationJson } from '../../server/notifications/json.ts'
import { item, publish } from '../support/steps.ts'
import { type Answer, type Person, type TestSite, testWorld } from '../support/world.ts'

// Who decides wrongly decides again at once. Nobody has heard of the first by then, and nobody needs to.

interface Premise {
  site: TestSite
  tom: Person
  pia: Person
  idea: number
  pass(seconds: number): void
  status(status: string, note?: string): Promise<Answer['body']>
  /** What Tom, who voted, has heard of since: in which status or stage. */
  heard(): Promise<string[]>
}

async function premise(): Promise<Premise> {
  const { site: make, clock } = await testWorld()
  const site = await make()
  const [lea, tom] = [await site.member(), await site.member()]
  const pia = await site.staff('product')
  const idea = await site.idea(lea)
  await site.put(`threads/${idea}/vote`, undefined, tom)
  return {
    site,
    tom,
    pia,
    idea,
    pass: (seconds) => clock.move(seconds),
    async status(status, note = '') {
      const { status: code, body } = await site.put(`threads/${idea}/status`, { status, note }, pia)
      expect(code).toBe(200)
      return body
    },
    async heard() {
      const { items } = (await site.get('me/notifications', tom)).body
      return items.map(({ to, note }: NotificationJson) => note || to)
    },
  }
}

describe('a status that is corrected before anybody heard of it', () => {
  it('is told once, as it is in the end', async () => {
    const { status, pass, heard } = await premise()
    await status('planned')
    pass(5)
    await status('building')
    pass(60)
    expect(await heard()).toEqual(['building'])
  })

  it('is not told at all where it is again what it was, and is once people know of it', async () => {
    const { status, pass, heard } = await premise()
    await status('planned', 'Wrong one')
    expect((await status('open', 'Sorry')).told).toBe(0)
    pass(60)
    expect(await heard()).toEqual([])
    await status('planned')
    pass(60)
    await status('open')
    pass(60)
    expect(await heard()).toEqual(['open', 'planned'])
  })

  it('is told after all where the correction is taken back, late if need be', async () => {
    const { site, pia, status, pass, heard } = await premise()
    await status('planned')
    pass(8)
    const { undo } = await status('building')
    pass(8)
    expect((await site.delete(undo.path, pia)).status).toBe(204)
    expect(await heard()).toEqual(['planned'])
    pass(60)
    expect(await heard()).toEqual(['planned'])
  })

  it('is told each time for what is said beside it', async () => {
    const { status, pass, heard } = await premise()
    await status('planned')
    pass(60)
    await status('planned', 'In spring')
    await status('planned', 'In summer')
    pass(60)
    expect(await heard()).toEqual(['In summer', 'planned'])
  })
})

describe('a step of an item that is corrected before anybody heard of it', () => {
  const onTheRoadmap = async () => {
    const all = await premise()
    const { site, pia, idea, pass } = all
    const card = await item(site, pia, { title: 'Rounds', threads: [idea] })
    const place = async (stage: string) => {
      const { status, body } = await site.put(`roadmap/items/${card}/place`, { stage }, pia)
      expect(status).toBe(200)
      return body
    }
    await place('exploring')
    const before = await site.put(`roadmap/items/${card}/place`, { stage: 'planned' }, pia)
    expect(before.body.told).toBe(0)
    await publish(site, pia, card)
    pass(60)
    const known = (await all.heard()).length
    const heard = async () => (await all.heard()).slice(0, -known)
    return { ...all, card, place, heard }
  }

  it('is told once, in the stage where the item is in the end', async () => {
    const { place, pass, heard } = await onTheRoadmap()
    await place('exploring')
    await place('building')
    pass(60)
    expect(await heard()).toEqual(['building'])
  })

  it('is not told at all where the item is back in its stage', async () => {
    const { place, pass, heard } = await onTheRoadmap()
    await place('building')
    expect((await place('planned')).told).toBe(0)
    pass(60)
    expect(await heard()).toEqual([])
  })

  it('is told after all where the correction is taken back, and not where that was all', async () => {
    const { site, pia, place, pass, heard } = await onTheRoadmap()
    await place('exploring')
    const { undo } = await place('building')
    expect((await site.delete(undo.path, pia)).status).toBe(204)
    pass(60)
    expect(await heard()).toEqual(['exploring'])
    const once = await place('building')
    await site.delete(once.undo.path, pia)
    pass(60)
    expect(await heard()).toEqual(['exploring'])
  })
})
