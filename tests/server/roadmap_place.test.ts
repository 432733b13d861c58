import { describe, expect, it } from 'vitest'
import { item, ledger, orderIn, publish, statusOf, storyOf, toldTo } from '../support/steps.ts'
import { testWorld } from '../support/world.ts'

describe('the place of an item', () => {
  it('is before another, or at the end of a stage', async () => {
    const site = await (await testWorld()).site()
    const pia = await site.staff('product')
    const [a, b, c] = [await item(site, pia), await item(site, pia), await item(site, pia)]
    const place = (number: number, body: unknown) => site.put(`roadmap/items/${number}/place`, body, pia)
    expect(await orderIn(site, pia, 'consideration')).toEqual([a, b, c])

    const first = await place(c, { stage: 'consideration', before: a })
    expect([first.status, first.body.told, first.body.item.stage]).toEqual([200, 0, 'consideration'])
    expect(await orderIn(site, pia, 'consideration')).toEqual([c, a, b])
    await place(b, { stage: 'consideration', before: a })
    expect(await orderIn(site, pia, 'consideration')).toEqual([c, b, a])
    await place(c, { stage: 'consideration', before: null })
    expect(await orderIn(site, pia, 'consideration')).toEqual([b, a, c])
    await place(a, { stage: 'shipped' })
    expect(await orderIn(site, pia, 'consideration')).toEqual([b, c])
    expect(await orderIn(site, pia, 'shipped')).toEqual([a])
    await place(b, { stage: 'shipped', before: a })
    expect(await orderIn(site, pia, 'shipped')).toEqual([b, a])
    // Where it stands already is a move like any other.
    expect((await place(b, { stage: 'shipped', before: a })).status).toBe(200)
    expect(await orderIn(site, pia, 'shipped')).toEqual([b, a])
  })

  it('keeps an order however many move at once', async () => {
    const site = await (await testWorld()).site()
    const pia = await site.staff('product')
    const numbers: number[] = []
    for (let index = 0; index < 6; index++) numbers.push(await item(site, pia))
    const moves = Array.from({ length: 24 }, (_, index) => {
      const number = numbers[index % 6]!
      const before = index % 3 === 0 ? null : numbers[(index + 1 + (index % 4)) % 6]!
      const stage = index % 5 === 0 ? 'planned' : 'building'
      return site.put(
        `roadmap/items/${number}/place`,
        { stage, before: before === number ? null : before },
        pia,
      )
    })
    const statuses = (await Promise.all(moves)).map((one) => one.status)
    // A neighbour that has just left the stage is a conflict, and nothing worse.
    expect(statuses.filter((status) => status !== 200 && status !== 409)).toEqual([])
    expect(statuses.filter((status) => status === 200).length).toBeGreaterThan(5)
    const { body } = await site.get('roadmap/plan', pia)
    const seen: number[] = []
    for (const stage of body.stages) {
      const places = stage.items.map((one: { position: string }) => one.position)
      expect(new Set(places).size).toBe(places.length)
      expect(places.toSorted()).toEqual(places)
      seen.push(...stage.items.map((one: { number: number }) => one.number))
    }
    expect(seen.toSorted()).toEqual(numbers)
  })

  it('moved to one spot again and again does not grow without end', async () => {
    const site = await (await testWorld()).site()
    const pia = await site.staff('product')
    const cards = [await item(site, pia), await item(site, pia), await item(site, pia)]
    const { id } = await site.row()
    const { db } = site.world
    await db
      .updateTable('roadmap_items')
      .set({ position: `${'0'.repeat(80)}1` })
      .where('site_id', '=', id)
      .where('number', '=', cards[0]!)
      .execute()
    await site.put(`roadmap/items/${cards[2]}/place`, { stage: 'consideration', before: cards[0] }, pia)
    expect(await orderIn(site, pia, 'consideration')).toEqual([cards[2], cards[0], cards[1]])
    const { body } = await site.get('roadmap/plan', pia)
    for (const one of body.stages[0].items) expect(one.position.length).toBeLessThan(10)
  })

  it('cannot be before itself, before what is elsewhere, or in a stage that is not', async () => {
    const { site: make } = await testWorld()
    const site = await make()
    const pia = await site.staff('product')
    const [a, b] = [await item(site, pia), await item(site, pia, { stage: 'planned' })]
    const place = (body: unknown) => site.put(`roadmap/items/${a}/place`, body, pia)
    expect((await place({ stage: 'planned', before: a })).status).toBe(409)
    expect((await place({ stage: 'building', before: b })).status).toBe(409)
    expect((await place({ stage: 'planned', before: 999 })).status).toBe(409)
    for (const body of [
      {},
      { stage: 'no-such' },
      { stage: 'planned', before: 'x' },
      { stage: 'planned', position: 'a' },
    ]) {
      expect((await place(body)).status, JSON.stringify(body)).toBe(422)
    }
    expect(await ledger(site)).toEqual([])
    const other = await make()
    const theirs = await other.staff('owner')
    expect((await other.put(`roadmap/items/${a}/place`, { stage: 'planned' }, theirs)).status).toBe(404)
  })

  it('in another stage takes the ideas of a published item along, and tells each voter once', async () => {
    const { site: make, clock } = await testWorld()
    const site = await make()
    const lea = await site.member()
    const tom = await site.member()
    const pia = await site.staff('product')
    const ideas = [await site.idea(lea), await site.idea(lea), await site.idea(tom)]
    for (const idea of ideas) await site.put(`threads/${idea}/vote`, undefined, tom)
    const card = await item(site, pia, { title: 'Routes', threads: ideas })
    await publish(site, pia, card)
    clock.move(60)
    const toldBefore = (await toldTo(site, tom)).length

    const moved = await site.put(`roadmap/items/${card}/place`, { stage: 'building' }, pia)
    expect(moved.body.told).toBe(2)
    expect(moved.body.item.stage).toBe('building')
    for (const idea of ideas) {
      expect(await statusOf(site, idea)).toBe('building')
      expect((await storyOf(site, idea)).at(-1)).toMatchObject({
        kind: 'status',
        from: 'open',
        to: 'building',
      })
      expect((await site.get(`threads/${idea}`)).body.item).toMatchObject({ number: card, stage: 'building' })
    }
    expect((await toldTo(site, tom)).length).toBe(toldBefore)
    clock.move(12)
    for (const person of [lea, tom]) {
      const news = (await toldTo(site, person)).slice(toldBefore)
      expect(news).toHaveLength(1)
      expect(news[0]).toMatchObject({ kind: 'roadmap', item: card })
      expect(ideas).toContain(news[0]!.thread)
    }
    const [step] = (await ledger(site)).filter((line) => line.kind === 'stage')
    const followed = (await ledger(site)).filter((line) => line.cause === step!.id)
    expect(followed).toHaveLength(3)
    expect(followed.every((line) => line.kind === 'status' && line.item_id === step!.item_id)).toBe(true)
  })

  it('in a stage of the same category is told in the story, though no status changes', async () => {
    const site = await (await testWorld()).site()
    const owner = await site.staff('owner')
    const made = await site.post(
      'stages',
      { slug: 'polishing', name: 'Polishing', category: 'building' },
      owner,
    )
    expect(made.status).toBe(201)
    const idea = await site.idea(await site.member())
    const card = await item(site, owner, { threads: [idea], stage: 'building' })
    await publish(site, owner, card)
    const { body } = await site.put(`roadmap/items/${card}/place`, { stage: 'polishing' }, owner)
    expect(body.told).toBe(1)
    expect(await statusOf(site, idea)).toBe('building')
    expect((await storyOf(site, idea)).at(-1)).toMatchObject({ kind: 'roadmap', to: 'polishing', ideas: 0 })
  })

  it('within its stage tells nobody and changes no idea', async () => {
    const { site: make, clock } = await testWorld()
    const site = await make()
    const lea = await site.member()
    const pia = await site.staff('product')
    const idea = await site.idea(lea)
    const [a, b] = [await item(site, pia, { threads: [idea] }), await item(site, pia)]
    await publish(site, pia, a)
    const events = await storyOf(site, idea)
    const { body } = await site.put(`roadmap/items/${b}/place`, { stage: 'consideration', before: a }, pia)
    const mine = await site.put(`roadmap/items/${a}/place`, { stage: 'consideration', before: b }, pia)
    expect([body.told, mine.body.told]).toEqual([0, 0])
    clock.move(60)
    expect(await storyOf(site, idea)).toEqual(events)
    expect(await toldTo(site, lea)).toHaveLength(1)
  })

  it('taken back is exactly what it was: stage, order, statuses, stories, and nobody told', async () => {
    const { site: make, clock } = await testWorld()
    const site = await make()
    const lea = await site.member()
    const pia = await site.staff('product')
    const ideas = [await site.idea(lea), await site.idea(lea)]
    const cards = [await item(site, pia), await item(site, pia, { threads: ideas }), await item(site, pia)]
    await publish(site, pia, cards[1]!)
    clock.move(60)
    const snapshot = async () => ({
      plan: (await site.get('roadmap/plan', pia)).text,
      roadmap: (await site.get('roadmap')).text,
      threads: [(await site.get(`threads/${ideas[0]}`)).text, (await site.get(`threads/${ideas[1]}`)).text],
      told: await toldTo(site, lea),
    })
    const before = await snapshot()
    const moved = await site.put(`roadmap/items/${cards[1]}/place`, { stage: 'shipped' }, pia)
    expect((await snapshot()).plan).not.toBe(before.plan)
    expect((await site.delete(moved.body.undo.path, pia)).status).toBe(204)
    clock.move(60)
    expect(await snapshot()).toEqual(before)
    // A move within a stage, and one of a private item, are taken back alike.
    for (const wish of [{ stage: 'consideration', before: cards[0] }, { stage: 'aside' }]) {
      const again = await site.put(`roadmap/items/${cards[2]}/place`, wish, pia)
      expect((await site.delete(again.body.undo.path, pia)).status).toBe(204)
      expect(await snapshot()).toEqual(before)
    }
  })

  it('taken back finds room where another took its spot meanwhile', async () => {
    const site = await (await testWorld()).site()
    const pia = await site.staff('product')
    const cards: number[] = []
    for (let index = 0; index < 4; index++) cards.push(await item(site, pia))
    const [a, b, c, d] = cards as [number, number, number, number]
    const moved = await site.put(`roadmap/items/${b}/place`, { stage: 'planned' }, pia)
    await site.put(`roadmap/items/${d}/place`, { stage: 'consideration', before: c }, pia)
    expect(await orderIn(site, pia, 'consideration')).toEqual([a, d, c])
    expect((await site.delete(moved.body.undo.path, pia)).status).toBe(204)
    expect((await orderIn(site, pia, 'consideration')).toSorted()).toEqual([a, b, c, d])
    const { body } = await site.get('roadmap/plan', pia)
    const places = body.stages[0].items.map((one: { position: string }) => one.position)
    expect(new Set(places).size).toBe(4)
  })

  it('is not taken back over what was decided since', async () => {
    const site = await (await testWorld()).site()
    const lea = await site.member()
    const pia = await site.staff('product')
    const [idea, spare] = [await site.idea(lea), await site.idea(lea)]
    const card = await item(site, pia, { threads: [idea] })
    const published = await publish(site, pia, card)
    const moved = await site.put(`roadmap/items/${card}/place`, { stage: 'planned' }, pia)
    const conflict = { status: 409, body: { code: 'conflict' } }
    expect(await site.delete(published.undo.path, pia)).toMatchObject(conflict)

    const byHand = await site.put(`threads/${idea}/status`, { status: 'closed' }, pia)
    expect(await site.delete(moved.body.undo.path, pia)).toMatchObject(conflict)
    expect(await statusOf(site, idea)).toBe('closed')
    expect(await orderIn(site, pia, 'planned')).toEqual([card])
    await site.delete(byHand.body.undo.path, pia)

    const added = await site.put(`roadmap/items/${card}/ideas/${spare}`, undefined, pia)
    expect(await statusOf(site, spare)).toBe('planned')
    expect(await site.delete(moved.body.undo.path, pia)).toMatchObject(conflict)
    expect((await site.delete(added.body.undo.path, pia)).status).toBe(204)
    expect((await site.delete(moved.body.undo.path, pia)).status).toBe(204)
    expect((await site.delete(published.undo.path, pia)).status).toBe(204)
    expect([await statusOf(site, idea), await statusOf(site, spare)]).toEqual(['open', 'open'])
    expect((await site.get('roadmap')).text).not.toContain('Routes that fit')
  })

  it('of a published item taken back twice at once is taken back once', async () => {
    const site = await (await testWorld()).site()
    const pia = await site.staff('product')
    const idea = await site.idea(await site.member())
    const card = await item(site, pia, { threads: [idea] })
    await publish(site, pia, card)
    const { body } = await site.put(`roadmap/items/${card}/place`, { stage: 'shipped' }, pia)
    const before = (await ledger(site)).length
    const all = await Promise.all([1, 2, 3].map(() => site.delete(body.undo.path, pia)))
    expect(all.map((one) => one.status)).toEqual([204, 204, 204])
    expect((await ledger(site)).length).toBe(before + 2)
    expect(await statusOf(site, idea)).toBe('open')
  })

  it('agrees with the statuses of its ideas, however much is decided at once', async () => {
    const site = await (await testWorld()).site()
    const lea = await site.member()
    const voters = [await site.member(), await site.member()]
    const owner = await site.staff('owner')
    const ideas: number[] = []
    for (let index = 0; index < 6; index++) ideas.push(await site.idea(lea))
    const cards = [
      await item(site, owner, { threads: ideas.slice(0, 3) }),
      await item(site, owner, { threads: ideas.slice(3, 5) }),
    ]
    for (const card of cards) await publish(site, owner, card)
    const stages = ['exploring', 'planned', 'building', 'shipped', 'aside']
    const answers = await Promise.all(
      stages.flatMap((stage, index) => [
        ...cards.map((card) => site.put(`roadmap/items/${card}/place`, { stage }, owner)),
        site.put(
          `threads/${ideas[index % 2]}/status`,
          { status: stage === 'aside' ? 'closed' : 'review', note: stage },
          owner,
        ),
        site.put(`roadmap/items/${cards[index % 2]}/ideas/${ideas[5]}`, undefined, owner),
        site.delete(`roadmap/items/${cards[index % 2]}/ideas/${ideas[5]}`, owner),
        ...voters.map((voter) => site.put(`threads/${ideas[index]}/vote`, undefined, voter)),
      ]),
    )
    expect(answers.map((one) => one.status).filter((status) => ![200, 404, 409].includes(status))).toEqual([])

    const { body: plan } = await site.get('roadmap/plan', owner)
    const statuses = (await site.get('statuses')).body.items as { slug: string; category: string }[]
    let followed = 0
    for (const stage of plan.stages) {
      const expected = statuses.find((status) => status.category === stage.category)!.slug
      for (const idea of stage.items.flatMap((one: { ideas: { number: number }[] }) => one.ideas)) {
        const { body: file } = await site.get(`threads/${idea.number}/file`, owner)
        if (file.item.detached) continue
        expect(await statusOf(site, idea.number)).toBe(expected)
        followed++
      }
    }
    expect(followed).toBeGreaterThan(0)
    expect((await orderIn(site, owner, 'consideration')).length).toBe(0)
  })
})
