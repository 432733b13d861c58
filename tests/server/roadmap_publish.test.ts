import { describe, expect, it } from 'vitest'
import { audited, item, ledger, publish, statusOf, storyOf, toldTo } from '../support/steps.ts'
import { testWorld } from '../support/world.ts'

describe('the publication of an item', () => {
  it('shows it, takes its ideas along, says so in their stories, and tells each voter once for all', async () => {
    const { site: make, clock } = await testWorld()
    const site = await make()
    const lea = await site.member()
    const tom = await site.member()
    const pia = await site.staff('product')
    const ideas = [await site.idea(lea), await site.idea(lea), await site.idea(lea)]
    for (const idea of ideas) await site.put(`threads/${idea}/vote`, undefined, tom)
    const card = await item(site, pia, { title: 'Quicksilver', threads: ideas, stage: 'planned' })
    expect((await site.get('roadmap')).text).not.toContain('Quicksilver')

    const published = await publish(site, pia, card)
    expect(published.told).toBe(2)
    expect(published.item.publishedAt).not.toBeNull()
    expect((await site.get('roadmap')).text).toContain('Quicksilver')
    for (const idea of ideas) {
      expect(await statusOf(site, idea)).toBe('planned')
      expect(await storyOf(site, idea)).toMatchObject([
        { kind: 'roadmap', item: { number: card, title: 'Quicksilver' }, ideas: 2, to: 'planned' },
        { kind: 'status', from: 'open', to: 'planned', item: null },
      ])
      expect((await site.get(`threads/${idea}`)).body.item).toMatchObject({ number: card, stage: 'planned' })
    }
    expect(await toldTo(site, tom)).toEqual([])
    clock.move(12)
    for (const person of [lea, tom]) {
      expect(await toldTo(site, person)).toMatchObject([{ kind: 'roadmap', item: card }])
      const news = await site.get('me/notifications', person)
      expect(news.body).toMatchObject({
        unread: 1,
        items: [{ kind: 'roadmap', item: { number: card, title: 'Quicksilver' }, to: 'planned', note: '' }],
      })
      expect(news.body.items).toHaveLength(1)
    }
    expect((await audited(site)).map((one) => one.action)).toContain('items.publish')
  })

  it('taken back leaves all as it was, with nobody told', async () => {
    const { site: make, clock } = await testWorld()
    const site = await make()
    const lea = await site.member()
    const pia = await site.staff('product')
    const ideas = [await site.idea(lea), await site.idea(lea)]
    await site.put(`threads/${ideas[1]}/status`, { status: 'review' }, pia)
    clock.move(60)
    const snapshot = async () => ({
      plan: (await site.get('roadmap/plan', pia)).text,
      roadmap: (await site.get('roadmap')).text,
      threads: [(await site.get(`threads/${ideas[0]}`)).text, (await site.get(`threads/${ideas[1]}`)).text],
      told: await toldTo(site, lea),
    })
    const card = await item(site, pia, { title: 'Quicksilver', threads: ideas, stage: 'building' })
    const before = await snapshot()
    const published = await publish(site, pia, card)
    expect(await statusOf(site, ideas[1]!)).toBe('building')
    expect((await site.delete(published.undo.path, pia)).status).toBe(204)
    clock.move(60)
    expect(await snapshot()).toEqual(before)
    expect(before.roadmap + before.threads).not.toContain('Quicksilver')
  })

  it('ended leaves no trace: no card, no line in a story, nothing told, and nothing more to come', async () => {
    const { site: make, clock } = await testWorld()
    const site = await make()
    const lea = await site.member()
    const tom = await site.member()
    const pia = await site.staff('product')
    const [idea, later, gone] = [await site.idea(lea), await site.idea(lea), await site.idea(lea)]
    await site.put(`threads/${idea}/vote`, undefined, tom)
    const card = await item(site, pia, { title: 'Quicksilver', threads: [idea, gone] })
    await publish(site, pia, card)
    clock.move(20)
    await site.put(`roadmap/items/${card}/ideas/${later}`, undefined, pia)
    await site.delete(`roadmap/items/${card}/ideas/${gone}`, pia)
    await site.put(`roadmap/items/${card}/place`, { stage: 'planned' }, pia)
    expect(await toldTo(site, tom)).toHaveLength(1)
    const paths = [
      'roadmap',
      ...[idea, later, gone].flatMap((one) => [`threads/${one}`, `threads/${one}/story`]),
    ]
    for (const path of paths) expect((await site.get(path)).text, path).toContain('Quicksilver')

    const ended = await site.delete(`roadmap/items/${card}/publication`, pia)
    expect(ended).toMatchObject({ status: 200, body: { item: { number: card, publishedAt: null } } })
    for (const path of paths) {
      for (const person of [undefined, lea, pia]) {
        expect((await site.get(path, person)).text, path).not.toContain('Quicksilver')
      }
    }
    clock.move(60)
    for (const person of [lea, tom]) {
      expect((await toldTo(site, person)).filter((one) => one.kind === 'roadmap')).toEqual([])
      expect((await site.get('me/notifications', person)).text).not.toContain('Quicksilver')
    }
    // The idea's own change of status did happen, was told in its story, and stays.
    expect(await statusOf(site, idea)).toBe('planned')
    expect((await storyOf(site, idea)).map((one) => one.kind)).toEqual(['status'])
    expect((await site.get('roadmap/plan', pia)).text).toContain('Quicksilver')
  })

  it('can be had again, and is told again', async () => {
    const { site: make, clock } = await testWorld()
    const site = await make()
    const lea = await site.member()
    const pia = await site.staff('product')
    const idea = await site.idea(lea)
    const card = await item(site, pia, { threads: [idea] })
    await publish(site, pia, card)
    clock.move(60)
    await site.delete(`roadmap/items/${card}/publication`, pia)
    expect(await toldTo(site, lea)).toEqual([])
    expect((await publish(site, pia, card)).told).toBe(1)
    clock.move(60)
    expect(await toldTo(site, lea)).toHaveLength(1)
    expect((await storyOf(site, idea)).map((one) => one.kind)).toEqual(['roadmap'])
  })

  it('is refused twice, also at once, and so is its end', async () => {
    const site = await (await testWorld()).site()
    const pia = await site.staff('product')
    const idea = await site.idea(await site.member())
    const card = await item(site, pia, { threads: [idea] })
    const path = `roadmap/items/${card}/publication`
    expect((await site.delete(path, pia)).status).toBe(409)
    const both = await Promise.all([1, 2, 3].map(() => site.put(path, undefined, pia)))
    expect(both.map((one) => one.status).toSorted()).toEqual([200, 409, 409])
    expect(await ledger(site)).toHaveLength(1)
    expect(await storyOf(site, idea)).toHaveLength(1)
    const ends = await Promise.all([1, 2, 3].map(() => site.delete(path, pia)))
    expect(ends.map((one) => one.status).toSorted()).toEqual([200, 409, 409])
    expect((await site.put('roadmap/items/999/publication', undefined, pia)).status).toBe(404)
  })

  it('cannot be undone once it was ended', async () => {
    const site = await (await testWorld()).site()
    const pia = await site.staff('product')
    const card = await item(site, pia)
    const published = await publish(site, pia, card)
    await site.delete(`roadmap/items/${card}/publication`, pia)
    expect((await site.delete(published.undo.path, pia)).status).toBe(409)
    // Nor is there an undo of the end: to publish again is to tell again.
    const end = (await ledger(site)).at(-1)!
    expect(end).toMatchObject({ kind: 'publication', to_id: null })
    expect((await site.delete(`decisions/${end.id}`, pia)).status).toBe(409)
    await site.delete(`roadmap/items/${card}`, pia)
    expect((await site.delete(published.undo.path, pia)).status).toBe(404)
  })

  it('counts in a public story only the ideas that everyone may read', async () => {
    const site = await (await testWorld()).site()
    const lea = await site.member()
    const owner = await site.staff('owner')
    const board = await site.post(
      'boards',
      { slug: 'inner', name: 'Inner', kinds: ['idea'], visibility: 'staff' },
      owner,
    )
    expect(board.status).toBe(201)
    const open = [await site.idea(lea), await site.idea(lea)]
    const secret = await site.idea(owner, { board: 'inner', title: 'Quicksilver inside' })
    const card = await item(site, owner, { threads: [...open, secret] })
    await publish(site, owner, card)
    expect((await storyOf(site, open[0]!))[0]).toMatchObject({ kind: 'roadmap', ideas: 1 })
    expect((await storyOf(site, secret, owner))[0]).toMatchObject({ kind: 'roadmap', ideas: 2 })
    for (const path of ['roadmap', `threads/${open[0]}`]) {
      for (const person of [undefined, lea]) {
        expect((await site.get(path, person)).text).not.toContain('Quicksilver')
      }
    }
    expect((await site.get('roadmap', owner)).text).toContain('Quicksilver')
  })

  it('takes along neither an idea that was decided by hand since, nor one merged away', async () => {
    const site = await (await testWorld()).site()
    const lea = await site.member()
    const pia = await site.staff('product')
    const [byHand, merged, target] = [await site.idea(lea), await site.idea(lea), await site.idea(lea)]
    const card = await item(site, pia, { threads: [byHand, merged], stage: 'planned' })
    await site.put(`threads/${merged}/merge`, { into: target }, pia)
    await publish(site, pia, card)
    await site.put(`threads/${byHand}/status`, { status: 'closed' }, pia)
    await site.put(`roadmap/items/${card}/place`, { stage: 'building' }, pia)
    expect(await statusOf(site, byHand)).toBe('closed')
    const { id } = await site.row()
    const row = await site.world.db
      .selectFrom('threads')
      .innerJoin('statuses', (join) =>
        join.onRef('statuses.site_id', '=', 'threads.site_id').onRef('statuses.id', '=', 'threads.status_id'),
      )
      .select('statuses.slug')
      .where('threads.site_id', '=', id)
      .where('threads.number', '=', merged)
      .executeTakeFirstOrThrow()
    expect(row.slug).toBe('open')
    expect((await site.get('roadmap')).text).not.toContain(`"number":${merged},"title":"Something`)
  })
})
