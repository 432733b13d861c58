import { describe, expect, it } from 'vitest'
import { hide, logged, openingOf, report } from '../support/judging.ts'
import { testWorld } from '../support/world.ts'

describe('a report', () => {
  it('is made once for each revision of a post by a member, and a repeat is the one that is there', async () => {
    const site = await (await testWorld()).site()
    const [lea, tom] = [await site.member('Lea'), await site.member('Tom')]
    const cm = await site.staff('moderator')
    const number = await site.idea(lea)
    const post = await openingOf(site, number)
    const first = await report(site, tom, post, { reason: 'rude', note: 'The last line.' })
    expect(first.status).toBe(201)
    const again = await report(site, tom, post, { reason: 'spam' })
    expect([again.status, again.body.id]).toEqual([201, first.body.id])
    expect((await site.get('reports', cm)).body.items[0].reports).toHaveLength(1)

    await site.patch(`threads/${number}`, { body: 'Other words.' }, lea, 1)
    const edited = await report(site, tom, post)
    expect(edited.body.id).not.toBe(first.body.id)
    const { items } = (await site.get('reports', cm)).body
    expect(items).toHaveLength(1)
    expect(items[0].reports.map((one: { revision: number }) => one.revision)).toEqual([2, 1])
  })

  it('sent twenty times at once is one', async () => {
    const site = await (await testWorld()).site()
    const [lea, tom] = [await site.member(), await site.member()]
    const post = await openingOf(site, await site.idea(lea))
    const answers = await Promise.all(Array.from({ length: 20 }, () => report(site, tom, post)))
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([201]))
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1)
    const { items } = (await site.get('reports', await site.staff('owner'))).body
    expect(items[0].reports).toHaveLength(1)
  })

  it('is not for one’s own post, a visitor, or a post that one cannot read', async () => {
    const world = await testWorld()
    const [site, other] = [await world.site(), await world.site()]
    const [lea, tom, stranger] = [await site.member(), await site.member(), await other.member()]
    const cm = await site.staff('moderator')
    const number = await site.idea(lea)
    const post = await openingOf(site, number)
    const reply = await site.reply(tom, number)
    expect((await report(site, lea, post)).status).toBe(403)
    expect((await report(site, tom, reply)).status).toBe(403)
    expect((await report(site, undefined, post)).status).toBe(401)
    expect((await report(other, stranger, post)).status).toBe(404)
    expect((await report(site, stranger, post)).status).toBe(401)
    await site.restrict('ideas', 'staff')
    expect((await report(site, tom, post)).status).toBe(404)
    expect((await report(site, tom, '0198c1c6-0000-7000-8000-000000000000')).status).toBe(404)
    expect((await site.get('reports', cm)).body).toEqual({ items: [], next: null, total: 0 })
    // Staff may, where they read.
    expect((await report(site, cm, post)).status).toBe(201)
  })

  it('is not for a post that is hidden, deleted or merged away', async () => {
    const site = await (await testWorld()).site()
    const [lea, tom] = [await site.member(), await site.member()]
    const cm = await site.staff('moderator')
    const [number, into] = [await site.idea(lea), await site.idea(lea)]
    const [hidden, deleted] = [await site.reply(lea, number), await site.reply(lea, number)]
    const opening = await openingOf(site, number)
    await hide(site, cm, hidden)
    expect((await report(site, tom, hidden)).body.code).toBe('conflict')
    await site.delete(`replies/${deleted}`, lea)
    expect((await report(site, tom, deleted)).status).toBe(404)
    await site.put(`threads/${number}/merge`, { into }, cm)
    expect((await report(site, tom, opening)).body.code).toBe('thread_merged')
  })

  it('takes a reason of the list and a note of a thousand characters, and nothing else', async () => {
    const site = await (await testWorld()).site()
    const [lea, tom] = [await site.member(), await site.member()]
    const post = await openingOf(site, await site.idea(lea))
    for (const wrong of [
      {},
      { reason: 'ugly' },
      { reason: ['spam'] },
      { reason: 'spam', note: 'x'.repeat(1001) },
      { reason: 'spam', note: 7 },
      { reason: 'spam', member: lea.id },
      { reason: 'spam', outcome: 'dismissed' },
    ]) {
      const answer = await site.post(`posts/${post}/reports`, wrong, tom)
      expect([answer.status, answer.body.code], JSON.stringify(wrong)).toEqual([422, 'invalid_input'])
    }
    const raw = await site.request('POST', `posts/${post}/reports`, {
      as: tom,
      raw: '{"reason":"spam","__proto__":{"reason":"rude"},"constructor":1}',
      headers: { 'content-type': 'application/json' },
    })
    expect(raw.status).toBe(422)
    expect((await report(site, tom, 'nothing')).status).toBe(422)
    expect((await site.get('reports', await site.staff('owner'))).body.total).toBe(0)
    expect((await report(site, tom, post, { note: '🙂'.repeat(1000) })).status).toBe(201)
  })

  it('under an Idempotency-Key is answered again as it was', async () => {
    const site = await (await testWorld()).site()
    const [lea, tom] = [await site.member(), await site.member()]
    const post = await openingOf(site, await site.idea(lea))
    const send = () =>
      site.post(`posts/${post}/reports`, { reason: 'spam' }, tom, { 'idempotency-key': 'once' })
    const first = await send()
    expect((await send()).text).toBe(first.text)
  })

  it('tells nobody but the moderators', async () => {
    const site = await (await testWorld()).site()
    const [lea, tom] = [await site.member(), await site.member('Tom the reporter')]
    const number = await site.idea(lea)
    const post = await openingOf(site, number)
    await report(site, tom, post, { note: 'words-of-the-report' })
    for (const path of [
      `threads/${number}`,
      'opening',
      'threads',
      'me/posts',
      'me/notifications',
      'me/rulings',
    ]) {
      const answer = await site.get(path, lea)
      expect(answer.status, path).toBe(200)
      expect(answer.text, path).not.toContain('words-of-the-report')
      expect(answer.text, path).not.toContain('Tom the reporter')
    }
  })
})

describe('the reported posts', () => {
  it('are listed once each, the newest report first, from every board, page by page', async () => {
    const site = await (await testWorld()).site()
    const [lea, tom, ann] = [await site.member('Lea'), await site.member('Tom'), await site.member('Ann')]
    const cm = await site.staff('moderator')
    const idea = await site.idea(lea, { title: 'The first one' })
    const question = await site.idea(lea, { board: 'help', kind: 'question', title: 'The second one' })
    const reply = await site.reply(lea, question, 'A *reply*')
    const [one, two] = [await openingOf(site, idea), await openingOf(site, question)]
    for (const [who, post] of [
      [tom, one],
      [tom, two],
      [tom, reply],
      [ann, one],
    ] as const) {
      await report(site, who, post)
    }
    await site.restrict('help', 'staff')
    const all = (await site.get('reports', cm)).body
    expect(all.total).toBe(3)
    expect(all.next).toBeNull()
    expect(all.items.map((item: { post: string }) => item.post)).toEqual([one, reply, two])
    expect(all.items[0]).toMatchObject({
      kind: 'opening',
      thread: { number: idea, title: 'The first one' },
      author: { name: 'Lea' },
      revision: 1,
      hidden: false,
      reports: [{ by: { name: 'Ann' } }, { by: { name: 'Tom' } }],
    })
    expect(all.items[1]).toMatchObject({ kind: 'reply', body: 'A *reply*', thread: { number: question } })
    expect(all.items[1].html).toContain('<em>reply</em>')

    const seen: string[] = []
    let cursor = ''
    for (let turn = 0; turn < 5; turn++) {
      const { items, next } = (await site.get(`reports?limit=1${cursor}`, cm)).body
      seen.push(...items.map((item: { post: string }) => item.post))
      if (!next) break
      cursor = `&cursor=${next}`
    }
    expect(seen).toEqual([one, reply, two])
  })

  it('are for moderators, admins and owners', async () => {
    const world = await testWorld()
    const [site, other] = [await world.site(), await world.site()]
    const post = await openingOf(site, await site.idea(await site.member()))
    await report(site, await site.member(), post)
    for (const [as, status] of [
      [undefined, 401],
      [await site.member(), 403],
      [await site.staff('product'), 403],
      [await site.staff('moderator'), 200],
      [await site.staff('admin'), 200],
      [await site.staff('owner'), 200],
    ] as const) {
      expect((await site.get('reports', as)).status, as?.name).toBe(status)
      expect((await site.get(`posts/${post}`, as)).status, as?.name).toBe(status)
    }
    const foreign = await other.staff('owner')
    expect((await site.get('reports', foreign)).status).toBe(401)
    expect((await other.get('reports', foreign)).body.total).toBe(0)
    expect((await other.get(`posts/${post}`, foreign)).status).toBe(404)
  })

  it('refuse cursors and limits that they did not give out', async () => {
    const site = await (await testWorld()).site()
    const cm = await site.staff('moderator')
    const made = (parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url')
    for (const cursor of [
      'x',
      made(['audit', '1', '2']),
      made(['reports', 'now', '0198c1c6-0000-7000-8000-000000000000']),
      made(['reports', '1', "'; drop table reports; --"]),
      made(['reports', { a: 1 }, '0198c1c6-0000-7000-8000-000000000000']),
    ]) {
      expect((await site.get(`reports?cursor=${cursor}`, cm)).body.code, cursor).toBe('broken_cursor')
    }
    for (const limit of ['0', '101', '-1', '1e3', 'NaN']) {
      expect((await site.get(`reports?limit=${limit}`, cm)).status, limit).toBe(422)
    }
  })

  it('leave the list when their author takes them away', async () => {
    const site = await (await testWorld()).site()
    const [lea, tom] = [await site.member(), await site.member()]
    const cm = await site.staff('moderator')
    const reply = await site.reply(lea, await site.idea(lea))
    await report(site, tom, reply)
    expect((await site.get('reports', cm)).body.total).toBe(1)
    await site.delete(`replies/${reply}`, lea)
    expect((await site.get('reports', cm)).body).toEqual({ items: [], next: null, total: 0 })
  })
})

describe('a dismissal', () => {
  it('closes the open reports, leaves the post, is logged once, and is not asked again for this revision', async () => {
    const site = await (await testWorld()).site()
    const [lea, tom, ann] = [await site.member(), await site.member(), await site.member()]
    const cm = await site.staff('moderator', 'Sanne')
    const number = await site.idea(lea)
    const post = await openingOf(site, number)
    await report(site, tom, post)
    await report(site, ann, post)
    expect((await site.put(`posts/${post}/dismissal`, undefined, cm)).status).toBe(200)
    expect((await site.get('reports', cm)).body.total).toBe(0)
    expect((await site.get(`threads/${number}`)).body.tombstone).toBeNull()
    expect((await site.put(`posts/${post}/dismissal`, undefined, cm)).status).toBe(200)
    expect(await logged(site, cm, 'reports.dismiss')).toMatchObject([
      { actor: { name: 'Sanne' }, subject: post, detail: { thread: number, reports: 2 } },
    ])
    await report(site, tom, post)
    expect((await site.get('reports', cm)).body.total).toBe(0)
    await site.patch(`threads/${number}`, { body: 'Other words.' }, lea, 1)
    await report(site, tom, post)
    expect((await site.get('reports', cm)).body.total).toBe(1)
  })

  it('is taken back for a while, logged too: the reports that it closed, and no others, are open again', async () => {
    const { site: make, clock } = await testWorld()
    const site = await make()
    const [lea, tom, ann] = [await site.member(), await site.member(), await site.member()]
    const cm = await site.staff('moderator', 'Sanne')
    const number = await site.idea(lea)
    const post = await openingOf(site, number)
    const path = `posts/${post}/dismissal`
    expect((await site.delete(path, cm)).body.code).toBe('conflict')
    expect((await site.put(path, undefined, cm)).body).toEqual({ undo: null })
    await report(site, tom, post)
    await site.put(path, undefined, cm)
    clock.move(12)
    expect((await site.delete(path, cm)).body.code).toBe('too_late')
    await report(site, ann, post, { reason: 'rude' })
    const { body } = await site.put(path, undefined, cm)
    expect(body).toEqual({ undo: { path, until: expect.any(String) } })
    expect(Date.parse(body.undo.until)).toBeGreaterThan(clock.now().getTime())
    clock.move(6)
    expect((await site.delete(body.undo.path, cm)).status).toBe(204)
    expect((await site.get('reports', cm)).body.items).toMatchObject([
      { post, reports: [{ reason: 'rude' }] },
    ])
    expect(await logged(site, cm, 'reports.reopen')).toMatchObject([
      { actor: { name: 'Sanne' }, subject: post, detail: { thread: number, reports: 1 } },
    ])
    expect((await site.delete(path, cm)).body.code).toBe('too_late')
    // A post that was hidden since is judged already.
    await site.put(path, undefined, cm)
    await hide(site, cm, post)
    expect((await site.delete(path, cm)).body.code).toBe('conflict')
    clock.reset()
  })

  it('is for moderators, admins and owners, of this site', async () => {
    const world = await testWorld()
    const [site, other] = [await world.site(), await world.site()]
    const [lea, tom] = [await site.member(), await site.member()]
    const post = await openingOf(site, await site.idea(lea))
    await report(site, tom, post)
    expect((await site.put(`posts/${post}/dismissal`)).status).toBe(401)
    for (const as of [lea, tom, await site.staff('product')]) {
      expect((await site.put(`posts/${post}/dismissal`, undefined, as)).status).toBe(403)
    }
    const foreign = await other.staff('owner')
    expect((await other.put(`posts/${post}/dismissal`, undefined, foreign)).status).toBe(404)
    const owner = await site.staff('owner')
    expect((await site.get('reports', owner)).body.total).toBe(1)
    expect((await site.put(`posts/${post}/dismissal`, undefined, owner)).status).toBe(200)
  })
})
