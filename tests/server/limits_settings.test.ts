import { describe, expect, it } from 'vitest'
import { kinds } from '../../server/limits/kinds.ts'
import { testWorld } from '../support/world.ts'

const limit = (answer: { body: { limits: { kind: string; permits: number }[] } }, kind: string) =>
  answer.body.limits.find((one) => one.kind === kind)

describe('the limits of a site', () => {
  it('are the usual ones until its admins say otherwise, and again where they leave one out', async () => {
    const site = await (await testWorld()).site({ limits: {} })
    const admin = await site.staff('admin')
    const first = await site.get('settings', admin)
    expect(limit(first, 'threads')).toEqual({
      kind: 'threads',
      permits: 10,
      usual: 10,
      least: 1,
      most: 1_000_000,
      seconds: 600,
      of: 'member',
    })
    expect(first.body.limits.map((one: { kind: string }) => one.kind)).toEqual(Object.keys(kinds))
    const changed = await site.patch('settings', { limits: { threads: 2, votes: 5 } }, admin)
    expect([limit(changed, 'threads')?.permits, limit(changed, 'votes')?.permits]).toEqual([2, 5])
    // Another setting leaves them as they are.
    await site.patch('settings', { showCompany: true }, admin)
    const lea = await site.member('Lea')
    await site.idea(lea)
    await site.idea(lea)
    const idea = { board: 'ideas', kind: 'idea', title: 'A third idea', body: 'One too many.' }
    expect((await site.post('threads', idea, lea)).status).toBe(429)
    // A raised limit holds at once, also for who has come to the old one.
    const raised = await site.patch('settings', { limits: { threads: 3 } }, admin)
    expect([limit(raised, 'threads')?.permits, limit(raised, 'votes')?.permits]).toEqual([3, 300])
    expect((await site.post('threads', idea, lea)).status).toBe(201)
    expect((await site.post('threads', idea, lea)).status).toBe(429)
    // And a lowered one likewise, for those who have taken more.
    await site.patch('settings', { limits: { threads: 1 } }, admin)
    expect((await site.post('threads', idea, lea)).status).toBe(429)
    const audit = await site.get('audit', admin)
    expect(audit.body.items[0]).toMatchObject({ action: 'settings.edit', detail: { limits: { threads: 1 } } })
  })

  it('have bounds, are the admins’ to change, and never lock the team out', async () => {
    const site = await (await testWorld()).site({ limits: {} })
    const [owner, moderator] = [await site.staff('owner'), await site.staff('moderator')]
    const wrong = [
      { votes: 0 },
      { votes: -1 },
      { votes: 1.5 },
      { votes: 1_000_001 },
      { votes: '10' },
      { votes: null },
      { reads: 99 },
      { signInTries: 4 },
      { unknown: 5 },
      [],
    ]
    for (const limits of wrong) {
      const answer = await site.patch('settings', { limits }, owner)
      expect(answer.status, JSON.stringify(limits)).toBe(422)
      expect(answer.body.errors[0].path).toMatch(/^limits/)
    }
    expect((await site.patch('settings', { limits: { votes: 5 } }, moderator)).status).toBe(403)
    expect(limit(await site.get('settings', moderator), 'votes')?.permits).toBe(300)
    const tight = Object.fromEntries(Object.entries(kinds).map(([kind, { least }]) => [kind, least]))
    expect((await site.patch('settings', { limits: tight }, owner)).status).toBe(200)
    expect((await site.patch('settings', { limits: {} }, owner)).status).toBe(200)
    expect(limit(await site.get('settings', owner), 'reads')?.permits).toBe(1200)
  })
})
