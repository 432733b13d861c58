import { describe, expect, it } from 'vitest'
import { testWorld } from '../support/world.ts'

describe('the audit log', () => {
  it('is read by all staff, the latest first, page by page', async () => {
    const site = await (await testWorld()).site()
    const lea = await site.member()
    const cm = await site.staff('moderator', 'Sanne')
    const number = await site.idea(lea)
    for (const body of ['one', 'two', 'three']) await site.post(`threads/${number}/notes`, { body }, cm)
    const all = (await site.get('audit', cm)).body
    expect(all.items).toHaveLength(3)
    expect(all.items[0]).toEqual({
      id: expect.any(String),
      actor: { id: cm.id, name: 'Sanne' },
      action: 'threads.note',
      subjectKind: 'thread',
      subject: String(number),
      detail: { note: expect.any(String) },
      createdAt: expect.any(String),
    })
    const ids = all.items.map((one: { id: string }) => one.id)
    expect(ids).toEqual(ids.toSorted().toReversed())
    const seen: string[] = []
    let cursor = ''
    for (let turn = 0; turn < 5; turn++) {
      const { items, next } = (await site.get(`audit?limit=1${cursor}`, cm)).body
      seen.push(...items.map((one: { id: string }) => one.id))
      if (!next) break
      cursor = `&cursor=${next}`
    }
    expect(seen).toEqual(ids)
    for (const role of ['product', 'admin', 'owner'] as const) {
      expect((await site.get('audit', await site.staff(role))).body.items).toHaveLength(3)
    }
  })

  it('is filtered by who and by what', async () => {
    const site = await (await testWorld()).site()
    const number = await site.idea(await site.member())
    const [cm, pia] = [await site.staff('moderator'), await site.staff('product')]
    await site.post(`threads/${number}/notes`, { body: 'A note' }, cm)
    await site.put(`threads/${number}/assignment`, { member: cm.id }, cm)
    await site.put(`threads/${number}/assignment`, { member: pia.id }, pia)
    const count = async (query: string) => (await site.get(`audit?${query}`, cm)).body.items.length
    expect(await count(`actor=${cm.id}`)).toBe(2)
    expect(await count('action=threads.assign')).toBe(2)
    expect(await count(`action=threads.assign&actor=${pia.id}`)).toBe(1)
    expect(await count('action=threads.unheard')).toBe(0)
    expect(await count('actor=0198c1c6-0000-7000-8000-000000000000')).toBe(0)
  })

  it('is closed to visitors, members and other sites, and to made-up queries', async () => {
    const world = await testWorld()
    const [site, other] = [await world.site(), await world.site()]
    const cm = await site.staff('moderator')
    const lea = await site.member()
    await site.post(`threads/${await site.idea(lea)}/notes`, { body: 'A note' }, cm)
    expect((await site.get('audit')).status).toBe(401)
    expect((await site.get('audit', lea)).status).toBe(403)
    const foreign = await other.staff('owner')
    expect((await site.get('audit', foreign)).status).toBe(401)
    expect((await other.get('audit', foreign)).body.items).toEqual([])
    for (const query of ['actor=x', 'action=%27', 'action=__proto__', 'limit=0', 'sort=id', 'action[]=a.b']) {
      expect((await site.get(`audit?${query}`, cm)).status, query).toBe(422)
    }
    for (const parts of [['audit'], ['audit', 'x'], ['audit', 7], ['reports', cm.id], { a: 1 }]) {
      const cursor = Buffer.from(JSON.stringify(parts)).toString('base64url')
      expect((await site.get(`audit?cursor=${cursor}`, cm)).body.code).toBe('broken_cursor')
    }
  })
})
