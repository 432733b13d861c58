import { describe, expect, it } from 'vitest'
import { item, ledger, publish, statusOf, storyOf, toldTo } from '../support/steps.ts'
import { testWorld } from '../support/world.ts'

describe('the ideas of an item', () => {
  it('are added to a private item in silence', async () => {
    const { site: make, clock } = await testWorld()
    const site = await make()
    const lea = await site.member()
    const pia = await site.staff('product')
    const idea = await site.idea(lea)
    const card = await item(site, pia, { stage: 'building' })
    const added = await site.put(`roadmap/items/${card}/ideas/${idea}`, undefined, pia)
    expect(added).toMatchObject({ status: 200, body: { number: card, undo: null, told: 0 } })
    expect(added.body.ideas).toMatchObject([{ number: idea, votes: 1 }])
    clock.move(60)
    expect(await toldTo(site, lea)).toEqual([])
    expect(await statusOf(site, idea)).toBe('open')
    expect(await storyOf(site, idea)).toEqual([])
    expect(await ledger(site)).toEqual([])
  })

  it('are added to a published item with its status, told in the story, their voters told once', async () => {
    const { site: make, clock } = await testWorld()
    const site = await make()
    const [lea, tom] = [await site.member(), await site.member()]
    const pia = await site.staff('product')
    const [first, idea] = [await site.idea(lea), await site.idea(tom)]
    const card = await item(site, pia, { title: 'Routes', threads: [first], stage: 'building' })
    await publish(site, pia, card)
    clock.move(60)
    expect(await toldTo(site, lea)).toHaveLength(1)

    const added = await site.put(`roadmap/items/${card}/ideas/${idea}`, undefined, pia)
    expect(added.body.told).toBe(1)
    expect(await statusOf(site, idea)).toBe('building')
    expect(await storyOf(site, idea)).toMatchObject([
      { kind: 'roadmap', item: { number: card, title: 'Routes' }, ideas: 1, to: 'building' },
      { kind: 'status', from: 'open', to: 'building' },
    ])
    clock.move(12)
    expect(await toldTo(site, tom)).toMatchObject([{ kind: 'roadmap', thread: idea, item: card }])
    expect(await toldTo(site, lea)).toHaveLength(1)
    await site.put(`roadmap/items/${card}/place`, { stage: 'shipped' }, pia)
    expect(await statusOf(site, idea)).toBe('shipped')
  })

  it('taken off within the time to undo, or by the undo itself, are as if never added', async () => {
    const { site: make, clock } = await testWorld()
    const site = await make()
    const lea = await site.member()
    const pia = await site.staff('product')
    const idea = await site.idea(lea)
    const card = await item(site, pia, { title: 'Quicksilver', stage: 'building' })
    await publish(site, pia, card)
    const path = `roadmap/items/${card}/ideas/${idea}`
    const backs = [
      async () => expect((await site.delete(path, pia)).body.ideas).toEqual([]),
      async (undo: string) => expect((await site.delete(undo, pia)).status).toBe(204),
    ]
    for (const takeBack of backs) {
      const added = await site.put(path, undefined, pia)
      expect(await statusOf(site, idea)).toBe('building')
      await takeBack(added.body.undo.path)
      expect(await statusOf(site, idea)).toBe('open')
      expect((await site.get(`threads/${idea}`)).text).not.toContain('Quicksilver')
      expect((await site.delete(path, pia)).status).toBe(404)
    }
    clock.move(60)
    expect(await toldTo(site, lea)).toEqual([])
  })

  it('taken off at once, after a decision by hand, keep what was decided', async () => {
    const { site: make, clock } = await testWorld()
    const site = await make()
    const lea = await site.member()
    const pia = await site.staff('product')
    const idea = await site.idea(lea)
    const card = await item(site, pia, { stage: 'building' })
    await publish(site, pia, card)
    await site.put(`roadmap/items/${card}/ideas/${idea}`, undefined, pia)
    await site.put(`threads/${idea}/status`, { status: 'closed' }, pia)
    await site.delete(`roadmap/items/${card}/ideas/${idea}`, pia)
    expect(await statusOf(site, idea)).toBe('closed')
    clock.move(60)
    expect((await toldTo(site, lea)).map((one) => one.kind)).toEqual(['status'])
  })

  it('taken off later keep their status and their story, and follow no more', async () => {
    const { site: make, clock } = await testWorld()
    const site = await make()
    const lea = await site.member()
    const pia = await site.staff('product')
    const idea = await site.idea(lea)
    const card = await item(site, pia, { threads: [idea], stage: 'building' })
    await publish(site, pia, card)
    clock.move(60)
    const off = await site.delete(`roadmap/items/${card}/ideas/${idea}`, pia)
    expect([off.status, off.body.ideas]).toEqual([200, []])
    await site.put(`roadmap/items/${card}/place`, { stage: 'shipped' }, pia)
    expect(await statusOf(site, idea)).toBe('building')
    expect((await site.get(`threads/${idea}`)).body.item).toBeNull()
    expect((await storyOf(site, idea)).map((one) => one.kind)).toEqual(['roadmap', 'status'])
    expect((await site.post('roadmap/items', { title: 'Other', threads: [idea] }, pia)).status).toBe(201)
  })

  it('hang on one item at most, however many ask at once', async () => {
    const site = await (await testWorld()).site()
    const pia = await site.staff('product')
    const idea = await site.idea(await site.member())
    const cards = [await item(site, pia), await item(site, pia), await item(site, pia)]
    const all = await Promise.all(
      cards.map((card) => site.put(`roadmap/items/${card}/ideas/${idea}`, undefined, pia)),
    )
    expect(all.map((one) => one.status).toSorted()).toEqual([200, 409, 409])
    const refused = all.find((one) => one.status === 409)!
    expect(refused.body).toMatchObject({ code: 'conflict' })
    expect(refused.body.detail).toContain(String(idea))
    const { body } = await site.get('roadmap/plan', pia)
    const hung = body.stages[0].items.flatMap((one: { ideas: unknown[] }) => one.ideas)
    expect(hung).toHaveLength(1)
  })

  it('are ideas that exist, were not merged away, and hang on the item that is asked', async () => {
    const { site: make } = await testWorld()
    const site = await make()
    const lea = await site.member()
    const pia = await site.staff('product')
    const [card, other] = [await item(site, pia), await item(site, pia)]
    const [idea, target] = [await site.idea(lea), await site.idea(lea)]
    const question = await site.idea(lea, { board: 'help', kind: 'question' })
    const put = (thread: number | string) => site.put(`roadmap/items/${card}/ideas/${thread}`, undefined, pia)
    expect((await put(question)).status).toBe(409)
    expect((await put(999)).status).toBe(422)
    expect((await put('x')).status).toBe(422)
    expect((await put(idea)).status).toBe(200)
    expect((await site.delete(`roadmap/items/${other}/ideas/${idea}`, pia)).status).toBe(404)
    expect((await site.delete(`roadmap/items/${card}/ideas/${target}`, pia)).status).toBe(404)
    await site.delete(`roadmap/items/${card}/ideas/${idea}`, pia)
    await site.put(`threads/${idea}/merge`, { into: target }, pia)
    expect(await put(idea)).toMatchObject({ status: 409, body: { code: 'thread_merged' } })
  })

  it('are a hundred at most', async () => {
    const site = await (await testWorld()).site()
    const lea = await site.member()
    const pia = await site.staff('product')
    const card = await item(site, pia)
    const first = await site.idea(lea)
    const { id } = await site.row()
    const { db } = site.world
    // A hundred at once are more than the limits of posting allow, so the rows are made beside it.
    const itemRow = await db
      .selectFrom('roadmap_items')
      .select('id')
      .where('site_id', '=', id)
      .executeTakeFirstOrThrow()
    const thread = await db
      .selectFrom('threads')
      .selectAll()
      .where('site_id', '=', id)
      .executeTakeFirstOrThrow()
    for (let index = 0; index < 100; index++) {
      const threadId = crypto.randomUUID()
      await db
        .insertInto('threads')
        .values({ ...thread, id: threadId, number: 1000 + index })
        .execute()
      await db
        .insertInto('roadmap_ideas')
        .values({ site_id: id, thread_id: threadId, item_id: itemRow.id })
        .execute()
    }
    const answer = await site.put(`roadmap/items/${card}/ideas/${first}`, undefined, pia)
    expect(answer).toMatchObject({ status: 409, body: { code: 'conflict' } })
  })
})
