import { describe, expect, it } from 'vitest'
import { audited, item, ledger, publish, statusOf, storyOf, toldTo } from '../support/steps.ts'
import { testWorld } from '../support/world.ts'

describe('taking a decision back', () => {
  it('within twelve seconds tells nobody and leaves no line in the story', async () => {
    const { site: make, clock } = await testWorld()
    const site = await make()
    const lea = await site.member()
    const pia = await site.staff('product')
    const idea = await site.idea(lea)
    const { body } = await site.put(`threads/${idea}/status`, { status: 'closed', note: 'Oops.' }, pia)
    expect(body.told).toBe(1)
    expect(await storyOf(site, idea)).toHaveLength(1)

    expect((await site.delete(body.undo.path, pia)).status).toBe(204)
    expect(await statusOf(site, idea)).toBe('open')
    expect(await storyOf(site, idea)).toEqual([])
    expect((await site.get(`threads/${idea}/story`)).text).not.toContain('Oops')
    clock.move(60)
    expect(await toldTo(site, lea)).toEqual([])

    const lines = await ledger(site)
    expect(lines).toHaveLength(2)
    expect(lines[1]).toMatchObject({
      reverses: lines[0]!.id,
      from_id: lines[0]!.to_id,
      to_id: lines[0]!.from_id,
      decided_by: pia.id,
    })
    expect((await audited(site)).map((one) => one.action)).toEqual(['threads.status', 'decisions.undo'])
    const { decisions } = (await site.get(`threads/${idea}/file`, pia)).body
    expect(decisions).toMatchObject([
      { from: 'closed', to: 'open', reverses: lines[0]!.id },
      { id: lines[0]!.id, from: 'open', to: 'closed', note: 'Oops.', reverses: null },
    ])
  })

  it('is too late once people are told, to the second', async () => {
    const { site: make, clock } = await testWorld()
    const site = await make()
    const lea = await site.member()
    const pia = await site.staff('product')
    const idea = await site.idea(lea)
    const { body } = await site.put(`threads/${idea}/status`, { status: 'closed' }, pia)
    clock.move(12)
    expect(await toldTo(site, lea)).toHaveLength(1)
    expect(await site.delete(body.undo.path, pia)).toMatchObject({ status: 409, body: { code: 'too_late' } })
    expect(await statusOf(site, idea)).toBe('closed')
    expect(await toldTo(site, lea)).toHaveLength(1)
    expect(await ledger(site)).toHaveLength(1)
  })

  it('is for who decided and for admins, and for nobody else', async () => {
    const site = await (await testWorld()).site()
    const lea = await site.member()
    const pia = await site.staff('product')
    const idea = await site.idea(lea)
    const decided = async (note: string) => {
      const answer = await site.put(`threads/${idea}/status`, { status: 'review', note }, pia)
      return answer.body.undo.path as string
    }
    const path = await decided('one')
    expect((await site.delete(path)).status).toBe(401)
    expect((await site.delete(path, lea)).status).toBe(403)
    expect((await site.delete(path, await site.staff('moderator'))).status).toBe(403)
    expect((await site.delete(path, await site.staff('product'))).status).toBe(403)
    expect(await statusOf(site, idea)).toBe('review')
    expect((await site.delete(path, await site.staff('admin'))).status).toBe(204)
    expect(await statusOf(site, idea)).toBe('open')
    expect((await site.delete(await decided('two'), await site.staff('owner'))).status).toBe(204)
    expect((await site.delete(await decided('three'), pia)).status).toBe(204)
    expect(await statusOf(site, idea)).toBe('open')
  })

  it('twice at once is once', async () => {
    const site = await (await testWorld()).site()
    const pia = await site.staff('product')
    const idea = await site.idea(await site.member())
    const { body } = await site.put(`threads/${idea}/status`, { status: 'closed' }, pia)
    const all = await Promise.all([1, 2, 3, 4].map(() => site.delete(body.undo.path, pia)))
    expect(all.map((one) => one.status)).toEqual([204, 204, 204, 204])
    expect((await site.delete(body.undo.path, pia)).status).toBe(204)
    expect(await ledger(site)).toHaveLength(2)
    expect(await statusOf(site, idea)).toBe('open')
  })

  it('is refused where something was decided on top of it, and then newest first', async () => {
    const site = await (await testWorld()).site()
    const pia = await site.staff('product')
    const idea = await site.idea(await site.member())
    const set = async (status: string) =>
      (await site.put(`threads/${idea}/status`, { status }, pia)).body.undo.path as string
    const paths = [await set('review'), await set('planned'), await set('review')]
    // The first set the status that it has now, and yet it is not the last word.
    expect(await site.delete(paths[0]!, pia)).toMatchObject({ status: 409, body: { code: 'conflict' } })
    expect(await site.delete(paths[1]!, pia)).toMatchObject({ status: 409, body: { code: 'conflict' } })
    expect(await statusOf(site, idea)).toBe('review')
    for (const [index, after] of [
      [2, 'planned'],
      [1, 'review'],
      [0, 'open'],
    ] as const) {
      expect((await site.delete(paths[index]!, pia)).status).toBe(204)
      expect(await statusOf(site, idea)).toBe(after)
    }
    expect(await storyOf(site, idea)).toEqual([])
  })

  it('takes back neither a taking back nor what only follows from a step', async () => {
    const site = await (await testWorld()).site()
    const pia = await site.staff('product')
    const idea = await site.idea(await site.member())
    const { body } = await site.put(`threads/${idea}/status`, { status: 'closed' }, pia)
    await site.delete(body.undo.path, pia)
    const back = (await ledger(site)).find((line) => line.reverses)!
    expect((await site.delete(`decisions/${back.id}`, pia)).status).toBe(409)

    const card = await item(site, pia, { threads: [idea], stage: 'building' })
    await publish(site, pia, card)
    const followed = (await ledger(site)).find((line) => line.cause)!
    expect((await site.delete(`decisions/${followed.id}`, pia)).status).toBe(409)
    expect(await statusOf(site, idea)).toBe('building')
  })

  it('of a status by hand puts the idea back on the steps of its item', async () => {
    const site = await (await testWorld()).site()
    const pia = await site.staff('product')
    const idea = await site.idea(await site.member())
    const card = await item(site, pia, { threads: [idea], stage: 'planned' })
    await publish(site, pia, card)
    const first = await site.put(`threads/${idea}/status`, { status: 'closed' }, pia)
    const second = await site.put(`threads/${idea}/status`, { status: 'review' }, pia)
    const detached = async () => (await site.get(`threads/${idea}/file`, pia)).body.item.detached
    expect(await detached()).toBe(true)
    // Only the first of the two took it off, so only its undo puts it on again.
    expect((await site.delete(second.body.undo.path, pia)).status).toBe(204)
    expect(await detached()).toBe(true)
    expect((await site.delete(first.body.undo.path, pia)).status).toBe(204)
    expect(await detached()).toBe(false)
    expect(await statusOf(site, idea)).toBe('planned')
    await site.put(`roadmap/items/${card}/place`, { stage: 'shipped' }, pia)
    expect(await statusOf(site, idea)).toBe('shipped')
  })

  it('of a status by hand is refused where the item has moved since', async () => {
    const site = await (await testWorld()).site()
    const pia = await site.staff('product')
    const idea = await site.idea(await site.member())
    const card = await item(site, pia, { threads: [idea], stage: 'planned' })
    await publish(site, pia, card)
    const { body } = await site.put(`threads/${idea}/status`, { status: 'closed' }, pia)
    await site.put(`roadmap/items/${card}/place`, { stage: 'building' }, pia)
    expect(await site.delete(body.undo.path, pia)).toMatchObject({ status: 409, body: { code: 'conflict' } })
    expect(await statusOf(site, idea)).toBe('closed')
  })

  it('of something unknown or misnamed is no such thing', async () => {
    const site = await (await testWorld()).site()
    const pia = await site.staff('owner')
    expect((await site.delete('decisions/0198f000-0000-7000-8000-000000000000', pia)).status).toBe(404)
    for (const id of ['1', 'x', '__proto__'])
      expect((await site.delete(`decisions/${id}`, pia)).status).toBe(422)
  })
})
