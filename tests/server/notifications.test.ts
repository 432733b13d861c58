import { describe, expect, it } from 'vitest'
import { hide } from '../support/judging.ts'
import { type Person, type TestSite, testWorld } from '../support/world.ts'

const newsOf = async (site: TestSite, as: Person) => (await site.get('me/notifications', as)).body

describe('what a member is told', () => {
  it('is there from its moment on, the latest first, page by page, with a count of the unread', async () => {
    const { site: make, clock } = await testWorld()
    const site = await make()
    const lea = await site.member('Lea')
    const tom = await site.member('Tom')
    const number = await site.idea(lea, { title: 'About widths' })
    const posts: string[] = []
    for (let turn = 0; turn < 3; turn++) {
      clock.move(1)
      posts.unshift(await site.reply(tom, number))
    }
    const all = await newsOf(site, lea)
    expect(all.unread).toBe(3)
    expect(all.items.map((one: { post: string }) => one.post)).toEqual(posts)
    expect(all.items[0]).toMatchObject({
      kind: 'reply',
      read: false,
      actor: { name: 'Tom' },
      thread: { number, title: 'About widths', language: 'en' },
      item: null,
      to: null,
      note: '',
      ruling: null,
    })
    const first = (await site.get('me/notifications?limit=2', lea)).body
    const rest = (await site.get(`me/notifications?limit=2&cursor=${first.next}`, lea)).body
    expect([...first.items, ...rest.items].map((one) => one.post)).toEqual(posts)
    expect(rest.next).toBeNull()
    expect((await newsOf(site, tom)).items).toEqual([])
  })

  it('of a status and of the roadmap says what became of it and why', async () => {
    const { site: make, clock } = await testWorld()
    const site = await make()
    const lea = await site.member()
    const pia = await site.staff('product', 'Pia')
    const number = await site.idea(lea)
    await site.put(`threads/${number}/status`, { status: 'review', note: 'We look.' }, pia)
    expect((await newsOf(site, lea)).items).toEqual([])
    clock.move(13)
    expect((await newsOf(site, lea)).items).toMatchObject([
      { kind: 'status', to: 'review', note: 'We look.', actor: { name: 'Pia' }, thread: { number } },
    ])
    const item = (
      await site.post('roadmap/items', { title: 'Widths', stage: 'planned', threads: [number] }, pia)
    ).body
    clock.move(60)
    expect((await newsOf(site, lea)).items).toHaveLength(1)
    await site.put(`roadmap/items/${item.number}/publication`, undefined, pia)
    clock.move(13)
    expect((await newsOf(site, lea)).items[0]).toMatchObject({
      kind: 'roadmap',
      to: 'planned',
      item: { number: item.number, title: 'Widths' },
    })
    // Taken in again, the item is private, and so is all that was said of it.
    await site.delete(`roadmap/items/${item.number}/publication`, pia)
    const after = await site.get('me/notifications', lea)
    expect(after.body.items).toHaveLength(1)
    expect(after.text).not.toContain('Widths')
    expect(after.body.unread).toBe(1)
  })

  it('is no longer there where one may not read it any more', async () => {
    const { site: make } = await testWorld()
    const site = await make()
    const [lea, tom] = [await site.member(), await site.member('Tom the author')]
    const cm = await site.staff('moderator')
    const number = await site.idea(lea, { title: 'Kept among us' })
    const [hidden, deleted, kept] = [
      await site.reply(tom, number),
      await site.reply(tom, number),
      await site.reply(tom, number),
    ]
    expect((await newsOf(site, lea)).unread).toBe(3)
    await hide(site, cm, hidden)
    await site.delete(`replies/${deleted}`, tom)
    const { items, unread } = await newsOf(site, lea)
    expect([unread, items.map((one: { post: string }) => one.post)]).toEqual([1, [kept]])
    expect((await site.get('me/overlay', lea)).body.unread).toBe(1)
    expect((await site.get('me', lea)).body.unread).toBe(1)
    await site.restrict('ideas', 'staff')
    expect(await newsOf(site, lea)).toEqual({ items: [], next: null, unread: 0 })
    expect((await site.get('me/overlay', lea)).body.unread).toBe(0)
  })

  it('has no title of a hidden thread but for its author', async () => {
    const { site: make, clock } = await testWorld()
    const site = await make()
    const [lea, tom] = [await site.member(), await site.member()]
    const cm = await site.staff('moderator')
    const number = await site.idea(lea, { title: 'A rude title' })
    const reply = await site.reply(tom, number)
    await site.reply(lea, number, 'To you', { parent: reply })
    expect((await site.get('me/notifications', tom)).text).toContain('A rude title')
    await hide(site, cm, (await site.get(`threads/${number}`)).body.post)
    clock.move(13)
    expect((await site.get('me/notifications', tom)).text).not.toContain('A rude title')
    expect((await site.get('me/notifications', lea)).text).toContain('A rude title')
  })
})

/** A member who was told of three replies, one after the other, and who wrote them. */
async function threeReplies() {
  const { site: make, clock } = await testWorld()
  const site = await make()
  const [lea, tom] = [await site.member(), await site.member()]
  const number = await site.idea(lea)
  for (let turn = 0; turn < 3; turn++) {
    clock.move(1)
    await site.reply(tom, number)
  }
  return { site, lea, tom }
}

describe('reading them', () => {
  it('marks all, or those up to one, and never what is not told yet', async () => {
    const { site: make, clock } = await testWorld()
    const site = await make()
    const [lea, tom] = [await site.member(), await site.member()]
    const pia = await site.staff('product')
    const number = await site.idea(lea)
    for (let turn = 0; turn < 3; turn++) {
      clock.move(1)
      await site.reply(tom, number)
    }
    await site.put(`threads/${number}/status`, { status: 'review' }, pia)
    const [, middle] = (await newsOf(site, lea)).items
    expect((await site.put('me/notifications/read', { upTo: middle.id }, lea)).status).toBe(204)
    const reads = async () => (await newsOf(site, lea)).items.map((one: { read: boolean }) => one.read)
    expect(await reads()).toEqual([false, true, true])
    expect((await newsOf(site, lea)).unread).toBe(1)
    expect((await site.put('me/notifications/read', {}, lea)).status).toBe(204)
    expect(await reads()).toEqual([true, true, true])
    clock.move(13)
    expect(await reads()).toEqual([false, true, true, true])
  })

  it('marks one alone', async () => {
    const { site, lea, tom } = await threeReplies()
    const [, middle] = (await newsOf(site, lea)).items
    const both = await Promise.all(
      [1, 2].map(() => site.put('me/notifications/read', { only: middle.id }, lea)),
    )
    expect(both.map(({ status }) => status)).toEqual([204, 204])
    const { items, unread } = await newsOf(site, lea)
    expect(items.map((one: { read: boolean }) => one.read)).toEqual([false, true, false])
    expect(unread).toBe(2)
    expect((await site.put('me/notifications/read', { only: items[0].id }, tom)).status).toBe(404)
    expect((await newsOf(site, lea)).unread).toBe(2)
  })

  it('marks some alone, and leaves those out that are not one’s own', async () => {
    const { site, lea, tom } = await threeReplies()
    await site.reply(lea, await site.idea(tom))
    const [latest, , first] = (await newsOf(site, lea)).items
    const [foreign] = (await newsOf(site, tom)).items
    const only = [latest.id, first.id, foreign.id, crypto.randomUUID()]
    expect((await site.put('me/notifications/read', { only }, lea)).status).toBe(204)
    const { items, unread } = await newsOf(site, lea)
    expect(items.map((one: { read: boolean }) => one.read)).toEqual([true, false, true])
    expect(unread).toBe(1)
    expect((await newsOf(site, tom)).unread).toBe(1)
    expect((await site.put('me/notifications/read', { only: [foreign.id] }, lea)).status).toBe(404)
    const many = Array.from({ length: 501 }, () => crypto.randomUUID())
    for (const wrong of [[], ['x'], [7], many, { 0: latest.id }])
      expect((await site.put('me/notifications/read', { only: wrong }, lea)).status).toBe(422)
  })

  it('is of one’s own, told ones', async () => {
    const { site: make, clock } = await testWorld()
    const site = await make()
    const [lea, tom] = [await site.member(), await site.member()]
    const number = await site.idea(lea)
    await site.reply(tom, number)
    const [mine] = (await newsOf(site, lea)).items
    expect((await site.put('me/notifications/read', { upTo: mine.id }, tom)).status).toBe(404)
    expect((await site.put('me/notifications/read', {}, tom)).status).toBe(204)
    expect((await newsOf(site, lea)).unread).toBe(1)
    clock.move(-60)
    expect((await site.put('me/notifications/read', { upTo: mine.id }, lea)).status).toBe(404)
  })

  it('refuses visitors and what it does not know', async () => {
    const site = await (await testWorld()).site()
    const lea = await site.member()
    for (const path of ['me/notifications', 'me/rulings']) expect((await site.get(path)).status).toBe(401)
    expect((await site.put('me/notifications/read', {})).status).toBe(401)
    for (const body of [{ upTo: 'x' }, { upTo: 7 }, { only: 7 }, { all: true }, []]) {
      expect((await site.put('me/notifications/read', body, lea)).status, JSON.stringify(body)).toBe(422)
    }
    for (const cursor of ['x', Buffer.from('["notifications","now","x"]').toString('base64url')]) {
      expect((await site.get(`me/notifications?cursor=${cursor}`, lea)).body.code).toBe('broken_cursor')
    }
    expect((await site.get('me/notifications?limit=1000', lea)).status).toBe(422)
    expect((await site.get('me/notifications?member=x', lea)).status).toBe(422)
  })
})
