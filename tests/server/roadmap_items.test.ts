import { describe, expect, it } from 'vitest'
import { audited, item, ledger, orderIn, publish, toldTo } from '../support/steps.ts'
import { testWorld } from '../support/world.ts'

describe('a roadmap item', () => {
  it('gathers ideas, begins at the end of its stage, private, and owned by who made it', async () => {
    const site = await (await testWorld()).site()
    const lea = await site.member()
    const pia = await site.staff('product', 'Pia')
    const ideas = [
      await site.idea(lea, { title: 'First wish' }),
      await site.idea(lea, { title: 'Second wish' }),
    ]
    const made = await site.post(
      'roadmap/items',
      {
        title: ' Routes  that fit ',
        summary: 'Stairs and hills.',
        threads: [...ideas, ideas[0]],
        expectedOn: '2027-03-31',
      },
      pia,
    )
    expect(made.status).toBe(201)
    expect(made.body).toMatchObject({
      number: 1,
      title: 'Routes that fit',
      summary: 'Stairs and hills.',
      stage: 'consideration',
      expectedOn: '2027-03-31',
      votes: 2,
      people: 1,
      publishedAt: null,
      revision: 1,
      owner: { id: pia.id, name: 'Pia', avatar: null },
    })
    expect(made.body.ideas.map((one: { number: number }) => one.number)).toEqual(ideas)
    await item(site, pia, { title: 'Another' })
    expect(await orderIn(site, pia, 'consideration')).toEqual([1, 2])
    expect(await audited(site)).toContainEqual(
      expect.objectContaining({ action: 'items.create', subject: '1', actor_id: pia.id }),
    )
    expect(await ledger(site)).toEqual([])
  })

  it('that is private leaves no trace in ideas, stories, lists, notifications or the roadmap', async () => {
    const { site: make, clock } = await testWorld()
    const site = await make()
    const lea = await site.member()
    const pia = await site.staff('product')
    const idea = await site.idea(lea)
    const word = 'Quicksilver'
    const paths = [
      'roadmap',
      'opening',
      'threads',
      `threads?q=${word}`,
      `threads/${idea}`,
      `threads/${idea}/story`,
      `threads/${idea}/replies`,
      'stages',
      'me',
      'me/posts',
      'me/votes',
      `me/overlay?threads=${idea}`,
    ]
    const read = async () => {
      const answers = []
      for (const path of paths) {
        for (const person of [undefined, lea]) answers.push((await site.get(path, person)).text)
      }
      return answers
    }
    const before = await read()
    expect(before.join()).toContain('Something that would help')

    const card = await item(site, pia, {
      title: word,
      summary: word,
      threads: [idea],
      stage: 'building',
      expectedOn: '2027-01-31',
    })
    await site.put(`roadmap/items/${card}/place`, { stage: 'planned' }, pia)
    await site.patch(`roadmap/items/${card}`, { title: `${word} two` }, pia, 1)
    const dropped = await site.idea(lea, { board: 'ideas', title: 'Unrelated wish' })
    await site.put(`roadmap/items/${card}/ideas/${dropped}`, undefined, pia)
    await site.delete(`roadmap/items/${card}/ideas/${dropped}`, pia)
    clock.move(60)

    const after = (await read()).join()
    expect(after).not.toContain(word)
    expect(await toldTo(site, lea)).toEqual([])
    const { body: thread } = await site.get(`threads/${idea}`)
    expect([thread.item, thread.status, thread.story.items]).toEqual([null, 'open', []])
    const { id } = await site.row()
    const activity = await site.world.db
      .selectFrom('activity')
      .selectAll()
      .where('site_id', '=', id)
      .execute()
    expect(activity.length).toBeGreaterThan(0)
    expect(JSON.stringify(activity)).not.toContain(word)
    expect(activity.filter((one) => one.decision_id)).toEqual([])
    // Staff do see it, which is why the search above means something.
    expect((await site.get('roadmap/plan', pia)).text).toContain(word)
  })

  it('takes an idea that is on no other item, and names those that are', async () => {
    const site = await (await testWorld()).site()
    const lea = await site.member()
    const pia = await site.staff('product')
    const [a, b, c] = [await site.idea(lea), await site.idea(lea), await site.idea(lea)]
    await item(site, pia, { threads: [a, b] })
    const second = await site.post('roadmap/items', { title: 'Second', threads: [a, c, b] }, pia)
    expect(second).toMatchObject({ status: 409, body: { code: 'conflict' } })
    expect(second.body.detail).toContain(`${a}, ${b}`)
    expect(second.body.detail).not.toContain(String(c))
    expect(second.body.errors.map((one: { path: string }) => one.path)).toEqual(['threads', 'threads'])
    const third = await site.post('roadmap/items', { title: 'Third', threads: [c] }, pia)
    expect(third.status).toBe(201)
    // The refused one left nothing behind, not even a number.
    expect(third.body.number).toBe(2)
  })

  it('made twice at once with one idea is made once', async () => {
    const site = await (await testWorld()).site()
    const pia = await site.staff('product')
    const idea = await site.idea(await site.member())
    const wish = { title: 'The same', threads: [idea] }
    const both = await Promise.all([1, 2, 3].map(() => site.post('roadmap/items', wish, pia)))
    expect(both.map((one) => one.status).toSorted()).toEqual([201, 409, 409])
    const keyed = { title: 'By key' }
    const first = await site.post('roadmap/items', keyed, pia, { 'idempotency-key': 'k1' })
    const again = await site.post('roadmap/items', keyed, pia, { 'idempotency-key': 'k1' })
    expect([first.status, again.status, again.body.number]).toEqual([201, 201, first.body.number])
    expect(await orderIn(site, pia, 'consideration')).toHaveLength(2)
  })

  it('takes ideas only, that exist and were not merged away', async () => {
    const { site: make } = await testWorld()
    const site = await make()
    const lea = await site.member()
    const pia = await site.staff('product')
    const idea = await site.idea(lea)
    const question = await site.idea(lea, { board: 'help', kind: 'question' })
    const post = (threads: unknown) => site.post('roadmap/items', { title: 'Item', threads }, pia)
    expect(await post([idea, question])).toMatchObject({ status: 409, body: { code: 'conflict' } })
    const unknown = await post([idea, 9999])
    expect(unknown).toMatchObject({ status: 422, body: { code: 'invalid_input' } })
    expect(unknown.body.detail).toContain('9999')

    const target = await site.idea(lea)
    await site.put(`threads/${idea}/merge`, { into: target }, pia)
    expect(await post([idea])).toMatchObject({ status: 409, body: { code: 'thread_merged' } })
    expect((await post([target])).status).toBe(201)

    const other = await make()
    const theirs = await other.idea(await other.member())
    expect(theirs).toBe(1)
    for (let index = 0; index < 5; index++) await other.idea(await other.member())
    expect((await post([6])).status).toBe(422)
  })

  it('is changed from the revision that was read, and from no other', async () => {
    const site = await (await testWorld()).site()
    const pia = await site.staff('product')
    const max = await site.staff('moderator', 'Max')
    const card = await item(site, pia)
    const path = `roadmap/items/${card}`
    const changed = await site.patch(
      path,
      { title: 'Better name', summary: 'Why.', expectedOn: '2027-02-28', owner: max.id },
      pia,
      1,
    )
    expect(changed.status).toBe(200)
    expect(changed.body).toMatchObject({
      title: 'Better name',
      summary: 'Why.',
      expectedOn: '2027-02-28',
      owner: { id: max.id, name: 'Max' },
      revision: 2,
    })
    expect(await site.patch(path, { title: 'Too late' }, pia, 1)).toMatchObject({
      status: 412,
      body: { code: 'stale_revision' },
    })
    expect((await site.patch(path, { title: 'No revision' }, pia)).status).toBe(428)
    const cleared = await site.patch(path, { expectedOn: null, owner: null }, pia, 2)
    expect(cleared.body).toMatchObject({ title: 'Better name', expectedOn: null, owner: null, revision: 3 })
    const both = await Promise.all(['One', 'Two'].map((title) => site.patch(path, { title }, pia, 3)))
    expect(both.map((one) => one.status).toSorted()).toEqual([200, 412])
  })

  it('is owned by nobody but the team of its site', async () => {
    const { site: make } = await testWorld()
    const [site, other] = [await make(), await make()]
    const pia = await site.staff('product')
    const lea = await site.member()
    const stranger = await other.staff('owner')
    const card = await item(site, pia)
    for (const owner of [lea.id, stranger.id, '0198f000-0000-7000-8000-000000000000']) {
      const answer = await site.patch(`roadmap/items/${card}`, { owner }, pia, 1)
      expect(answer).toMatchObject({ status: 422, body: { code: 'invalid_input' } })
      expect(answer.body.errors[0].path).toBe('owner')
    }
  })

  it('that is put away is gone from everywhere, and its ideas are free again', async () => {
    const { site: make, clock } = await testWorld()
    const site = await make()
    const lea = await site.member()
    const pia = await site.staff('product')
    const idea = await site.idea(lea)
    const card = await item(site, pia, { title: 'Quicksilver', threads: [idea], stage: 'planned' })
    await publish(site, pia, card)
    clock.move(20)
    expect((await site.get('roadmap')).text).toContain('Quicksilver')
    expect(await toldTo(site, lea)).toHaveLength(1)

    expect((await site.delete(`roadmap/items/${card}`, pia)).status).toBe(204)
    for (const path of ['roadmap', `threads/${idea}`, `threads/${idea}/story`]) {
      expect((await site.get(path)).text, path).not.toContain('Quicksilver')
    }
    expect((await site.get('roadmap/plan', pia)).text).not.toContain('Quicksilver')
    expect(await toldTo(site, lea)).toEqual([])
    for (const [method, path, body] of [
      ['DELETE', '', undefined],
      ['PUT', '/publication', undefined],
      ['DELETE', '/publication', undefined],
      ['PUT', '/place', { stage: 'planned' }],
      ['PUT', `/ideas/${idea}`, undefined],
      ['DELETE', `/ideas/${idea}`, undefined],
    ] as const) {
      const answer = await site.request(method, `roadmap/items/${card}${path}`, { as: pia, body })
      expect(answer.status, `${method} ${path}`).toBe(404)
    }
    expect((await site.patch(`roadmap/items/${card}`, { title: 'No more' }, pia, 1)).status).toBe(404)
    expect((await site.post('roadmap/items', { title: 'New', threads: [idea] }, pia)).status).toBe(201)
    expect((await audited(site)).map((one) => one.action)).toContain('items.archive')
  })

  it('is the product team’s to change and the whole team’s to see', async () => {
    const { site: make } = await testWorld()
    const site = await make()
    const pia = await site.staff('product')
    const lea = await site.member()
    const idea = await site.idea(lea)
    const spare = await site.idea(lea)
    const card = await item(site, pia, { threads: [idea] })
    const acts = [
      ['POST', 'roadmap/items', { title: 'Mine' }],
      ['PATCH', `roadmap/items/${card}`, { title: 'Mine' }],
      ['PUT', `roadmap/items/${card}/place`, { stage: 'planned' }],
      ['PUT', `roadmap/items/${card}/publication`, undefined],
      ['DELETE', `roadmap/items/${card}/publication`, undefined],
      ['PUT', `roadmap/items/${card}/ideas/${spare}`, undefined],
      ['DELETE', `roadmap/items/${card}/ideas/${idea}`, undefined],
      ['DELETE', `roadmap/items/${card}`, undefined],
    ] as const
    const moderator = await site.staff('moderator')
    for (const [method, path, body] of acts) {
      const status = async (as?: typeof lea) =>
        (await site.request(method, path, { as, body, headers: { 'if-match': '"1"' } })).status
      expect(await status(), `${method} ${path}`).toBe(401)
      expect(await status(lea), `${method} ${path}`).toBe(403)
      expect(await status(moderator), `${method} ${path}`).toBe(403)
    }
    for (const path of ['roadmap/plan', `roadmap/promotion?threads=${idea}`]) {
      expect((await site.get(path)).status, path).toBe(401)
      expect((await site.get(path, lea)).status, path).toBe(403)
      expect((await site.get(path, moderator)).status, path).toBe(200)
    }
    const other = await make()
    const stranger = await other.staff('owner')
    for (const [method, path, body] of acts.slice(1)) {
      const answer = await other.request(method, path, { as: stranger, body, headers: { 'if-match': '"1"' } })
      expect(answer.status, `${method} ${path}`).toBe(404)
    }
    expect((await other.get('roadmap/plan', stranger)).text).not.toContain('Routes that fit')
  })

  it('refuses what does not fit, field by field', async () => {
    const site = await (await testWorld()).site()
    const pia = await site.staff('product')
    const card = await item(site, pia)
    const bad: unknown[] = [
      {},
      { title: 'x' },
      { title: 'x'.repeat(141) },
      { title: 'Two\u0000lines' },
      { title: 7 },
      { title: 'Good', summary: 'x'.repeat(2001) },
      { title: 'Good', stage: 'no-such' },
      { title: 'Good', stage: '__proto__' },
      { title: 'Good', threads: Array.from({ length: 51 }, (_, index) => index + 1) },
      { title: 'Good', threads: [0] },
      { title: 'Good', threads: [1.5] },
      { title: 'Good', threads: ['1'] },
      { title: 'Good', threads: [1e12] },
      { title: 'Good', threads: 1 },
      { title: 'Good', expectedOn: '2027-02-30' },
      { title: 'Good', expectedOn: '0000-01-01' },
      { title: 'Good', expectedOn: '2027-02' },
      { title: 'Good', expectedOn: 20270228 },
      { title: 'Good', number: 7 },
      { title: 'Good', published_at: '2027-01-01' },
      { title: 'Good', site_id: 'x' },
      { title: 'Good', revision: 9 },
    ]
    for (const body of bad) {
      const answer = await site.post('roadmap/items', body, pia)
      expect(answer, JSON.stringify(body).slice(0, 60)).toMatchObject({
        status: 422,
        body: { code: 'invalid_input' },
      })
    }
    const edits: unknown[] = [
      {},
      { stage: 'planned' },
      { position: 'a' },
      { owner: 'x' },
      { title: null },
      { threads: [1] },
    ]
    for (const body of edits) {
      const answer = await site.patch(`roadmap/items/${card}`, body, pia, 1)
      expect(answer.status, JSON.stringify(body)).toBe(422)
    }
    expect((await site.patch('roadmap/items/999', { title: 'None' }, pia, 1)).status).toBe(404)
    for (const number of ['0', 'x', '1.5', '-1']) {
      expect((await site.patch(`roadmap/items/${number}`, { title: 'None' }, pia, 1)).status).toBe(422)
    }
    const { body } = await site.get('roadmap/plan', pia)
    expect(body.stages[0].items).toMatchObject([{ number: card, revision: 1 }])
  })
})
