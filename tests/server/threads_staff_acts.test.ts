import { describe, expect, it } from 'vitest'
import { hide, logged, openingOf } from '../support/judging.ts'
import { type TestSite, testWorld } from '../support/world.ts'

async function withTags(site: TestSite): Promise<void> {
  const owner = await site.staff('owner')
  for (const slug of ['maps', 'safety', 'price']) await site.post('tags', { slug, name: slug }, owner)
}

const tagsOf = async (site: TestSite, number: number): Promise<string[]> =>
  (await site.get(`threads/${number}`)).body.tags.toSorted()

describe('tagging', () => {
  it('adds and removes tags of many threads at once, and is logged', async () => {
    const site = await (await testWorld()).site()
    await withTags(site)
    const lea = await site.member()
    const cm = await site.staff('moderator')
    const numbers = [await site.idea(lea, { tags: ['price'] }), await site.idea(lea), await site.idea(lea)]
    const answer = await site.post(
      'taggings',
      { threads: numbers, add: ['maps', 'safety'], remove: ['price'] },
      cm,
    )
    expect([answer.status, answer.body]).toEqual([200, { changed: 3 }])
    for (const number of numbers) expect(await tagsOf(site, number)).toEqual(['maps', 'safety'])
    await site.post('taggings', { threads: numbers.slice(1), remove: ['maps'] }, cm)
    expect(await tagsOf(site, numbers[0]!)).toEqual(['maps', 'safety'])
    expect(await tagsOf(site, numbers[2]!)).toEqual(['safety'])
    expect((await site.get('threads?tag=maps')).body.items).toHaveLength(1)
    expect(await logged(site, cm, 'threads.tag')).toMatchObject([
      { detail: { remove: ['maps'] } },
      { detail: { add: ['maps', 'safety'], remove: ['price'] } },
    ])
  })

  it('names what is unknown and then changes nothing', async () => {
    const world = await testWorld()
    const [site, other] = [await world.site(), await world.site()]
    await withTags(site)
    const cm = await site.staff('moderator')
    const number = await site.idea(await site.member())
    for (let turn = 0; turn < 3; turn++) await other.idea(await other.member())
    const unknown = await site.post('taggings', { threads: [number, 2, 77], add: ['maps'] }, cm)
    expect([unknown.status, unknown.body.code]).toEqual([422, 'invalid_input'])
    expect(unknown.body.errors.map((one: { message: string }) => one.message)).toEqual([
      'There is no thread 2.',
      'There is no thread 77.',
    ])
    const tag = await site.post('taggings', { threads: [number], add: ['maps', 'nothing'] }, cm)
    expect([tag.status, tag.text.includes('nothing')]).toEqual([422, true])
    expect(await tagsOf(site, number)).toEqual([])
    expect(await logged(site, cm, 'threads.tag')).toEqual([])
  })

  it('leaves the words as they are where a tag beside them is unknown', async () => {
    const site = await (await testWorld()).site()
    await withTags(site)
    const cm = await site.staff('moderator')
    const number = await site.idea(cm, { title: 'As it was' })
    const patch = (tags: string[]) =>
      site.request('PATCH', `threads/${number}`, {
        as: cm,
        body: { title: 'As it shall be', tags },
        headers: { 'if-match': '"1"' },
      })
    expect((await patch(['maps', 'nothing'])).status).toBe(422)
    expect((await site.get(`threads/${number}`)).body).toMatchObject({
      title: 'As it was',
      revision: 1,
      tags: [],
    })
    expect((await patch(['maps'])).body).toMatchObject({ title: 'As it shall be', tags: ['maps'] })
  })

  it('takes 1 to 100 threads, some tags, and nothing else', async () => {
    const site = await (await testWorld()).site()
    await withTags(site)
    const cm = await site.staff('moderator')
    const number = await site.idea(await site.member())
    for (const wrong of [
      { threads: [], add: ['maps'] },
      { threads: Array.from({ length: 101 }, (_, at) => at + 1), add: ['maps'] },
      { threads: [number] },
      { threads: [number], add: [], remove: [] },
      { threads: [number], add: ['maps'], remove: ['maps'] },
      { threads: [String(number)], add: ['maps'] },
      { threads: number, add: ['maps'] },
      { threads: [number], add: 'maps' },
      { threads: [number], add: ['Not a slug'] },
      { threads: [number], add: ['maps'], site: 'x' },
      {},
    ]) {
      expect((await site.post('taggings', wrong, cm)).status, JSON.stringify(wrong)).toBe(422)
    }
    const twice = await site.post('taggings', { threads: [number, number], add: ['maps'] }, cm)
    expect(twice.body).toEqual({ changed: 1 })
  })

  it('of the same threads by several at once ends well', async () => {
    const site = await (await testWorld()).site()
    await withTags(site)
    const lea = await site.member()
    const cm = await site.staff('moderator')
    const numbers = await Promise.all(Array.from({ length: 8 }, () => site.idea(lea)))
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, turn) => {
        const threads = turn % 2 ? numbers : numbers.toReversed()
        return site.post('taggings', { threads, [turn % 3 ? 'add' : 'remove']: ['maps', 'price'] }, cm)
      }),
    )
    expect(new Set(answers.map((one) => one.status))).toEqual(new Set([200]))
    await site.post('taggings', { threads: numbers, add: ['maps', 'price'] }, cm)
    for (const number of numbers) expect(await tagsOf(site, number)).toEqual(['maps', 'price'])
  })
})

describe('an assignment', () => {
  it('is to someone of the team, replaces the one before, filters the list, and ends', async () => {
    const site = await (await testWorld()).site()
    const cm = await site.staff('moderator')
    const pia = await site.staff('product', 'Pia')
    const number = await site.idea(await site.member())
    expect((await site.put(`threads/${number}/assignment`, { member: cm.id }, cm)).status).toBe(204)
    expect((await site.put(`threads/${number}/assignment`, { member: pia.id }, cm)).status).toBe(204)
    expect((await site.get(`threads/${number}/file`, cm)).body.assignee).toMatchObject({
      id: pia.id,
      name: 'Pia',
    })
    const count = async (filter: string) =>
      (await site.get(`threads?assignee=${filter}`, cm)).body.items.length
    expect([await count(pia.id), await count(cm.id), await count('none')]).toEqual([1, 0, 0])
    expect((await site.delete(`threads/${number}/assignment`, cm)).status).toBe(204)
    expect((await site.delete(`threads/${number}/assignment`, cm)).status).toBe(204)
    expect([await count(pia.id), await count('none')]).toEqual([0, 1])
    expect((await site.get(`threads/${number}/file`, cm)).body.assignee).toBeNull()
    expect(await logged(site, cm, 'threads.assign')).toHaveLength(2)
    expect(await logged(site, cm, 'threads.unassign')).toHaveLength(1)
  })

  it('is not to a customer, a stranger or nobody', async () => {
    const world = await testWorld()
    const [site, other] = [await world.site(), await world.site()]
    const cm = await site.staff('moderator')
    const lea = await site.member()
    const number = await site.idea(lea)
    const foreign = await other.staff('owner')
    for (const member of [lea.id, foreign.id, '0198c1c6-0000-7000-8000-000000000000', 'x', null, [cm.id]]) {
      const answer = await site.put(`threads/${number}/assignment`, { member }, cm)
      expect(answer.status, String(member)).toBe(422)
    }
    expect((await site.get('threads?assignee=none', cm)).body.items).toHaveLength(1)
  })
})

describe('a note', () => {
  it('is rendered, read by the team, and by nobody else anywhere', async () => {
    const site = await (await testWorld()).site()
    const lea = await site.member()
    const cm = await site.staff('moderator', 'Sanne')
    const number = await site.idea(lea)
    const body = 'A **staff-only** word <script>alert(1)</script>'
    const made = await site.post(`threads/${number}/notes`, { body }, cm)
    expect(made.status).toBe(201)
    expect(made.body).toMatchObject({ author: { name: 'Sanne', team: true }, body })
    expect(made.body.html).toContain('<strong>staff-only</strong>')
    expect(made.body.html).not.toContain('<script')
    expect((await site.get(`threads/${number}/notes`, cm)).body).toEqual({ items: [made.body], next: null })
    expect((await site.get(`threads/${number}/file`, cm)).body.notes).toEqual([made.body])
    for (const as of [undefined, lea]) {
      for (const path of [
        'opening',
        'threads',
        `threads/${number}`,
        `threads/${number}/story`,
        'threads?q=staff-only',
        ...(as ? ['me', 'me/posts', 'me/notifications'] : []),
      ]) {
        const answer = await site.get(path, as)
        expect(answer.status, path).toBe(200)
        expect(answer.text, path).not.toContain('staff-only')
      }
    }
    const log = await logged(site, cm, 'threads.note')
    expect(log).toMatchObject([{ subject: String(number) }])
    expect(JSON.stringify(log)).not.toContain('staff-only')
  })

  it('is listed oldest first, page by page, with those on threads that were merged in', async () => {
    const site = await (await testWorld()).site()
    const lea = await site.member()
    const cm = await site.staff('moderator')
    const [source, target] = [await site.idea(lea), await site.idea(lea)]
    for (const [number, body] of [
      [target, 'one'],
      [source, 'two'],
      [target, 'three'],
    ] as const) {
      await site.post(`threads/${number}/notes`, { body }, cm)
    }
    await site.put(`threads/${source}/merge`, { into: target }, cm)
    const first = (await site.get(`threads/${target}/notes?limit=2`, cm)).body
    expect(first.items.map((one: { body: string }) => one.body)).toEqual(['one', 'two'])
    const rest = (await site.get(`threads/${target}/notes?limit=2&cursor=${first.next}`, cm)).body
    expect(rest).toMatchObject({ items: [{ body: 'three' }], next: null })
    const broken = Buffer.from(JSON.stringify(['notes', '1', 'x'])).toString('base64url')
    expect((await site.get(`threads/${target}/notes?cursor=${broken}`, cm)).body.code).toBe('broken_cursor')
  })

  it('must say something, within bounds, that can be rendered; a key makes it once', async () => {
    const site = await (await testWorld()).site()
    const cm = await site.staff('moderator')
    const number = await site.idea(await site.member())
    for (const body of ['', ' \n', 'x'.repeat(10_001), null, 7, ['a']]) {
      expect((await site.post(`threads/${number}/notes`, { body }, cm)).status).toBe(422)
    }
    expect((await site.post(`threads/${number}/notes`, { body: 'a', author: cm.id }, cm)).status).toBe(422)
    const deep = await site.post(`threads/${number}/notes`, { body: '> '.repeat(5000) }, cm)
    expect(deep.body.code).toBe('unrenderable')
    const send = () => site.post(`threads/${number}/notes`, { body: 'once' }, cm, { 'idempotency-key': 'n1' })
    expect((await send()).body).toEqual((await send()).body)
    expect((await site.get(`threads/${number}/notes`, cm)).body.items).toHaveLength(1)
  })
})

describe('the official reply', () => {
  it('is chosen, replaced and dropped by staff, and told once to voters and author', async () => {
    const { site: make, clock } = await testWorld()
    const site = await make()
    const [lea, tom] = [await site.member(), await site.member()]
    const cm = await site.staff('moderator', 'Sanne')
    const number = await site.idea(lea)
    await site.put(`threads/${number}/vote`, undefined, tom)
    const [one, two] = [
      await site.reply(cm, number, 'First answer'),
      await site.reply(cm, number, 'Second answer'),
    ]
    await site.put('me/notifications/read', {}, lea)

    const chosen = await site.put(`threads/${number}/official`, { reply: one }, cm)
    expect(chosen.status).toBe(200)
    expect(chosen.body).toMatchObject({ official: true, officialReply: { id: one, official: true } })
    const told = async (as: typeof lea) =>
      (await site.get('me/notifications', as)).body.items
        .filter((news: { kind: string }) => news.kind === 'official')
        .map((news: { post: string }) => news.post)
    expect(await told(tom)).toEqual([])
    // Replaced in time: only the second is told.
    clock.move(5)
    expect((await site.put(`threads/${number}/official`, { reply: two }, cm)).body.officialReply.id).toBe(two)
    expect((await site.put(`threads/${number}/official`, { reply: two }, cm)).status).toBe(200)
    clock.move(13)
    for (const as of [lea, tom]) expect(await told(as)).toEqual([two])
    expect(await told(cm)).toEqual([])
    // Dropped and chosen again: told once in all.
    expect((await site.delete(`threads/${number}/official`, cm)).body).toMatchObject({
      official: false,
      officialReply: null,
    })
    expect((await site.delete(`threads/${number}/official`, cm)).status).toBe(200)
    await site.put(`threads/${number}/official`, { reply: two }, cm)
    clock.move(13)
    expect(await told(tom)).toEqual([two])
    expect(await logged(site, cm, 'threads.official')).toHaveLength(3)
    expect(await logged(site, cm, 'threads.unofficial')).toHaveLength(1)
  })

  it('dropped in time is told to nobody', async () => {
    const { site: make, clock } = await testWorld()
    const site = await make()
    const lea = await site.member()
    const cm = await site.staff('moderator')
    const number = await site.idea(lea)
    const reply = await site.reply(await site.member(), number)
    await site.put(`threads/${number}/official`, { reply }, cm)
    await site.delete(`threads/${number}/official`, cm)
    clock.move(60)
    const kinds = (await site.get('me/notifications', lea)).body.items.map(
      (news: { kind: string }) => news.kind,
    )
    expect(kinds).toEqual(['reply'])
  })

  it('is a reply of that thread, neither hidden nor deleted', async () => {
    const site = await (await testWorld()).site()
    const lea = await site.member()
    const cm = await site.staff('moderator')
    const [number, other] = [await site.idea(lea), await site.idea(lea)]
    const [elsewhere, hidden, gone] = [
      await site.reply(lea, other),
      await site.reply(lea, number),
      await site.reply(lea, number),
    ]
    await hide(site, cm, hidden)
    await site.delete(`replies/${gone}`, lea)
    const opening = await openingOf(site, number)
    for (const reply of [
      elsewhere,
      hidden,
      gone,
      opening,
      '0198c1c6-0000-7000-8000-000000000000',
      'x',
      null,
    ]) {
      const answer = await site.put(`threads/${number}/official`, { reply }, cm)
      expect([answer.status, answer.body.code], String(reply)).toEqual([422, 'invalid_input'])
    }
    expect((await site.get(`threads/${number}`)).body.official).toBe(false)
  })
})

describe('what staff do with threads', () => {
  it('is for staff, of this site, on what is there', async () => {
    const world = await testWorld()
    const [site, other] = [await world.site(), await world.site()]
    await withTags(site)
    const lea = await site.member()
    const number = await site.idea(lea)
    const reply = await site.reply(lea, number)
    const foreign = await other.staff('owner')
    const member = (await site.staff('admin')).id
    const acts: [string, string, unknown][] = [
      ['POST', 'taggings', { threads: [number], add: ['maps'] }],
      ['PUT', `threads/${number}/assignment`, { member }],
      ['DELETE', `threads/${number}/assignment`, undefined],
      ['GET', `threads/${number}/notes`, undefined],
      ['POST', `threads/${number}/notes`, { body: 'A note' }],
      ['GET', `threads/${number}/file`, undefined],
      ['PUT', `threads/${number}/official`, { reply }],
      ['DELETE', `threads/${number}/official`, undefined],
    ]
    for (const [method, path, body] of acts) {
      const status = async (as?: typeof lea, at = site) =>
        (await at.request(method, path, { as, body })).status
      expect(await status(), path).toBe(401)
      expect(await status(lea), path).toBe(403)
      expect(await status(foreign), path).toBe(401)
      expect(await status(foreign, other), path).toBe(path === 'taggings' ? 422 : 404)
      const unknown = await site.request(method, path.replace(/\d+/, '999'), {
        as: await site.staff('owner'),
        body,
      })
      if (path !== 'taggings') expect(unknown.status, path).toBe(404)
      for (const role of ['moderator', 'product', 'admin', 'owner'] as const) {
        expect(await status(await site.staff(role)), `${path} as ${role}`).toBeLessThan(300)
      }
    }
  })

  it('is not done by a bearer of someone in the team, since that lives in the host’s page', async () => {
    const site = await (await testWorld()).site()
    const lea = await site.member()
    const number = await site.idea(lea)
    const { id } = await site.row()
    await site.world.db
      .updateTable('members')
      .set({ role: 'admin' })
      .where('site_id', '=', id)
      .where('id', '=', lea.id)
      .execute()
    site.world.sessions.forget(id)
    expect((await site.get(`threads/${number}/file`, lea)).status).toBe(403)
    expect((await site.get('reports', lea)).status).toBe(403)
  })
})
