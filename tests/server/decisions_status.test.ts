import { describe, expect, it } from 'vitest'
import { audited, item, ledger, publish, statusOf, storyOf, toldTo } from '../support/steps.ts'
import { testWorld } from '../support/world.ts'

describe('the status of an idea', () => {
  it('is set by staff with a note, told in the story, the ledger and the audit log', async () => {
    const site = await (await testWorld()).site()
    const lea = await site.member('Lea')
    const pia = await site.staff('product', 'Pia')
    const idea = await site.idea(lea)
    expect(await statusOf(site, idea)).toBe('open')

    const set = await site.put(`threads/${idea}/status`, { status: 'planned', note: 'For spring.' }, pia)
    expect(set.status).toBe(200)
    expect(set.body.thread).toMatchObject({ number: idea, status: 'planned' })
    expect(set.body.told).toBe(1)
    expect(set.body.undo.path).toMatch(/^decisions\/[0-9a-f-]{36}$/)

    expect(await storyOf(site, idea)).toEqual([
      expect.objectContaining({
        kind: 'status',
        from: 'open',
        to: 'planned',
        note: 'For spring.',
        item: null,
      }),
    ])
    const lines = await ledger(site)
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatchObject({
      kind: 'status',
      note: 'For spring.',
      decided_by: pia.id,
      reverses: null,
    })
    expect(await audited(site)).toEqual([
      expect.objectContaining({ action: 'threads.status', subject: String(idea), actor_id: pia.id }),
    ])
  })

  it('is told to voters and author once each, twelve seconds later, and not to who set it', async () => {
    const { site: make, clock } = await testWorld()
    const site = await make()
    const lea = await site.member('Lea')
    const tom = await site.member('Tom')
    const other = await site.member('Other')
    const pia = await site.staff('product', 'Pia')
    const idea = await site.idea(lea)
    await site.put(`threads/${idea}/vote`, undefined, tom)
    await site.put(`threads/${idea}/vote`, undefined, pia)

    const { body } = await site.put(`threads/${idea}/status`, { status: 'review' }, pia)
    expect(body.told).toBe(2)
    const wait = Date.parse(body.undo.until) - clock.now().getTime()
    expect(wait).toBeGreaterThan(8_000)
    expect(wait).toBeLessThanOrEqual(12_000)
    for (const person of [lea, tom]) expect(await toldTo(site, person)).toEqual([])
    clock.move(12)
    for (const person of [lea, tom]) {
      expect(await toldTo(site, person)).toEqual([
        { kind: 'status', key: body.undo.path.replace('decisions/', 'decision:'), thread: idea, item: null },
      ])
    }
    expect((await site.get('me/notifications', tom)).body).toMatchObject({
      unread: 1,
      items: [{ kind: 'status', thread: { number: idea }, to: 'review', note: '', actor: { name: 'Pia' } }],
    })
    expect(await toldTo(site, pia)).toEqual([])
    expect(await toldTo(site, other)).toEqual([])
  })

  it('that it has already is refused without a note, and taken with one, but not twice', async () => {
    const site = await (await testWorld()).site()
    const pia = await site.staff('product')
    const idea = await site.idea(await site.member())
    const same = (body: unknown) => site.put(`threads/${idea}/status`, body, pia)
    expect(await statusOf(site, idea)).toBe('open')

    for (const body of [{ status: 'open' }, { status: 'open', note: '' }, { status: 'open', note: '  ' }]) {
      expect(await same(body)).toMatchObject({ status: 409, body: { code: 'conflict' } })
    }
    expect(await ledger(site)).toEqual([])
    expect((await same({ status: 'open', note: 'We still think about it.' })).status).toBe(200)
    expect((await same({ status: 'open', note: 'We still think about it.' })).status).toBe(409)
    expect((await same({ status: 'open', note: 'And now we asked the riders.' })).status).toBe(200)
    expect(await ledger(site)).toHaveLength(2)
  })

  it('that another set meanwhile is not set over by who says which one they saw', async () => {
    const site = await (await testWorld()).site()
    const [pia, mo] = [await site.staff('product', 'Pia'), await site.staff('moderator', 'Mo')]
    const idea = await site.idea(await site.member())
    const set = (status: string, from: string | null | undefined, as = pia) =>
      site.put(`threads/${idea}/status`, { status, from }, as)
    expect((await set('planned', 'open', mo)).status).toBe(200)
    for (const from of ['open', null]) {
      const { status, body } = await set('review', from)
      expect([status, body.code, body.errors[0].path]).toEqual([412, 'stale_revision', 'from'])
    }
    expect([await statusOf(site, idea), await ledger(site)]).toEqual(['planned', [expect.anything()]])
    expect((await set('review', 'planned')).status).toBe(200)
    expect((await set('building', undefined)).status).toBe(200)
    expect((await set('shipped', 'not a status')).status).toBe(422)
    expect(await statusOf(site, idea)).toBe('building')
  })

  it('set twice at once is set once', async () => {
    const site = await (await testWorld()).site()
    const pia = await site.staff('product')
    const idea = await site.idea(await site.member())
    const wish = { status: 'building', note: 'Begun.' }
    const both = await Promise.all([1, 2, 3].map(() => site.put(`threads/${idea}/status`, wish, pia)))
    expect(both.map((one) => one.status).toSorted()).toEqual([200, 409, 409])
    expect(await ledger(site)).toHaveLength(1)
    expect(await storyOf(site, idea)).toHaveLength(1)
  })

  it('belongs to ideas only, and not to one that was merged away', async () => {
    const site = await (await testWorld()).site()
    const lea = await site.member()
    const pia = await site.staff('moderator')
    const question = await site.idea(lea, { board: 'help', kind: 'question' })
    const answer = await site.put(`threads/${question}/status`, { status: 'planned' }, pia)
    expect(answer).toMatchObject({ status: 409, body: { code: 'conflict' } })
    expect((await site.get(`threads/${question}`)).body.status).toBeNull()

    const [from, into] = [await site.idea(lea), await site.idea(lea)]
    expect((await site.put(`threads/${from}/merge`, { into }, pia)).status).toBe(200)
    const merged = await site.put(`threads/${from}/status`, { status: 'planned' }, pia)
    expect(merged).toMatchObject({ status: 409, body: { code: 'thread_merged' } })
    expect(await ledger(site)).toEqual([])
  })

  it('is not for visitors, members, or a person of the team with the widget’s session', async () => {
    const site = await (await testWorld()).site()
    const lea = await site.member()
    const idea = await site.idea(lea)
    const wish = { status: 'planned' }
    expect((await site.put(`threads/${idea}/status`, wish)).status).toBe(401)
    expect((await site.put(`threads/${idea}/status`, wish, lea)).status).toBe(403)
    for (const role of ['owner', 'admin', 'moderator', 'product'] as const) {
      const person = await site.staff(role)
      const answer = await site.put(`threads/${idea}/status`, { ...wish, note: role }, person)
      expect(answer.status, role).toBe(200)
    }
  })

  it('is out of reach for the team of another site', async () => {
    const { site: make } = await testWorld()
    const [ours, theirs] = [await make(), await make()]
    const idea = await ours.idea(await ours.member())
    const stranger = await theirs.staff('owner')
    expect((await theirs.put(`threads/${idea}/status`, { status: 'planned' }, stranger)).status).toBe(404)
    expect((await ours.put(`threads/${idea}/status`, { status: 'planned' }, stranger)).status).toBe(401)
    const { body } = await ours.put(
      `threads/${idea}/status`,
      { status: 'planned' },
      await ours.staff('owner'),
    )
    expect((await theirs.delete(body.undo.path, stranger)).status).toBe(404)
    expect(await statusOf(ours, idea)).toBe('planned')
  })

  it('refuses what does not fit, field by field', async () => {
    const site = await (await testWorld()).site()
    const pia = await site.staff('product')
    const idea = await site.idea(await site.member())
    const put = (body: unknown) => site.put(`threads/${idea}/status`, body, pia)
    const bad = [
      {},
      { status: 'no-such' },
      { status: '__proto__' },
      { status: 'constructor' },
      { status: 7 },
      { status: ['planned'] },
      { status: null },
      { status: 'planned', note: 7 },
      { status: 'planned', note: 'x'.repeat(2001) },
      { status: 'planned', decided_by: pia.id },
      { status: 'planned', told: 0 },
      [],
      'planned',
    ]
    for (const body of bad) {
      expect(await put(body), JSON.stringify(body).slice(0, 60)).toMatchObject({
        status: 422,
        body: { code: 'invalid_input' },
      })
    }
    const proto = await site.request('PUT', `threads/${idea}/status`, {
      as: pia,
      raw: '{"status":"planned","__proto__":{"note":"x"}}',
      headers: { 'content-type': 'application/json' },
    })
    expect(proto.status).toBe(422)
    expect((await site.put('threads/999/status', { status: 'planned' }, pia)).status).toBe(404)
    for (const number of ['0', '-1', 'x', '1e3', '9999999999']) {
      expect((await site.put(`threads/${number}/status`, { status: 'planned' }, pia)).status).toBe(422)
    }
    expect(({} as { note?: string }).note).toBeUndefined()
    expect((await put({ status: 'review', note: 'x'.repeat(2000) })).status).toBe(200)
  })

  it('of a hidden idea can be set, and nobody is told of what they cannot read', async () => {
    const { site: make, clock } = await testWorld()
    const site = await make()
    const lea = await site.member()
    const tom = await site.member()
    const mona = await site.staff('moderator')
    const idea = await site.idea(lea)
    await site.put(`threads/${idea}/vote`, undefined, tom)
    const { body: thread } = await site.get(`threads/${idea}`)
    const ruled = await site.post(
      `posts/${thread.post}/rulings`,
      { rule: 1, reason: 'No.', revision: 1 },
      mona,
    )
    expect(ruled.status).toBe(201)
    const set = await site.put(`threads/${idea}/status`, { status: 'closed' }, mona)
    expect([set.status, set.body.told]).toEqual([200, 0])
    clock.move(13)
    expect((await toldTo(site, tom)).filter((one) => one.kind === 'status')).toEqual([])
  })

  it('set by hand takes an idea off its published item, and leaves it on the card', async () => {
    const site = await (await testWorld()).site()
    const pia = await site.staff('product')
    const idea = await site.idea(await site.member())
    const card = await item(site, pia, { threads: [idea] })
    const file = async () => (await site.get(`threads/${idea}/file`, pia)).body.item
    await site.put(`threads/${idea}/status`, { status: 'review' }, pia)
    expect(await file()).toMatchObject({ published: false, detached: false })

    await publish(site, pia, card)
    expect(await statusOf(site, idea)).toBe('open')
    expect(await file()).toMatchObject({ published: true, detached: false })
    expect((await site.put(`threads/${idea}/status`, { status: 'open', note: 'As said.' }, pia)).status).toBe(
      200,
    )
    expect(await file()).toMatchObject({ detached: false })
    expect((await site.put(`threads/${idea}/status`, { status: 'closed', note: 'No.' }, pia)).status).toBe(
      200,
    )
    expect(await file()).toMatchObject({ published: true, detached: true })

    await site.put(`roadmap/items/${card}/place`, { stage: 'shipped' }, pia)
    expect(await statusOf(site, idea)).toBe('closed')
    const shipped = (await site.get('roadmap')).body.stages.find(
      (one: { slug: string }) => one.slug === 'shipped',
    )
    expect(shipped.items[0].ideas.map((one: { number: number }) => one.number)).toEqual([idea])
  })
})
